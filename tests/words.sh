#!/bin/sh
# tests/words.sh -- no word is lost: words.sh SOURCE RELEASE [--spoil]
# SPDX-License-Identifier: MIT
#
# SOURCE is a folder of articles, RELEASE what was made of it.  --spoil lets the
# test prove itself: it must notice each of three articles that were changed
# after the release was made.

set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/tests/judges/cache.sh"
export PYTHONDONTWRITEBYTECODE=1
if [ ! -d "$1" ]; then
  echo "skipped: there is no $1"
  exit 77
fi

conserve() { # SOURCE RELEASE
  "$python_judges/bin/python" "$top/tests/words/conserve.py" "$1" "$2"
}

conserve "$1" "$2"
[ "${3:-}" = --spoil ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
spoil() { # SOURCE RELEASE PERL WHAT: changes the first article that it can
  rm -rf "$work/source"
  cp -r "$1" "$work/source"
  for file in "$work/source"/*.md; do
    perl -0777 -i -pe "$3" "$file"
    cmp -s "$file" "$1/${file##*/}" || break
  done
  if conserve "$work/source" "$2" >"$work/said"; then
    echo "not noticed: $4"
    exit 1
  fi
  grep -q ': EPUB: ' "$work/said" && grep -q ': PDF: ' "$work/said" || {
    echo "not noticed in both: $4"
    cat "$work/said"
    exit 1
  }
  echo "notices: $4"
}
spoil "$1" "$2" 's/\n\n(\w+) /\n\n$1 never /' "a word that is lost"
spoil "$1" "$2" 's/(\n\n\w+) (\w+)/$1$2/' "two words that became one"
spoil "$1" "$2" 's/(\n\n)(\w+) (\w+)/$1$3 $2/' "two words in another order"
