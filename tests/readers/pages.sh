#!/bin/sh
# tests/readers/pages.sh -- real readers open each release's EPUB and find the
# pages of its PDF, notes and words: pages.sh RELEASE [CORPUS...]
# SPDX-License-Identifier: MIT
#
# In the EPUB of RELEASE is a note and a word of the glossary.  A page list that
# was spoilt proves that it is noticed.  SHOTS=FOLDER keeps pictures of what was
# seen.

. "$(dirname "$0")/readers.sh"

# What the PDF says page by page: labels from the manifest, words from poppler.
read_pages() { # RELEASE
  pdf=$(find "$1" -maxdepth 1 -name '*.a4.pdf' | sort | head -n 1)
  pdftotext -enc UTF-8 "$pdf" "$work/text" || exit 1
  node -e '
    const fs = require("fs")
    const [manifest, text, name] = process.argv.slice(1)
    const file = JSON.parse(fs.readFileSync(manifest)).files
      .find(file => file.name === name)
    const pages = fs.readFileSync(text, "utf8").split("\f")
    console.log(JSON.stringify(file.page_list.map((page, i) =>
      ({ label: page.label, text: pages[i].trim() ? pages[i] : "" }))))
  ' "$1/MANIFEST.json" "$work/text" "$(basename "$pdf")" >"$work/pages.json" ||
    exit 1
}

open() { # EPUB RELEASE
  read_pages "$2"
  in_browser pages.mjs "$1" "$work/pages.json"
}

has_both() { # EPUB
  unzip -p "$1" '*.xhtml' >"$work/text"
  grep -q doc-noteref "$work/text" && grep -q doc-glossref "$work/text"
}

each_epub open "$@"
has_both "$(find_epub "$1")" || { echo "no note and no word in $1"; exit 1; }

# Page 12 of the list leads to where page 13 begins.
/usr/bin/python3 "$top/tests/judges/mutate.py" "$(find_epub "$1")" \
  "$work/spoilt.epub" nav.xhtml \
  'href="[^"]*">12</a>(.*?href=")([^"]*)(">13</a>)' \
  'href="\2">12</a>\1\2\3' || exit 1
if open "$work/spoilt.epub" "$1" >"$work/said" 2>&1; then
  cat "$work/said"
  echo "not noticed: a page that leads elsewhere"
  exit 1
fi
echo "noticed: a page that leads elsewhere"
