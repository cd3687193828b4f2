#!/bin/sh
# tests/readers/look.sh -- the EPUB of each release as a phone shows it:
# look.sh RELEASE [CORPUS...]
# SPDX-License-Identifier: MIT
#
# A CORPUS may be missing.  SHOTS=FOLDER keeps pictures of what was seen.

set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
. "$top/tests/judges/judges.sh"

need_command node
need_command chromium
need_file "$node_judges/complete"
for release; do
  epub=$(find "$release" -maxdepth 1 -name '*.epub' 2>/dev/null | sort |
    head -n 1)
  if [ -z "$epub" ]; then
    [ "$release" != "$1" ] || { echo "no *.epub in $release"; exit 1; }
    echo "skipped: there is no $release"
    continue
  fi
  echo "looking at $epub"
  rm -rf "$work/book"
  unzip -q "$epub" -d "$work/book" || exit 1
  HOME=$work CHROMIUM=$(command -v chromium) node "$top/tests/readers/look.mjs" \
    "$node_judges/node_modules" "$work/book" ${SHOTS:+"$SHOTS"} || exit 1
done
