#!/usr/bin/env python3
# tests/typography/check.py -- the sample's lines and pages against bounds:
# check.py HANDBILL SHARED-TYPOGRAPHY STYLES WORK
# SPDX-License-Identifier: MIT
"""Everything is measured in the finished PDF, from glyph positions, by the
sample's own script; what that lacks (short last lines, facing pages, hyphens at
page ends, the grid, a ragged edge) is measured here.  Bounds
are a little looser than what is reached, so that another version of a font or of
Pango does not fail the test, and a worse algorithm does."""
import collections
import importlib.util
import json
import os
import statistics
import subprocess
import sys

import pymupdf

HERE = os.path.dirname(os.path.abspath(__file__))
LEAD = 15.4
HYPHENS = "-\u2010\u00ad"
# sd, over15 %, over2 %, under08 %, hyph_pct, short_pages_pct at most
BOUNDS = {
    "a5-gentium": dict(sd=0.13, over15=0.1, over2=0, under08=8, hyph_pct=7.3, short_pages_pct=2),
    "a5-dejavu": dict(sd=0.152, over15=0.15, over2=0, under08=8.5, hyph_pct=10.6, short_pages_pct=2.5),
    "a4-dejavu": dict(sd=0.113, over15=0.1, over2=0, under08=8, hyph_pct=5, short_pages_pct=2),
}
NEVER = ("widows", "orphans", "stranded_heads", "outside", "ladders3plus")


def load_measure(folder):
    spec = importlib.util.spec_from_file_location("measure", os.path.join(folder, "measure.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build(handbill, work, style, name):
    out = os.path.join(work, "out-" + name)
    subprocess.run([handbill, "build", os.path.join(work, "book"), "-o", out, "--only", "pdf",
                    "--paper", "a4", "--styles", os.path.join(work, style),
                    "--fonts", os.path.join(work, "fonts"), "--quiet"], check=True)
    whole = pymupdf.open(os.path.join(out, "book.a4.pdf"))
    first = next(i for i in range(len(whole)) if whole[i].get_label() == "1")
    text = pymupdf.open()
    text.insert_pdf(whole, from_page=first)
    path = os.path.join(work, name + ".pdf")
    text.save(path)
    return path


def own_measures(lines, body):
    """Feet, grid and page ends; `body` says which lines are text."""
    pages = collections.OrderedDict()
    for line in lines:
        pages.setdefault(line["p"], []).append(line)
    off_grid = hyphens = unequal = full = 0
    feet = {}
    for number, page in pages.items():
        top = page[0]["y"]
        off_grid += sum(abs((l["y"] - top) / LEAD - round((l["y"] - top) / LEAD)) > 0.03
                        for l in page if body(l) and body(page[0]))
        follows = pages.get(number + 1)
        if not follows or (follows[0]["h"] and follows[0]["size"] > 15):
            continue
        full += 1
        feet[number] = page[-1]["y"]
        hyphens += page[-1]["w"][-1][0][-1] in HYPHENS
    for number in feet:
        if number % 2 == 1 and number + 1 in feet:  # the first page is a right-hand one
            unequal += abs(feet[number] - feet[number + 1]) > LEAD / 2
    return dict(full_pages=full, off_grid=off_grid, hyphen_at_page_end=hyphens,
                unequal_spreads=unequal)


def short_last_lines(lines):
    return sum(1 for before, line in zip(lines, lines[1:])
               if line["last"] and not line["h"] and not line["start"] and not before["h"]
               and sum(c.isalnum() for w in line["w"] for c in w[0]) < 5)


def check(name, figures, bounds, never):
    faults = [f"{name}: {key} is {figures[key]}, at most {most} is allowed"
              for key, most in bounds.items() if figures[key] > most]
    faults += [f"{name}: {key} is {figures[key]}" for key in never if figures[key]]
    return faults


def check_justified(measure, handbill, work, shared, name):
    pdf = build(handbill, work, name, name)
    width, margin, font = measure.CFG[name]
    left, right = margin * 72 / 25.4, (width - margin) * 72 / 25.4
    sample = json.load(open(os.path.join(shared, "sample.json"), encoding="utf-8"))
    figures = measure.analyse(pdf, left, right, font, sample)
    lines, _ = measure.lines_of(pdf)
    for line in lines:
        line["start"] = not line["h"] and 13.2 * .6 < line["l"] - left < 13.2 * 1.5
    for i, line in enumerate(lines):
        follows = lines[i + 1] if i + 1 < len(lines) else None
        line["last"] = follows is None or follows["start"] or follows["h"] or line["h"]
    figures.update(own_measures(lines, lambda l: not l["h"]))
    figures["short_last_lines"] = short_last_lines(lines)
    print(json.dumps({k: figures[k] for k in (
        "pages", "just_lines", "sd", "p95", "worst", "min", "over15", "over2", "under08", "hyph_pct",
        "ladders3plus", "outside", "widows", "orphans", "stranded_heads", "short_pages_pct",
        "off_grid", "hyphen_at_page_end", "unequal_spreads", "short_last_lines", "full_pages")}), name)
    bounds = dict(BOUNDS[name], short_last_lines=2, off_grid=0,
                  hyphen_at_page_end=max(2, figures["full_pages"] * 0.02),
                  unequal_spreads=max(1, figures["full_pages"] * 0.02))
    return check(name, figures, bounds, NEVER)


def check_ragged(measure, handbill, work):
    pdf = build(handbill, work, "ragged", "ragged")
    left, width = 18 * 72 / 25.4, 98 * 72 / 25.4
    lines, _ = measure.lines_of(pdf)
    for line in lines:
        line["start"] = not line["h"] and 13.2 * .6 < line["l"] - left < 13.2 * 1.5
    lengths = [(l["r"] - left) / width for l, n in zip(lines, lines[1:])
               if not l["h"] and not n["h"] and not n["start"]]
    figures = dict(lines=len(lengths), rag_sd=100 * statistics.pstdev(lengths),
                   rag_short=100 * sum(x < 0.8 for x in lengths) / len(lengths),
                   rag_outside=sum(x > 1.005 for x in lengths))
    print(json.dumps({k: round(v, 2) for k, v in figures.items()}), "ragged")
    return check("ragged", figures, dict(rag_sd=4.4, rag_short=0.6), ("rag_outside",))


def main(handbill, shared, styles, work):
    subprocess.run([sys.executable, os.path.join(HERE, "sample.py"),
                    os.path.join(shared, "sample.json"), work, styles], check=True)
    measure = load_measure(shared)
    faults = []
    for name in BOUNDS:
        faults += check_justified(measure, handbill, work, shared, name)
    faults += check_ragged(measure, handbill, work)
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:5]))
