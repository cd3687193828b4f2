"""The words of an EPUB: its XHTML, in reading order, without what handbill
generates."""
# SPDX-License-Identifier: MIT

import xml.etree.ElementTree as ElementTree
import zipfile

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
BLOCKS = {"p", "div", "section", "aside", "li", "ul", "ol", "dl", "dt", "dd",
          "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr",
          "td", "th", "figure", "figcaption", "blockquote", "pre", "hr"}
# What is made from front matter, and ways to other articles: print says it in
# other words or in its furniture.
GENERATED = {"dates", "status", "card-more", "emergency-link"}


class Text:
    def __init__(self):
        self.body = self.notes = self.meta = ""
        self.pictures = []


def classes(element):
    return set(element.get("class", "").split())


def collect(element, text, into):
    tag = element.tag.removeprefix(XHTML)
    names = classes(element)
    if names & {"dates", "status"}:
        text.meta += "".join(element.itertext()) + "\n"
    if names & GENERATED:
        return
    if element.get("role") == "doc-footnote":
        into = "notes"
    if tag == "img":
        text.pictures.append(element.get("alt", ""))
    block = "\n" if tag in BLOCKS | {"br"} else ""
    add(text, into, block + (element.text or ""))
    number = int(element.get("start", "1"))
    for child in element:
        if tag == "ol":
            add(text, into, "\n%d.\n" % number)
            number += 1
        collect(child, text, into)
        add(text, into, child.tail or "")
    add(text, into, block)


def add(text, into, more):
    setattr(text, into, getattr(text, into) + more)


def articles(path):
    """A dictionary: the stem of the file, which is the article's id -> Text."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith(".xhtml"):
                continue
            root = ElementTree.fromstring(archive.read(name))
            body = root.find(XHTML + "body")
            section = body.find(XHTML + "section")
            if section is None or not classes(section) & {"article", "topic", "form"}:
                continue
            text = Text()
            collect(body, text, "body")
            found[name.rsplit("/", 1)[-1].removesuffix(".xhtml")] = text
    return found
