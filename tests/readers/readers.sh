# tests/readers/readers.sh -- what the scripts beside it share.  Sets $top and
# $work, a folder that goes when the script ends.
# SPDX-License-Identifier: MIT

set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
. "$top/tests/judges/judges.sh"

find_epub() { # RELEASE
  find "$1" -maxdepth 1 -name '*.epub' 2>/dev/null | sort | head -n 1
}

# Ends the script where the function fails.  A CORPUS may be missing.
each_epub() { # FUNCTION-OF-EPUB-AND-RELEASE RELEASE [CORPUS...]
  open_one=$1
  shift
  [ -n "$(find_epub "$1")" ] || { echo "no *.epub in $1"; exit 1; }
  for release; do
    epub=$(find_epub "$release")
    [ -n "$epub" ] || { echo "skipped: there is no $release"; continue; }
    echo "opening $epub"
    "$open_one" "$epub" "$release" || exit 1
  done
}

# A script of this folder that drives a browser without a past.
in_browser() { # SCRIPT ARGUMENT...
  need_command node
  need_command chromium
  need_file "$node_judges/complete"
  script=$1
  shift
  HOME=$work CHROMIUM=$(command -v chromium) \
    node "$top/tests/readers/$script" "$node_judges/node_modules" "$@" \
    ${SHOTS:+"$SHOTS"}
}
