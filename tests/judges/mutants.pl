#!/usr/bin/perl
# tests/judges/mutants.pl -- spoils one thing in a PDF that qpdf has laid open:
# mutants.pl NAME <IN.qdf >OUT.qdf; without NAME it lists the names, those that
# spoil content or tree with a star.
# SPDX-License-Identifier: MIT
use strict;
use warnings;

my %mutants = (
  # --- content ---
  '*rule-unmarked' => sub { s{/Artifact <</Type/Layout>> BDC(.*?)\nEMC\n}{$1\n}s },
  '*text-as-furniture' => sub { s{/P <</MCID 2>> BDC}{/Artifact <</Type/Layout>> BDC} },
  '*mark-in-mark' => sub { s{(/P <</MCID 1>> BDC)}{/Artifact <</Type/Layout>> BDC $1}; s{(/P <</MCID 1>> BDC.*?\nEMC)}{$1\nEMC}s },
  '*marks-swapped' => sub { s{/P <</MCID 1>> BDC(.*?)/P <</MCID 2>> BDC}{/P <</MCID 2>> BDC$1/P <</MCID 1>> BDC}s },
  '*mark-number-twice' => sub { s{/P <</MCID 2>> BDC}{/P <</MCID 1>> BDC} },
  '*mark-without-number' => sub { s{/P <</MCID 3>> BDC}{/P <<>> BDC} },
  '*letter-means-another' => sub { s{<0065>}{<0078>}g },
  '*words-painted-twice' => sub { s{(/H2 <</MCID \d+>> BDC\n)(.*?)(\nEMC)}{$1$2\n$2$3}s },
  # --- tree ---
  '*no-alt' => sub { s{\n  /Alt \([^)]*\)}{} },
  '*empty-alt' => sub { s{(\n  /Alt )\([^)]*\)}{$1()} },
  '*no-box' => sub { s{\n    /BBox \[.*?\]}{}s },
  '*no-scope' => sub { s{\n    /Scope /Column}{} },
  '*kids-swapped' => sub { s{(/K \[\n)(    \d+ 0 R\n)(    \d+ 0 R\n)((?:(?!endobj).)*?/S /L\n)}{$1$3$2$4}s },
  '*articles-swapped' => sub { s{(/K \[\n(?:    \d+ 0 R\n){3})(    \d+ 0 R\n)(    \d+ 0 R\n)((?:(?!endobj).)*?/S /Document\n)}{$1$3$2$4}s },
  '*kid-lost' => sub { s{(/K \[\n    \d+ 0 R\n)    \d+ 0 R\n((?:(?!endobj).)*?/S /L\n)}{$1$2}s },
  '*cell-lost' => sub { s{(/K \[\n    \d+ 0 R\n)    \d+ 0 R\n((?:(?!endobj).)*?/S /TR\n)}{$1$2}s },
  '*parents-swapped' => sub { m{/Nums \[\n    0\n    (\d+) 0 R} or die; my $n = $1; s{(\n$n 0 obj\n\[\n)(  \d+ 0 R\n)(  \d+ 0 R\n)}{$1$3$2} },
  '*another-parent' => sub { s{(\n  /P )(\d+)( 0 R\n(?:  /Pg \d+ 0 R\n)?  /S /P\n)}{$1 . ($2 + 1) . $3}e },
  '*heading-skips' => sub { s{/S /H2\n}{/S /H4\n} },
  '*item-body-is-p' => sub { s{/S /LBody\n}{/S /P\n} },
  '*cell-is-span' => sub { s{/S /TD\n}{/S /Span\n} },
  '*link-is-span' => sub { s{/S /Link\n}{/S /Span\n} },
  '*role-unknown' => sub { s{/S /Caption\n}{/S /Legend\n} },
  '*note-without-id' => sub { s{\n  /ID \(note[^)]*\)}{} },
  '*id-twice' => sub { my @ids = m{\n  /ID (\(note[^)]*\))}g; s{\n  /ID \Q$ids[1]\E}{\n  /ID $ids[0]} },
  '*language-is-none' => sub { s{\n  /Lang \(fr\)}{\n  /Lang (??)} },
  # --- links, fonts, what the file says ---
  'link-silent' => sub { s{\n  /Contents \([^)]*\)}{} },
  'link-not-printed' => sub { s{\n  /F 4\n}{\n} },
  'link-of-another' => sub { s{/StructParent (\d+)}{'/StructParent ' . ($1 + 1)}e },
  'link-to-script' => sub { s{/URI \(https:[^)]*\)}{/URI (javascript:alert)} },
  'action-at-opening' => sub { s{/Type /Catalog}{/OpenAction << /JS (app.alert\(1\)) /S /JavaScript >>\n  /Type /Catalog} },
  'font-elsewhere' => sub { s{\n  /FontFile2 \d+ 0 R}{} },
  'font-without-text' => sub { s{\n  /ToUnicode \d+ 0 R}{} },
  'font-without-map' => sub { s{\n  /CIDToGIDMap /Identity}{}g },
  'no-language' => sub { s{\n  /Lang \(en\)}{} },
  'no-metadata' => sub { s{\n  /Metadata \d+ 0 R}{} },
  'other-title' => sub { s{/Title \(The travelling library\)}{/Title (The standing library)} },
  'no-intent' => sub { s{\n  /OutputIntents \[.*?\n  \]}{}s },
  'not-marked' => sub { s{/Marked true}{/Marked false} },
  'no-title-shown' => sub { s{/DisplayDocTitle true}{/DisplayDocTitle false} },
  'no-tab-order' => sub { s{\n  /Tabs /S}{} },
  'no-page-key' => sub { s{\n  /StructParents 6\n}{\n} },
);

my ($name) = @ARGV;
if (!defined $name) {
  print "$_\n" for sort keys %mutants;
  exit 0;
}
binmode STDIN;
binmode STDOUT;
local $/;
$_ = <STDIN>;
my $before = $_;
$mutants{$name}->();
exit 1 if $_ eq $before;
print;
