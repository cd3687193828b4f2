#!/usr/bin/env python3
# tests/typography/sample.py -- the sample of prose as a folder of articles and
# the styles it is set with: sample.py SAMPLE.json OUT STYLES; with a folder of
# articles in the sample's place their prose is taken
# SPDX-License-Identifier: MIT
"""Each first-level heading begins an article.  Every ASCII mark is escaped, so
that the text comes out as it is.  Three styles: Gentium Plus and DejaVu Serif on
A5, DejaVu Serif on A4 (text block = page less its margins, 11 pt on 15.4 pt)."""
import json
import os
import re
import shutil
import sys

SETTINGS = {
    # name: (family, page width and height, margin in mm, lines a page)
    "a5-gentium": ("Gentium Plus", 148, 210, 18, 31),
    "a5-dejavu": ("DejaVu Serif", 148, 210, 18, 31),
    "a4-dejavu": ("DejaVu Serif", 210, 297, 25, 44),
    "a5-literata": ("Literata", 148, 210, 18, 31),
}
NARROW = {"a5-literata": 84}
CSS = """
@page {{ text-block: {width:.2f}mm {height:.1f}pt; grid: 15.4pt; sides: one; }}
@page a4 {{ size: {w}mm {h}mm; margin-top: {margin}mm; margin-inside: {margin}mm; }}
@page text {{ }}
@page first {{ }}
book {{ font-family: {family}; font-size: 11pt; line-height: 15.4pt; color: #000;
  text-align: justify; hyphens: auto; orphans: 2; widows: 2; }}
p {{ text-indent: 13.2pt; }}
h1 {{ font-size: 16pt; line-height: 30.8pt; font-weight: 700; text-align: start;
  hyphens: none; break-after: avoid; }}
h2 {{ font-size: 12.5pt; line-height: 15.4pt; font-weight: 700;
  text-align: start; hyphens: none; break-after: avoid; margin-top: 15.4pt; }}
article {{ break-before: page; }}
contents p {{ text-align: start; }}
"""
RAGGED = CSS.replace("text-align: justify; hyphens: auto", "text-align: start; hyphens: none")


def escape(text):
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def write_articles(items, folder):
    os.makedirs(folder, exist_ok=True)
    out, count = None, 0
    for kind, text in items:
        if kind == "h1" or out is None:
            if out:
                out.close()
            count += 1
            out = open(os.path.join(folder, f"{count:02}.md"), "w", encoding="utf-8")
            out.write("---\ntitle: %s\n---\n\n" % json.dumps(text, ensure_ascii=False))
            if kind == "h1":
                continue
        out.write(("## " if kind == "h2" else "") + escape(text) + "\n\n")
    out.close()


def write_style(name, folder, styles, css, measure=None):
    family, w, h, margin, lines = SETTINGS[name]
    os.makedirs(folder, exist_ok=True)
    for other in ("handout.css", "epub.css"):
        shutil.copy(os.path.join(styles, other), folder)
    with open(os.path.join(folder, "book.css"), "w") as out:
        out.write(css.format(family=f'"{family}"', w=w, h=h, margin=margin,
                             width=measure or w - 2 * margin, height=lines * 15.4))


def prose(folder):
    """Headings and paragraphs of Markdown articles, as one long chapter."""
    items = [("h1", "Prose")]
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            text = re.sub(r"\A---\n.*?\n---\n", "", file.read(), flags=re.S)
        for block in text.split("\n\n"):
            block = re.sub(r"\[\^.*?\]|\{.*?\}|[*`]", "", " ".join(block.split()))
            block = re.sub(r"\[(.*?)\](\(.*?\))?", r"\1", block)
            if re.match("## ", block):
                items.append(("h2", block[3:]))
            elif re.match("[A-Z][^|]+$", block):
                items.append(("p", block))
    return items


def main(sample, out, styles):
    if os.path.isdir(sample):
        items = prose(sample)
    else:
        with open(sample, encoding="utf-8") as data:
            items = json.load(data)
    write_articles(items, os.path.join(out, "book"))
    for name in SETTINGS:
        # Literata narrow: words are divided often
        write_style(name, os.path.join(out, name), styles, CSS, NARROW.get(name))
    # 60 characters of Gentium Plus at 11 pt
    write_style("a5-gentium", os.path.join(out, "ragged"), styles, RAGGED, 98)


main(*sys.argv[1:4])
