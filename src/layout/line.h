/*
 * layout/line.h -- a chosen line becomes boxes of a flow.
 *
 * Boxes are made in reading order and stand in visual order (UAX #9, rule L2);
 * neighbours in one font, node and colour are one run of glyphs.  Spaces are
 * glyphs too, so that words stay apart for whoever reads the file; the space
 * that a line break swallows is kept as a last glyph without extent.  A hyphen
 * that the break brings is U+00AD in the text.
 */
#pragma once

#include "layout/flow.h"
#include "layout/line_break.h"

typedef struct {
  double x;        /* pt, of the measure's left edge */
  double baseline; /* pt, from the slice's top */
  const LineMeasure *measure;
  StyleAlign align;
} LinePlace;

/* Appends boxes and links of one line to `flow`.  Returns its natural end: the
 * x where its last glyph ends. */
double line_make(Flow *flow, const Paragraph *paragraph, Shaper *shaper,
                 const LineChoice *choice, const LinePlace *place);

/* The same for a paragraph that is one line as it is: a marker, a page number,
 * a running head. */
double line_make_whole(Flow *flow, const Paragraph *paragraph, Shaper *shaper,
                       const LinePlace *place);

/* The tallest picture of the line, or 0. */
double line_image_height(const Paragraph *paragraph, const LineChoice *choice);
