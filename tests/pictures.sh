#!/bin/sh
# tests/pictures.sh -- pictures that others made: pictures.sh exif|png CORPORA
# SPDX-License-Identifier: MIT
#
#   exif   photographs of all orientations stand upright in both outputs
#   png    all valid files of the PNG suite are shown, the others are named

set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
. "$top/tests/judges/cache.sh"
: "${HANDBILL:?the program to test}"
export PYTHONDONTWRITEBYTECODE=1
if [ ! -d "$2" ]; then
  echo "skipped: no corpora beside the checkout"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pictures() {
  "$python_judges/bin/python" "$top/tests/pictures/pictures.py" "$@"
}

build() { # NAME PICTURE...: into $work/NAME-out, messages in $work/NAME-said
  name=$1
  shift
  mkdir "$work/$name"
  pictures write "$work/$name" "$@"
  "$HANDBILL" build "$work/$name" --only epub,pdf --paper a4 \
    --styles "$top/styles" --fonts "$top/fonts" -o "$work/$name-out" \
    >/dev/null 2>"$work/$name-said" || { cat "$work/$name-said"; exit 1; }
}

count() { # WANTED FILE...
  wanted=$1
  shift
  [ $# = "$wanted" ] || { echo "$# files where $wanted were expected"; exit 1; }
}

case $1 in
exif)
  count 18 "$2"/exif/*.jpg
  build exif "$2"/exif/*.jpg
  pictures upright "$work/exif-out" "$2"/exif/*.jpg
  ;;
png)
  count 161 "$2"/pngsuite/png/[!x]*.png
  build good "$2"/pngsuite/png/[!x]*.png
  [ ! -s "$work/good-said" ] || { cat "$work/good-said"; exit 1; }
  pictures same "$work/good-out" "$2"/pngsuite/png/[!x]*.png
  count 14 "$2"/pngsuite/png/x*.png
  build bad "$2"/pngsuite/png/x*.png
  pictures named "$work/bad-said" "$2"/pngsuite/png/x*.png
  ;;
*) exit 64 ;;
esac
