#!/bin/sh
# tests/golden.sh -- compares what the program says of each case in tests/golden
# with what it said when someone last looked: golden.sh [--update] [PREFIX...]
# SPDX-License-Identifier: MIT
#
# A case is a folder with in.md (read as a bare folder, leniently) or book/ (a
# book, read strictly), and any of
#
#   tree.txt  tree-after-PASS.txt  boxes.txt  pages.txt  epub.txt  structure.txt
#             the output of `dump --as NAME [--after PASS]`
#   diag.txt  the messages of `check`; without it there must be none
#
# Layout and EPUB use tests/styles, not styles/: a new look changes no case.
#
# A PREFIX names cases by the beginning of their path below tests/golden.

set -u
cd "$(dirname "$0")/golden" || exit 2
: "${HANDBILL:?the program to test}"

update=
if [ "${1:-}" = --update ]; then
  update=yes
  shift
fi
[ $# -gt 0 ] || set -- ''
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
options="--as-of 2025-01-01 --styles ../styles"

book_of() { # CASE
  if [ -d "$1/book" ]; then echo "$1/book"; else echo "$1"; fi
}

dump() { # CASE FILE: what FILE should hold, into $work/out
  name=${2%.txt}
  case $name in
  *-after-*) set -- "$1" --as "${name%%-after-*}" --after "${name#*-after-}" ;;
  *) set -- "$1" --as "$name" ;;
  esac
  book=$(book_of "$1")
  shift
  "$HANDBILL" dump "$book" "$@" $options >"$work/dumped" 2>"$work/err"
  status=$?
  # How well zlib packs is its own affair.
  sed 's/^\(== .* (deflated\), [0-9]* bytes)$/\1)/' "$work/dumped" >"$work/out"
  [ $status -le 1 ] && return
  echo "tests/golden/$1: dump $* ended with $status" >>"$work/out"
  cat "$work/err" >>"$work/out"
}

messages() { # CASE: into $work/out
  "$HANDBILL" check "$(book_of "$1")" $options >"$work/stdout" 2>"$work/out"
  status=$?
  [ $status -le 1 ] || echo "(ended with $status)" >>"$work/out"
}

compare() { # CASE FILE: $work/out with the file
  want=$1/$2
  [ -e "$want" ] || want=/dev/null
  if [ "$update" ]; then
    if [ -s "$work/out" ]; then cp "$work/out" "$1/$2"; else rm -f "$1/$2"; fi
    want=$1/$2
    [ -e "$want" ] || want=/dev/null
  fi
  if [ "$2" != diag.txt ] && [ ! -s "$work/out" ]; then
    echo "tests/golden/$1: the dump for $2 is empty"
    cat "$work/err"
    wrong=yes
  fi
  if cmp -s "$want" "$work/out"; then return; fi
  diff -u --label "$1/$2 (kept)" --label "$1/$2 (now)" "$want" "$work/out"
  wrong=yes
}

run() { # CASE
  wrong=
  seen=
  for file in tree boxes pages epub structure; do
    for path in "$1/$file.txt" "$1/$file"-after-*.txt; do
      [ -e "$path" ] || continue
      seen=yes
      dump "$1" "${path##*/}"
      compare "$1" "${path##*/}"
    done
  done
  messages "$1"
  compare "$1" diag.txt
  if [ ! "$seen" ] && [ ! -e "$1/diag.txt" ]; then
    echo "tests/golden/$1 expects nothing: add one of tree.txt, boxes.txt, ..."
    wrong=yes
  fi
  if [ "$wrong" ]; then
    failed=$((failed + 1))
    echo "FAILED $1"
  else
    passed=$((passed + 1))
  fi
}

for prefix; do
  before=$((passed + failed))
  for case in $(find . \( -name in.md -o -name book \) -prune -printf '%P\n' |
    sed 's,/[^/]*$,,' | sort -u); do
    case $case in "$prefix"*) run "$case" ;; esac
  done
  if [ $((passed + failed)) = $before ]; then
    echo "No case below tests/golden begins with '$prefix'."
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
