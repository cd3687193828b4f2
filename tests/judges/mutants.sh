#!/bin/sh
# tests/judges/mutants.sh -- each judge notices a file that was spoilt for it:
# mutants.sh RELEASE SPECIMEN.  A judge that always nods would fail here.
# SPDX-License-Identifier: MIT
#
# Of the PDFs in mutants.pl each is noticed by veraPDF or by `handbill verify`;
# two marks that change places, for one, veraPDF does not see.

set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
: "${HANDBILL:?the program to test}"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
. "$top/tests/judges/judges.sh"

epub=$(find "$1" -name '*.epub' | sort | head -n 1)
specimen=$2
pdf=$specimen/specimen.a4.pdf
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

spoil_epub no-date package.opf '<meta property="dcterms:modified">.*?</meta>' ''
must_fail epubcheck "$work/no-date.epub" "no date of modification"
must_fail epubcheck_ts "$work/no-date.epub" "no date of modification"
spoil_epub no-language package.opf '(<package[^>]*?) xml:lang="[^"]*"' '\1'
must_fail ace "$work/no-language.epub" "no language of the package"
head -c 20000 "$pdf" >"$work/cut.pdf"
must_fail pdf_tools "$work/cut.pdf" "a file cut short"

# --- PDFs, spoilt in one thing each ---

mkdir "$work/pdf" "$work/release"
qpdf --qdf --newline-before-endstream --object-streams=disable \
  --no-original-object-ids "$pdf" "$work/base.qdf"
fix-qdf "$work/base.qdf" >"$work/pdf/nothing.pdf"
perl "$top/tests/judges/mutants.pl" >"$work/names"
while read -r name; do
  if perl "$top/tests/judges/mutants.pl" "$name" <"$work/base.qdf" \
    >"$work/spoilt.qdf"; then
    fix-qdf "$work/spoilt.qdf" >"$work/pdf/${name#\*}.pdf" 2>/dev/null
  else
    echo "$name: there is nothing to spoil"
    wrong=1
  fi
done <"$work/names"

judge_verapdf_all "$work/pdf"/*.pdf >"$work/verapdf.all"

cp "$specimen"/*.epub "$work/release"
verify() { # PDF: as the book of a release
  cp "$1" "$work/release/specimen.a4.pdf"
  cp "$specimen/MANIFEST.json" "$work/release"
  /usr/bin/python3 "$top/tests/judges/reseal.py" "$work/release"
  "$HANDBILL" verify "$work/release" >"$work/verify" 2>&1
}

noticed_by() { # PDF
  seen=
  [ "$(grep -c "^PASS $1 " "$work/verapdf.all")" = 2 ] || seen=" veraPDF"
  verify "$1" || seen="$seen verify"
  echo "$seen"
}

# What a PDF says is held against the EPUB to the last word, dates included.
text='(class="dates">[^<]*)2026'
/usr/bin/python3 "$top/tests/judges/mutate.py" "$specimen/specimen.epub" \
  "$work/release/specimen.epub" text.xhtml "$text" '\g<1>2027' || wrong=1
if verify "$specimen/specimen.a4.pdf" || ! grep -q 'pdf-words' "$work/verify"; then
  echo "verify did not notice: another date in the EPUB"
  wrong=1
fi
cp "$specimen/specimen.epub" "$work/release"

count=0
stars=0
for file in "$work/pdf"/*.pdf; do
  name=$(basename "$file" .pdf)
  seen=$(noticed_by "$file")
  case $name,$seen in
  nothing,) continue ;;
  nothing,*)
    echo "unspoilt, but noticed by$seen"
    grep -v '^PASS' "$work/verapdf.all" | grep -F "$file" | head
    cat "$work/verify"
    wrong=1
    ;;
  *,)
    echo "nobody notices: $name"
    wrong=1
    ;;
  *) echo "noticed by$seen: $name" ;;
  esac
  count=$((count + 1))
  ! grep -qxF "*$name" "$work/names" || stars=$((stars + 1))
done
echo "$count spoilt PDFs, $stars in content or tree"
[ $count -ge 20 ] && [ $stars -ge 12 ] && [ $wrong = 0 ]
