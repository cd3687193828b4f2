#!/usr/bin/env python3
# tests/judges/reseal.py -- writes MANIFEST.json and SHA256SUMS of a release
# anew for the files that are there, so that only their content is in question:
# reseal.py RELEASE
# SPDX-License-Identifier: MIT
import hashlib
import json
import pathlib
import sys

release = pathlib.Path(sys.argv[1])
path = release / "MANIFEST.json"
manifest = json.loads(path.read_text())
sums = []
kept = []
for entry in manifest["files"]:
    file = release / entry["name"]
    if not file.exists():
        continue
    data = file.read_bytes()
    entry["bytes"] = len(data)
    entry["sha256"] = hashlib.sha256(data).hexdigest()
    sums.append((entry["name"], entry["sha256"]))
    kept.append(entry)
manifest["files"] = kept
path.write_text(json.dumps(manifest, ensure_ascii=False))
sums.append((path.name, hashlib.sha256(path.read_bytes()).hexdigest()))
(release / "SHA256SUMS").write_text(
    "".join(f"{digest}  {name}\n" for name, digest in sorted(sums))
)
