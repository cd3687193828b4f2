/*
 * layout/page_cost.h -- what is wrong with a page, in one unit: 100 is a page
 * that is one line short.
 */
#pragma once

#include "layout/page_cursor.h"

enum {
  PAGE_ALONE = 255 /* the facing page has no foot to be level with */
};

typedef struct {
  double cost;
  unsigned stretch; /* lines that its gaps take */
  unsigned foot;    /* half lines that its foot is too high: 0 to 12 */
  double lift;      /* pt, under a line: room that is put above a block off the
                     * grid at its end, so that its foot is level */
} PageEnd;

/* A full page that ends where `cursor` stands.  `left` is the foot of the
 * left-hand page that it faces, or PAGE_ALONE; `verso` says that the page
 * itself is the left-hand one. */
PageEnd page_cost_full(const PageCursor *cursor, bool hyphenated, bool verso,
                       unsigned left);

/* The last page of a flow. */
double page_cost_last(const PageCursor *cursor);

/* A paragraph set in another number of lines; `extra` as in LineVariant. */
double page_cost_variant(double extra);

#define PAGE_COST_FORBIDDEN 1e7    /* a break where a slice forbids it */
#define PAGE_COST_DIVIDED   2500.0 /* a note that goes on on the next page */
#define PAGE_COST_OVERFULL  1e9    /* a slice higher than a page */
