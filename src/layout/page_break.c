/* layout/page_break.c -- where the column is cut. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_break.h"

#include "base/unit.h"

#include <math.h>

#define COST_SHORT     100.0 /* one line, squared */
#define COST_LAST_PAGE 30.0  /* a line that the last page is under five */
#define COST_FORBIDDEN 1e7
#define COST_OVERFULL  1e9

enum {
  LAST_PAGE_LINES = 5
};

typedef struct {
  double cost;
  guint32 from;
  bool overfull;
} Best;

typedef struct {
  const Flow *flow;
  const PageMeasure *measure;
  Best *best; /* [j]: the best pages for the slices before j */
} Search;

double
page_note_height(const Flow *flow, const FlowNote *note)
{
  double height = 0;

  for (guint32 i = 0; i < note->slices.count; i++) {
    const FlowSlice *slice =
        flow_slice(flow->note_slices, note->slices.first + i);
    height +=
        (i > 0 ? slice->space : 0) + slice->lead + slice->height + slice->trail;
  }
  return height;
}

PageCursor
page_cursor(const Flow *flow, const PageMeasure *measure, guint32 first)
{
  PageCursor cursor = { .flow = flow, .measure = measure, .first = first };
  const FlowSlice *slice = flow_slice(flow->slices, first);

  if (first == 0)
    cursor.y = measure->sink;
  if (slice->repeat >= 0 && (guint32)slice->repeat != first)
    cursor.y += flow_slice(flow->slices, (guint32)slice->repeat)->height;
  return cursor;
}

static void
add_notes(PageCursor *cursor, const FlowSlice *slice)
{
  for (guint32 i = 0; i < slice->notes.count; i++) {
    guint32 at =
        g_array_index(cursor->flow->note_refs, guint32, slice->notes.first + i);

    if (cursor->notes <= 0)
      cursor->notes = cursor->measure->note_gap;
    cursor->notes += page_note_height(
        cursor->flow, &g_array_index(cursor->flow->notes, FlowNote, at));
  }
}

double
page_cursor_add(PageCursor *cursor, guint32 index)
{
  const FlowSlice *slice = flow_slice(cursor->flow->slices, index);
  double grid = cursor->measure->grid, top;

  if (index > cursor->first)
    cursor->y += slice->space;
  cursor->y += slice->lead;
  if (slice->snap && grid > 0)
    cursor->y = ceil((cursor->y - UNIT_EPSILON) / grid) * grid;
  top = cursor->y;
  cursor->y += slice->height + slice->trail;
  add_notes(cursor, slice);
  return top;
}

static bool
is_forced(const FlowSlice *slice)
{
  return slice->before == FLOW_BREAK_PAGE || slice->before == FLOW_BREAK_RECTO;
}

static double
page_cost(const Search *search, const PageCursor *cursor, guint32 end)
{
  const FlowSlice *next = end < search->flow->slices->len
                              ? flow_slice(search->flow->slices, end)
                              : NULL;
  double line = search->measure->line;
  double room = search->measure->height - cursor->y - cursor->notes;
  double lines_short = MAX(0, room) / line;

  if (next == NULL || is_forced(next)) {
    double lines = cursor->y / line;
    return lines < LAST_PAGE_LINES ? COST_LAST_PAGE * (LAST_PAGE_LINES - lines)
                                   : 0;
  }
  return COST_SHORT * lines_short * lines_short + next->penalty +
         (next->before == FLOW_BREAK_FORBIDDEN ? COST_FORBIDDEN : 0);
}

static void
offer(Search *search, guint32 from, guint32 end, double cost, bool overfull)
{
  Best *best = &search->best[end];
  double sum = search->best[from].cost + cost;

  if (sum < best->cost)
    *best = (Best){ sum, from, overfull };
}

/* Tries all pages that begin at `from`. */
static void
extend(Search *search, guint32 from)
{
  PageCursor cursor = page_cursor(search->flow, search->measure, from);
  guint32 count = search->flow->slices->len;

  for (guint32 at = from; at < count; at++) {
    bool fits;

    if (at > from && is_forced(flow_slice(search->flow->slices, at)))
      return;
    page_cursor_add(&cursor, at);
    fits = cursor.y + cursor.notes <= search->measure->height + UNIT_EPSILON;
    if (!fits && at > from)
      return;
    offer(search, from, at + 1,
          page_cost(search, &cursor, at + 1) + (fits ? 0 : COST_OVERFULL),
          !fits);
    if (!fits)
      return;
  }
}

static GArray *
collect(const Search *search)
{
  GArray *cuts = g_array_new(FALSE, FALSE, sizeof(PageCut));
  guint32 end = search->flow->slices->len;

  while (end > 0) {
    const Best *best = &search->best[end];
    PageCut cut = { .first = best->from,
                    .end = end,
                    .recto =
                        flow_slice(search->flow->slices, best->from)->before ==
                        FLOW_BREAK_RECTO,
                    .overfull = best->overfull };
    g_array_prepend_val(cuts, cut);
    end = best->from;
  }
  return cuts;
}

GArray *
page_break(const Flow *flow, const PageMeasure *measure)
{
  guint32 count = flow->slices->len;
  g_autofree Best *best = g_new(Best, count + 1);
  Search search = { flow, measure, best };

  for (guint32 i = 0; i <= count; i++)
    best[i] = (Best){ INFINITY, 0, false };
  best[0].cost = 0;
  for (guint32 i = 0; i < count; i++)
    if (best[i].cost < INFINITY)
      extend(&search, i);
  return collect(&search);
}
