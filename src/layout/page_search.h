/*
 * layout/page_search.h -- the search behind page_break.h: from unit to unit
 * (a slice, or a paragraph with variants) all pages that could be filled so
 * far, each with the cheapest way there.
 *
 * Bound      Costs are never negative, so what is found within a bound is the
 *            best of all (Lawler and Wood, "Branch-and-Bound Methods: A
 *            Survey", 1966).  Most flows are found within a small one; the
 *            others are searched again with more.
 * Ownership  The caller's page_search_clear() lets all go.
 */
#pragma once

#include "layout/key_table.h"
#include "layout/page_cursor.h"

/* The page that is being filled, after some units. */
typedef struct {
  double cost;
  PageCursor cursor;
  unsigned left; /* foot of the facing left-hand page, or PAGE_ALONE */
  bool verso;
  guint32 carried;  /* slices of notes that go to the next page */
  int prev;         /* the state before the last unit */
  guint32 cut;      /* slice that a page ended before on the way; 0: none did */
  unsigned stretch; /* of the page that ended */
  double lift;
  guint32 lifted;
  bool blank; /* a blank page stands between that one and the next */
  unsigned variant;
  bool overfull;
} PageState;

typedef struct {
  const Flow *flow;
  const PageMeasure *measure;
  GArray *states;  /* of PageState, all that ever were */
  GArray *layer;   /* of int: those before the unit at hand */
  GArray *next;    /* of int: those behind it */
  KeyTable *known; /* of states in `next`: their index */
  double bound;    /* states that cost more are not followed */
  bool relaxed;    /* breaks are allowed where they are forbidden */
} PageSearch;

/* Searches all of the flow, whose notes stand in their row.  The first page is
 * a left-hand one if `verso`. */
PageSearch page_search(const Flow *flow, const PageMeasure *measure,
                       bool verso);
void page_search_clear(PageSearch *search);

const PageState *page_search_state(const PageSearch *search, int index);

/* The state behind the last unit that costs least; state 0 is the start, -1:
 * there is none. */
int page_search_best(const PageSearch *search);
