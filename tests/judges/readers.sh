#!/bin/sh
# tests/judges/readers.sh -- real readers open a release's EPUB and find the
# pages of its PDF: readers.sh RELEASE [SHOTS]
# SPDX-License-Identifier: MIT

set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
. "$top/tests/judges/judges.sh"

need_command node
need_command chromium
need_file "$node_judges/complete"
epub=$(find "$1" -maxdepth 1 -name '*.epub' | sort | head -n 1)
pdf=$(find "$1" -maxdepth 1 -name '*.a4.pdf' | sort | head -n 1)

# What the PDF says page by page: labels from the manifest, words from poppler.
pdftotext -enc UTF-8 "$pdf" "$work/text" || exit 1
node -e '
  const fs = require("fs")
  const [manifest, text, name] = process.argv.slice(1)
  const file = JSON.parse(fs.readFileSync(manifest)).files
    .find(file => file.name === name)
  const pages = fs.readFileSync(text, "utf8").split("\f")
  console.log(JSON.stringify(file.page_list.map((page, i) =>
    ({ label: page.label, text: pages[i].trim() ? pages[i] : "" }))))
' "$1/MANIFEST.json" "$work/text" "$(basename "$pdf")" >"$work/pages.json" ||
  exit 1
HOME=$work CHROMIUM=$(command -v chromium) \
  node "$top/tests/judges/readers.mjs" "$node_judges/node_modules" "$epub" \
  "$work/pages.json" ${2:+"$2"}
