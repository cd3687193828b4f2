"""bench/lines.py -- lines and pages of the typography sample, ours and Typst's,
measured in the finished PDFs: lines.py HANDBILL SHARED-TYPOGRAPHY WORK PEERS

The first column is measure.py's name of the figure.  Typst's row was published
with the script; that it comes out here again shows that the script, its settings
and the fonts are the same."""
# SPDX-License-Identifier: MIT

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(TOP, "tests", "typography"))

import figures as sample  # noqa: E402

BY_SCRIPT = ("pages", "just_lines", "mean", "sd", "p95", "worst", "min", "over15", "over2",
             "under08", "hyph_pct", "ladders3plus", "outside", "widows", "orphans",
             "stranded_heads", "short_pages_pct")
BY_US = ("our_outside", "our_short_last_lines", "rescued_pct", "our_distorted", "our_unequal",
         "page_hyphens_pct", "our_off_grid")
# What was measured when the goals were set (Typst 0.15.1).
PUBLISHED = {
    "a5-gentium": dict(mean=1.21, sd=0.36, p95=1.84, worst=6.85, over15=16.8, hyph_pct=6.0,
                       short_pages_pct=32),
    "a5-dejavu": dict(mean=1.23, sd=0.37, p95=1.86, worst=5.69, over15=19.7, hyph_pct=9.2,
                      short_pages_pct=27),
}
GOALS = {
    "a5-gentium": dict(sd=0.125, over15=0.1, over2=0, under08=8, hyph_pct=7),
    "a5-dejavu": dict(sd=0.15, over15=0.1, over2=0, under08=8, hyph_pct=10.5),
    "a4-dejavu": dict(sd=0.11, over15=0.1, over2=0, under08=8, hyph_pct=10.5),
}
FOR_ALL = dict(ladders3plus=0, our_outside=0, widows=0, orphans=0, stranded_heads=0,
               short_pages_pct=2, our_distorted=0, rescued_pct=6, our_unequal=0,
               page_hyphens_pct=1, our_off_grid=0, our_short_last_lines=1)


def reproduced(name, typst):
    """How far Typst's figures are from the published ones."""
    wrong = []
    for key, value in PUBLISHED.get(name, {}).items():
        near = (abs(typst[key] - value) <= 5 if key == "short_pages_pct"
                else abs(typst[key] - value) <= 0.05 * value)
        if not near:
            wrong.append("%s %.3f instead of %g" % (key, typst[key], value))
    return wrong


def print_sample(name, ours, typst):
    print("\n%-32s %10s %10s %10s" % (name, "handbill", "Typst", "goal"))
    for key in BY_SCRIPT + BY_US:
        goal = GOALS[name].get(key, FOR_ALL.get(key))
        missed = goal is not None and ours[key] > goal
        print("  %-30s %10.5g %10s %10s%s" % (
            key, ours[key], "%.5g" % typst[key] if key in typst else "",
            "" if goal is None else "%g" % goal, "  missed" if missed else ""))
    if name in PUBLISHED:
        wrong = reproduced(name, typst)
        print("  Typst's published row: " + ("reproduced" if not wrong else ", ".join(wrong)))


RAGGED = dict(rag_sd=4.2, rag_short=0.5, rag_outside=0)


def print_ragged(found):
    print("\n%-32s %10s %10s %10s" % ("ragged, 60 characters", "handbill", "", "goal"))
    for key, value in found.items():
        goal = RAGGED.get(key)
        print("  %-30s %10.5g %10s %10s%s" % (
            key, value, "", "" if goal is None else "%g" % goal,
            "  missed" if goal is not None and value > goal else ""))


def main(handbill, shared, work, peers):
    os.makedirs(work)
    fonts = os.path.join(work, "fonts")
    if subprocess.run(["sh", os.path.join(TOP, "tests/typography/fonts.sh"), fonts]).returncode:
        return
    json = os.path.join(shared, "sample.json")
    subprocess.run([peers, os.path.join(HERE, "sample_typst.py"), json, work, fonts], check=True)
    subprocess.run([sys.executable, os.path.join(TOP, "tests/typography/sample.py"), json, work,
                    os.path.join(TOP, "styles")], check=True)
    measure = sample.load_measure(shared)
    for name in sample.NAMES:
        ours = sample.of_sample(handbill, shared, work, name)
        typst = sample.by_script(measure, os.path.join(work, "typst-%s.pdf" % name), name, shared)
        print_sample(name, ours, typst)
    print_ragged(sample.of_ragged(handbill, work))


if __name__ == "__main__":
    main(*sys.argv[1:])
