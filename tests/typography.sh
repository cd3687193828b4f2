#!/bin/sh
# tests/typography.sh -- lines and pages of the typography sample: typography.sh
# SPDX-License-Identifier: MIT

set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/tests/judges/cache.sh"
export PYTHONDONTWRITEBYTECODE=1
sample=$top/../shared/typography
if [ ! -d "$sample" ]; then
  echo "skipped: there is no $sample"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/fonts"
cp /usr/share/fonts/truetype/gentiumplus/GentiumPlus-*.ttf "$work/fonts"
for face in DejaVuSerif DejaVuSerif-Bold DejaVuSansMono; do
  cp "/usr/share/fonts/truetype/dejavu/$face.ttf" "$work/fonts"
done
"$python_judges/bin/python" "$top/tests/typography/check.py" "$HANDBILL" \
  "$sample" "$top/styles" "$work"
