#!/bin/sh
# tests/broken.sh -- what is broken is refused, by name, and nothing comes of
# it: broken.sh [--update] [PREFIX...]
# SPDX-License-Identifier: MIT
#
# A case is a folder below tests/broken with
#
#   book/ or make.sh   the input; `sh make.sh DIR` makes what is too large or
#                      too odd to be kept in git (DIR is an empty folder)
#   expected.txt       first line: the exit code; then each message
#   command.txt        the command's words, where not `build`
#
# A case has ten seconds.  An exit code other than 0 must publish nothing, and
# an older release in its place must survive.  Exit code 0 means: read, with
# the warnings that are listed.

set -u
cd "$(dirname "$0")/broken" || exit 2
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

fault() {
  echo "$case: $*"
  wrong=yes
}

# An older release, to be left alone by whatever fails.
older=$work/older
"$HANDBILL" build ../golden/books/small/book --as-of 2025-01-01 -o "$older" \
  --quiet >/dev/null || exit 1

prepare() { # CASE
  rm -rf "$work/case"
  mkdir -p "$work/case/made"
  cp -r "$older" "$work/case/out"
  book=$PWD/$1/book
  if [ -e "$1/make.sh" ]; then
    book=$work/case/made/book
    mkdir "$book"
    sh "$1/make.sh" "$book" || fault "make.sh failed"
  fi
  rm -rf "$work/before"
  cp -r "$work/case/out" "$work/before"
}

run_program() { # CASE: exit code and messages, into $work/said
  command=build
  [ ! -e "$1/command.txt" ] || command=$(cat "$1/command.txt")
  set -- $command "$book"
  case $command in *--as-of*) ;; *) set -- "$@" --as-of 2025-01-01 ;; esac
  case $command in build*) set -- "$@" -o "$work/case/out" ;; esac
  timeout 10 "$HANDBILL" "$@" >"$work/stdout" 2>"$work/stderr" </dev/null
  status=$?
  [ $status != 124 ] || fault "took more than ten seconds"
  { echo "exit $status"; sed "s,$work/case/,,g" "$work/stderr"; } >"$work/said"
}

check_outputs() {
  [ $status != 0 ] || return
  diff -rq "$work/before" "$work/case/out" || fault "the older release was changed"
  left=$(ls -A "$work/case" | grep -vxE 'out|\.?out\.lock|made')
  [ -z "$left" ] || fault "left behind: $left"
}

compare() { # CASE
  [ ! "$update" ] || cp "$work/said" "$1/expected.txt"
  diff -u --label "$1 (kept)" --label "$1 (now)" \
    "$1/expected.txt" "$work/said" || wrong=yes
}

for prefix; do
  before=$((passed + failed))
  for case in *; do
    case $case in "$prefix"*) ;; *) continue ;; esac
    [ -d "$case" ] || continue
    wrong=
    prepare "$case"
    run_program "$case"
    check_outputs
    compare "$case"
    if [ "$wrong" ]; then
      failed=$((failed + 1))
      echo "FAILED $case"
    else
      passed=$((passed + 1))
    fi
  done
  if [ $((passed + failed)) = $before ]; then
    echo "No case below tests/broken begins with '$prefix'."
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
