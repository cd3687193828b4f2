/* layout/page_cursor.c -- where the slices of a flow stand on a page. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_cursor.h"

#include "base/unit.h"

#include <math.h>

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

PageCursor
page_cursor_of(const Flow *flow, const PageMeasure *measure, guint32 first,
               guint32 end, unsigned stretch)
{
  PageCursor cursor = page_cursor(flow, measure, first);

  for (guint32 at = first + 1; at < end; at++)
    cursor.all_gaps += flow_slice(flow->slices, at)->flex;
  cursor.end = end;
  cursor.stretch = MIN(stretch, cursor.all_gaps);
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

/* True if the gap of that number, from 1, takes one of the page's lines; they
 * are spread evenly. */
static bool
gap_takes_line(const PageCursor *cursor, unsigned number)
{
  return cursor->stretch > 0 && number <= cursor->all_gaps &&
         number * cursor->stretch / cursor->all_gaps >
             (number - 1) * cursor->stretch / cursor->all_gaps;
}

/* A heading takes its line above; a block takes half above and half below, but
 * for one that begins the page. */
static double
stretched(PageCursor *cursor, const FlowSlice *slice, guint32 index)
{
  double line = cursor->measure->line;
  bool shared = false;

  if (slice->flex_block > index && slice->flex_block < cursor->end &&
      gap_takes_line(cursor, cursor->gaps + 1))
    return line / 2;
  if (!slice->flex)
    return 0;
  cursor->gaps++;
  if (!gap_takes_line(cursor, cursor->gaps))
    return 0;
  for (guint32 at = index; at-- > cursor->first + 1 && !shared;)
    shared = flow_slice(cursor->flow->slices, at)->flex_block == index;
  return shared ? line / 2 : line;
}

double
page_cursor_add(PageCursor *cursor, guint32 index)
{
  const FlowSlice *slice = flow_slice(cursor->flow->slices, index);
  double grid = cursor->measure->grid, top;

  if (slice->unused)
    return cursor->y;
  if (index > cursor->first)
    cursor->y += slice->space + stretched(cursor, slice, index);
  cursor->y += slice->lead;
  if (slice->snap && grid > 0)
    cursor->y = ceil((cursor->y - UNIT_EPSILON) / grid) * grid;
  top = cursor->y;
  cursor->y += slice->height + slice->trail;
  add_notes(cursor, slice);
  return top;
}
