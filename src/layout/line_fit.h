/*
 * layout/line_fit.h -- how one line fills its measure, and what that costs.
 *
 * Justified  The glyphs take the excess first, by up to 2 % in x; the word
 *            spaces take the rest.  Where a space would pass 1.40 or fall below
 *            0.75 of its width, a rescue: another 1 % of the glyphs' width and
 *            up to 0.0075 em between letters, shared.
 *            Where nothing can be divided and spaces would pass 2.5 times
 *            their width, the line is left short.
 * Ragged     The free space at the line's end is what costs.
 * Costs      A line whose spaces are at their limit costs 100; a line outside
 *            the measure costs LINE_FIT_OUTSIDE and more.
 * Settings   Tuned on English prose, checked on health text: see line_fit.c.
 */
#pragma once

#include <stdbool.h>

#define LINE_FIT_OUTSIDE 1e7

/* What stands on a line: natural widths, pt. */
typedef struct {
  double words;
  double spaces;
  double gaps;  /* between glyphs of a word; 0: letters may not be spaced */
  double size;  /* pt, of the font: what an em is */
  double width; /* of the measure, with what hangs out of it */
} LineContent;

typedef struct {
  double cost;
  double expansion; /* glyph widths: 0.015 is 1.5 % wider */
  double tracking;  /* pt between the glyphs of a word */
  double space;     /* word spaces: 1.2 is 1.2 times their width */
  double excess;    /* pt outside the measure; 0 is inside */
  unsigned fitness; /* 0 tight, 1 decent, 2 loose, 3 very loose */
  bool rescued;
} LineFit;

LineFit line_fit_justified(const LineContent *content);
LineFit line_fit_ragged(const LineContent *content, bool last);

/* A last line: natural if it fits, else as a justified one. */
LineFit line_fit_last(const LineContent *content);
