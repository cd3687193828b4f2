#!/bin/sh
# tests/corpora.sh -- folders of articles that nobody wrote for handbill become
# a release: corpora.sh DIR
# SPDX-License-Identifier: MIT

set -eu
cd "$(dirname "$0")/.."
: "${HANDBILL:?the program to test}"
corpora=$PWD/../shared/corpora
if [ ! -d "$corpora" ]; then
  echo "skipped: no corpora beside the checkout"
  exit 77
fi
mkdir -p "$1"
for name in betahealth rust-book; do
  rm -rf "${1:?}/$name"
  "$HANDBILL" build "$corpora/$name/articles" --styles styles --fonts fonts \
    -o "$1/$name" 2>"$1/$name.messages" || {
    echo "$name: build ended with $?"
    tail -n 20 "$1/$name.messages"
    exit 1
  }
  if grep ': error: ' "$1/$name.messages"; then exit 1; fi
  "$HANDBILL" verify "$1/$name"
  echo "$name: $(wc -l <"$1/$name.messages") messages"
done
