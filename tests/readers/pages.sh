#!/bin/sh
# tests/readers/pages.sh -- real readers open each release's EPUB and find the
# pages of its PDF, notes and words: pages.sh RELEASE [CORPUS...]
# SPDX-License-Identifier: MIT
#
# A CORPUS may be missing.  In the EPUB of RELEASE there is a note and a word of
# the glossary.  SHOTS=FOLDER keeps pictures of what was seen.  A page list that
# was spoilt proves that it is noticed.

set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
. "$top/tests/judges/judges.sh"

need_command node
need_command chromium
need_file "$node_judges/complete"

# What the PDF says page by page: labels from the manifest, words from poppler.
read_pages() { # RELEASE PDF
  pdftotext -enc UTF-8 "$2" "$work/text" || exit 1
  node -e '
    const fs = require("fs")
    const [manifest, text, name] = process.argv.slice(1)
    const file = JSON.parse(fs.readFileSync(manifest)).files
      .find(file => file.name === name)
    const pages = fs.readFileSync(text, "utf8").split("\f")
    console.log(JSON.stringify(file.page_list.map((page, i) =>
      ({ label: page.label, text: pages[i].trim() ? pages[i] : "" }))))
  ' "$1/MANIFEST.json" "$work/text" "$(basename "$2")" >"$work/pages.json" ||
    exit 1
}

open() { # EPUB
  HOME=$work CHROMIUM=$(command -v chromium) \
    node "$top/tests/readers/pages.mjs" "$node_judges/node_modules" "$1" \
    "$work/pages.json" ${SHOTS:+"$SHOTS"}
}

find_epub() { # RELEASE
  find "$1" -maxdepth 1 -name '*.epub' 2>/dev/null | sort | head -n 1
}

has_both() { # EPUB
  unzip -p "$1" '*.xhtml' >"$work/text"
  grep -q doc-noteref "$work/text" && grep -q doc-glossref "$work/text"
}

has_both "$(find_epub "$1")" || { echo "no note and no word in $1"; exit 1; }
for release; do
  epub=$(find_epub "$release")
  [ -n "$epub" ] || { echo "skipped: there is no $release"; continue; }
  echo "opening $epub"
  read_pages "$release" \
    "$(find "$release" -maxdepth 1 -name '*.a4.pdf' | sort | head -n 1)"
  open "$epub" || exit 1
done

# Page 12 of the list leads to where page 13 begins.
epub=$(find_epub "$1")
read_pages "$1" "$(find "$1" -maxdepth 1 -name '*.a4.pdf' | sort | head -n 1)"
/usr/bin/python3 "$top/tests/judges/mutate.py" "$epub" "$work/spoilt.epub" \
  nav.xhtml 'href="[^"]*">12</a>(.*?href=")([^"]*)(">13</a>)' \
  'href="\2">12</a>\1\2\3' || exit 1
if open "$work/spoilt.epub" >"$work/said" 2>&1; then
  cat "$work/said"
  echo "not noticed: a page that leads elsewhere"
  exit 1
fi
echo "noticed: a page that leads elsewhere"
