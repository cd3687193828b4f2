#!/bin/sh
# tests/judges/mutants.sh -- each judge notices a file that was spoilt for it:
# mutants.sh RELEASE.  A judge that always nods would fail here.
# SPDX-License-Identifier: MIT

set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
. "$top/tests/judges/judges.sh"

epub=$(find "$1" -name '*.epub' | sort | head -n 1)
pdf=$(find "$1" -name '*.pdf' | sort | head -n 1)
wrong=0

must_fail() { # JUDGE FILE WHAT
  if ("judge_$1" "$2") >"$work/verdict" 2>&1; then
    echo "$1 did not notice: $3"
    cat "$work/verdict"
    wrong=1
  else
    echo "$1 notices: $3"
  fi
}

spoil_epub() { # NAME ENTRY-SUFFIX REGEX REPLACEMENT
  /usr/bin/python3 "$top/tests/judges/mutate.py" "$epub" "$work/$1.epub" \
    "$2" "$3" "$4" || wrong=1
}

spoil_pdf() { # NAME PERL
  perl -0777 -pe "$2" "$work/base.qdf" >"$work/t.qdf"
  ! cmp -s "$work/base.qdf" "$work/t.qdf" || { echo "$1: unchanged"; wrong=1; }
  fix-qdf "$work/t.qdf" >"$work/$1.pdf" 2>/dev/null
}

spoil_epub no-date package.opf '<meta property="dcterms:modified">.*?</meta>' ''
must_fail epubcheck "$work/no-date.epub" "no date of modification"
must_fail epubcheck_ts "$work/no-date.epub" "no date of modification"
spoil_epub no-language package.opf '(<package[^>]*?) xml:lang="[^"]*"' '\1'
must_fail ace "$work/no-language.epub" "no language of the package"

qpdf --qdf --newline-before-endstream --object-streams=disable \
  --no-original-object-ids "$pdf" "$work/base.qdf"
spoil_pdf no-intent 's/\n  \/OutputIntents \[.*?\]//s'
must_fail verapdf "$work/no-intent.pdf" "no output intent"
head -c 20000 "$pdf" >"$work/cut.pdf"
must_fail pdf_tools "$work/cut.pdf" "a file cut short"

[ $wrong = 0 ]
