#!/usr/bin/env python3
# tests/readers/mupdf.py -- what MuPDF shows of an EPUB against what is in it:
# mupdf.py FILE.epub OUTLINE TEXT
# SPDX-License-Identifier: MIT
#
# OUTLINE is what outline.js wrote, TEXT what `mutool draw -F text` did.  The
# outline has the lines of the contents, each leading to a page; all blocks of
# each chapter are drawn.
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
OPF = "{http://www.idpf.org/2007/opf}"
BLOCKS = {XHTML + name for name in "p li h1 h2 h3 h4 h5 h6 td th dt dd pre".split()}

book = zipfile.ZipFile(sys.argv[1])
outline = [line.split("\t") for line in open(sys.argv[2]).read().splitlines()]


def letters(text):
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum())


def blocks(node):
    """The letters of each block that holds no other."""
    inside = [text for child in node for text in blocks(child)]
    if inside or node.tag not in BLOCKS:
        return inside
    text = letters("".join(node.itertext()))
    return [text] if text else []


def tree(name):
    return ElementTree.fromstring(book.read(name))


drawn = letters(open(sys.argv[3]).read())
wrong = 0


def check(good, what):
    global wrong
    if not good:
        print("WRONG:", what)
        wrong += 1


nav = next(nav for nav in tree("nav.xhtml").iter(XHTML + "nav")
           if nav.get(TYPE) == "toc")
titles = [re.sub(r"\s+", " ", "".join(item[0].itertext()))
          for item in nav.iter(XHTML + "li")]
check([line[2] for line in outline] == titles,
      f"the outline has {len(outline)} lines, the contents {len(titles)}")
places = [(int(line[0]), int(line[1])) for line in outline]
check(all(min(place) >= 0 for place in places) and places == sorted(places),
      "the outline does not lead through the book in its order")

package = tree("package.opf")
files = {item.get("id"): item.get("href") for item in package.iter(OPF + "item")}
chapters = 0
for item in package.iter(OPF + "itemref"):
    name = files[item.get("idref")]
    texts = blocks(tree(name).find(XHTML + "body"))
    lost = [text for text in texts if text not in drawn]
    check(not lost, f"{name}: {len(lost)} of {len(texts)} blocks are not drawn, "
          f"first \"{lost[0][:60] if lost else ''}\"")
    chapters += len(texts) > 0
check(chapters > 0, "no chapter has a text")
print(f"MuPDF shows {len(outline)} lines of contents, {chapters} chapters")
sys.exit(1 if wrong else 0)
