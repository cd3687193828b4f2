/*
 * layout/division.h -- where a word may be divided with a hyphen, found once
 * for each different word and kept with it.
 */
#pragma once

#include "layout/shape.h"
#include "style/hyphenation.h"

typedef struct {
  Shaper *shaper;
  Hyphenation *hyphenation; /* the same for all words of a Shaper */
  GArray *offsets;          /* of gsize: for its own use */
} Divider;

/* What the word is: fills word->division but for its points. */
const WordDivision *division_look(ShapedWord *word, const char *text,
                                  gsize length);

/* The points of a plain word, too. */
const WordDivision *division_find(const Divider *divider, ShapedWord *word,
                                  const ShapeRun *run, const char *text,
                                  gsize length);

/* The widths on both sides of a place inside a word.  Inside a ligature both
 * parts are other glyphs than the whole, and have widths of their own. */
DivisionPoint division_point(Shaper *shaper, const ShapedWord *word,
                             const ShapeRun *run, const char *text,
                             gsize length, gsize bytes);
