#!/bin/sh
# tests/release.sh -- builds content/ into a folder and lets the program itself
# verify it: release.sh DIR.  The judges then read DIR.
# SPDX-License-Identifier: MIT

set -eu
cd "$(dirname "$0")/.."
: "${HANDBILL:?the program to test}"
rm -rf "$1"
"$HANDBILL" build content --as-of 2026-11-22 -o "$1"
"$HANDBILL" verify "$1"
(cd "$1" && sha256sum --quiet --check SHA256SUMS)
for suffix in epub a4.pdf letter.pdf; do
  [ -n "$(find "$1" -name "*.$suffix")" ] || { echo "no *.$suffix"; exit 1; }
done
# An EPUB is sent by phone: epub.md wants all of content/ below 1 MB.
bytes=$(cat "$1"/*.epub | wc -c)
[ "$bytes" -lt 1000000 ] || { echo "the EPUB has $bytes bytes"; exit 1; }
pages=$(for pdf in "$1"/*.pdf; do pdfinfo "$pdf" | grep '^Pages:'; done |
  sort -u | wc -l)
[ "$pages" = 1 ] || { echo "A4 and Letter differ in pages"; exit 1; }
