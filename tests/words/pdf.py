"""The words of a PDF as MuPDF reads them off its pages, article by article."""
# SPDX-License-Identifier: MIT

import html
import re
import subprocess

PAGE_OR_LINE = re.compile(
    r'<div id="page(?P<page>\d+)"'
    r'|<p style="top:(?P<top>[-\d.]+)pt;left:(?P<left>[-\d.]+)pt[^>]*>'
    r"(?P<text>.*?)</p>", re.S)
HEAD_SIZE = "font-size:9.0pt"
HEAD_TOP = 80  # pt; styles/book.css sets the running head above it


class Line:
    def __init__(self, text, furniture):
        self.text = text
        self.furniture = furniture


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode()


def pages(path):
    """Each page is a list of lines, in the order in which they were painted."""
    found = []
    text = run("mutool", "draw", "-q", "-F", "html", "-o", "-", path)
    for match in PAGE_OR_LINE.finditer(text):
        if match["page"]:
            found.append([])
            continue
        spans = match["text"]
        words = html.unescape(re.sub("<[^>]*>", "", spans))
        found[-1].append(Line(words, float(match["top"]) < HEAD_TOP
                              and HEAD_SIZE in spans))
    return found


def outline(path):
    """The entries of the table of contents: (title, page from 0, depth)."""
    entries = []
    for line in run("mutool", "show", path, "outline").splitlines():
        match = re.match(r'[|+-]?(\t*)"(.*)"\t#page=(\d+)', line)
        if match:
            entries.append((match[2], int(match[3]) - 1, len(match[1])))
    return entries
