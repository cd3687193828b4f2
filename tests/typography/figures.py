"""tests/typography/figures.py -- the sample set by handbill, and its figures: by
the sample's own script, and by our measures where that has none."""
# SPDX-License-Identifier: MIT

import importlib.util
import json
import os
import statistics
import subprocess

import pymupdf

import geometry
import measures
import pdf_lines

NAMES = ("a5-gentium", "a5-dejavu", "a4-dejavu")


def load_measure(folder):
    spec = importlib.util.spec_from_file_location("measure", os.path.join(folder, "measure.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build(handbill, work, style):
    """The whole PDF: title page, contents, text."""
    out = os.path.join(work, "out-" + style)
    subprocess.run([handbill, "build", os.path.join(work, "book"), "-o", out, "--only", "pdf",
                    "--paper", "a4", "--styles", os.path.join(work, style),
                    "--fonts", os.path.join(work, "fonts"), "--quiet"], check=True)
    return os.path.join(out, "book.a4.pdf")


def text_of(pdf, path):
    """The pages from the one that is labelled 1, which is what the sample is."""
    whole, text = pymupdf.open(pdf), pymupdf.open()
    first = next(i for i in range(len(whole)) if whole[i].get_label() == "1")
    text.insert_pdf(whole, from_page=first)
    text.save(path)
    return path


def by_script(measure, pdf, name, shared):
    width, margin, font = measure.CFG[name]
    left, right = margin * 72 / 25.4, (width - margin) * 72 / 25.4
    with open(os.path.join(shared, "sample.json"), encoding="utf-8") as data:
        return measure.analyse(pdf, left, right, font, json.load(data))


def by_us(pdf, css):
    """Counts of what our measures find, and the shares that the goals speak of."""
    block, lead = geometry.of(css, "a4")
    book = measures.Book(pdf_lines.read(pdf), block, lead)
    figures = {"our_" + name: len(found) for name, found in measures.all_of(book).items()}
    justified = book.justified()
    rescued = sum(abs(l.stretch - 1) > 0.0205 for l in justified)
    spaces = [s for s in (l.space() for l in justified) if s is not None]
    figures.update(full_pages=len(book.full), our_sd=statistics.pstdev(spaces),
                   rescued_pct=100 * rescued / len(justified),
                   page_hyphens_pct=100 * figures["our_page_hyphens"] / len(book.full),
                   unequal_pct=200 * figures["our_unequal"] / len(book.full),
                   short_last_per_1000=1000 * figures["our_short_last_lines"] / len(book.paragraphs))
    return figures, book


def of_sample(handbill, shared, work, name):
    measure = load_measure(shared)
    pdf = build(handbill, work, name)
    figures = by_script(measure, text_of(pdf, os.path.join(work, name + ".pdf")), name, shared)
    ours, _ = by_us(pdf, os.path.join(work, name, "book.css"))
    figures.update(ours)
    return figures


def of_ragged(handbill, work):
    """Ragged text at 60 characters, without hyphens."""
    block, lead = geometry.of(os.path.join(work, "ragged", "book.css"), "a4")
    book = measures.Book(pdf_lines.read(build(handbill, work, "ragged")), block, lead)
    lengths = [(l.right - book.odd) / book.width for l in book.justified()]
    return dict(lines=len(lengths), rag_sd=100 * statistics.pstdev(lengths),
                rag_short=100 * len(measures.cut(book)) / len(lengths),
                rag_outside=len(measures.outside(book)))
