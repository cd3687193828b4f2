#!/bin/bash
# tests/fresh.sh -- does it work where nothing was installed by hand?
# SPDX-License-Identifier: MIT
#
#   tests/fresh.sh [--keep DIR] [--user] [12] [13]
#
# Makes a bare Debian 12 and a bare Debian 13 with debootstrap, clones HEAD of
# this checkout into each and runs `./dev build` twice and `./dev test`.  Prints
# a summary and ends with 0 only if all of it passed, and of the tests those that
# finished files are proved by (veraPDF among them) were not skipped.  Needs
# root.
#
#   --keep DIR  the bare systems (base-12, base-13), the used ones (run-12,
#               run-13) and the logs stay in DIR; a bare system found there is
#               used again.  Otherwise all is removed.
#   --user      works as a user with sudo instead of as root
#
# Each system gets this machine's certificates and the settings of its package
# clients, as far as there are any: a bare system could otherwise not reach
# what this machine reaches.  None of it is written anywhere else.
# Everything is mounted in a mount namespace of its own, which ends with the
# script: outside, where the folder is removed, nothing was ever mounted.

set -euo pipefail

if [ "${HANDBILL_FRESH:-}" = "" ]; then
  [ "$(id -u)" = 0 ] || { echo "fresh.sh needs root" >&2; exit 64; }
  HANDBILL_FRESH=$(mktemp -d -p /var/tmp)
  export HANDBILL_FRESH
  trap 'rm -rf --one-file-system "$HANDBILL_FRESH"' EXIT
  unshare --mount --propagation private bash "$0" "$@"
  exit
fi

top=$(cd "$(dirname "$0")/.." && pwd)
keep=
account=root
releases=()
while [ $# -gt 0 ]; do
  case $1 in
  --keep) keep=$2; shift ;;
  --user) account=reader ;;
  12 | 13) releases+=("$1") ;;
  *) sed -n '5s/^# *//p' "$0" >&2; exit 64 ;;
  esac
  shift
done
[ ${#releases[@]} -gt 0 ] || releases=(12 13)
declare -A code=([12]=bookworm [13]=trixie)

sh "$top/tests/packages.sh" fresh
folder=${keep:-$HANDBILL_FRESH}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
: >"$folder/summary"

# This machine's own mirror of Debian, from whichever form its sources have.
mirror() {
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
      sed -nE 's/^deb +(\[[^]]*\] *)?([^ ]+) .*/\2/p'
    sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2>/dev/null |
      tr ' ' '\n'
  } | grep -E '/debian/?$' | head -n 1
}

make_base() { # RELEASE
  base=$folder/base-$1
  [ -e "$base.complete" ] && return
  rm -rf --one-file-system "$base"
  echo "Debian $1: making the bare system"
  debootstrap --variant=minbase --include=ca-certificates "${code[$1]}" \
    "$base" "$(mirror)" >"$folder/debootstrap-$1.log" 2>&1
  touch "$base.complete"
}

give_file() { # ROOT FILE...: those that this machine has
  root=$1
  shift
  for file; do
    [ -e "$file" ] || continue
    mkdir -p "$root${file%/*}"
    cp -L "$file" "$root$file"
  done
}

give_settings() { # ROOT
  give_file "$1" /etc/resolv.conf /etc/hosts /etc/npmrc /usr/etc/npmrc \
    /etc/pip.conf ~/.npmrc ~/.config/pip/pip.conf ~/.pip/pip.conf \
    ~/.m2/settings.xml /usr/local/share/ca-certificates/*.crt
  apt-config dump | grep -E '^Acquire::https?::' \
    >"$1/etc/apt/apt.conf.d/99-machine" || true
  chroot "$1" update-ca-certificates >/dev/null 2>&1
  # A bundle that was replaced as a whole has more than update-ca-certificates
  # knows of.
  cp -L /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/machine.crt"
  cat "$1/etc/ssl/certs/machine.crt" >>"$1/etc/ssl/certs/ca-certificates.crt"
}

# Proxies and certificate paths, and nothing else, come from the environment.
settings() {
  env | grep -iE '^[a-z_]*(proxy|_ca_|_cert|cert_|cainfo|ca_bundle)[a-z_]*=' ||
    true
}

make_account() { # ROOT
  [ $account != root ] || return 0
  chroot "$1" sh -c "apt-get -qq update && apt-get -qq -y install sudo &&
    useradd -m $account &&
    echo '$account ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/$account" \
    >"$folder/account.log" 2>&1
  for file in .npmrc .config/pip/pip.conf .m2/settings.xml; do
    [ -e "$1/root/$file" ] || continue
    mkdir -p "$1/home/$account/$(dirname $file)"
    cp "$1/root/$file" "$1/home/$account/$file"
  done
  chroot "$1" chown -R $account: "/home/$account" /srv/handbill
}

mount_all() { # ROOT
  mount -t proc proc "$1/proc"
  mount --rbind /dev "$1/dev"
  mkdir -p "$1/srv/shared"
  mount --bind "$top/../shared" "$1/srv/shared"
  mount -o remount,bind,ro "$1/srv/shared"
}

inside() { # ROOT COMMAND: in the clone, with the wrapper of $isolated
  mapfile -t environment < <(settings)
  home=/root
  [ $account = root ] || home=/home/$account
  ${isolated:-} chroot --userspec=$account "$1" env -i HOME=$home \
    USER=$account LANG=C.UTF-8 TERM=dumb \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    "${environment[@]}" sh -c "cd /srv/handbill && $2" </dev/null
}

note() {
  echo "$*" | tee -a "$folder/summary"
}

# step NAME LIMIT ROOT COMMAND: notes the seconds it took.
step() {
  log=$folder/${3##*/}-$1.log
  started=$(date +%s%N)
  if inside "$3" "$4" >"$log" 2>&1; then verdict=passed; else verdict=FAILED; fi
  tenths=$((($(date +%s%N) - started) / 100000000))
  [ "$tenths" -lt $(($2 * 10)) ] || verdict="TOO SLOW (limit $2 s)"
  note "Debian $release: $1: $verdict in $((tenths / 10)).$((tenths % 10)) s"
  [ "$verdict" = passed ] || { tail -n 60 "$log"; failed=1; }
}

packages_of() { # ROOT
  chroot "$1" dpkg-query -W -f '${Package} ${Version} ${db:Status-Status}\n'
}

# What a release rests on must have passed: a test that was skipped, or that is
# no longer there, did not.
check_proofs() {
  for proof in release/build specimen/build corpora/build judges/verapdf \
    judges/pdf-tools judges/mutants reading; do
    grep -qE " $proof \.+ +Passed" "$folder/run-$release-test.log" && continue
    note "Debian $release: not proved: $proof"
    failed=1
  done
}

try_release() {
  root=$folder/run-$release
  make_base "$release"
  rm -rf --one-file-system "$root"
  cp -a "$folder/base-$release" "$root"
  give_settings "$root"
  git clone --quiet --no-hardlinks "$top" "$root/srv/handbill"
  mount_all "$root"
  make_account "$root"

  step build 1200 "$root" './dev build'
  packages_of "$root" >"$folder/before"
  # The second run may use no network, so it gets none.
  isolated='unshare --net' step build-again 5 "$root" './dev build'
  packages_of "$root" | diff "$folder/before" - ||
    { note "Debian $release: the second build installed something"; failed=1; }
  step test-prepare 1200 "$root" \
    'sh tests/packages.sh build test && sh tests/judges/cache.sh'
  isolated='unshare --net' step test-prepare-again 5 "$root" \
    'sh tests/packages.sh build test && sh tests/judges/cache.sh'
  step test 600 "$root" './dev test'
  sed -n '/tests passed/,$p' "$folder/run-$release-test.log" |
    tee -a "$folder/summary"
  check_proofs
  inside "$root" 'git status --short' | tee "$folder/dirty"
  [ ! -s "$folder/dirty" ] ||
    { note "Debian $release: the checkout is no longer clean"; failed=1; }
}

failed=0
git -C "$top" diff --quiet HEAD ||
  echo "note: what is not committed is not tried"
note "Commit $(git -C "$top" rev-parse --short HEAD), as $account"
for release in "${releases[@]}"; do
  try_release
done
echo
cat "$folder/summary"
exit $failed
