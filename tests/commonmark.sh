#!/bin/sh
# tests/commonmark.sh -- the examples of the CommonMark specification go through
# reader, passes and both writers: commonmark.sh SPEC
# SPDX-License-Identifier: MIT

set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/tests/judges/cache.sh"
: "${HANDBILL:?the program to test}"
export PYTHONDONTWRITEBYTECODE=1
if [ ! -e "$1" ]; then
  echo "skipped: there is no $1"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

examples() {
  "$python_judges/bin/python" "$top/tests/words/commonmark.py" "$@"
}

mkdir "$work/book"
examples write "$1" "$work/book"
"$HANDBILL" dump "$work/book" --as tree --after merge-text \
  --styles "$top/styles" --fonts "$top/fonts" >"$work/trees" 2>"$work/said" ||
  { cat "$work/said"; exit 1; }
"$HANDBILL" build "$work/book" --only epub,pdf --paper a4 -o "$work/out" \
  --styles "$top/styles" --fonts "$top/fonts" >/dev/null 2>"$work/said" ||
  { grep -v ': warning: ' "$work/said"; exit 1; }
status=0
examples trees "$1" "$work/trees" || status=1
examples words "$1" "$work/out" || status=1
exit $status
