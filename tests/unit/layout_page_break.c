/* tests/unit/layout_page_break.c -- pages: the best cuts, and what they must
 * never do. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_break.h"

#include <math.h>

static const PageMeasure measure = {
  .height = 100, .line = 10, .grid = 0, .note_gap = 5
};

static Flow *
flow_of(unsigned lines)
{
  Flow *flow = flow_new(NULL);

  for (unsigned i = 0; i < lines; i++) {
    FlowSlice slice = { .height = 10, .repeat = -1 };
    g_array_append_val(flow->slices, slice);
  }
  return flow;
}

static const PageCut *
cut_at(const GArray *cuts, unsigned index)
{
  g_assert_cmpuint(index, <, cuts->len);
  return &g_array_index(cuts, PageCut, index);
}

static void
test_full_pages(void)
{
  g_autoptr(Flow) flow = flow_of(27);
  g_autoptr(GArray) cuts = page_break(flow, &measure);

  g_assert_cmpuint(cuts->len, ==, 3);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 10);
  g_assert_cmpuint(cut_at(cuts, 1)->end, ==, 20);
  g_assert_cmpuint(cut_at(cuts, 2)->end, ==, 27);
}

static void
test_forbidden_breaks(void)
{
  g_autoptr(Flow) flow = flow_of(15);
  g_autoptr(GArray) cuts = NULL;

  flow_slice(flow->slices, 10)->before = FLOW_BREAK_FORBIDDEN;
  flow_slice(flow->slices, 9)->before = FLOW_BREAK_FORBIDDEN;
  cuts = page_break(flow, &measure);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 8);
}

static void
test_space_falls_away(void)
{
  g_autoptr(Flow) flow = flow_of(12);
  g_autoptr(GArray) cuts = NULL;
  PageCursor cursor;

  flow_slice(flow->slices, 10)->space = 40;
  cuts = page_break(flow, &measure);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 10);
  cursor = page_cursor(flow, &measure, 10);
  g_assert_cmpfloat_with_epsilon(page_cursor_add(&cursor, 10), 0, 1e-9);
}

static void
test_notes_take_room(void)
{
  g_autoptr(Flow) flow = flow_of(20);
  g_autoptr(GArray) cuts = NULL;
  FlowSlice body = { .height = 25, .repeat = -1 };
  FlowNote note = { .slices = { 0, 1 } };
  guint32 reference = 0;

  g_array_append_val(flow->note_slices, body);
  g_array_append_val(flow->notes, note);
  g_array_append_val(flow->note_refs, reference);
  flow_slice(flow->slices, 3)->notes = (FlowRange){ 0, 1 };
  cuts = page_break(flow, &measure);
  /* 7 lines, a gap of 5 and a note of 25 fill the page. */
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 7);
}

static void
test_forced_and_overfull(void)
{
  g_autoptr(Flow) flow = flow_of(6);
  g_autoptr(GArray) cuts = NULL;

  flow_slice(flow->slices, 2)->before = FLOW_BREAK_RECTO;
  flow_slice(flow->slices, 4)->height = 150;
  cuts = page_break(flow, &measure);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 2);
  g_assert_true(cut_at(cuts, 1)->recto);
  g_assert_cmpuint(cut_at(cuts, 1)->end, ==, 4);
  g_assert_true(cut_at(cuts, 2)->overfull);
  g_assert_cmpuint(cut_at(cuts, 2)->end, ==, 5);
}

static void
test_grid(void)
{
  g_autoptr(Flow) flow = flow_of(4);
  PageMeasure grid = measure;
  PageCursor cursor;

  grid.grid = 10;
  flow_slice(flow->slices, 1)->height = 13;
  flow_slice(flow->slices, 2)->snap = true;
  cursor = page_cursor(flow, &grid, 0);
  page_cursor_add(&cursor, 0);
  page_cursor_add(&cursor, 1);
  g_assert_cmpfloat_with_epsilon(page_cursor_add(&cursor, 2), 30, 1e-9);
}

/* --- against brute force --- */

static double
page_price(const Flow *flow, guint32 first, guint32 end)
{
  PageCursor cursor = page_cursor(flow, &measure, first);
  double lines;

  for (guint32 at = first; at < end; at++)
    page_cursor_add(&cursor, at);
  if (cursor.y > measure.height + 0.001)
    return INFINITY;
  if (end == flow->slices->len) {
    lines = cursor.y / measure.line;
    return lines < 5 ? 30 * (5 - lines) : 0;
  }
  if (flow_slice(flow->slices, end)->before == FLOW_BREAK_FORBIDDEN)
    return INFINITY;
  lines = (measure.height - cursor.y) / measure.line;
  return 100 * lines * lines;
}

static double
cheapest(const Flow *flow, guint32 first)
{
  double best = INFINITY;

  if (first == flow->slices->len)
    return 0;
  for (guint32 end = first + 1; end <= flow->slices->len; end++) {
    double price = page_price(flow, first, end);
    if (price < INFINITY)
      best = MIN(best, price + cheapest(flow, end));
  }
  return best;
}

static void
test_best_of_all(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(11);

  for (int round = 0; round < 40; round++) {
    g_autoptr(Flow) flow = flow_of(16);
    g_autoptr(GArray) cuts = NULL;
    double cost = 0;

    for (unsigned i = 1; i < 16; i++) {
      FlowSlice *slice = flow_slice(flow->slices, i);
      slice->height = g_rand_int_range(random, 5, 40);
      slice->space = g_rand_int_range(random, 0, 12);
      if (g_rand_int_range(random, 0, 4) == 0)
        slice->before = FLOW_BREAK_FORBIDDEN;
    }
    if (cheapest(flow, 0) >= INFINITY)
      continue;
    cuts = page_break(flow, &measure);
    for (unsigned i = 0; i < cuts->len; i++)
      cost += page_price(flow, cut_at(cuts, i)->first, cut_at(cuts, i)->end);
    g_assert_cmpfloat_with_epsilon(cost, cheapest(flow, 0), 1e-6);
  }
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/page-break/full-pages", test_full_pages);
  g_test_add_func("/page-break/forbidden", test_forbidden_breaks);
  g_test_add_func("/page-break/space", test_space_falls_away);
  g_test_add_func("/page-break/notes", test_notes_take_room);
  g_test_add_func("/page-break/forced-and-overfull", test_forced_and_overfull);
  g_test_add_func("/page-break/grid", test_grid);
  g_test_add_func("/page-break/best-of-all", test_best_of_all);
  return g_test_run();
}
