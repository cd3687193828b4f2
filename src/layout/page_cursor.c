/* layout/page_cursor.c -- where the slices of a flow stand on a page. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_cursor.h"

#include "base/unit.h"

#include <math.h>

/* --- notes --- */

static const FlowSlice *
note_slice(const PageCursor *cursor, guint32 row)
{
  const Flow *flow = cursor->flow;

  return flow_slice(flow->note_slices,
                    g_array_index(flow->note_row, guint32, row));
}

/* The height of that slice of the notes as it stands on this page. */
static double
note_height(const PageCursor *cursor, guint32 row)
{
  const FlowSlice *slice = note_slice(cursor, row);

  return (row > cursor->note_first ? slice->space : cursor->measure->note_gap) +
         slice->lead + slice->height + slice->trail;
}

static void
add_notes(PageCursor *cursor, guint32 end)
{
  for (; cursor->note_end < end; cursor->note_end++)
    cursor->notes += note_height(cursor, cursor->note_end);
}

double
page_notes_height(const Flow *flow, const PageMeasure *measure,
                  guint32 note_first, guint32 note_end)
{
  PageCursor cursor = { .flow = flow,
                        .measure = measure,
                        .note_first = note_first,
                        .note_end = note_first };

  add_notes(&cursor, note_end);
  return cursor.notes;
}

bool
page_cursor_fits(const PageCursor *cursor)
{
  return cursor->y + cursor->notes <= cursor->measure->height + UNIT_EPSILON;
}

bool
page_cursor_split_notes(PageCursor *cursor)
{
  PageCursor split = *cursor;
  bool forbidden = true;

  while (split.note_end > split.note_first &&
         (forbidden || !page_cursor_fits(&split))) {
    split.note_end--;
    split.notes -= note_height(&split, split.note_end);
    forbidden =
        note_slice(&split, split.note_end)->before == FLOW_BREAK_FORBIDDEN;
  }
  if (split.note_end == split.note_first)
    return false;
  *cursor = split;
  return true;
}

/* --- pages --- */

PageCursor
page_cursor(const Flow *flow, const PageMeasure *measure, guint32 first,
            guint32 carried)
{
  PageCursor cursor = { .flow = flow, .measure = measure, .first = first };
  guint32 row = flow_note_row(flow, first);
  FlowRange head;

  cursor.note_first = cursor.note_end = row - carried;
  add_notes(&cursor, row);
  if (first == 0)
    cursor.y = measure->sink;
  if (first >= flow->slices->len)
    return cursor;
  head = flow_slice(flow->slices, first)->repeat;
  for (guint32 i = 0; i < head.count; i++)
    cursor.y += flow_slice(flow->slices, head.first + i)->height;
  return cursor;
}

PageCursor
page_cursor_of(const Flow *flow, const PageMeasure *measure, guint32 first,
               guint32 end, unsigned stretch)
{
  PageCursor cursor = page_cursor(flow, measure, first, 0);

  for (guint32 at = first + 1; at < end; at++)
    cursor.all_gaps += flow_slice(flow->slices, at)->flex;
  cursor.end = end;
  cursor.stretch = MIN(stretch, cursor.all_gaps);
  return cursor;
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
  if (slice->snap)
    cursor->loose = 0;
  else if (cursor->on_grid)
    cursor->loose = index;
  cursor->on_grid = slice->snap;
  if (index > cursor->first)
    cursor->y += slice->space + stretched(cursor, slice, index);
  cursor->y += slice->lead;
  if (slice->snap && grid > 0)
    cursor->y = ceil((cursor->y - UNIT_EPSILON) / grid) * grid;
  top = cursor->y;
  cursor->y += slice->height + slice->trail;
  add_notes(cursor, flow_note_row(cursor->flow, index + 1));
  return top;
}
