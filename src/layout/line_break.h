/*
 * layout/line_break.h -- which breaks to take: total fit.
 *
 * Chooses the breaks of a whole paragraph at once so that the sum of the lines'
 * costs is least (Knuth and Plass, "Breaking Paragraphs into Lines", Software
 * -- Practice and Experience 11, 1981), by dynamic programming over break,
 * number of lines, fitness class and hyphenated lines in a row.  What a line
 * costs is line_fit.h's.
 *
 * Variants   The same search finds the best layout with one line fewer and one
 *            line more, for page_break.h to choose from.
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
  double tracking;  /* pt between the glyphs of a word */
  double space;     /* word spaces: 1.2 is 1.2 times their width */
  double hang_left; /* pt, that its first glyph stands out of the measure */
  bool outside;     /* it could not be kept within the measure */
} LineChoice;

/* Appends the lines of the best layout.  False if a line leaves the measure:
 * nothing in it can be broken. */
bool line_break(const Paragraph *paragraph, const LineMeasure *measure,
                GArray *lines /* of LineChoice */);

/* One layout of a paragraph that may stand in for the best one. */
typedef struct {
  GArray *lines; /* of LineChoice; NULL: there is none that is good enough */
  double extra;  /* cost beyond the best layout's */
} LineVariant;

/* The best layout into `lines`, those with one line fewer and one more into
 * `fewer` and `more`, where they keep the limits: spaces of 0.70 to 1.50, no
 * three hyphens in a row, no short last line, not much worse than the best.
 * The caller frees their arrays. */
bool line_break_variants(const Paragraph *paragraph, const LineMeasure *measure,
                         GArray *lines, LineVariant *fewer, LineVariant *more);
