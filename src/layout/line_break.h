/*
 * layout/line_break.h -- which breaks to take: total fit.
 *
 * Chooses the breaks of a whole paragraph at once so that the sum of the lines'
 * costs is least (Knuth and Plass, "Breaking Paragraphs into Lines", Software
 * -- Practice and Experience 11, 1981), by dynamic programming over break,
 * fitness class and the number of hyphenated lines in a row.
 *
 * Justified  The glyphs take the excess first, by up to 2 % in x; the word
 *            spaces take the rest.  Where a space would pass 1.40 or fall below
 *            0.75 of its width, the glyphs give another 1 %.
 * Ragged     The free space at the line's end is what costs.
 * Costs      A line whose spaces are at their limit costs 100; the terms are in
 *            line_break.c.
 * Time       Linear in the number of breaks; sums are in doubles, so there is
 *            no longest paragraph.
 */
#pragma once

#include "layout/paragraph.h"

typedef struct {
  double measure; /* pt, of every line */
  double indent;  /* pt, taken off the first line */
  bool justify;
  unsigned last_letters; /* a last line has at least so many letters */
} LineMeasure;

/* One line: it begins after break `from` (-1: the paragraph's start) and ends
 * at break `to`. */
typedef struct {
  int from;
  int to;
  double expansion; /* glyph widths: 0.015 is 1.5 % wider */
  double space;     /* word spaces: 1.2 is 1.2 times their width */
  bool outside;     /* it could not be kept within the measure */
} LineChoice;

/* Appends the lines of the best layout.  False if a line leaves the measure:
 * nothing in it can be broken. */
bool line_break(const Paragraph *paragraph, const LineMeasure *measure,
                GArray *lines /* of LineChoice */);
