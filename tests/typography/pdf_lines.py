"""tests/typography/pdf_lines.py -- the lines of a finished PDF: where their
glyphs stand, how far they are stretched, and which block they belong to."""
# SPDX-License-Identifier: MIT
# Positions are MuPDF's, blocks come from the structure tree, stretching from the
# text matrices in the content streams.  Points, downwards from the page's top.

import collections
import re

import pymupdf

BLOCKS = set("Document Part Art Sect Div P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD "
             "THead TBody TFoot BlockQuote Caption Figure Note FENote TOC TOCI Aside".split())
RAISED = 5  # at most this far from its line's baseline: notes' numbers
THICK = 6  # points: a drawing is more than that both ways
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s/\[\]()<>]+|<<|>>|[^\s\[\]()<>/]+")


class Run:
    """Glyphs that are shown from one position on."""

    def __init__(self, matrix, start):
        self.stretch = abs(matrix[0] / matrix[3])
        self.matrix, self.start, self.end = matrix, start, start
        self.x, self.y = matrix[4], matrix[5]


def joined(a, b):
    """The matrix that does `a`, then `b`."""
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
            a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


def runs_of(stream, height):
    """The runs of a content stream, in its order.  `start` is where the operator
    that moved there begins, `end` is behind the last glyph shown."""
    runs, operands, saved = [], [], []
    outer = (1, 0, 0, 1, 0, 0)
    line = outer
    moved = None
    flip = (1, 0, 0, -1, 0, height)
    for token in TOKEN.finditer(stream):
        word = token.group()
        if word[:1] in b"([<]/>" or re.fullmatch(rb"[-+.\d]+", word):
            operands.append(token)
            continue
        if word == b"q":
            saved.append(outer)
        elif word == b"Q" and saved:
            outer = saved.pop()
        elif word == b"BT":
            line = (1, 0, 0, 1, 0, 0)
        elif word in (b"cm", b"Tm", b"Td"):
            numbers = [float(o.group()) for o in operands[-6:]]
            if word == b"cm":
                outer = joined(numbers, outer)
            elif word == b"Tm":
                line = tuple(numbers)
            else:
                line = joined((1, 0, 0, 1, *numbers[-2:]), line)
            moved = operands[-len(numbers)].start() if word != b"Td" else operands[-2].start()
        elif word in (b"Tj", b"TJ"):
            if moved is not None:
                runs.append(Run(joined(joined(line, outer), flip), moved))
                runs[-1].own = line
                moved = None
            if runs:
                runs[-1].end = token.end()
        operands = []
    return runs


def leaves(blocks, path=()):
    for block in blocks:
        if block["type"] == 2:
            yield from leaves(block.get("blocks", ()), path + ((block["raw"], block["index"]),))
        else:
            yield path, block


def of_block(path):
    """The path without what stands in lines (links, emphasis, code)."""
    for count, (kind, _) in enumerate(path):
        if kind not in BLOCKS:
            return path[:count]
    return path


class Line:
    def __init__(self, page, path, characters):
        ink = [c for c in characters if not c["c"].isspace()]
        self.page, self.path, self.characters = page, path, characters
        self.kind = path[-1][0] if path else ""
        sizes = collections.Counter((round(c["origin"][1], 2), c["font"]) for c in ink)
        (self.y, self.font), _ = sizes.most_common(1)[0]
        self.left = min(c["origin"][0] for c in ink)
        self.right = max(c["bbox"][2] for c in ink)
        self.text = "".join(c["c"] for c in characters).strip()
        self.mono = all("Mono" in c["font"] for c in ink)
        self.stretch = 1.0
        self.words = words_of(characters)

    @property
    def hyphen(self):
        return len(self.text) > 1 and self.text[-1] in "-\u2010\u00ad" and self.text[-2].isalpha()

    @property
    def heading(self):
        return re.fullmatch("H[1-6]?", self.kind) is not None

    def within(self, *kinds):
        return any(kind in kinds for kind, _ in self.path)

    def space(self):
        """Its mean word space, as a share of the font's own; None for one word."""
        own = [c["bbox"][2] - c["bbox"][0] for c in self.characters
               if c["c"] == " " and c["font"] == self.font]
        if len(self.words) < 2 or not own:
            return None
        gaps = [b[0] - a[1] for a, b in zip(self.words, self.words[1:])]
        return sum(gaps) / len(gaps) / (own[0] / self.width_scale())

    def width_scale(self):
        return self.stretch


def words_of(characters):
    """Where words begin and end, in the file's order."""
    words, apart = [], True
    for c in characters:
        if c["c"].isspace():
            apart = True
        elif apart:
            words.append([c["origin"][0], c["bbox"][2]])
            apart = False
        else:
            words[-1][1] = max(words[-1][1], c["bbox"][2])
    return words


class Page:
    def __init__(self, page):
        self.label, self.index = page.get_label(), page.number
        self.width, self.height = page.rect.width, page.rect.height
        self.lines, self.pictures = [], []
        flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_COLLECT_STRUCTURE
        groups = collections.OrderedDict()
        for path, block in leaves(page.get_text("rawdict", flags=flags)["blocks"]):
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    for c in span["chars"]:
                        c.update(font=span["font"], size=span["size"])
                        groups.setdefault(of_block(path), []).append(c)
        for path, characters in groups.items():
            self.lines += self.rows(path, characters)
        self.lines.sort(key=lambda line: (line.y, line.left))
        self.stretch_lines(page)
        self.find_pictures(page)

    def find_pictures(self, page):
        """Images and drawings, but no rules, bars and frames."""
        for kind, box in page.get_bboxlog():
            left, top, right, bottom = box
            drawn = kind in ("fill-image", "fill-imgmask") or \
                (kind in ("fill-path", "stroke-path") and min(right - left, bottom - top) > THICK
                 and not any(left < l.left and l.right < right and top < l.y < bottom
                             for l in self.lines))
            if drawn and bottom - top > THICK:
                self.pictures.append(box)

    def rows(self, path, characters):
        rows = []
        for c in characters:
            row = next((r for r in rows if abs(r[0]["origin"][1] - c["origin"][1]) < RAISED), None)
            if row is None:
                rows.append([c])
            else:
                row.append(c)
        return [Line(self, path, r) for r in rows if any(not c["c"].isspace() for c in r)]

    def stretch_lines(self, page):
        runs = runs_of(page.read_contents(), self.height)
        for line in self.lines:
            here = [r.stretch for r in runs if abs(r.y - line.y) < 0.1
                    and line.left - 1 < r.x < line.right + 1]
            if here:
                line.stretch = max(here, key=lambda s: abs(s - 1))


def read(pdf):
    """The pages of the text (labelled with digits) of a file or of bytes."""
    document = pymupdf.open(stream=pdf, filetype="pdf") if isinstance(pdf, bytes) else pymupdf.open(pdf)
    return [Page(page) for page in document if page.get_label().isdigit()]
