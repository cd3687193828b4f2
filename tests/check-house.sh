#!/bin/sh
# tests/check-house.sh -- the house rules that a script can judge.
# SPDX-License-Identifier: MIT
#
# BUILD names a build folder; without it the compiled code is not looked into.
# Each rule prints what breaks it, as file:line: what.

set -u
cd "$(dirname "$0")/.." || exit 2
export LC_ALL=C
faults=$(mktemp) || exit 2
trap 'rm -f "$faults"' EXIT

code() { find src tests \( -name '*.c' -o -name '*.h' \) | sort; }
sources() { find src -name '*.c' | sort; }
headers() { find src -name '*.h' | sort; }
kept() { # what is in git, or would be
  git ls-files --cached --others --exclude-standard "$@" |
    while read -r file; do [ ! -f "$file" ] || echo "$file"; done
}

file_length() {
  code | xargs wc -l | awk '
    $2 == "total" { next }
    $1 > 500 { print $2 ":1: " $1 " lines, at most 500" }
    $2 ~ /^src\/.*\.h$/ && $1 > 200 { print $2 ":1: " $1 " lines, at most 200" }'
}

# clang-format puts a function's name and its braces at the line's start.
function_length() {
  code | xargs awk '
    /^[A-Za-z_].*\(/ && !/;[ \t]*$/ { name = $0; sub(/\(.*/, "", name) }
    /^\{/ { start = FNR }
    /^\}/ {
      if (start && FNR - start - 1 > 60)
        printf "%s:%d: %s() has %d lines, at most 60\n", FILENAME, start, name,
               FNR - start - 1
      start = 0
    }'
}

first_lines() {
  code | while read -r file; do
    name=${file#src/}
    case $file in
    *.c)
      sed -n 1p "$file" | grep -qF "/* $name -- " ||
        echo "$file:1: the first line says /* $name -- what it is. */"
      case $file in tests/*) continue ;; esac
      head -n 6 "$file" | grep -qxF '/* SPDX-License-Identifier: MIT */' ||
        echo "$file:2: the SPDX line follows the first comment"
      ;;
    *.h)
      head -n 3 "$file" | grep -qF " $name -- " ||
        echo "$file:1: the manual comment begins with $name -- what it is"
      grep -qx '#pragma once' "$file" || echo "$file:1: #pragma once is missing"
      ;;
    esac
  done
  kept '*.sh' dev .ci/run | grep -v '^tests/broken/' | while read -r file; do
    head -n 5 "$file" | grep -q 'SPDX-License-Identifier: MIT' ||
      echo "$file:1: the SPDX line is missing"
  done
}

# An enumerator of ours among the cases: the compiler shall tell which one a
# new kind forgot (-Wswitch-enum), so there is no default.
switch_default() {
  code | xargs awk '
    /^(typedef )?enum.*\{/ || /^ *enum \{/ { inside = 1 }
    inside && match($0, /[A-Z][A-Z0-9]*(_[A-Z0-9]+)+/) {
      print substr($0, RSTART, RLENGTH)
    }
    /\}/ { inside = 0 }' | sort -u >"$faults.enumerators"
  code | xargs awk -v list="$faults.enumerators" '
    BEGIN { while ((getline name < list) > 0) ours[name] = 1 }
    FNR == 1 { depth = 0 }
    /^ *switch \(/ { depth++; kinds[depth] = 0; match($0, /^ */)
                     indent[depth] = RLENGTH }
    depth && /^ *case [A-Z]/ {
      name = $2; sub(/:.*/, "", name)
      if (name in ours) kinds[depth] = 1
    }
    depth && /^ *default:/ && kinds[depth] {
      print FILENAME ":" FNR ": default: in a switch over kinds"
    }
    depth && /^ *\}/ { match($0, /^ */); if (RLENGTH == indent[depth]) depth-- }'
  rm -f "$faults.enumerators"
}

# What the compiler put into .data and .bss.  A name with a dot is a variable
# inside a function (GLib's macros make some).
mutable_state() {
  [ -n "${BUILD:-}" ] || return
  find "$BUILD" -maxdepth 1 -name 'libhandbill_*.a' | sort | xargs objdump -t |
    awk '
    /file format/ { object = $1; sub(/:$/, "", object); sub(/\.o$/, "", object) }
    $3 == "O" && ($4 ~ /^\.(data|bss)(\.|$)/ && $4 !~ /^\.data\.rel\.ro/ ||
                  $4 == "*COM*") && $NF !~ /\./ {
      print object ": " $NF " can change: no mutable file-scope variables"
    }
    $2 == "O" && ($3 ~ /^\.(data|bss)(\.|$)/ && $3 !~ /^\.data\.rel\.ro/) &&
    $NF !~ /\./ {
      print object ": " $NF " can change: no mutable file-scope variables"
    }'
}

headers_stand_alone() {
  flags=$(pkg-config --cflags glib-2.0 gobject-2.0 libcmark-gfm \
    libxml-2.0 libfyaml libzip pangocairo pangoft2 harfbuzz fontconfig \
    cairo-pdf libqpdf libdeflate lcms2 libpng libjpeg libexif librsvg-2.0)
  # -x c and not as a header: #pragma once in a main file is a warning.
  headers | xargs -P2 -I{} sh -c '
    printf "#include \"%s\"\ntypedef int not_empty;\n" "${1#src/}" |
      gcc -std=c17 -D_GNU_SOURCE -fsyntax-only -Wall -Wextra -Isrc '"$flags"' \
        -x c - 2>&1 | sed "s,^<stdin>:,$1: ,"' sh {}
}

# The brackets keep the words themselves out of this file.
unfinished() {
  kept 'src/*' 'tests/*' dev .ci/run CMakeLists.txt '*.css' |
    grep -vE '^tests/(golden|broken|spec)/|package-lock.json' |
    xargs grep -nE '\b(TO[D]O|FI[X]ME|XX[X]|HA[C]K|not impleme[n]ted)\b' /dev/null |
    sed 's/$/ (an unfinished mark)/'
}

# A registry's host or a folder of somebody's machine has no place in a clone.
strangers() {
  kept | grep -vE '\.(ttf|png|jpg)$' |
    xargs grep -nIE 'n[p]mjs|p[y]thonhosted|p[y]pi\.org|deb\.de[b]ian|'\
'rep[o]1?\.maven|(^|[^a-z.$}])/(wo[r]k|roo[t]|hom[e])/[a-z]' /dev/null |
    sed 's/$/ (a place of one machine or registry)/'
}

artefacts() {
  kept | grep -E '\.(o|a|so|pdf|epub|zip|log|orig|rej|pyc)$|^build/|^dist/.*/' |
    sed 's/$/: made, not written; it does not belong into git/'
  kept | grep -vE '^(LICENSE|README\.md|NEWS\.md|CMakeLists\.txt|'\
'CMakePresets\.json|dev|\.clang-format|\.editorconfig|\.gitignore|'\
'\.gitattributes)$|^(src|content|styles|fonts|tests|dist|\.ci)/' |
    sed 's/$/: not one of the top-level names/'
}

rules='file_length function_length first_lines switch_default mutable_state
headers_stand_alone unfinished strangers artefacts'
for rule in $rules; do
  $rule >>"$faults"
done
cat "$faults"
[ ! -s "$faults" ]
