#!/bin/sh
# tests/specimen.sh -- builds the book of every kind of block, and verifies it:
# specimen.sh DIR.  The judges then read DIR.
# SPDX-License-Identifier: MIT

set -eu
cd "$(dirname "$0")/.."
: "${HANDBILL:?the program to test}"
rm -rf "$1"
"$HANDBILL" build tests/specimen --styles styles --fonts fonts -o "$1"
"$HANDBILL" verify "$1"
