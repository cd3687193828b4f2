#!/bin/sh
# tests/content.sh -- what every finished piece of content/ must hold, on paper
# and on a screen: content.sh DIR, the folder that tests/release.sh built.
# SPDX-License-Identifier: MIT
#
# Each handout has at most two sides, on A4 and on Letter, without exception;
# the emergency steps in their order; edition, dates and status at the foot of
# each side.  Behind each telephone number that nobody has checked stands "not
# yet checked", and each source that is cited is in the imprint.  The two topic
# pages are what they must be.

set -u
export LC_ALL=C
release=$1
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

fault() { # also from within a pipe
  echo "$*" >>"$work/faults"
}

# With order=-raw in the order of the content; else columns are guessed at.
order=
words() { # FILE [FIRST LAST]: a PDF's words, one space between them
  pdftotext $order ${2:+-f "$2" -l "$3"} "$1" - |
    sed 's/\xc2\xad//g; s/\xc2\xa0/ /g' | tr -s '\f\n ' ' '
}

# --- the rules for one sheet ---

check_sides() { # PDF SIDES
  [ "$2" -le 2 ] || fault "$1: $2 sides; an article fits on one sheet"
}

# The first words of each step, as sheets say them.
check_steps() { # PDF WORDS
  rest=$2
  for step in 'Shout' 'Call 911' 'Give naloxone' 'Breathe for the person' \
    'Roll the person onto the side' 'Stay until help arrives'; do
    case $rest in
    *"$step"*) rest=${rest#*"$step"} ;;
    *) fault "$1: the step \"$step\" is not there, or not in its place" ;;
    esac
  done
}

check_foot() { # PDF SIDE WORDS
  for part in 'Opioid restart' 'Edition 2026.11' 'Updated 22 November 2026' \
    'review by 22 May 2027' 'Not yet reviewed by a clinician' 'Draft'; do
    case $3 in
    *"$part"*) ;;
    *) fault "$1, side $2: its foot does not say \"$part\"" ;;
    esac
  done
}

check_sheet() { # PDF
  sides=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
  name=$(basename "$1")
  check_sides "$name" "$sides"
  check_steps "$name" "$(words "$1")"
  for side in $(seq "$sides"); do
    check_foot "$name" "$side" "$(words "$1" "$side" "$side")"
  done
}

# --- topic pages ---

# Each says first which sense of the word it means, and leads to the other one;
# its terms have their other names, and its cards date, excerpt and page.
check_topic() { # ID OTHER TERM...
  file=content/articles/$1.md
  other=$2
  shift 2
  first=$(awk '/^---$/ { rule++; next } rule == 2 && NF { text = 1; print }
    text && !NF { exit }' "$file" | tr '\n' ' ')
  case $first in
  'On this page, *opioid restart* means '*"](page:$other)"*) ;;
  *) fault "$file: its first paragraph does not tell the two senses apart" ;;
  esac
  for term; do
    grep -A1 -x "$term" "$file" | tr '\n' ' ' | grep -q ': .*[Aa]lso known as' ||
      fault "$file: \"$term\" is not defined with its other names"
  done
}

check_cards() { # ID, of a topic page; its file in the EPUB
  unzip -p "$book.epub" "*$1.xhtml" | tr '\n' ' ' >"$work/topic"
  own=$(awk -v id="      - $1" '/- part:/ { count = 0; mine = 0 }
    /^      - / { count++ } $0 == id { mine = 1 } mine { most = count }
    END { print most - 1 }' content/book.yaml)
  for class in card-title card-meta card-summary card-more; do
    [ "$(grep -o "class=\"$class\"" "$work/topic" | wc -l)" = "$own" ] ||
      fault "$1: $own articles, and not as many times $class"
  done
  grep -oE 'class="card-more".{0,400}' "$work/topic" | grep -q 'Read more' ||
    fault "$1: a card does not say \"Read more\""
}

# --- numbers and sources ---

# Nobody has checked a row yet, so each number of the registry has its note.
# What is part of a longer number is none.
check_numbers() { # NAME, words on standard input
  tr -s '\n ' ' ' >"$work/words"
  while read -r number; do
    grep -oE "(^|[^0-9-])$number[^0-9-].{0,40}" "$work/words" |
      grep -vE "$number \[not yet checked\]" |
      while read -r place; do fault "$1: no \"not yet checked\": $place"; done
  done <"$work/numbers"
  grep -qF '[not yet checked]' "$work/words" || fault "$1: has no number at all"
}

check_imprint() { # NAME, its words on standard input
  tr -s '\n ' ' ' >"$work/imprint"
  while read -r id; do
    citation=$(awk -v id="- id: $id" '$0 == id { found = 1 }
      found && sub(/^  citation: /, "") { gsub(/^"|"$/, ""); print; exit }' \
      content/sources.yaml)
    [ -n "$citation" ] || fault "the source $id has no citation"
    grep -qF -- "$citation" "$work/imprint" ||
      fault "$1: its imprint lacks \"$citation\""
  done <"$work/cited"
}

sed -n 's/^  number: "\{0,1\}\([0-9 -]*[0-9]\)"\{0,1\}$/\1/p' \
  content/helplines.yaml | sort -u >"$work/numbers"
grep -q '^911$' "$work/numbers" || fault "no number was found in the registry"

order=-raw # the steps stand beside each other
for sheet in "$release"/handouts/*.pdf; do
  check_sheet "$sheet"
  words "$sheet" | check_numbers "$(basename "$sheet")"
done
order=

book=$release/opioid-restart
words "$book.a4.pdf" | check_numbers reader
words "$book.a4.pdf" | grep -q 'Updated 22 November 2026 If you know .* Page 5' ||
  fault "reader: a card does not say which page"
check_topic topic-return topic-reinitiation 'Opioid withdrawal' \
  'Medicines for opioid use disorder' 'Opioid dependence' 'Opioid side effects'
check_topic topic-reinitiation topic-return 'Opioid withdrawal' Tolerance \
  'Pain management'
check_cards topic-return
check_cards topic-reinitiation
sed 's/\xc2\xa0/ /g; s/^| *//' "$book.txt" | check_numbers text
unzip -p "$book.epub" '*.xhtml' | sed 's/<[^>]*>//g; s/\xc2\xa0/ /g' |
  check_numbers EPUB

grep -ohE 'source:[a-z0-9-]+' content/articles/*.md content/*.yaml |
  sed 's/^source://' >"$work/all"
sed -n 's/^    source: //p' content/emergency.yaml >>"$work/all"
sort -u "$work/all" | grep -v '^$' >"$work/cited"
pages=$(pdfinfo "$book.a4.pdf" | sed -n 's/^Pages: *//p')
words "$book.a4.pdf" $((pages - 2)) "$pages" | sed 's/- //g' |
  check_imprint reader
unzip -p "$book.epub" '*title.xhtml' |
  sed 's/<[^>]*>/ /g; s/&amp;/\&/g' | check_imprint EPUB
[ ! -e "$work/faults" ] && exit 0
cat "$work/faults"
exit 1
