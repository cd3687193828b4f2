"""reading/links.py -- a link that goes on over pages: links.py PDF ADDRESS

It is one Link in the structure tree, and on each of its pages there are places
that lead to the address."""
# SPDX-License-Identifier: MIT

import re
import subprocess
import sys

import pymupdf


def main(path, address):
    pages = [number for number, page in enumerate(pymupdf.open(path))
             for link in page.get_links() if link.get("uri") == address]
    tree = subprocess.run(["pdfinfo", "-struct", path], check=True,
                          stdout=subprocess.PIPE).stdout.decode()
    objects = max((block.count("Object") for block in
                   re.split(r"Link \(inline\)", tree)[1:]), default=0)
    print("%d places on pages %s, %d in one Link" % (
        len(pages), sorted({page + 1 for page in pages}), objects))
    return 0 if len(set(pages)) > 1 and objects == len(pages) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
