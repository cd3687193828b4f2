/*
 * layout/page_cursor.h -- where the slices of a flow stand on a page.
 *
 * One definition of "how high is a page with these slices on it", for choosing
 * page breaks (page_break.h) and for putting boxes (compose.h) alike.
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
  const Flow *flow;
  const PageMeasure *measure;
  guint32 first;      /* slice that the page begins with */
  double y;           /* pt, below what was added */
  double notes;       /* pt, of the notes so far, gap included */
  guint32 note_first; /* in flow->note_row: the notes on the page */
  guint32 note_end;
  unsigned gaps; /* places passed that may take one more line each */
  guint32 loose; /* first of the slices off the grid that it ends with; 0: none,
                  * or they begin the page */
  bool on_grid;  /* the last slice added is */

  /* Lines that the page is stretched by, spread over all its gaps. */
  unsigned stretch;
  unsigned all_gaps;
  guint32 end; /* behind its last slice */
} PageCursor;

/* A page that begins with slice `first`; its notes begin with the last
 * `carried` slices of those before. */
PageCursor page_cursor(const Flow *flow, const PageMeasure *measure,
                       guint32 first, guint32 carried);

/* A cursor for a finished page: slices [first, end), `stretch` lines more. */
PageCursor page_cursor_of(const Flow *flow, const PageMeasure *measure,
                          guint32 first, guint32 end, unsigned stretch);

/* Adds the slice and returns the y of its top (below its lead). */
double page_cursor_add(PageCursor *cursor, guint32 slice);

/* The height of those notes on a page of their own, gap included. */
double page_notes_height(const Flow *flow, const PageMeasure *measure,
                         guint32 note_first, guint32 note_end);

/* True if all that was added has room. */
bool page_cursor_fits(const PageCursor *cursor);

/* Takes slices from the end of the notes, down to a place where a note may be
 * divided, until the rest has room.  False, and nothing taken: there is no such
 * place. */
bool page_cursor_split_notes(PageCursor *cursor);
