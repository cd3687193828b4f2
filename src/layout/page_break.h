/*
 * layout/page_break.h -- where the column is cut: the pages of a flow.
 *
 * Chooses all page breaks of a flow at once so that the sum of the pages' costs
 * is least, by dynamic programming over the slices.  A page never breaks where
 * a slice forbids it, unless nothing else fits.
 *
 * Costs      100 for the square of the lines that a full page is short;
 *            30 for each line under five on the last page; the penalty of the
 *            slice that the next page begins with.
 * Time       Linear: a page holds a bounded number of slices.
 */
#pragma once

#include "layout/flow.h"

typedef struct {
  double height;   /* pt, of the text block */
  double sink;     /* pt, left free at the top of the first page */
  double line;     /* pt, by which short pages are measured */
  double grid;     /* pt; 0: none */
  double note_gap; /* pt, between text and notes, rule included */
} PageMeasure;

typedef struct {
  guint32 first; /* slice */
  guint32 end;
  bool recto;    /* it must be a right-hand page */
  bool overfull; /* a slice is higher than the page */
} PageCut;

/* The pages, in order.  (transfer full) (element-type PageCut) */
GArray *page_break(const Flow *flow, const PageMeasure *measure);

/* Where slices stand on a page.  Start with page_cursor(), then call
 * page_cursor_add() for each slice. */
typedef struct {
  const Flow *flow;
  const PageMeasure *measure;
  guint32 first;
  double y;     /* pt, below what was added */
  double notes; /* pt, of the notes so far, gap included */
} PageCursor;

PageCursor page_cursor(const Flow *flow, const PageMeasure *measure,
                       guint32 first);

/* Adds the slice and returns the y of its top (below its lead). */
double page_cursor_add(PageCursor *cursor, guint32 slice);

/* The height of the slices of a footnote. */
double page_note_height(const Flow *flow, const FlowNote *note);
