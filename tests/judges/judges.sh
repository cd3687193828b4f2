# tests/judges/judges.sh -- one function a judge, for judge.sh and mutants.sh.
# SPDX-License-Identifier: MIT
#
# Each takes files of one kind, prints what it finds and fails when it finds
# anything or cannot run.  A judge that is missing fails too.

. "$top/tests/judges/cache.sh"

need_file() {
  [ -e "$1" ] && return
  echo "${1##*/} is not there; ./dev test fetches the judges." >&2
  exit 1
}

need_command() {
  command -v "$1" >/dev/null && return
  echo "$1 is not installed; ./dev test installs it." >&2
  exit 1
}

judge_epubcheck() { # EPUB...
  need_command java
  need_file "$java_judges/complete"
  classpath=$(find "$java_judges/lib" -name '*.jar' ! -name 'greenfield-*' |
    sort | tr '\n' ':')
  for file; do
    java -Xshare:auto -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
      -cp "$classpath" com.adobe.epubcheck.tool.Checker \
      --failonwarnings "$file" || return 1
  done
}

judge_epubcheck_ts() { # EPUB...
  need_command node
  need_file "$node_judges/complete"
  for file; do
    node "$node_judges/node_modules/@likecoin/epubcheck-ts/bin/epubcheck.js" \
      --fail-on-warnings "$file" || return 1
  done
}

judge_ace() { # EPUB...
  need_command node
  need_command chromium
  need_file "$node_judges/complete"
  for file; do
    report=$work/ace
    rm -rf "$report"
    # A home of its own: Ace and Chromium keep settings and logs there.
    HOME=$work ACE_TIMEOUT_INITIAL=60000 \
      PUPPETEER_EXECUTABLE_PATH=$(command -v chromium) \
      node "$node_judges/node_modules/@daisy/ace-cli/bin/ace.js" \
      --exitcode --force --silent --outdir "$report" "$file"
    status=$?
    need_file "$report/report.json"
    # What it found, a line each; the exit code alone does not say it.
    node -e '
      const report = JSON.parse(require("fs").readFileSync(process.argv[1]));
      let failed = 0;
      for (const file of report.assertions)
        for (const one of file.assertions)
          if (one["earl:result"]["earl:outcome"] === "fail") {
            failed++;
            console.log(file["earl:testSubject"].url + ": " +
              one["earl:test"]["earl:impact"] + ": " +
              one["earl:test"]["dct:title"] + ": " +
              one["earl:result"]["dct:description"]);
          }
      console.log("Ace: " + report.assertions.length + " files, " + failed +
        " violations");
      process.exit(failed || !report.assertions.length ? 1 : 0);
    ' "$report/report.json" || return 1
    [ $status = 0 ] || { echo "ace ended with $status"; return 1; }
  done
}

# PDF...: "PASS FILE FLAVOUR" of each, or FAIL and the rules.  One start of a
# Java machine a flavour.
judge_verapdf_all() {
  need_command java
  need_file "$java_judges/complete"
  for flavour in ua1 2a; do
    java -Xshare:auto -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
      -cp "$(find "$java_judges/lib" -name 'greenfield-*.jar')" \
      org.verapdf.apps.GreenfieldCliWrapper --flavour $flavour --format text \
      --verbose "$@" 2>&1
  done
}

# A file that could not be read says neither PASS nor FAIL.
judge_verapdf() { # PDF...
  judge_verapdf_all "$@" >"$work/verapdf"
  cat "$work/verapdf"
  [ "$(grep -c '^PASS ' "$work/verapdf")" = $(($# * 2)) ] &&
    ! grep -q '^FAIL ' "$work/verapdf"
}

# COMMAND...: succeeds and says nothing on stderr.  Debian builds MuPDF without
# colour profiles, and mutool says so of every file that has one.
silent() {
  if "$@" >"$work/stdout" 2>"$work/stderr" &&
    ! grep -qvx 'warning: ICC support is not available' "$work/stderr"; then
    return
  fi
  echo "$* says:"
  cat "$work/stderr"
  return 1
}

judge_pdf_tools() { # PDF...
  need_command qpdf
  need_command mutool
  need_command pdftotext
  need_command gs
  for file; do
    silent qpdf --check "$file" || return 1
    silent mutool draw -q -F text -o /dev/null "$file" || return 1
    silent mutool draw -q -r 36 -F pnm -o /dev/null "$file" || return 1
    silent pdftotext -enc UTF-8 "$file" "$work/text" || return 1
    silent gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=nullpage "$file" || return 1
    [ ! -s "$work/stdout" ] || { cat "$work/stdout"; return 1; }
    silent pdftoppm -r 36 -gray "$file" "$work/page" || return 1
    rm -f "$work"/page*
    silent pdffonts "$file" || return 1
    # Each font is embedded and has its text: columns emb and uni.
    awk 'NR > 2 && ($(NF - 4) != "yes" || $(NF - 2) != "yes") {
           print "not embedded or without text: " $0; bad = 1
         }
         END { exit bad || NR < 3 }' "$work/stdout" || return 1
  done
  # The slow one, and the structure is the same on every paper.
  silent pdfinfo -struct-text "$1"
}
