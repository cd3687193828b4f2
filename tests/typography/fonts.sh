#!/bin/sh
# tests/typography/fonts.sh -- the sample's fonts in one folder, from Debian's:
# fonts.sh DIR.  Ends with 77 where one is not installed.
# SPDX-License-Identifier: MIT

set -eu
mkdir -p "$1"
for font in gentiumplus/GentiumPlus-Regular gentiumplus/GentiumPlus-Bold \
  gentiumplus/GentiumPlus-Italic gentiumplus/GentiumPlus-BoldItalic \
  dejavu/DejaVuSerif dejavu/DejaVuSerif-Bold dejavu/DejaVuSansMono; do
  if ! cp "/usr/share/fonts/truetype/$font.ttf" "$1" 2>/dev/null; then
    echo "skipped: the font ${font##*/} is not installed"
    exit 77
  fi
done
