/*
 * reader/prescan.h -- a linear look at a source before a parser sees it.
 *
 * The libcmark-gfm of Debian 12 (0.29.0.gfm.6) needs quadratic time, or ends
 * the process, on a few short and strange inputs; Pango does on long rows of
 * combining marks.  They are refused here by name.  Each limit is an estimate
 * of the parser's work, measured on that version, far above what a document
 * needs: see the limits in prescan.c, prescan_paragraph.c and
 * prescan_reference.c.
 *
 * Errors     False after a DIAG_ERROR with one of these codes:
 *            too-large, bad-text, combining-marks (any source);
 *            too-deep, table-columns, table-size, table-delimiters,
 *            link-brackets, html-declarations, reference-expansion (Markdown).
 */
#pragma once

#include "reader/reader.h"

/* What holds for every source: size, valid text, marks per letter. */
bool reader_prescan_text(const ReaderInput *input, Diag *diag);

/* What holds for Markdown, the text included. */
bool reader_prescan_markdown(const ReaderInput *input, Diag *diag);

/* The parts of reader_prescan_markdown(): */

/* Work within one run of lines without a blank one, which is never less than
 * a paragraph. */
bool reader_prescan_paragraphs(const ReaderInput *input, Diag *diag);

/* What reference links would add up to when each carries its address. */
bool reader_prescan_references(const ReaderInput *input, Diag *diag);
