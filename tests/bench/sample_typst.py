"""bench/sample_typst.py -- the typography sample by Typst, in the sample's own
geometry: sample_typst.py SAMPLE.json OUT FONTS

Typst's defaults but for what the sample's README.md asks for: paper and margins,
11 pt on 15.4 pt, an indent of 13.2 pt on every paragraph, justified, US English,
headings.  Its optimised line breaking is what it does for justified text."""
# SPDX-License-Identifier: MIT

import json
import os
import sys

import typst

LEAD = 15.4
SETTINGS = {
    # name: (family, page width and height, margin in mm, lines a page)
    "a5-gentium": ("Gentium Plus", 148, 210, 18, 31),
    "a5-dejavu": ("DejaVu Serif", 148, 210, 18, 31),
    "a4-dejavu": ("DejaVu Serif", 210, 297, 25, 44),
}
# Edges of a line that add up to its leading put the baselines LEAD apart; half a
# point to spare lets the last line of a page in.
HEAD = """
#set page(width: {w}mm, height: {h}mm,
  margin: (x: {m}mm, top: {m}mm, bottom: {bottom:.3f}pt))
#set text(font: "{family}", size: 11pt, lang: "en", region: "us",
  hyphenate: true, top-edge: 11pt, bottom-edge: -4.4pt)
#set par(justify: true, leading: 0pt, spacing: 0pt,
  first-line-indent: (amount: 13.2pt, all: true))
#set heading(outlined: false)
#show heading: set text(hyphenate: false, weight: "bold")
#show heading.where(level: 1): it => {{
  pagebreak(weak: true)
  block(above: 0pt, below: 0pt,
    text(size: 16pt, top-edge: 22pt, bottom-edge: -8.8pt, it.body))
}}
#show heading.where(level: 2): it => block(above: 15.4pt, below: 0pt,
  text(size: 12.5pt, it.body))
"""


def source(name, items):
    family, w, h, m, lines = SETTINGS[name]
    bottom = (h - m) * 72 / 25.4 - lines * LEAD - 0.5
    out = [HEAD.format(family=family, w=w, h=h, m=m, bottom=bottom)]
    for kind, text in items:
        text = json.dumps(text, ensure_ascii=False)
        if kind == "p":
            out.append(f"#text({text})\n")
        else:
            out.append(f"#heading(level: {kind[1]}, {text})\n")
    return "\n".join(out)


def main(sample, out, fonts):
    with open(sample, encoding="utf-8") as data:
        items = json.load(data)
    for name in SETTINGS:
        path = os.path.join(out, "typst-" + name)
        with open(path + ".typ", "w", encoding="utf-8") as file:
            file.write(source(name, items))
        typst.compile(path + ".typ", output=path + ".pdf", font_paths=[fonts],
                      ignore_system_fonts=True)


main(*sys.argv[1:])
