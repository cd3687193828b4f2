"""tests/typography/spoil.py -- spoils one thing in a finished PDF, so that the
measure for it can show that it notices."""
# SPDX-License-Identifier: MIT
# Each fault takes a Book (measures.py) and the pages as Streams, looks for a place
# where it can be made, and returns the number of the page; None if there is none.

import re

import pymupdf

import measures
from pdf_lines import RAISED, runs_of

FONT = re.compile(rb"\s/\S+\s+[\d.]+\s+Tf\s")


class Streams:
    """The content streams of a document, with every run at a position of its
    own, so that a line can be changed without moving those behind it."""

    def __init__(self, pdf):
        self.document = pymupdf.open(pdf)
        self.changed = {}

    def runs(self, page):
        return runs_of(self.document[page.index].read_contents(), page.height)

    def change(self, page, change):
        """`change(run)` gives the matrix of a run, the word space to add (in
        units of the font) and how many characters stay; None leaves it out."""
        stream = self.changed.get(page.index) or self.document[page.index].read_contents()
        out, at = [], 0
        for run in runs_of(stream, page.height):
            out.append(stream[at:run.start])
            at = run.end
            shown = stream[run.start:run.end]
            wanted = change(run)
            if wanted is None:
                out += FONT.findall(shown)  # what is behind may count on it
                continue
            matrix, space, keep = wanted
            shown = re.sub(rb"^[-+.\d\s]+(Tm|Td)", b"", shown, count=1)
            if keep is not None:
                shown = first_letters(shown, keep)
            out.append(b"%s Tm " % b" ".join(b"%.4f" % n for n in matrix))
            out.append(b"%.4f Tw %s 0 Tw " % (space, shown) if space else shown)
        out.append(stream[at:])
        self.changed[page.index] = b"".join(out)

    def pdf(self):
        for index, stream in self.changed.items():
            page = self.document[index]
            first, *others = page.get_contents()
            self.document.update_stream(first, stream)
            for other in others:
                self.document.update_stream(other, b" ")
        return self.document.tobytes()


def first_letters(shown, count):
    """A text operator with the first `count` letters of its first string."""
    fonts = FONT.findall(shown)
    string = re.search(rb"\(((?:\\.|[^\\()])*)\)", shown)
    return b"%s (%s) Tj %s" % (b"".join(fonts[:1]), string.group(1)[:count], b"".join(fonts[1:]))


def of(line, run):
    return abs(run.y - line.y) < RAISED and line.left - 3 < run.x < line.right + 3


def same(run):
    return run.own, 0, None


def moved(run, right=0.0, down=0.0, scale=1.0):
    a, b, c, d, x, y = run.own
    return (a * scale, b, c, d, x + right, y + down), 0, None


def change_line(streams, line, change):
    streams.change(line.page, lambda run: change(run) if of(line, run) else same(run))


def leave_out(streams, page, lines):
    streams.change(page, lambda run: None if any(of(l, run) for l in lines) else same(run))


def exchange(streams, page, pairs):
    """Lines of a page take each other's places."""
    down = {id(a): b.y - a.y for a, b in pairs}
    lines = [a for a, _ in pairs]

    def change(run):
        line = next((l for l in lines if of(l, run)), None)
        return same(run) if line is None else moved(run, down=down[id(line)])

    streams.change(page, change)


def plain(book):
    """Justified lines of body text, in the middle of their page."""
    return [l for l in book.justified() if l in l.page.text[3:-3]
            and not any(o is not l and abs(o.y - l.y) < 4 for o in l.page.lines)]


def shifted_baseline(book, streams):
    line = plain(book)[10]
    change_line(streams, line, lambda run: moved(run, down=2))
    return line.page.number


def wide_letters(book, streams):
    line = plain(book)[20]
    change_line(streams, line, lambda run: moved(run, scale=1.05 / run.stretch))
    return line.page.number


def rescued_letters(book, streams):
    line = next(l for l in plain(book) if l.stretch == 1)
    change_line(streams, line, lambda run: moved(run, scale=1.03))
    return line.page.number


def out_of_the_measure(book, streams):
    line = [l for l in plain(book) if abs(l.right - book.odd - book.width) < 1][3]
    change_line(streams, line, lambda run: moved(run, right=4))
    return line.page.number


def out_of_it_on_the_left(book, streams):
    line = [l for l in plain(book) if not book.first(l)][4]
    change_line(streams, line, lambda run: moved(run, right=-4))
    return line.page.number


def hyphen_at_the_foot(book, streams):
    for page in book.full:
        found = [l for l in page.text if l.hyphen and book.prose(l)]
        if found and book.prose(page.text[-1]) and not page.text[-1].hyphen:
            exchange(streams, page, [(found[0], page.text[-1]), (page.text[-1], found[0])])
            return page.number


def ladder(book, streams):
    for page in book.pages:
        hyphens = [l for l in page.text if l.hyphen and book.prose(l)]
        if len(hyphens) < 3 or any(n == page.number for n, _ in measures.ladders(book)):
            continue
        at = next((i for i in range(len(page.text) - 2)
                   if all(book.prose(l) for l in page.text[i:i + 3])), None)
        if at is None:
            continue
        order = [l for l in page.text if l not in hyphens[:3]]
        order[at:at] = hyphens[:3]
        places = [l.y for l in page.text]
        pairs = [(line, page.text[i]) for i, line in enumerate(order) if line.y != places[i]]
        exchange(streams, page, pairs)
        return page.number


def spread(book):
    """Facing full pages with level feet, prose at both."""
    numbers = {p.number: p for p in book.full}
    for page in book.full:
        other = numbers.get(page.number + 1)
        if page.number % 2 == 0 and other and abs(measures.foot(page) - measures.foot(other)) < 1 \
                and book.prose(page.text[-1]) and page.text[-1].y - page.text[-2].y > 4 \
                and abs(measures.foot(page) - book.foot) < 1 and not measures.unbreakable(book, page):
            yield page


def short_page(book, streams):
    for page in spread(book):
        leave_out(streams, page, page.text[-1:])
        return page.number


def last_line_of_two_letters(book, streams):
    for lines in book.paragraphs.values():
        line = lines[-1]
        if len(lines) < 2 or not book.prose(line) or line.page is not lines[0].page:
            continue
        runs = [r for r in streams.runs(line.page) if of(line, r)]
        if runs and re.match(r"[A-Za-z]{2}", line.text):
            first = runs[0].start
            streams.change(line.page, lambda run: same(run) if not of(line, run)
                           else (run.own, 0, 2) if run.start == first else None)
            return line.page.number


def divided(book):
    """Paragraphs that go on over a page's end: (lines before, lines after)."""
    for lines in book.paragraphs.values():
        pages = [l.page for l in lines]
        if pages[0] is not pages[-1] and book.prose(lines[0]):
            before = [l for l in lines if l.page is pages[0]]
            after = [l for l in lines if l.page is pages[-1]]
            if len(before) + len(after) == len(lines) and pages[0] in book.full:
                yield before, after


def widow(book, streams):
    for _, after in divided(book):
        leave_out(streams, after[0].page, after[:-1])
        return after[0].page.number


def orphan(book, streams):
    for before, _ in divided(book):
        leave_out(streams, before[0].page, before[1:])
        return before[0].page.number


def stranded_heading(book, streams):
    for page in book.full:
        heads = [i for i, l in enumerate(page.text) if l.heading]
        if heads and heads[-1] < len(page.text) - 1:
            leave_out(streams, page, page.text[heads[-1] + 1:])
            return page.number


def set_space(book, streams, space):
    """A line in one font, whose words lie as far apart as `space` says."""
    for line in plain(book):
        runs = [r for r in streams.runs(line.page) if of(line, r)]
        now = line.space()
        if len(runs) == 1 and now is not None and 0.75 < now < 1.4 and len(line.words) > 5 \
                and len({c["font"] for c in line.characters}) == 1:
            own = next(c for c in line.characters if c["c"] == " ")
            own = (own["bbox"][2] - own["bbox"][0]) / line.stretch / own["size"] * line.stretch ** .5
            change_line(streams, line, lambda run: (run.own, (space - now) * own / line.stretch, None))
            return line.page.number


def tight_line(book, streams):
    return set_space(book, streams, 0.6)


def loose_line(book, streams):
    return set_space(book, streams, 2.2)


def cut_line(book, streams):
    for line in plain(book):
        runs = [r for r in streams.runs(line.page) if of(line, r)]
        if len(runs) == 1:
            change_line(streams, line, lambda run: (run.own, 0, 4))
            return line.page.number


# fault, the measures that must notice it
ALL = (
    (shifted_baseline, ("off_grid",)),
    (wide_letters, ("rescued", "distorted")),
    (rescued_letters, ("rescued",)),
    (out_of_the_measure, ("outside",)),
    (out_of_it_on_the_left, ("outside",)),
    (hyphen_at_the_foot, ("page_hyphens",)),
    (ladder, ("ladders",)),
    (short_page, ("short", "short_prose", "unequal")),
    (last_line_of_two_letters, ("short_last_lines",)),
    (widow, ("widows",)),
    (orphan, ("orphans",)),
    (stranded_heading, ("stranded",)),
    (tight_line, ("tight",)),
    (loose_line, ("loose", "loose15")),
    (cut_line, ("cut",)),
)
