/*
 * layout/glyph_run.h -- neighbouring segments of a line become one box of
 * glyphs.
 *
 * Glyphs stand in visual order; clusters and text in reading order, so that a
 * copy of the text gives what the author wrote.
 */
#pragma once

#include "layout/flow.h"
#include "layout/paragraph.h"

/* A piece, or the part of one that stands on this line. */
typedef struct {
  const Piece *piece;
  const ShapedWord *word; /* NULL: a picture */
  guint32 start;
  guint32 end;
  double width; /* pt, as set */
  double x;
  bool soft_hyphen; /* the hyphen of the break */
  bool separator;   /* a space of no extent, where the source ends a line */
  bool swallowed;   /* the space at the break: no extent */
} Segment;

/* One box of segments [first, end) of one span's style, font and level, its
 * glyphs `stretch` times as wide as the font's.  Its y is left at 0. */
Box glyph_run_make(LayoutDocument *document, const Paragraph *paragraph,
                   const GArray *segments, unsigned first, unsigned end,
                   double stretch, double tracking);
