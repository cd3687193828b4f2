#!/bin/sh
# tests/judges/judge.sh -- lets one judge read releases:
# judge.sh JUDGE RELEASE [CORPUS...]
# SPDX-License-Identifier: MIT
#
# Of RELEASE each file is read.  A CORPUS may be missing; of it the EPUB and the
# book on one paper are read: the other has the same pages.

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

list=$(find "$1" -name "*.$suffix" | sort)
if [ -z "$list" ]; then
  echo "no *.$suffix in $1"
  exit 1
fi
shift
for corpus; do
  found=$(find "$corpus" -maxdepth 1 -name '*.epub' -o -name '*.a4.pdf' \
    2>/dev/null | grep "\.$suffix$") ||
    { echo "skipped: there is no $corpus"; continue; }
  list="$list $found"
done
printf 'judging %s\n' $list
"judge_$judge" $list
