/* layout/page_cost.c -- what is wrong with a page. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_cost.h"

#include <math.h>

#define COST_SHORT       100.0  /* one line, squared */
#define COST_SHEET       1000.0 /* each page more, where there is no grid */
#define COST_SHEET_SHORT 1.0    /* each line free on one that is not the last */
#define COST_LAST_PAGE   30.0   /* each line that the last page is under five */
#define COST_UNEQUAL     200.0  /* facing feet differ; again for each line */
#define COST_HYPHEN      40.0 /* at a page's end; twice where one must turn it */
#define COST_STRETCH     12.0 /* each line put into gaps */
#define COST_LIFT        12.0 /* a line above the last block */
#define COST_VARIANT     3.0
#define VARIANT_SHARE    0.02 /* of the lines' own cost */

enum {
  LAST_PAGE_LINES = 5,
  FOOT_MAX = 12
};

PageEnd
page_cost_full(const PageCursor *cursor, bool hyphenated, bool verso,
               unsigned left)
{
  double line = cursor->measure->line;
  double missing =
      MAX(0, cursor->measure->height - cursor->y - cursor->notes) / line;
  PageEnd end = { .stretch = MIN((unsigned)(missing + 0.25), cursor->gaps) };
  double rest;

  /* Without a grid the pages are sheets: fewer of them is what counts. */
  if (cursor->measure->grid <= 0)
    return (PageEnd){ .cost = COST_SHEET + COST_SHEET_SHORT * missing };

  /* A line more than there is room for would push the foot out. */
  while (end.stretch > 0 && end.stretch > missing + 0.001)
    end.stretch--;
  rest = missing - end.stretch;
  if (cursor->loose > 0 && rest < 1) {
    end.lift = rest * line;
    end.cost = COST_LIFT * rest;
    rest = 0;
  }
  end.foot = (unsigned)MIN(FOOT_MAX, lround(rest * 2));
  end.cost += COST_SHORT * rest * rest + COST_STRETCH * end.stretch;
  if (hyphenated)
    end.cost += verso ? COST_HYPHEN : 2 * COST_HYPHEN;
  if (!verso && left != PAGE_ALONE && left != end.foot)
    end.cost += COST_UNEQUAL * (1 + fabs((double)left - end.foot) / 2);
  return end;
}

double
page_cost_last(const PageCursor *cursor)
{
  double lines = cursor->y / cursor->measure->line;

  if (cursor->measure->grid <= 0)
    return 0;
  return lines < LAST_PAGE_LINES ? COST_LAST_PAGE * (LAST_PAGE_LINES - lines)
                                 : 0;
}

double
page_cost_variant(double extra)
{
  return COST_VARIANT + VARIANT_SHARE * extra;
}
