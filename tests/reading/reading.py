"""reading/reading.py -- readers that are not ours give back the words of a book
in their order: reading.py RELEASE [--actual-text]

Each word of each article, as the EPUB has it, is looked for in what pdftotext,
mutool, MuPDF and `pdfinfo -struct-text` say of the book on A4, each behind the
one before.  Between two words may stand what only paper has (heads and feet of
pages, notes, the address behind a link), but no more than a page of it.  A word
may be divided where a line ends.

Arabic     Vowels and other marks are part of the word.  Only pdftotext sorts
           all that has a place of its own from left to right, before it turns
           the line around, and so reads each mark before its letter, whoever
           has written the file: there letters alone are looked for, and no
           numbers and Latin words among them.
Capitals   Small capitals that the font has not are its capitals, smaller, as
           are large ones: one glyph for two letters, hence ActualText, which
           MuPDF knows since 1.24 and `pdfinfo -struct-text` not at all.  With
           --actual-text only those are asked that know it.
Signs      are left out: poppler joins what a line divides, whoever has written
           the hyphen, and moves brackets where directions change.
Columns    In tables, forms and code pdftotext may see columns and read down,
           whatever the file says, unless asked for its order (-raw)."""
# SPDX-License-Identifier: MIT

import bisect
import glob
import os
import re
import subprocess
import sys
import unicodedata
import zipfile

import pymupdf

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "words"))
import epub

GAP = 450  # words of paper between two words of an article
UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff"
                    "\u202a-\u202e\u2066-\u2069]")
WITHOUT_GLYPH = re.compile(r"\[\s*U\+([0-9A-F]{4,6})\s*\]")
DIVIDED = "\ue000"  # no character of any text: a hyphen at a line's end
JOINED = "\u0621-\u065f\u0670-\u06d3"


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode()


def fold(text):
    text = re.sub("[-\u00ad]\\s*\n", DIVIDED + "\n", text)
    text = WITHOUT_GLYPH.sub(lambda m: chr(int(m[1], 16)), text)
    return unicodedata.normalize("NFKC", UNSEEN.sub("", text))


def plain_words(text):
    """Letters and digits, without those in joined letters."""
    return bare_words(re.sub("[%s]+" % JOINED, " ", fold(text)))


def marked_words(text):
    return re.findall("[%s]+" % JOINED, fold(text))


def joined_words(text):
    return re.findall("[%s]+" % JOINED, "".join(
        c for c in fold(text) if not unicodedata.combining(c)))


def bare_words(text):
    """Signs are left out: each reader has its own hyphens and brackets."""
    bare = ("".join(c for c in word if c.isalnum() or c == DIVIDED)
            for word in text.split())
    return [word for word in bare if word.strip(DIVIDED)]


def struct_text(path):
    """What stands alone in its line in quotation marks; what is inline ends no
    word."""
    found = []
    for line in run("pdfinfo", "-struct-text", path).splitlines():
        match = re.fullmatch(r'\s*"(.*)"', line)
        if match:
            found.append(match[1])
        elif not re.search(r"\(inline\)|^\s*Object|^\s*/", line):
            found.append("\n")
    return "".join(found)


READERS = {
    "pdftotext": lambda path: run("pdftotext", path, "-"),
    "mutool": lambda path: run("mutool", "draw", "-q", "-F", "text", "-o", "-",
                               path),
    "MuPDF": lambda path: "".join(page.get_text()
                                  for page in pymupdf.open(path)),
    "pdfinfo -struct-text": struct_text,
}
KNOW_ACTUAL_TEXT = ("pdftotext", "MuPDF")


class Said:
    """What a reader said: its words without the spaces, and where they begin."""

    def __init__(self, words):
        self.text = "".join(words).replace(DIVIDED, "")
        self.starts = []
        self.ends = set()
        self.divided = set()
        at = 0
        for word in words:
            self.starts.append(at)
            at += len(word.replace(DIVIDED, ""))
            self.ends.add(at)
            if word.endswith(DIVIDED):
                self.divided.add(at)

    def places(self, at):
        """Where the next word may begin: at once, or after furniture."""
        first = bisect.bisect_left(self.starts, at)
        return [at] + self.starts[first:first + GAP]

    def end_of(self, word, at):
        """Behind the next `word`, which the end of a page may divide: with a
        hyphen, and an address also without."""
        if self.text.startswith(word, at):
            return at + len(word)
        return (self.end_of_divided(word, at, self.divided)
                or self.later(word, at)
                or self.end_of_divided(word, at, self.ends))

    def end_of_divided(self, word, at, ends):
        for size in range(len(word) - 1, 0, -1):
            if at + size in ends and self.text.startswith(word[:size], at):
                return self.later(word[size:], at + size)
        return None

    def later(self, word, at):
        for place in self.places(at):
            if self.text.startswith(word, place):
                return place + len(word)
        return None

    def follow(self, expected, at):
        """How many of the words follow each other from `at` on."""
        for index, word in enumerate(expected):
            at = self.end_of(word, at)
            if at is None:
                return index
        return len(expected)

    def furthest(self, expected):
        """The same from the best place on: titles stand in contents, too."""
        start = "".join(expected[:3])
        most = 0
        for at in self.starts:
            if self.text.startswith(start, at):
                most = max(most, self.follow(expected, at))
                if most == len(expected):
                    break
        return most


def check(body, reader, said):
    told = []
    sorts = reader == "pdftotext"
    joined = joined_words if sorts else marked_words
    mostly_joined = len(joined(body)) > len(plain_words(body))
    for split in (plain_words, joined):
        expected = [word.replace(DIVIDED, "") for word in split(body)]
        if not expected or (sorts and mostly_joined and split is plain_words):
            continue
        most = Said(split(said)).furthest(expected)
        if most < len(expected):
            told.append("word %d of %d is lost: %s" % (
                most + 1, len(expected),
                " ".join(expected[max(0, most - 5):most + 3])))
    return told


def articles_with_columns(path):
    """Forms, tables, and code, whose spaces look like gaps."""
    with zipfile.ZipFile(path) as archive:
        return {name.rsplit("/", 1)[-1].removesuffix(".xhtml")
                for name in archive.namelist()
                if re.search(rb'<(table|pre)\b|class="form', archive.read(name))}


def one(folder, ending):
    files = glob.glob(os.path.join(folder, "*" + ending))
    if len(files) != 1:
        sys.exit("%s: %d files *%s" % (folder, len(files), ending))
    return files[0]


def main(release, limit=""):
    book, path = one(release, ".epub"), one(release, ".a4.pdf")
    columns = articles_with_columns(book)
    articles = epub.articles(book)
    in_order = run("pdftotext", "-raw", path, "-")
    told = []
    asked = KNOW_ACTUAL_TEXT if limit == "--actual-text" else tuple(READERS)
    for reader in asked:
        said = READERS[reader](path)
        for name, text in articles.items():
            faults = check(text.body, reader, said)
            if faults and reader == "pdftotext" and name in columns:
                faults = check(text.body, reader, in_order)
            told += ["%s: %s: %s" % (reader, name, fault) for fault in faults]
    for line in told:
        print(line)
    print("%s: %d articles, %d readers, %d differences" % (
        os.path.basename(release), len(articles), len(asked), len(told)))
    return 1 if told or not articles else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
