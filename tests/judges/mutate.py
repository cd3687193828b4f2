#!/usr/bin/env python3
# tests/judges/mutate.py -- spoils one thing in an EPUB, to prove that a judge
# would notice:  mutate.py IN.epub OUT.epub ENTRY-SUFFIX REGEX REPLACEMENT
# SPDX-License-Identifier: MIT
import re
import sys
import zipfile

source, target, suffix, pattern, replacement = sys.argv[1:]
changed = 0
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
    for item in old.infolist():
        data = old.read(item)
        if item.filename.endswith(suffix):
            text, count = re.subn(pattern, replacement, data.decode(), flags=re.S)
            changed += count
            data = text.encode()
        new.writestr(item, data)
sys.exit(0 if changed else "nothing to spoil in " + source)
