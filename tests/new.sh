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

# What README.md of content/ teaches, and each kind of block: shown once at least.
while read -r feature; do
  grep -rqF -e "$feature" book/articles ||
    fault "no article of the new book shows \"$feature\""
done <<'END'
kind: topic
kind: form
summary:
review-by:
reviewed:
author:
lang:
dir:
max-grade:
also-known-as:
index:
*emphasis*
**strong
~~taken back~~
`code`
<sub>
<kbd>
{lang=de}
- One thing.
1. First do this.
- [x]
: One article alone
{#callouts}
](#callouts)
[!NOTE]
[!TIP]
[!IMPORTANT]
[!WARNING]
[!CAUTION]
> A quote
---:|
![
](images/sheet.svg "
](my-plan.md)
](https://
](page:
](term:
](source:
[](helpline:
[call us](helpline:
{.safety}
{.count}
[^1]
[^1]:
{{articles}}
{{include
{{emergency}}
&nbsp;
END
# Nothing that it shows is lost on the way: its text has each of the kinds.
"$HANDBILL" dump book --as-of 2026-11-22 --as tree >tree 2>/dev/null
for kind in heading list table callout quote figure 'span .safety' \
  'span .number' 'span .unchecked' 'span .count' note 'list .*cards' \
  definition 'callout warning .*emergency'; do
  grep -qE " $kind" tree || fault "its tree has no \"$kind\""
done

"$HANDBILL" build book --as-of 2026-11-22 -o out --quiet || fault "build refuses it"
for piece in out/my-book.txt out/my-book.letter.pdf \
  out/handouts/every-feature.a4.pdf out/handouts/my-plan.letter.pdf; do
  [ -s "$piece" ] || fault "$piece was not made"
done
[ -s out/my-book.epub ] && [ -s out/my-book.a4.pdf ] || fault "nothing was made"

# Past its date an article is refused; allowed, it says so in each piece, and no
# other does.
sed -i 's/^review-by: .*/review-by: 2027-01-31/' book/articles/my-plan.md
"$HANDBILL" build book --as-of 2027-02-01 -o late --quiet 2>/dev/null &&
  fault "an article past its date was built"
[ -e late ] && fault "what was refused left something"
"$HANDBILL" build book --as-of 2027-02-01 --allow-overdue -o late --quiet \
  2>/dev/null || fault "an overdue article cannot be allowed"
says_overdue() { tr -s '\n\f ' ' ' | grep -q 'Overdue for review'; }
for paper in a4 letter; do
  pdftotext late/handouts/my-plan.$paper.pdf - | says_overdue ||
    fault "the overdue sheet of $paper does not say so"
  pdftotext late/handouts/every-feature.$paper.pdf - | says_overdue &&
    fault "another sheet of $paper says that it is overdue"
done
unzip -p late/my-book.epub '*my-plan.xhtml' | says_overdue ||
  fault "the overdue file of the EPUB does not say so"
unzip -p late/my-book.epub '*every-feature.xhtml' | says_overdue &&
  fault "another file of the EPUB says that it is overdue"
for text in late/my-book.txt late/my-book.a4.pdf; do
  case $text in *.pdf) pdftotext "$text" - ;; *) cat "$text" ;; esac |
    tr -s '\n\f ' ' ' | grep -o 'Overdue for review' | wc -l >overdue
  [ "$(cat overdue)" -ge 1 ] || fault "$text does not say what is overdue"
done
# Each piece says that it is a draft.
for text in late/my-book.a4.pdf late/handouts/every-feature.letter.pdf; do
  pdftotext "$text" - | grep -q Draft || fault "$text does not say \"Draft\""
done
grep -q Draft late/my-book.txt || fault "the text does not say \"Draft\""

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
