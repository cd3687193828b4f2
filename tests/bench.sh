#!/bin/sh
# tests/bench.sh -- CPU time and memory of handbill, and of other programs on the
# same articles, in one run; then lines and pages of the typography sample, beside
# Typst's: bench.sh [ROUNDS], or bench.sh lines for the second alone
# SPDX-License-Identifier: MIT
#
# Figures are printed, never asserted: they belong to this machine and this hour.
# What they may be compared with are the others' figures beside them.

set -eu
cd "$(dirname "$0")/.."
: "${HANDBILL:?the program to measure}"
top=$PWD
. tests/judges/cache.sh
peers=$(pinned bench tests/bench/requirements.txt)
if [ ! -e "$peers/complete" ]; then
  echo "Fetching the programs to compare with into $peers ..."
  rm -rf "$peers"
  mkdir -p "$peers"
  /usr/bin/python3 -m venv "$peers"
  "$peers/bin/pip" install --quiet --disable-pip-version-check \
    --requirement tests/bench/requirements.txt
  touch "$peers/complete"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PYTHONDONTWRITEBYTECODE=1
if [ "${1:-}" != lines ]; then
  "$peers/bin/python" tests/bench/bench.py "$HANDBILL" "$work" "${1:-5}"
fi

shared=$top/../shared/typography
if [ ! -d "$shared" ]; then
  echo "skipped: no typography sample beside the checkout"
  exit
fi
fetch python "$python_judges" # PyMuPDF measures
"$python_judges/bin/python" tests/bench/lines.py "$HANDBILL" "$shared" \
  "$work/lines" "$peers/bin/python"
