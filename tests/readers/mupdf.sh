#!/bin/sh
# tests/readers/mupdf.sh -- MuPDF shows the outline and draws every chapter of
# each release's EPUB: mupdf.sh RELEASE [CORPUS...]
# SPDX-License-Identifier: MIT
#
# Two files that were spoilt prove that it notices.

. "$(dirname "$0")/readers.sh"

need_command mutool

# Debian's MuPDF has no colour profiles, and knows that it is older than EPUB 3.
quiet() { # COMMAND...
  "$@" 2>"$work/stderr" && ! grep -qvxF "warning: ICC support is not available
warning: unknown epub version: 3.0" "$work/stderr" && return
  cat "$work/stderr"
  return 1
}

shows() { # EPUB
  quiet mutool run "$top/tests/readers/outline.js" "$1" >"$work/outline" &&
    quiet mutool draw -q -F text -W 360 -H 640 -o "$work/text" "$1" &&
    quiet mutool draw -q -F pnm -r 36 -W 360 -H 640 -o /dev/null "$1" &&
    /usr/bin/python3 "$top/tests/readers/mupdf.py" "$1" "$work/outline" \
      "$work/text"
}

spoil() { # EPUB ENTRY-SUFFIX REGEX REPLACEMENT WHAT
  /usr/bin/python3 "$top/tests/judges/mutate.py" "$1" "$work/spoilt.epub" \
    "$2" "$3" "$4" || exit 1
  if shows "$work/spoilt.epub" >"$work/said"; then
    echo "not noticed: $5"
    exit 1
  fi
  echo "notices: $5"
}

each_epub shows "$@"
first=$(find_epub "$1")
spoil "$first" toc.ncx '<navPoint.*</navPoint>' '' "an empty outline"
spoil "$first" .xhtml '<p>' '<p style="display: none">' \
  "paragraphs that are not drawn"
