"""words/conserve.py -- no word is lost between an article and what is made of
it: conserve.py SOURCE RELEASE

SOURCE is a folder of articles in Markdown, RELEASE what handbill made of it.
The characters of each article, without white space, are the same and in the
same order in source, EPUB and PDF, and where words end in the source they end
in the others.  Folded on all sides: ligatures, soft hyphens, typographic
quotes, dashes and ellipses; in the PDF also hyphens, for a line may end with
one.  Each difference is printed with its article and words."""
# SPDX-License-Identifier: MIT

import difflib
import glob
import os
import re
import sys
import unicodedata

import epub
import pdf
import source

FOLDED = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"',
    "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-",
    "\u2026": "...", "\u00ad": None, "\u200b": None, "\u2060": None,
})
# What stands before items, and where a line of code goes on.
SIGNS = str.maketrans(dict.fromkeys("•◦▪–☐☑✓↩↪⏎", None))
WITHOUT_GLYPH = re.compile(r"\[U\+([0-9A-F]{4,6})\]")


def fold(text, in_print):
    text = WITHOUT_GLYPH.sub(lambda m: chr(int(m[1], 16)), text)
    text = unicodedata.normalize("NFKC", text.translate(FOLDED))
    text = re.sub("-+", "" if in_print else "-", text)
    return text.translate(SIGNS)


class Stream:
    """Characters without white space, and where words end: `firm` where there
    is a space, `soft` where print ends a line."""

    def __init__(self):
        self.characters = ""
        self.firm = set()
        self.soft = set()

    def add(self, text, in_print=False):
        for part in re.split(r"(\s+)", fold(text, in_print)):
            if part.strip():
                self.characters += part
            elif part:
                self.firm.add(len(self.characters))

    def end_line(self):
        self.soft.add(len(self.characters))

    def text(self, start, end):
        return "".join((" " if at in self.firm else "")
                       + self.characters[at:at + (at < end)]
                       for at in range(start, end + 1))

    def words(self):
        end = len(self.characters)
        marks = sorted((self.firm | self.soft) - {0, end})
        return [self.characters[a:b] for a, b in
                zip([0] + marks, marks + [end])]


def differences(expected, found):
    """A list of strings; empty if all is well."""
    if expected.characters == found.characters:
        return moved_ends(expected, found)
    left, right = expected.words(), found.words()
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    told = []
    for verb, a, b, c, d in matcher.get_opcodes():
        here, there = left[a:b], right[c:d]
        if "".join(here) != "".join(there):  # else divided at a line's end
            told.append("source has %r, this has %r" % (
                " ".join(here), " ".join(there)))
    return told


def moved_ends(expected, found):
    told = []
    ends = {0, len(expected.characters)}
    for at in sorted(expected.firm - found.firm - found.soft - ends):
        told.append("two words became one: " + around(expected, at))
    for at in sorted(found.firm - expected.firm - ends):
        told.append("one word became two: " + around(expected, at))
    return told


def around(stream, at):
    text = stream.characters
    return "%r, %r" % (text[max(0, at - 20):at], text[at:at + 20])


def body_of(article):
    text = "\n".join([article.title, article.summary] + article.blocks)
    return text + "\n" + (source.HOLE if article.has_sources else "")


def fill(text, found):
    """`text` with what `found` says in place of its holes; without holes, if
    the two do not fit together."""
    parts = text.split(source.HOLE)
    streams = [folded(part) for part in parts]
    pattern = "(.*?)".join(re.escape(s.characters) for s in streams)
    match = re.fullmatch(pattern, found.characters, re.S)
    if match is None:
        return "".join(parts)
    filled = parts[0]
    for group, part in enumerate(parts[1:], 1):
        filled += found.text(*match.span(group)) + part
    return filled


def folded(text, in_print=False):
    stream = Stream()
    stream.add(text, in_print)
    return stream


def from_epub(article, text):
    """The differences, and the article's body and notes without holes."""
    found = folded(text.body + "\n" + text.notes)
    divide = "\ue003"  # no character of any text
    whole = body_of(article) + divide + "\n" + "".join(article.notes)
    found_divided = folded(text.body + divide + "\n" + text.notes)
    body, notes = fill(whole, found_divided).split(divide)
    told = differences(folded(body + "\n" + notes), found)
    if fold_all(article.pictures) != fold_all(text.pictures):
        told.append("pictures: source has %r, this has %r" % (
            article.pictures, text.pictures))
    return told, body, notes


def fold_all(texts):
    return [" ".join(fold(text, False).split()) for text in texts]


class Notes:
    """What the feet of an article's pages must hold, one after the other."""

    def __init__(self, notes):
        self.rest = folded(notes, True).characters

    def take(self, lines):
        """The page's lines without its notes."""
        for first in range(len(lines)) if self.rest else ():
            foot = Stream()
            for line in lines[first:]:
                foot.add(line.text, True)
            if foot.characters and self.rest.startswith(foot.characters):
                self.rest = self.rest[len(foot.characters):]
                return lines[:first]
        return lines


def repeated_head(article, expected, found, lines):
    """How many lines of a page's top repeat a table's head."""
    for head in article.heads:
        wanted = folded(" ".join(head), True)
        at = len(found.characters)
        if expected.characters.startswith(wanted.characters, at):
            continue
        top = Stream()
        for count, line in enumerate(lines, 1):
            top.add(line.text, True)
            if top.characters == wanted.characters:
                return count
            if not wanted.characters.startswith(top.characters):
                break
    return 0


def from_pdf(article, body, notes, meta, pages):
    expected = folded(body, True)
    generated = Generated(article, meta)
    notes = Notes(notes)
    found = Stream()
    for page in pages:
        lines = notes.take([line for line in page if not line.furniture])
        join_code_points(lines)
        for line in lines[repeated_head(article, expected, found, lines):]:
            if not generated.holds(line.text, found):
                found.add(line.text, True)
                found.end_line()
    told = differences(expected, found)
    if notes.rest:
        told.append("notes: not at the foot of a page: %r" % notes.rest)
    return told


PAGE_REFERENCE = re.compile(r"\APage \d+\s*\Z")


def join_code_points(lines):
    """[U+0928] may be divided behind its bracket."""
    for line, following in zip(lines, lines[1:]):
        if line.text.endswith("[") and following.text.startswith("U+"):
            line.text = line.text[:-1]
            following.text = "[" + following.text


class Generated:
    """The dates and the status of an article, which the EPUB has too, between
    its title and its text, and where a card leads."""

    def __init__(self, article, meta):
        self.start = folded(article.title + article.summary, True).characters
        phrases = [folded(phrase, True).characters
                   for phrase in re.split(" · |\n", meta)]
        self.phrases = {phrase for phrase in phrases if phrase}
        if self.phrases:
            self.phrases.add("Draft")
        self.begun = ""  # a phrase may need more than one line

    def holds(self, line, found):
        if PAGE_REFERENCE.match(line):
            return True
        return found.characters == self.start and all(
            self.is_phrase(folded(part, True).characters)
            for part in line.split(" · "))

    def is_phrase(self, part):
        begun = self.begun + part
        if not any(phrase.startswith(begun) for phrase in self.phrases):
            return False
        self.begun = "" if begun in self.phrases else begun
        return True


def page_ranges(articles, path, count):
    """Of each article in the order of the outline: id -> (first, last + 1)."""
    entries = pdf.outline(path)
    titles = {squeeze(article.title): name for name, article in articles}
    ranges = {}
    for at, (title, page, depth) in enumerate(entries):
        name = titles.pop(squeeze(title), None)
        if name is not None:
            ends = [p for _, p, d in entries[at + 1:] if d <= depth and p > page]
            ranges[name] = (page, min(ends + [count]))
    return ranges


def squeeze(title):
    return folded(title, True).characters


def one(folder, ending):
    files = glob.glob(os.path.join(folder, "*" + ending))
    if len(files) != 1:
        sys.exit("%s: %d files *%s" % (folder, len(files), ending))
    return files[0]


def main(folder, release):
    reader = source.Reader()
    articles = []
    for path in sorted(glob.glob(os.path.join(folder, "*.md"))):
        with open(path, encoding="utf-8") as file:
            name = os.path.basename(path).removesuffix(".md")
            articles.append((name, reader.read(file.read())))
    texts = epub.articles(one(release, ".epub"))
    path = one(release, ".a4.pdf")
    pages = pdf.pages(path)
    ranges = page_ranges(articles, path, len(pages))
    wrong = words = 0
    for name, article in articles:
        words += len(" ".join(article.blocks).split())
        text = texts.get(name, epub.Text())
        first, last = ranges.get(name, (0, 0))
        told, body, notes = from_epub(article, text)
        told = ["EPUB: " + t for t in told]
        told += ["PDF: " + t for t in
                 from_pdf(article, body, notes, text.meta, pages[first:last])]
        for line in told:
            print("%s: %s" % (name, line[:400]))
        wrong += len(told)
    print("%s: %d articles, %d words, %d differences" % (
        os.path.basename(release), len(articles), words, wrong))
    return 1 if wrong or not articles else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
