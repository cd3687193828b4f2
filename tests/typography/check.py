#!/usr/bin/env python3
# tests/typography/check.py -- the sample's lines and pages against bounds:
# check.py HANDBILL SHARED-TYPOGRAPHY STYLES WORK
# SPDX-License-Identifier: MIT
"""Everything is measured in the finished PDF, from glyph positions, by the
sample's own script and by measures.py.  Bounds are a little looser than the
goals, so that another version of a font or of Pango does not fail the test, and
a worse algorithm does.  faults.py shows that each measure notices its fault."""
import json
import os
import subprocess
import sys

import figures as sample

HERE = os.path.dirname(os.path.abspath(__file__))
# sd, over15 %, over2 %, under08 %, hyph_pct, short_pages_pct at most
BOUNDS = {
    "a5-gentium": dict(sd=0.13, over15=0.1, over2=0, under08=8, hyph_pct=7.3, short_pages_pct=2),
    "a5-dejavu": dict(sd=0.152, over15=0.1, over2=0, under08=8.5, hyph_pct=10.6, short_pages_pct=2),
    "a4-dejavu": dict(sd=0.113, over15=0.1, over2=0, under08=8, hyph_pct=5, short_pages_pct=2),
}
FOR_ALL = dict(rescued_pct=5, page_hyphens_pct=1.3, unequal_pct=2, short_last_per_1000=1.5)
NEVER = ("widows", "orphans", "stranded_heads", "outside", "ladders3plus",
         "our_widows", "our_orphans", "our_stranded", "our_outside", "our_ladders",
         "our_tight", "our_loose", "our_off_grid", "our_distorted")
SHOWN = ("pages", "just_lines", "sd", "our_sd", "p95", "worst", "min", "over15", "under08", "hyph_pct",
         "short_pages_pct", "full_pages", *FOR_ALL)


def check(name, found, bounds, never):
    faults = [f"{name}: {key} is {found[key]}, at most {most} is allowed"
              for key, most in bounds.items() if found[key] > most]
    faults += [f"{name}: {key} is {found[key]}" for key in never if found[key]]
    return faults


def check_justified(handbill, shared, work, name):
    found = sample.of_sample(handbill, shared, work, name)
    print(json.dumps({k: round(found[k], 3) for k in SHOWN}), name)
    faults = check(name, found, {**BOUNDS[name], **FOR_ALL}, NEVER)
    if abs(found["sd"] - found["our_sd"]) > 0.01:
        faults.append(f"{name}: the two scripts differ: {found['sd']}, {found['our_sd']}")
    return faults


def check_ragged(handbill, work):
    found = sample.of_ragged(handbill, work)
    print(json.dumps({k: round(v, 2) for k, v in found.items()}), "ragged")
    return check("ragged", found, dict(rag_sd=4.4, rag_short=0.6), ("rag_outside",))


def main(handbill, shared, styles, work):
    subprocess.run([sys.executable, os.path.join(HERE, "sample.py"),
                    os.path.join(shared, "sample.json"), work, styles], check=True)
    faults = []
    for name in sample.NAMES:
        faults += check_justified(handbill, shared, work, name)
    faults += check_ragged(handbill, work)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
