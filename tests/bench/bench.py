"""bench/bench.py -- CPU seconds, peak memory and pages per CPU second of
handbill and of other programs: bench.py HANDBILL WORK ROUNDS

CPU seconds are user and system time of the program and what it started.  Runs
are interleaved, so that a busy minute of the machine meets all of them; the
figures are medians.  Whole commands are measured; what a stage takes is the
difference between two of them."""
# SPDX-License-Identifier: MIT

import os
import re
import shutil
import statistics
import subprocess
import sys

import sources

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
CORPORA = os.path.join(TOP, "..", "shared", "corpora")
TYPST = "import typst; typst.compile('book.typ', output='book.typ.pdf')"
WEASYPRINT = ("import weasyprint, logging;"
              "logging.getLogger('weasyprint').disabled = True;"
              "weasyprint.HTML('book.html').write_pdf('book.html.pdf')")
SLOW = 10  # seconds: what takes longer is run once


class Task:
    """A command, and what its runs took."""

    def __init__(self, name, command, folder, output=None):
        self.name, self.command, self.folder = name, command, folder
        self.output = output
        self.seconds, self.memory = [], []

    def run(self):
        if self.seconds and self.seconds[0] > SLOW:
            return
        null = os.open(os.devnull, os.O_RDWR)
        child = subprocess.Popen(self.command, cwd=self.folder, stdin=null,
                                 stdout=null, stderr=null)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        os.close(null)
        if child.returncode != 0:
            sys.exit("%s ended with %d, in %s: %s" % (
                self.name, child.returncode, self.folder,
                " ".join(self.command)))
        self.seconds.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)

    @property
    def cpu(self):
        return statistics.median(self.seconds)

    @property
    def megabytes(self):
        return max(self.memory)

    def pages(self):
        if self.output is None or not os.path.exists(self.output):
            return None
        said = subprocess.run(["pdfinfo", self.output], capture_output=True,
                              text=True).stdout
        match = re.search(r"^Pages: *(\d+)", said, re.M)
        return int(match[1]) if match else None


class Bench:
    def __init__(self, handbill, work):
        self.handbill, self.work = handbill, work

    def ours(self, name, book, verb, *options):
        command = [self.handbill, verb, book, "--styles",
                   os.path.join(TOP, "styles"), "--fonts",
                   os.path.join(TOP, "fonts"), "--quiet", *options]
        output = None
        if verb == "build":
            out = os.path.join(self.work, "out-" + re.sub(r"\W+", "-", name))
            shutil.rmtree(out, ignore_errors=True)
            command += ["-o", out]
            output = out
        return Task(name, command, self.work, output)

    def book(self, label, book, articles):
        """The tasks of one book: ours, then the others'."""
        folder = os.path.join(self.work, "peers-" + label)
        sources.write(articles, folder)
        a4 = ("--paper", "a4")
        return {
            "read": self.ours(label + " tree", book, "dump", "--as", "tree"),
            "epub": self.ours(label + " epub", book, "build", "--only", "epub"),
            "alone": self.ours(label + " alone", book, "build", "--only",
                               "epub", "--no-page-list"),
            "pdf": self.ours(label + " pdf", book, "build", "--only", "pdf",
                             *a4),
            "both": self.ours(label + " both", book, "build", "--only",
                              "epub,pdf", *a4),
            "all": self.ours(label + " all", book, "build"),
            **self.peers(folder),
        }

    def peers(self, folder):
        python = sys.executable
        return {
            "typst": Task("Typst", [python, "-c", TYPST], folder,
                          os.path.join(folder, "book.typ.pdf")),
            "weasyprint": Task("WeasyPrint", [python, "-c", WEASYPRINT], folder,
                               os.path.join(folder, "book.html.pdf")),
            "pandoc": Task("pandoc", sources.pandoc("book.epub"), folder),
        }

    def article(self, articles, name):
        folder = os.path.join(self.work, "peers-article")
        sources.write(articles, folder, name)
        peers = self.peers(folder)
        options = ("--article", name, "--paper", "a4", "--only")
        return {
            "handout": self.ours("article handout", articles, "build",
                                 *options, "handouts"),
            "pdf": self.ours("article pdf", articles, "build", *options, "pdf"),
            "typst": peers["typst"],
        }

    def copies(self, articles):
        tasks = {}
        for count in (1, 4):
            folder = os.path.join(self.work, "copies-%d" % count)
            sources.copies(articles, folder, count)
            tasks[count] = self.ours("copies %d" % count, folder, "build",
                                     "--only", "epub,pdf", "--paper", "a4")
        return tasks


def run(rounds, groups):
    for _ in range(rounds):
        for tasks in groups.values():
            for task in tasks.values():
                task.run()


NAMES = {
    "read": "handbill: read, passes (dump --as tree)",
    "epub": "handbill: the EPUB, page list included",
    "alone": "handbill: the EPUB alone, without",
    "pdf": "handbill: one paper",
    "both": "handbill: the EPUB and one paper",
    "all": "handbill: everything",
    "handout": "handbill: the handout, one paper",
    "typst": "Typst: one PDF",
    "weasyprint": "WeasyPrint: one PDF",
    "pandoc": "pandoc: the EPUB",
    1: "handbill: one copy",
    4: "handbill: four copies",
}


def our_pages(task):
    """Of the book's own PDF in a folder of ours."""
    if task.output and os.path.isdir(task.output):
        for folder, _, files in os.walk(task.output):
            for name in sorted(files):
                if name.endswith(".a4.pdf"):
                    task.output = os.path.join(folder, name)
                    return task.pages()
    return task.pages()


def print_group(label, tasks):
    print("\n%-44s %9s %8s %7s %11s" % (label, "CPU s", "MB peak", "pages",
                                        "pages/CPU s"))
    for key, task in tasks.items():
        pages = our_pages(task)
        print("  %-42s %9.3f %8.0f %7s %11s" % (
            NAMES[key], task.cpu, task.megabytes, pages or "",
            "%.0f" % (pages / task.cpu) if pages else ""))
    if "both" in tasks:
        read = tasks["read"].cpu
        print("  stages: read and passes %.3f, EPUB %.3f, layout and PDF %.3f"
              % (read, tasks["alone"].cpu - read, tasks["pdf"].cpu - read))


def goal(text, value, limit, at_least):
    met = value >= limit if at_least else value <= limit
    print("  %-58s %7.2f  (%s %g: %s)" % (
        text, value, "at least" if at_least else "at most", limit,
        "met" if met else "missed"))


def print_finisher(handbill):
    """What of making a PDF is painting, and what comes behind it."""
    measure = os.path.join(os.path.dirname(handbill), "bench_finisher")
    print("\n%-44s %9s %8s" % ("painter and finisher", "paint s", "finish s"))
    shares = {}
    for label in ("betahealth", "rust-book"):
        said = subprocess.run(
            [measure, os.path.join(CORPORA, label, "articles"), "--styles",
             os.path.join(TOP, "styles"), "--fonts", os.path.join(TOP, "fonts"),
             "--paper", "a4"], capture_output=True, text=True, check=True)
        paint, finish = map(float, said.stdout.split())
        print("  %-42s %9.3f %8.3f" % (label, paint, finish))
        shares[label] = 100 * finish / paint
    return shares


def print_ratios(groups, shares):
    print("\nRatios")
    if "rust-book" in shares:
        goal("rust-book: finisher / painter, %", shares["rust-book"], 15, False)
    for label, tasks in groups.items():
        if "both" not in tasks:
            continue
        limit = 2 if label == "rust-book" else 3
        goal("%s: Typst's PDF / our EPUB and paper" % label,
             tasks["typst"].cpu / tasks["both"].cpu, limit, True)
        # pandoc's EPUB has no page list: the like of it is ours without.
        goal("%s: pandoc's EPUB / our EPUB without page list" % label,
             tasks["pandoc"].cpu / tasks["alone"].cpu, 15, True)
        paged = tasks["pandoc"].cpu / tasks["epub"].cpu
        text = "%s: pandoc's EPUB / our EPUB with page list" % label
        if label == "betahealth":
            goal(text, paged, 10, True)
        else:
            print("  %-58s %7.2f" % (text, paged))
        print("  %-58s %7.2f" % ("%s: WeasyPrint's PDF / our paper" % label,
                                 tasks["weasyprint"].cpu / tasks["pdf"].cpu))
    if "rust-book" in groups:
        goal("rust-book: MB of our EPUB and paper",
             groups["rust-book"]["both"].megabytes, 96, False)
        article = groups["one article"]
        goal("one article: Typst / our handout",
             article["typst"].cpu / article["handout"].cpu, 2, True)
        copies = groups["rust-book, copies"]
        goal("rust-book: four copies / one", copies[4].cpu / copies[1].cpu, 4.4,
             False)


def main(handbill, work, rounds):
    bench = Bench(os.path.abspath(handbill), work)
    content = os.path.join(TOP, "content")
    groups = {"content": bench.book("content", content,
                                    os.path.join(content, "articles"))}
    if os.path.isdir(CORPORA):
        for label in ("betahealth", "rust-book"):
            articles = os.path.join(CORPORA, label, "articles")
            groups[label] = bench.book(label, articles, articles)
        groups["one article"] = bench.article(
            os.path.join(CORPORA, "betahealth", "articles"), "conditions-cold")
        groups["rust-book, copies"] = bench.copies(articles)
    else:
        print("skipped: no corpora beside the checkout")
    run(int(rounds), groups)
    for label, tasks in groups.items():
        print_group(label, tasks)
    shares = print_finisher(bench.handbill) if "rust-book" in groups else {}
    print_ratios(groups, shares)


if __name__ == "__main__":
    main(*sys.argv[1:])
