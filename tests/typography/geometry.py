"""tests/typography/geometry.py -- the text block that a style sheet asks for."""
# SPDX-License-Identifier: MIT

import re

MM = 72 / 25.4
SIZES = {"a4": (210 * MM, 297 * MM), "letter": (612, 792)}


def points(text):
    number, unit = re.fullmatch(r"([\d.]+)(mm|pt)?", text).groups()
    return float(number) * (MM if unit == "mm" else 1)


def of(css, paper):
    """(left on odd pages, left on even pages, width, top), the grid's step."""
    with open(css, encoding="utf-8") as file:
        sheet = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    def rule(selector):
        body = re.search(r"@page\s*%s\{([^}]*)\}" % selector, sheet)[1]
        return {k.strip(): v.split() for k, v in re.findall(r"([\w-]+)\s*:([^;]*);", body)}
    common, sheet_of_paper = rule(""), rule(paper + r"\s*")
    size = sheet_of_paper["size"]
    page_width = SIZES[size[0]][0] if size[0] in SIZES else points(size[0])
    width = points(common["text-block"][0])
    inside = points(sheet_of_paper["margin-inside"][0])
    even = inside if common.get("sides") == ["one"] else page_width - inside - width
    return ((inside, even, width, points(sheet_of_paper["margin-top"][0])),
            points(common["grid"][0]))
