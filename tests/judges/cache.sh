#!/bin/sh
# tests/judges/cache.sh -- the judges from Maven Central, npm and PyPI, kept in
# a cache outside the checkout.
# SPDX-License-Identifier: MIT
#
#   sh tests/judges/cache.sh        fetches what is missing
#   . tests/judges/cache.sh         only sets the variables below, from a script
#                                   that has set `top` to the checkout
#
# One folder a registry, named after a hash of the file that pins it: another
# version is another folder, so an old checkout still finds its own.  A folder
# counts once its file `complete` is there.
# Nothing here names a registry's host: the clients' own settings decide.

top=${top:-$(cd "$(dirname "$0")/../.." && pwd)}
pins=$top/tests/judges
cache=${XDG_CACHE_HOME:-$HOME/.cache}/handbill

pinned() { # NAME FILE...: the folder that belongs to these files
  name=$1
  shift
  printf '%s/%s-%s\n' "$cache" "$name" "$(cat "$@" | sha256sum | cut -c1-12)"
}

java_judges=$(pinned java "$pins/pom.xml")
node_judges=$(pinned node "$pins/package.json" "$pins/package-lock.json")
python_judges=$(pinned python "$pins/requirements.txt")

fetch_java() {
  mvn -q -B -Dstyle.color=never -f "$pins/pom.xml" dependency:copy-dependencies \
    -DoutputDirectory="$1/lib"
}

fetch_node() {
  cp "$pins/package.json" "$pins/package-lock.json" "$1/"
  # Ace drives Debian's Chromium; puppeteer must not fetch its own.
  (cd "$1" && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-audit --no-fund \
    --no-update-notifier --loglevel=error)
}

fetch_python() {
  # Debian's own python3: one from elsewhere may vanish from the PATH.
  /usr/bin/python3 -m venv "$1"
  "$1/bin/pip" install --quiet --disable-pip-version-check \
    --requirement "$pins/requirements.txt"
}

fetch() { # NAME FOLDER
  [ -e "$2/complete" ] && return
  echo "Fetching the judges of $1 into $2 ..."
  rm -rf "$2"
  mkdir -p "$2"
  "fetch_$1" "$2"
  touch "$2/complete"
}

case ${0##*/} in
cache.sh)
  set -eu
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9
  fetch java "$java_judges"
  fetch node "$node_judges"
  fetch python "$python_judges"
  ;;
esac
