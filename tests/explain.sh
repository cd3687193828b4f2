#!/bin/sh
# tests/explain.sh -- every message of the program has an explanation, and every
# explanation a message.
# SPDX-License-Identifier: MIT
#
# A code is a word in quotation marks that stands alone as an argument of
# diag_report(), or of a function with a parameter "const char *code", or in a
# row of a table as .code; what tests/broken expects is looked through as well.

set -u
cd "$(dirname "$0")/.." || exit 2
: "${HANDBILL:?the program to test}"
export LC_ALL=C
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# A statement a line, comments gone, and of the words in quotation marks only
# those that could be a code.  No literal of ours goes over a line's end.
find src -name '*.c' | sort | xargs awk -F '"' '
  FNR == 1 { print "" }
  /^ \*/ || /^\/\*/ { next }
  {
    gsub(/\\"/, ""); gsub(/\/\*.*\*\//, "")
    for (i = 1; i <= NF; i++) {
      if (i % 2) { gsub(/;/, "&\n", $i); printf "%s", $i }
      else printf "\"%s\"", $i ~ /^[a-z]+(-[a-z0-9]+)*$/ ? $i : " "
    }
    printf " "
  }' >"$work/statements"

reporters=$(grep -oE '[a-z_]+\([^()]*const char \*code[,)]' "$work/statements" |
  sed 's/(.*//' | sort -u | tr '\n' '|')

{
  grep -E "(^|[^a-z_])(${reporters%|})\(" "$work/statements" | awk -F '"' '{
    for (i = 2; i < NF; i += 2) {
      before = $(i - 1); after = $(i + 1)
      if (before ~ /[,?:] *$/ && after ~ /^ *[,:)]/ && $i != " ") print $i
    }
  }' | grep -vxE 'archive|article|book|checked|drawing|entry|it|levels|name|nothing|on|s|safety|shows'
  grep -ohE '\.code = "[a-z-]+"' -r src --include='*.c' | grep -oE '"[a-z-]+"' |
    tr -d '"'
  cat tests/broken/*/expected.txt tests/golden/*/*/diag.txt 2>/dev/null |
    sed -n 's/.* \[\([a-z-]*\)\]$/\1/p'
} | sort -u >"$work/used"

"$HANDBILL" explain | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' | sort -u \
  >"$work/explained"

comm -23 "$work/used" "$work/explained" >"$work/missing"
comm -13 "$work/used" "$work/explained" >"$work/unused"
[ -s "$work/used" ] || echo "no code was found at all"
sed 's/$/: no explanation; write one into src\/release\/explain.inc/' "$work/missing"
sed 's/$/: explained, and no message has it/' "$work/unused"
for code in $(cat "$work/explained"); do
  "$HANDBILL" explain "$code" >"$work/text" || echo "$code: cannot be asked for"
  for part in 'What it means' 'For example' 'What to do'; do
    grep -q "^$part" "$work/text" || echo "$code: no \"$part\""
  done
done >"$work/incomplete"
cat "$work/incomplete"
"$HANDBILL" explain no-such-code >/dev/null 2>&1 && echo "no-such-code is explained"
[ -s "$work/used" ] && [ ! -s "$work/missing" ] && [ ! -s "$work/unused" ] &&
  [ ! -s "$work/incomplete" ]
