#!/bin/sh
# tests/judges/judge.sh -- lets one judge read releases:
# judge.sh JUDGE RELEASE[:RELEASE...] [CORPUS...]
# SPDX-License-Identifier: MIT
#
# Of a RELEASE each file is read.  A CORPUS may be missing; of it the EPUB, the
# book on one paper (the other has the same pages) and five sheets are read.

set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
. "$top/tests/judges/judges.sh"

judge=$1
shift
case $judge in
epubcheck | epubcheck_ts | ace) suffix=epub ;;
verapdf | pdf_tools) suffix=pdf ;;
*) echo "no judge of the name $judge" >&2; exit 64 ;;
esac

list=$(echo "$1" | tr ':' '\n' | xargs -I{} find {} -name "*.$suffix" | sort)
if [ -z "$list" ]; then
  echo "no *.$suffix in $1"
  exit 1
fi
shift
for corpus; do
  found=$(find "$corpus" -maxdepth 1 -name '*.epub' -o -name '*.a4.pdf' \
    2>/dev/null | grep "\.$suffix$") ||
    { echo "skipped: there is no $corpus"; continue; }
  sheets=$(find "$corpus/handouts" -name "*.a4.$suffix" | sort | sed -n '1~13p' |
    head -n 5)
  list="$list $found $sheets"
done
printf 'judging %s\n' $list
"judge_$judge" $list
