#!/bin/sh
# tests/bench.sh -- seconds and memory of building content/ and the corpora.
# SPDX-License-Identifier: MIT
#
# Prints a row a book: bytes of Markdown, seconds (the best of three), MB at the
# peak.  For each corpus also its first half: a program that is linear in its
# input takes half the time for half the bytes, so `ratio` is near 1:
#
#     ratio = (seconds of all / seconds of half) / (bytes of all / bytes of half)

set -eu
cd "$(dirname "$0")/.."
: "${HANDBILL:?the program to measure}"
corpora=$PWD/../shared/corpora
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure NAME FOLDER: prints its row; leaves "bytes seconds" in $work/last.
measure() {
  bytes=$(find "$2" -name '*.md' -exec cat {} + | wc -c)
  : >"$work/times"
  for _ in 1 2 3; do
    rm -rf "$work/out"
    /usr/bin/time -a -o "$work/times" -f '%e %M' "$HANDBILL" build "$2" \
      --styles styles --fonts fonts -o "$work/out" --quiet >/dev/null 2>&1 ||
      { echo "$1: the build failed"; exit 1; }
  done
  sort -n "$work/times" | head -n 1 >"$work/best"
  read -r seconds kilobytes <"$work/best"
  printf '%-24s %10d %9s %8d %s\n' "$1" "$bytes" "$seconds" \
    $((kilobytes / 1024)) "${3:-}"
  echo "$bytes $seconds" >"$work/last"
}

half() { # FROM TO: the first half of its articles
  cp -r "$1" "$2"
  chmod -R u+w "$2"
  count=$(($(wc -l <"$1/order.txt") / 2))
  tail -n +$((count + 1)) "$1/order.txt" | while read -r name; do
    rm -f "$2/$name" "$2/$name.md"
  done
  head -n "$count" "$1/order.txt" >"$2/order.txt"
}

printf '%-24s %10s %9s %8s\n' book bytes seconds 'MB peak'
measure content content
if [ ! -d "$corpora" ]; then
  echo "skipped: no corpora beside the checkout"
  exit
fi
for name in betahealth rust-book; do
  half "$corpora/$name/articles" "$work/$name-half"
  measure "$name, first half" "$work/$name-half"
  first=$(cat "$work/last")
  measure "$name" "$corpora/$name/articles"
  echo "$first $(cat "$work/last")" | awk -v name="$name" '
    { printf "%-24s ratio %.2f\n", name, ($4 / $2) / ($3 / $1) }'
done
