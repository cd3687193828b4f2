#!/bin/sh
# tests/rtl.sh -- a small Arabic book goes through all outputs: rtl.sh DIR.
# It is a translation whose original has gone on, and has an index.
# SPDX-License-Identifier: MIT

set -eu
cd "$(dirname "$0")/.."
: "${HANDBILL:?the program to test}"
rm -rf "$1"
mkdir -p "$1/opioid-restart"
printf '{"edition": "2026.11"}' >"$1/opioid-restart/MANIFEST.json"
"$HANDBILL" build tests/books/arabic --as-of 2026-11-22 --styles styles \
  --fonts fonts -o "$1/awda" 2>"$1/messages"
"$HANDBILL" verify "$1/awda"

has() { # TEXT FILE
  grep -qF -- "$1" "$2" || { echo "no \"$1\" in $2"; exit 1; }
}
entry() { # NAME
  unzip -p "$1/awda/awda.epub" "$2"
}

has '[translation-stale]' "$1/messages"
has '[صفحة 1] لماذا تكون' "$1/awda/awda.txt"
entry "$1" package.opf >"$1/package.opf"
has 'page-progression-direction="rtl"' "$1/package.opf"
has '<dc:source>opioid-restart, edition 2026.10</dc:source>' "$1/package.opf"
has 'accessibilityFeature">index<' "$1/package.opf"
has 'accessibilitySummary" xml:lang="en" dir="ltr">' "$1/package.opf"
entry "$1" tahammul.xhtml >"$1/tahammul.xhtml"
has 'dir="rtl"' "$1/tahammul.xhtml"
has '<span lang="en" xml:lang="en" dir="ltr">naloxone</span>' "$1/tahammul.xhtml"
has 'role="doc-glossref"' "$1/tahammul.xhtml"
has '(who.int)' "$1/tahammul.xhtml"
pdftotext -f 5 -l 5 "$1/awda/awda.a4.pdf" "$1/page" # words in reading order
has 'اتصل بالإسعاف' "$1/page"

# A number among words from right to left keeps the order of its groups: it is
# isolated (U+2066, U+2069) in the files, and whole on paper.
entry "$1" tawari.xhtml >"$1/tawari.xhtml"
number=$(printf '\342\201\2460300\302\240123\302\2406600\342\201\251')
has "$number" "$1/tawari.xhtml"
pdftotext "$1/awda/awda.a4.pdf" "$1/all"
has '0300 123 6600' "$1/all"

# Nobody near its reader shall see what a discreet book is about.
cp -r tests/books/arabic "$1/discreet"
echo 'discreet: true' >>"$1/discreet/book.yaml"
echo 'fonts: [Noto Naskh Arabic]' >>"$1/discreet/book.yaml"
"$HANDBILL" build "$1/discreet" --as-of 2026-11-22 --styles styles \
  --fonts fonts --only epub,pdf,txt -o "$1/notes" 2>>"$1/messages"
book=$(find "$1/notes" -name 'notes-??????.epub')
unzip -p "$book" package.opf >"$1/package.opf"
unzip -p "$book" cover.xhtml >"$1/cover.xhtml"
has '<dc:title id="title">ملاحظات</dc:title>' "$1/package.opf"
has 'noto-naskh-arabic-regular.ttf' "$1/package.opf"
has 'alt="الغلاف: ملاحظات"' "$1/cover.xhtml"
pdfinfo "$1"/notes/notes-??????.a4.pdf >"$1/pdfinfo"
pdftotext -l 1 "$1"/notes/notes-??????.a4.pdf "$1/front"
for name in $(unzip -Z1 "$book"); do
  unzip -p "$book" "$name" >>"$1/inside"
done
cat "$1"/notes/MANIFEST.json "$1"/notes/*.txt "$1/pdfinfo" "$1/front" >>"$1/inside"
ls "$1/notes" >>"$1/inside"
has "Title:           ملاحظات" "$1/inside"
for title in 'العودة بأمان' 'إجابات بسيطة' awda; do
  if grep -qF "$title" "$1/inside"; then
    echo "the discreet book says \"$title\""
    exit 1
  fi
done
