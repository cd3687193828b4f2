#!/bin/sh
# tests/packages.sh -- installs the Debian packages of src/PACKAGES that are
# missing: sh tests/packages.sh GROUP...
# SPDX-License-Identifier: MIT
#
# Asks dpkg first: with nothing missing, no network is used.

set -eu
cd "$(dirname "$0")/.."

wanted() { # the packages of the given groups, less those that have a stand-in
  while read -r group package note _; do
    case " $* " in *" $group "*) ;; *) continue ;; esac
    case $note in
    unless=*) command -v "${note#unless=}" >/dev/null && continue ;;
    esac
    echo "$package"
  done <src/PACKAGES
}

missing() {
  for package in $(wanted "$@"); do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) ||
      status=
    [ "$status" = installed ] || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "Packages are missing: $packages" >&2
    echo "Run this as root, or install sudo, or install them yourself." >&2
    exit 1
  fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
    -o Dpkg::Use-Pty=0 "$@" </dev/null
}

packages=$(missing "$@" | tr '\n' ' ')
[ -n "$packages" ] || exit 0

echo "Installing packages: $packages"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install_all() {
  apt_get update &&
    # The second round: in a bare system libpango1.0-dev may be configured
    # before what it needs (gir1.2-*), which `-f install` then completes.
    { apt_get install --no-install-recommends $packages ||
      { apt_get -f install &&
        apt_get install --no-install-recommends $packages; }; }
}
if ! install_all >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  echo "The packages could not be installed; apt's last words are above." >&2
  exit 1
fi
