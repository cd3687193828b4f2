/*
 * release/verify_pair.h -- the EPUB says the same page as the paper, proved
 * from the two finished files alone.
 *
 * The page list of the EPUB has every page of the PDF, in its order, under its
 * label, and the first words behind each mark are the first words that the PDF
 * tags on that page.  Compared are letters and figures, up to
 * EPUB_PAGE_WORDS words; spaces, hyphens, marks and case do not count.
 *
 * Divided words   A word that a hyphen divides belongs to the new page: the
 *                 mark stands before it.  One that is divided without (after
 *                 "well-", in an address) may have its mark at any place.
 * Pages without   A page with no text of its own (blank, or a picture alone)
 * own text        is marked where the next begins, or before its picture: no
 *                 word stands behind its mark, none is on the paper.
 * Other pages     outside of articles say in the EPUB what they say on paper
 *                 only as far as the title; imprint and contents are worded for
 *                 paper, and no word need stand behind their marks.
 * The plain text  edition has every label, in the PDF's order (its PDFs have
 * the labels that the manifest says: verify_file.h).
 */
#pragma once

#include "base/diag.h"
#include "release/manifest.h"
#include "release/verify_open.h"

/* The file `entry` against its partners: a reader PDF against every EPUB of the
 * release, a text against every reader.  An EPUB in a release without a PDF
 * gets a note that nothing is proved. */
void verify_pair(const Manifest *manifest, const ManifestEntry *entry,
                 VerifyOpen *files, Diag *diag);
