"""tests/typography/faults.py -- each measure notices the fault it is for:
faults.py BOOK.a4.pdf BOOK.css"""
# SPDX-License-Identifier: MIT

import sys

import geometry
import measures
import pdf_lines
import spoil


def main(pdf, css):
    block, lead = geometry.of(css, "a4")
    sound = measures.Book(pdf_lines.read(pdf), block, lead)
    before = measures.all_of(sound)
    failed = 0
    for fault, names in spoil.ALL:
        streams = spoil.Streams(pdf)
        page = fault(sound, streams)
        if page is None:
            print(f"{fault.__name__}: there is no place for it")
            failed += 1
            continue
        after = measures.all_of(measures.Book(pdf_lines.read(streams.pdf()), block, lead))
        for name in names:
            new = [f for f in after[name] if f not in before[name]]
            there = [f for f in new if f[0] == page]
            print(f"{fault.__name__} on page {page}: {name} finds {there or new or 'nothing'}")
            failed += not there
    unproved = {m.__name__ for m in measures.ALL} - {n for _, names in spoil.ALL for n in names}
    if unproved:
        print("no fault for", *sorted(unproved))
    return 1 if failed or unproved else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
