"""tests/typography/settling.py -- a book that would flip for ever ends, with a
warning and a good layout: settling.py HANDBILL STYLES FONTS WORK

A heading and three lines that say the heading's page.  With "page 9" they do not
fit on page 9, and three lines cannot be divided: all go to page 10.  With "page
10" the last word falls on a fourth line, so that two lines may stay: back to page
9.  How long that word must be depends on the font, so several are tried."""
# SPDX-License-Identifier: MIT

import os
import re
import shutil
import subprocess
import sys

import geometry
import measures
import pdf_lines

CSS = """
@page { text-block: 80mm 154pt; grid: 15.4pt; sides: one; }
@page a4 { size: a4; margin-top: 25mm; margin-inside: 25mm; }
@page text { }
@page first { }
book { font-family: Literata; font-size: 11pt; line-height: 15.4pt; color: #000;
  text-align: start; hyphens: none; orphans: 2; widows: 2; }
h1, h2 { font-size: 11pt; line-height: 15.4pt; break-after: avoid; }
article { break-before: page; }
contents p { text-align: start; }
"""
LINES = 86  # with the chapter's heading three fewer than nine pages hold
WORDS = [n * "n" + end for n in range(15, 21) for end in ("", "i", "iii")]


def write_book(folder, word):
    os.makedirs(folder, exist_ok=True)
    lines = "\n\n".join(f"Line {i}." for i in range(LINES))
    with open(os.path.join(folder, "01.md"), "w") as file:
        file.write(f"---\ntitle: Flip\n---\n\n{lines}\n\n## Turn\n\nOne line\\\nTwo lines\\\n"
                   f"See [Turn](page:#turn) {word}\n\nAfter.\n\nAnd after.\n")


def build(handbill, styles, fonts, work, word):
    """Whether it warned; the book; what the program said."""
    write_book(os.path.join(work, "book"), word)
    out = os.path.join(work, "out")
    shutil.rmtree(out, ignore_errors=True)
    said = subprocess.run([handbill, "build", os.path.join(work, "book"), "-o", out, "--only", "pdf",
                           "--paper", "a4", "--styles", styles, "--fonts", fonts],
                          check=True, capture_output=True, text=True, timeout=20).stderr
    pages = pdf_lines.read(os.path.join(out, "book.a4.pdf"))
    book = measures.Book(pages, *geometry.of(os.path.join(styles, "book.css"), "a4"))
    return "[unsettled]" in said, book, said


def wrong(book, warned, said):
    turn = next(l.page.number for p in book.pages for l in p.text if l.text == "Turn")
    text = " ".join(l.text for p in book.pages for l in p.text)
    number = int(re.search(r"\(page\s(\d+)\)", text)[1])
    faults = []
    if "error:" in said:
        faults.append(said)
    if warned and not re.search(r'01\.md: warning: .*turn" stands now on page \d+ and now on', said):
        faults.append(f"the warning does not say what moves: {said}")
    if abs(number - turn) > (1 if warned else 0):
        faults.append(f"page {number} is said, but it is on page {turn}")
    for measure in (measures.widows, measures.orphans, measures.stranded, measures.outside,
                    measures.off_grid):
        faults += [f"{measure.__name__}: {found}" for found in measure(book)]
    feet = [book.foot - measures.foot(page) for page in book.full]
    if max(feet) > 1.5 * book.lead or sum(feet) > 3.5 * book.lead:
        faults.append(f"pages are short by {[round(f, 1) for f in feet]} pt")
    return faults


def main(handbill, styles, fonts, work):
    ours = os.path.join(work, "styles")
    shutil.copytree(styles, ours)
    with open(os.path.join(ours, "book.css"), "w") as file:
        file.write(CSS)
    warned, faults = [], []
    for word in WORDS:
        unsettled, book, said = build(handbill, ours, fonts, work, word)
        if unsettled:
            warned.append(word)
        faults += [f"{word}: {fault}" for fault in wrong(book, unsettled, said)]
    print("never settle:", *warned)
    if not warned or len(warned) > len(WORDS) / 2:
        faults.append("no word flips for ever, or most do: the test shows nothing")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
