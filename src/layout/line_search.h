/*
 * layout/line_search.h -- the search behind line_break.h: from break to break
 * all lines that could end there, each way kept once by its number of lines,
 * fitness and hyphenated lines in a row.
 *
 * Bound      Costs are never negative, so what is found within a bound is the
 *            best of all.  Most paragraphs are found within a small one; the
 *            others are searched again without.
 * Ownership  The caller frees `nodes`.
 */
#pragma once

#include "layout/line_break.h"
#include "layout/line_fit.h"

enum {
  FITNESS_COUNT = 4, /* tight, decent, loose, very loose */
  HYPHENS_COUNT = 3, /* 0, 1, 2 or more hyphenated lines in a row */
  CLASSES = FITNESS_COUNT * HYPHENS_COUNT,
  LINES_COUNT = 3, /* numbers of lines that are followed at one break */
  DECENT = HYPHENS_COUNT
};

typedef struct {
  double cost;
  int from; /* break; -2: the start itself */
  gint16 from_state;
} LineState;

/* At a break: states for `base`, base + 1 and base + 2 lines so far. */
typedef struct {
  int base;
  unsigned reached;                    /* how many states are */
  guint8 which[LINES_COUNT * CLASSES]; /* their indices */
  LineState state[];                   /* rows of CLASSES */
} LineNode;

typedef struct {
  const Paragraph *paragraph;
  const LineMeasure *measure;
  char *nodes;     /* of LineNode: [0] is the start, [i + 1] is break i */
  gsize node_size; /* bytes */
  unsigned rows;   /* 1: numbers of lines are not told apart */
  int first;       /* breaks before it are behind a forced one */
  int *starts;     /* nodes that a line can start at, so far, in order */
  unsigned start_count;
  unsigned near; /* starts behind this one make loose lines */
  double bound;  /* states that cost more are not followed */
} LineSearch;

#define LINE_SEARCH_SPACE 1.50 /* word spaces of a good line */

/* Finds the best layout, and all that cost up to `extra` more, of search's
 * paragraph and measure with its rows. */
void line_search(LineSearch *search, double extra);

const Break *line_search_break(const LineSearch *search, int index);
LineNode *line_search_node(const LineSearch *search, int index);

/* The line between two breaks; `from` -1: the paragraph's start. */
LineFit line_search_fit(const LineSearch *search, int from, int to);

/* The cheapest state of a node: with so many lines, and of all. */
unsigned line_search_best_of_row(const LineNode *node, unsigned row);
unsigned line_search_best(const LineSearch *search, const LineNode *node);
