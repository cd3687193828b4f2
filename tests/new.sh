#!/bin/sh
# tests/new.sh -- a new book is written, has nothing wrong, can be built, and
# replaces nothing.
# SPDX-License-Identifier: MIT

set -u
: "${HANDBILL:?the program to test}"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
wrong=

fault() {
  echo "$*"
  wrong=yes
}

"$HANDBILL" new book >/dev/null || fault "new failed"
for file in README.md book.yaml helplines.yaml sources.yaml glossary.yaml \
  emergency.yaml terms.tsv fragments/reminder.md articles/every-feature.md \
  articles/images/sheet.svg; do
  [ -s "book/$file" ] || fault "book/$file is not there"
done

"$HANDBILL" check book --as-of 2026-11-22 >/dev/null 2>messages ||
  fault "check refuses it"
# Its example numbers are unchecked, as they must be; and nothing else is said.
grep -v 'unchecked-helpline' messages && fault "check says something about it"
[ "$(grep -c 'unchecked-helpline' messages)" = 2 ] || fault "no note on numbers"

"$HANDBILL" build book --as-of 2026-11-22 -o out --quiet || fault "build refuses it"
[ -s out/my-book.epub ] && [ -s out/my-book.a4.pdf ] || fault "nothing was made"

echo mine >book/mine.txt
cp -r book before
"$HANDBILL" new book >/dev/null 2>&1 && fault "a folder with files was replaced"
diff -r before book || fault "a folder with files was changed"
echo mine >file
"$HANDBILL" new file >/dev/null 2>&1 && fault "a file was replaced"
[ "$(cat file)" = mine ] || fault "a file was changed"
"$HANDBILL" new >/dev/null 2>&1 && fault "new without a folder"
mkdir empty
"$HANDBILL" new empty >/dev/null || fault "an empty folder was refused"
[ -s empty/book.yaml ] || fault "nothing was written into an empty folder"
[ -z "$wrong" ]
