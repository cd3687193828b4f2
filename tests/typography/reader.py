"""tests/typography/reader.py -- the pages of a whole book, all kinds of blocks,
against bounds: reader.py BOOK.a4.pdf BOOK.css"""
# SPDX-License-Identifier: MIT

import sys

import geometry
import measures
import pdf_lines

# at most: places, and shares of the full pages
NEVER = ("widows", "orphans", "stranded", "distorted", "tight")
OUTSIDE = 0
SHORT = 0.05
UNEQUAL = 2
PAGE_HYPHENS = 0.01
SHOWN = 20


def main(pdf, css):
    block, lead = geometry.of(css, "a4")
    book = measures.Book(pdf_lines.read(pdf), block, lead)
    found = measures.all_of(book)
    full = len(book.full)
    most = dict.fromkeys(NEVER, 0)
    most.update(short_prose=SHORT * full, page_hyphens=PAGE_HYPHENS * full, unequal=UNEQUAL,
                outside=OUTSIDE)
    print(f"{len(book.pages)} pages, {full} of them full")
    failed = 0
    for name, places in found.items():
        wrong = name in most and len(places) > most[name]
        failed += wrong
        print(f"{name}: {len(places)}" + (f", at most {most[name]:g}" if name in most else ""))
        if wrong or (name in most and places):
            for number, what in places[:SHOWN]:
                print(f"  page {number}: {what}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
