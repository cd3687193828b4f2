"""tests/typography/measures.py -- what a typographer would mark in a finished
book: each measure lists the places, as (page label, what stands there)."""
# SPDX-License-Identifier: MIT
# A measure sees positions and structure (pdf_lines.py), never our own dump.

import collections
import re

PROTRUSION = 2.5  # points that punctuation may hang out of the measure
HALF = 0.5  # of a line: what is less is not seen as short
UNBREAKABLE = 8  # lines of code from which a block may be split


class Book:
    """Pages and their geometry: `block` is (left on odd pages, left on even
    pages, width, top), `lead` the distance of the grid's lines."""

    def __init__(self, pages, block, lead):
        self.pages, self.lead = pages, lead
        self.odd, self.even, self.width, self.top = block
        self.paragraphs = collections.OrderedDict()
        for page in pages:
            page.number = int(page.label)
            page.set = [l for l in page.lines if l.y > self.top and not furniture(l)]
            page.text = [l for l in page.set if not l.within("Lbl", "Note", "FENote")]
            for line in page.text:
                self.paragraphs.setdefault(line.path, []).append(line)
        fonts = collections.Counter(l.font for p in pages for l in p.text
                                    if l.kind == "P" and not l.mono)
        self.font = fonts.most_common(1)[0][0]
        self.full = [p for p, after in zip(pages, pages[1:]) if p.text and after.text
                     and after.number == p.number + 1 and not begins(after)]
        feet = collections.Counter(round(foot(p), 1) for p in self.full)
        self.foot = feet.most_common(1)[0][0] if feet else 0

    def left(self, page):
        return self.odd if page.number % 2 else self.even

    def after(self, page):
        return self.pages[self.pages.index(page) + 1]

    def prose(self, line):
        """Text in the book's own size, not in a list, a table or a box."""
        return (line.kind == "P" and line.font.split("-")[0] == self.font.split("-")[0]
                and not line.mono
                and not line.within("L", "Table", "Caption", "Note", "FENote", "Aside", "Figure", "TOC"))

    def last(self, line):
        return self.paragraphs[line.path][-1] is line

    def first(self, line):
        return self.paragraphs[line.path][0] is line

    def justified(self):
        return [l for p in self.pages for l in p.text if self.prose(l) and not self.last(l)]


def furniture(line):
    """A page number alone at the foot."""
    return re.fullmatch(r"\d+", line.text) and not line.within("Table", "L") and line.kind != "TD" \
        and abs((line.left + line.right) / 2 - line.page.width / 2) < 3 and line.y > line.page.height * .9


def begins(page):
    return any(line.kind == "H1" for line in page.text)


def foot(page):
    return max([line.y for line in page.set] + [p[3] for p in page.pictures])


def place(line):
    return line.page.number, line.text[:50]


def widows(book):
    """A page begins with the last line of a block of several."""
    return [place(book.after(p).text[0]) for p in book.full
            if divided(p, book.after(p)) and book.last(book.after(p).text[0])]


def orphans(book):
    """A page ends with the first line of a block of several."""
    return [place(p.text[-1]) for p in book.full
            if divided(p, book.after(p)) and book.first(p.text[-1])]


def divided(page, after):
    return page.text[-1].path == after.text[0].path and page.text[-1].kind not in ("TD", "TH")


def stranded(book):
    return [place(p.text[-1]) for p in book.full if p.text[-1].heading
            and not any(picture[3] > p.text[-1].y for picture in p.pictures)]


def outside(book):
    """Lines that leave the measure by more than protrusion."""
    found = []
    for page in book.pages:
        left = book.left(page)
        found += [(page.number, "%.2f: %s" % (max(left - l.left, l.right - left - book.width), l.text[:40]))
                  for l in page.set
                  if l.left < left - PROTRUSION - .05 or l.right > left + book.width + PROTRUSION + .05]
    return found


def short(book):
    """Full pages that end more than half a line above the others."""
    return [place(p.text[-1]) for p in book.full if book.foot - foot(p) > HALF * book.lead]


def unbreakable(book, page):
    """Whether what follows the page, headings apart, is a block that may not be
    divided: a picture, a table's row, a box, a few lines of code."""
    after = book.after(page)
    line = next((l for l in after.text if not l.heading), None)
    if line is None or any(picture[1] < line.y for picture in after.pictures):
        return True
    if line.kind in ("TH", "TD", "Caption") or line.within("Div") or not line.path:
        return True
    return line.mono and len(book.paragraphs[line.path]) < UNBREAKABLE


def short_prose(book):
    """Short pages other than before an unbreakable block."""
    pages = {p.number: p for p in book.full}
    return [found for found in short(book)
            if not unbreakable(book, pages[found[0]])]


def unequal(book):
    """Facing pages, both full, whose feet differ by more than half a line."""
    feet = {p.number: foot(p) for p in book.full}
    return [(n, "%.1f and %.1f pt" % (feet[n], feet[n + 1])) for n in feet
            if n % 2 == 0 and n + 1 in feet and abs(feet[n] - feet[n + 1]) > HALF * book.lead]


def page_hyphens(book):
    return [place(p.text[-1]) for p in book.full if p.text[-1].hyphen and not p.text[-1].mono]


def ladders(book):
    """Three hyphens one below the other."""
    found = []
    for page in book.pages:
        text = [l for l in page.text if not l.mono and l.kind == "P"]
        found += [place(a) for a, b, c in zip(text, text[1:], text[2:])
                  if a.hyphen and b.hyphen and c.hyphen]
    return found


def off_grid(book):
    """Baselines of prose that stand on no line of the grid."""
    found = []
    for page in book.pages:
        for line in page.text:
            steps = (book.foot - line.y) / book.lead
            if book.prose(line) and abs(steps - round(steps)) > 0.03:
                found.append((page.number, "%.2f: %s" % (steps, line.text[:40])))
    return found


def stretched(book, most):
    return [(l.page.number, "%.4f: %s" % (l.stretch, l.text[:40])) for p in book.pages for l in p.set
            if abs(l.stretch - 1) > most + 0.0005]


def rescued(book):
    """Glyphs wider or narrower by more than 2 %."""
    return stretched(book, 0.02)


def distorted(book):
    """By more than a rescue may do, 3 %."""
    return stretched(book, 0.03)


def short_last_lines(book):
    return [place(lines[-1]) for lines in book.paragraphs.values()
            if len(lines) > 1 and lines[-1].kind == "P" and not lines[-1].mono
            and sum(c.isalnum() for c in lines[-1].text) < 5]


def spaces(book, wrong):
    found = []
    for line in book.justified():
        space = line.space()
        if space is not None and wrong(space):
            found.append((line.page.number, "%.3f: %s" % (space, line.text[:40])))
    return found


def tight(book):
    return spaces(book, lambda s: s < 0.695)


def loose(book):
    return spaces(book, lambda s: s > 2)


def loose15(book):
    return spaces(book, lambda s: s > 1.5)


def cut(book):
    """Lines in the middle of a paragraph that fill less than 80 % of the measure."""
    return [place(l) for l in book.justified()
            if l.right < book.left(l.page) + 0.8 * book.width]


ALL = (widows, orphans, stranded, outside, short, short_prose, unequal, page_hyphens, ladders,
       off_grid, rescued, distorted, short_last_lines, tight, loose, loose15, cut)


def all_of(book):
    return {measure.__name__: measure(book) for measure in ALL}
