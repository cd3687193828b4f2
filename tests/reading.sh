#!/bin/sh
# tests/reading.sh -- readers that are not ours give back the words of finished
# PDFs, in their order: reading.sh RELEASE...
# SPDX-License-Identifier: MIT
#
# So, too, of a book that is set in capitals, small ones, the font's own and such
# as are made of its capitals, and large ones, and in which a link goes on over
# two pages: each of them has places to click, all with one address.

set -eu
cd "$(dirname "$0")/.."
top=$PWD
: "${HANDBILL:?the program to test}"
. tests/judges/cache.sh
export PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

read_all() { # RELEASE [--actual-text]
  "$python_judges/bin/python" tests/reading/reading.py "$@"
}

build() { # NAME BOOK [OPTION...]
  name=$1
  shift
  "$HANDBILL" build "$@" --fonts fonts -o "$work/$name" >"$work/said" 2>&1 ||
    { cat "$work/said"; exit 1; }
  "$HANDBILL" verify "$work/$name"
}

make() { # NAME: of the articles here, with the style sheets of that name
  build "$1" tests/reading/articles --styles "$work/styles-$1"
}

boxes() { # STYLES
  "$HANDBILL" dump tests/reading/articles --as boxes --article letters \
    --paper a4 --styles "$1" --fonts fonts 2>"$work/said"
}

for release; do
  [ -d "$release" ] || { echo "skipped: there is no $release"; continue; }
  read_all "$release"
done

for name in own made; do
  cp -r styles "$work/styles-$name"
  echo 'p { font-variant: small-caps; }' >>"$work/styles-$name/book.css"
done
# What is set in the other font, which has none of its own.
echo 'p.summary, p.dates, p.status, contents p, title-page p, cover p {
  font-variant: normal; }' >>"$work/styles-own/book.css"
cp -r styles "$work/styles-upper"
echo 'p { text-transform: uppercase; }' >>"$work/styles-upper/book.css"
make own
make made
make upper
read_all "$work/own"
read_all "$work/made" --actual-text
read_all "$work/upper" --actual-text
boxes styles >"$work/plain"
for name in own upper; do
  boxes "$work/styles-$name" >"$work/capitals"
  if cmp -s "$work/plain" "$work/capitals"; then
    echo "capitals change nothing: $name"
    exit 1
  fi
done
book=$(find "$work/own" -maxdepth 1 -name '*.a4.pdf')
"$python_judges/bin/python" tests/reading/links.py "$book" \
  https://example.org/long

# From right to left: a whole book, and words with all their marks.
build awda tests/books/arabic --as-of 2026-11-22 --styles styles
build marks tests/reading/arabic --styles styles
read_all "$work/awda"
read_all "$work/marks"

# A word that the PDF has not is noticed.
cp -r "$work/own" "$work/spoilt"
book=$(find "$work/own" -maxdepth 1 -name '*.epub')
/usr/bin/python3 tests/judges/mutate.py "$book" \
  "$work/spoilt/$(basename "$book")" letters.xhtml baffling 'baffling never'
if read_all "$work/spoilt" >"$work/said"; then
  echo "not noticed: a word that the PDF has not"
  exit 1
fi
grep -q 'word .* is lost' "$work/said" || { cat "$work/said"; exit 1; }
