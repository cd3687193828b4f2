#!/bin/sh
# tests/judges/judge.sh -- lets one judge read a release:
# judge.sh JUDGE RELEASE...
# SPDX-License-Identifier: MIT

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

list=$(find "$@" -name "*.$suffix" | sort)
if [ -z "$list" ]; then
  echo "no *.$suffix in $*"
  exit 1
fi
printf 'judging %s\n' $list
"judge_$judge" $list
