"""The same articles as one Markdown file, and as Typst and HTML made of it by
pandoc, for the programs that handbill is compared with."""
# SPDX-License-Identifier: MIT

import os
import re
import shutil
import subprocess

import pypandoc

PANDOC = pypandoc.get_pandoc_path()
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
TITLE = re.compile(r'^title: *"?(.*?)"?$', re.M)


def names(folder):
    order = os.path.join(folder, "order.txt")
    if os.path.exists(order):
        with open(order, encoding="utf-8") as file:
            return [line.strip().removesuffix(".md") for line in file
                    if line.strip()]
    return sorted(name.removesuffix(".md") for name in os.listdir(folder)
                  if name.endswith(".md"))


def read(folder, name):
    with open(os.path.join(folder, name + ".md"), encoding="utf-8") as file:
        return file.read()


def chapter(text):
    """An article with its title as a heading.  Links within the page lead
    outside: Typst ends at a label that is not there."""
    front = FRONT_MATTER.match(text)
    title = TITLE.search(front[1])[1] if front else ""
    body = FRONT_MATTER.sub("", text)
    body = re.sub(r"\]\(#[^)]*\)", "](https://example.org/)", body)
    body = re.sub(r"^(\[[^\]]+\]: *)#\S*", r"\1https://example.org/", body,
                  flags=re.M)
    return "# %s\n\n%s\n" % (title, body)


def write(folder, work, only=None):
    """Files book.md, book.typ and book.html in `work`, pictures beside them."""
    shutil.copytree(folder, work)
    subprocess.run(["chmod", "-R", "u+w", work], check=True)
    with open(os.path.join(work, "book.md"), "w", encoding="utf-8") as file:
        for name in names(folder):
            if only in (None, name):
                file.write(chapter(read(folder, name)))
    for ending in ("typ", "html"):
        subprocess.run(pandoc("book." + ending), cwd=work, check=True,
                       stderr=subprocess.DEVNULL)


def pandoc(output):
    return [PANDOC, "-f", "gfm", "-s", "--metadata", "title=Book",
            "book.md", "-o", output]


def copies(folder, work, count):
    """The book `count` times, its links within each copy."""
    os.makedirs(work)
    stems = names(folder)
    link = re.compile(r"\]\((?=(?:%s)\.(?:md|html))" % "|".join(
        sorted(map(re.escape, stems), key=len, reverse=True)))
    with open(os.path.join(work, "order.txt"), "w") as order:
        for copy in range(1, count + 1):
            for stem in stems:
                text = link.sub("](copy%d-" % copy, read(folder, stem))
                text = re.sub(r"^id: *", "id: copy%d-" % copy, text, 1, re.M)
                name = "copy%d-%s.md" % (copy, stem)
                order.write(name + "\n")
                with open(os.path.join(work, name), "w",
                          encoding="utf-8") as file:
                    file.write(text)
    for name in os.listdir(folder):
        if os.path.isdir(os.path.join(folder, name)):
            shutil.copytree(os.path.join(folder, name),
                            os.path.join(work, name))
