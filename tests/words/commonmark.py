"""words/commonmark.py -- the examples of the CommonMark specification:

    commonmark.py write SPEC FOLDER      writes each as an article, example-001
    commonmark.py words SPEC RELEASE     EPUB and PDF lost no word of any
    commonmark.py trees SPEC DUMP        and DUMP, as `dump --as tree --after
                                         merge-text` prints it, is what the
                                         specification's HTML says

known-differences.tsv lists the examples that may differ, and why; one that does
not differ any more is a fault too."""
# SPDX-License-Identifier: MIT

import difflib
import os
import re
import sys

import conserve
import epub
import pdf
import reference
import source

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.S | re.M)


def examples(path):
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("→", "\t")
    for number, (markdown, html) in enumerate(EXAMPLE.findall(text), 1):
        yield "example-%03d" % number, markdown, html


def known(column):
    """Of the examples with `column` ("tree" or "words"): name -> reason."""
    path = os.path.join(os.path.dirname(__file__), "known-differences.tsv")
    found = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or not line.strip():
                continue
            number, kind, reason = line.rstrip("\n").split("\t")
            if kind == column:
                found["example-%03d" % int(number)] = reason
    return found


def tell(kind, told, count):
    """Prints each difference that is not known: the exit code."""
    excused = known(kind)
    faults = 0
    for name, lines in told.items():
        if name not in excused:
            faults += 1
            print("%s: %s" % (name, "\n  ".join(lines)))
    for name in excused.keys() - told.keys():
        faults += 1
        print("%s: no longer differs; take it off the list" % name)
    print("%s: %d examples, %d as listed, %d faults" % (
        kind, count, len(told.keys() & excused.keys()), faults))
    return 1 if faults or count != 655 else 0


def write(spec, folder):
    for name, markdown, _ in examples(spec):
        with open(os.path.join(folder, name + ".md"), "w",
                  encoding="utf-8") as file:
            file.write('---\ntitle: "%s"\n---\n%s' % (title(name), markdown))
    return 0


def title(name):
    return name.replace("-", " ").capitalize()


def words(spec, release):
    """No word of the specification's HTML is lost; a tag that we do not know
    stands as text, so there may be more.  Print has what the EPUB has."""
    texts = epub.articles(conserve.one(release, ".epub"))
    path = conserve.one(release, ".a4.pdf")
    pages = pdf.pages(path)
    articles = []
    for name, _, _ in examples(spec):
        article = source.Article()
        article.title = title(name)
        articles.append((name, article))
    ranges = conserve.page_ranges(articles, path, len(pages))
    told = {}
    for (name, article), (_, _, html) in zip(articles, examples(spec)):
        first, last = ranges.get(name, (0, 0))
        text = texts.get(name, epub.Text())
        lines = ["EPUB: lost: " + word
                 for word in lost(reference.words(html), text.body)]
        lines += ["PDF: " + line for line in conserve.from_pdf(
            article, text.body, "", "", pages[first:last])]
        if lines:
            told[name] = lines
    return tell("words", told, len(articles))


def lost(wanted, found):
    left, right = (re.findall(r"[^\W_]+", conserve.fold(text, False))
                   for text in (wanted, found))
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    return [" ".join(left[a:b]) for verb, a, b, c, d in matcher.get_opcodes()
            if verb in ("delete", "replace")]


def trees(spec, path):
    with open(path, encoding="utf-8") as file:
        parts = re.split(r"^== (\S+) .*\n", file.read(), flags=re.M)
    dumps = dict(zip(parts[1::2], parts[2::2]))
    told, count, held = {}, 0, 0
    for name, _, html in examples(spec):
        count += 1
        try:
            wanted = reference.tree(html)
        except reference.NotHeld:
            continue
        held += 1
        found = reference.dumped(dumps.get(name, "").splitlines())
        if reference.merged_text(wanted) != found:
            told[name] = ["wanted"] + wanted + ["found"] + found
    print("%d of the examples have a tree that ours can hold" % held)
    return tell("tree", told, count)


if __name__ == "__main__":
    verb = {"write": write, "words": words, "trees": trees}[sys.argv[1]]
    sys.exit(verb(*sys.argv[2:]))
