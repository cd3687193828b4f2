#!/bin/sh
# tests/reproducible.sh -- the same input gives the same bytes, whatever the
# machine says of time, language, rights, folders and the order of files.
# SPDX-License-Identifier: MIT

set -eu
cd "$(dirname "$0")/.."
: "${HANDBILL:?the program to test}"
top=$PWD
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT

# copy TO ORDER: the folders of the book, its files created in that order.
copy() {
  mkdir -p "$1"
  (cd "$top" && find content styles fonts -type f) | sort $2 |
    while read -r file; do
      mkdir -p "$1/${file%/*}"
      cp "$top/$file" "$1/$file"
    done
}

# build HOME: the environment is the caller's.
build() {
  (cd "$1" && "$HANDBILL" build content --styles styles --fonts fonts -o out \
    </dev/null >"$work/said" 2>&1) || { cat "$work/said"; exit 1; }
}

first=$work/a
second="$work/b c/d\"e/ü"
copy "$first" ""
copy "$second" -r
find "$second" -exec touch -d '1999-12-31 23:59:58' {} +

# A locale with decimal commas, made here so that none need be installed.
mkdir "$work/locales"
localedef -i de_DE -f UTF-8 "$work/locales/de_DE.UTF-8"

(
  umask 022
  export TZ=UTC0 LC_ALL=C LANG=C
  build "$first"
)
(
  umask 077
  unset LANG
  export TZ=XYZ-13:45 LOCPATH="$work/locales" LC_ALL=de_DE.UTF-8 \
    HOME=/nonexistent SOURCE_DATE_EPOCH=1 FONTCONFIG_FILE=/nonexistent \
    XDG_CACHE_HOME=/nonexistent PANGO_LANGUAGE=ar G_DEBUG= COLUMNS=20
  [ "$(locale decimal_point)" = , ] ||
    { echo "the locale with decimal commas does not work"; exit 1; }
  build "$second"
)

diff -r "$first/out" "$second/out"
(cd "$first/out" && find . -type f | sort | xargs sha256sum)
[ -n "$(find "$first/out" -name '*.epub')" ]
[ -n "$(find "$first/out" -name '*.pdf')" ]
