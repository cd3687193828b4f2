#!/bin/sh
# tests/typography.sh -- lines and pages of finished PDFs, from the positions of
# their glyphs: typography.sh sample | faults | settling | reader PDF
# SPDX-License-Identifier: MIT
#
# sample: the typography sample against bounds; faults: each measure notices the
# fault it is for; settling: a book whose page numbers move what they number
# ends; reader: a whole book of all kinds of blocks against bounds.

set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/tests/judges/cache.sh"
export PYTHONDONTWRITEBYTECODE=1
python=$python_judges/bin/python
scripts=$top/tests/typography
shared=$top/../shared/typography
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sample() {
  if [ ! -d "$shared" ]; then
    echo "skipped: there is no $shared"
    exit 77
  fi
  sh "$scripts/fonts.sh" "$work/fonts" || exit $?
  "$python" "$scripts/check.py" "$HANDBILL" "$shared" "$top/styles" "$work"
}

# Of our own articles, so that it needs nothing beside the checkout.
faults() {
  "$python" "$scripts/sample.py" "$top/content/articles" "$work" "$top/styles"
  "$HANDBILL" build "$work/book" -o "$work/out" --only pdf --paper a4 --quiet \
    --styles "$work/a5-literata" --fonts "$top/fonts"
  "$python" "$scripts/faults.py" "$work/out/book.a4.pdf" \
    "$work/a5-literata/book.css"
}

settling() {
  "$python" "$scripts/settling.py" "$HANDBILL" "$top/styles" "$top/fonts" "$work"
}

reader() {
  if [ ! -e "$1" ]; then
    echo "skipped: there is no $1"
    exit 77
  fi
  "$python" "$scripts/reader.py" "$1" "$top/styles/book.css"
}

"$@"
