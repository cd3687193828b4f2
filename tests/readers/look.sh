#!/bin/sh
# tests/readers/look.sh -- the EPUB of each release as a phone shows it:
# look.sh RELEASE [CORPUS...]
# SPDX-License-Identifier: MIT
#
# SHOTS=FOLDER keeps pictures of what was seen.

. "$(dirname "$0")/readers.sh"

look() { # EPUB
  rm -rf "$work/book"
  unzip -q "$1" -d "$work/book" && in_browser look.mjs "$work/book"
}

each_epub look "$@"
