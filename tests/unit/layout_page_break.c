/* tests/unit/layout_page_break.c -- pages: the best cuts, and what they must
 * never do. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_break.h"
#include "layout/page_cost.h"

#include <math.h>

static const PageMeasure measure = {
  .height = 100, .line = 10, .grid = 10, .note_gap = 5
};

static Flow *
flow_of(unsigned lines)
{
  Flow *flow = flow_new(NULL);

  for (unsigned i = 0; i < lines; i++) {
    FlowSlice slice = { .height = 10 };
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
  g_autoptr(GArray) cuts = page_break(flow, &measure, false);

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
  cuts = page_break(flow, &measure, false);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 8);
}

static void
test_space_falls_away(void)
{
  g_autoptr(Flow) flow = flow_of(12);
  g_autoptr(GArray) cuts = NULL;
  PageCursor cursor;

  flow_slice(flow->slices, 10)->space = 40;
  cuts = page_break(flow, &measure, false);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 10);
  cursor = page_cursor(flow, &measure, 10, 0);
  g_assert_cmpfloat_with_epsilon(page_cursor_add(&cursor, 10), 0, 1e-9);
}

static void
test_notes_take_room(void)
{
  g_autoptr(Flow) flow = flow_of(20);
  g_autoptr(GArray) cuts = NULL;
  FlowSlice body = { .height = 25 };
  FlowNote note = { .slices = { 0, 1 } };
  guint32 reference = 0;

  g_array_append_val(flow->note_slices, body);
  g_array_append_val(flow->notes, note);
  g_array_append_val(flow->note_refs, reference);
  flow_slice(flow->slices, 3)->notes = (FlowRange){ 0, 1 };
  cuts = page_break(flow, &measure, false);
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
  cuts = page_break(flow, &measure, false);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 2);
  /* Behind the first right-hand page a blank left-hand one. */
  g_assert_cmpuint(cut_at(cuts, 1)->first, ==, cut_at(cuts, 1)->end);
  g_assert_cmpuint(cut_at(cuts, 2)->first, ==, 2);
  g_assert_cmpuint(cut_at(cuts, 2)->end, ==, 4);
  g_assert_true(cut_at(cuts, 3)->overfull);
  g_assert_cmpuint(cut_at(cuts, 3)->end, ==, 5);
}

/* A note of `lines` lines of 5, of which the first two and the last two keep
 * together, at slice `at`. */
static void
add_note(Flow *flow, guint32 at, unsigned lines)
{
  FlowNote note = { .slices = { flow->note_slices->len, lines } };
  guint32 reference = flow->notes->len;

  for (unsigned i = 0; i < lines; i++) {
    FlowSlice line = { .height = 5 };
    if (i == 1 || i + 1 == lines)
      line.before = FLOW_BREAK_FORBIDDEN;
    g_array_append_val(flow->note_slices, line);
  }
  flow_slice(flow->slices, at)->notes = (FlowRange){ flow->note_refs->len, 1 };
  g_array_append_val(flow->note_refs, reference);
  g_array_append_val(flow->notes, note);
}

/* Every slice of the notes stands on one page, in order. */
static void
assert_all_notes(const Flow *flow, const GArray *cuts)
{
  guint32 row = 0;

  for (guint i = 0; i < cuts->len; i++) {
    const PageCut *cut = cut_at(cuts, i);
    g_assert_cmpuint(cut->note_first, ==, row);
    g_assert_false(cut->overfull);
    row = cut->note_end;
  }
  g_assert_cmpuint(row, ==, flow->note_row->len);
}

/* A note that has room on the page of its reference stays whole, though the
 * page before is a line short for it. */
static void
test_notes_stay_whole(void)
{
  g_autoptr(Flow) flow = flow_of(20);
  g_autoptr(GArray) cuts = NULL;

  add_note(flow, 9, 10);
  cuts = page_break(flow, &measure, false);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 9);
  g_assert_cmpuint(cut_at(cuts, 0)->note_end, ==, 0);
  g_assert_cmpuint(cut_at(cuts, 1)->note_end, ==, 10);
  assert_all_notes(flow, cuts);
}

/* One that no page can hold is divided, and nothing is lost of it. */
static void
test_notes_are_divided(void)
{
  g_autoptr(Flow) flow = flow_of(40);
  g_autoptr(GArray) cuts = NULL;
  const PageCut *cut;

  add_note(flow, 4, 30);
  add_note(flow, 39, 45);
  cuts = page_break(flow, &measure, false);
  assert_all_notes(flow, cuts);
  cut = cut_at(cuts, 0);
  g_assert_cmpuint(cut->end, ==, 5);
  /* 50 of text, a gap of 5: 9 lines of note. */
  g_assert_cmpuint(cut->note_end, ==, 9);
  cut = cut_at(cuts, 1);
  g_assert_cmpuint(cut->note_first, ==, 9);
  cut = cut_at(cuts, cuts->len - 1);
  g_assert_cmpuint(cut->first, ==, 40);
  g_assert_cmpuint(cut->end, ==, 40);
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
  cursor = page_cursor(flow, &grid, 0, 0);
  page_cursor_add(&cursor, 0);
  page_cursor_add(&cursor, 1);
  g_assert_cmpfloat_with_epsilon(page_cursor_add(&cursor, 2), 30, 1e-9);
}

static void
test_stretch(void)
{
  g_autoptr(Flow) flow = flow_of(15);
  g_autoptr(GArray) cuts = NULL;
  PageCursor cursor;

  flow_slice(flow->slices, 3)->flex = true;
  for (unsigned i = 9; i < 12; i++)
    flow_slice(flow->slices, i)->before = FLOW_BREAK_FORBIDDEN;
  flow_slice(flow->slices, 9)->before = FLOW_BREAK_ALLOWED;
  cuts = page_break(flow, &measure, false);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 9);
  g_assert_cmpuint(cut_at(cuts, 0)->stretch, ==, 1);
  cursor = page_cursor_of(flow, &measure, 0, 9, 1);
  for (guint32 at = 0; at < 3; at++)
    page_cursor_add(&cursor, at);
  g_assert_cmpfloat_with_epsilon(page_cursor_add(&cursor, 3), 40, 1e-9);
}

/* A block off the grid at a page's end is set lower by less than a line, so
 * that the foot is level; not where it begins the page. */
static void
test_lift(void)
{
  g_autoptr(Flow) flow = flow_of(30);
  g_autoptr(GArray) cuts = NULL;

  for (unsigned i = 0; i < 30; i++)
    flow_slice(flow->slices, i)->snap = i < 6 || i > 9;
  for (unsigned i = 6; i < 10; i++)
    flow_slice(flow->slices, i)->height = 8.5;
  cuts = page_break(flow, &measure, false);
  g_assert_cmpuint(cut_at(cuts, 0)->end, ==, 10);
  g_assert_cmpfloat_with_epsilon(cut_at(cuts, 0)->lift, 6, 1e-9);
  g_assert_cmpuint(cut_at(cuts, 0)->lifted, ==, 6);
  g_assert_cmpfloat_with_epsilon(cut_at(cuts, 1)->lift, 0, 1e-9);
}

/* --- against brute force --- */

/* A paragraph of `lines` lines with variants of one more and one fewer. */
static void
add_paragraph(Flow *flow, unsigned lines, double fewer, double more)
{
  static const Style style = { .font_size = 10 };
  const double extra[] = { fewer, 0, more };
  FlowParagraph kept = {
    .first = flow->slices->len, .room = lines + 1, .orphans = 2, .widows = 2
  };
  Break end = { .kind = BREAK_END };

  kept.paragraph = paragraph_new(&style, "en", false);
  g_array_append_val(kept.paragraph->breaks, end);
  for (unsigned v = 0; v < FLOW_VARIANTS; v++) {
    kept.variant[v].lines = g_array_new(FALSE, TRUE, sizeof(LineChoice));
    g_array_set_size(kept.variant[v].lines, lines - 1 + v);
    kept.variant[v].extra = extra[v];
  }
  for (unsigned i = 0; i <= lines; i++) {
    FlowSlice slice = { .height = 10,
                        .unused = i == lines,
                        .before = i == lines ? FLOW_BREAK_FORBIDDEN
                                             : FLOW_BREAK_ALLOWED };
    g_array_append_val(flow->slices, slice);
  }
  g_array_append_val(flow->paragraphs, kept);
}

typedef struct {
  const unsigned *lines; /* of each paragraph */
  unsigned count;
} Text;

/* The price of a full page with `y` used. */
static double
full_page(double y, bool verso, unsigned left, unsigned *foot)
{
  PageCursor cursor = { .measure = &measure, .y = y };
  PageEnd end = page_cost_full(&cursor, false, verso, left);

  *foot = verso ? end.foot : PAGE_ALONE;
  return end.cost;
}

/* All ways to set paragraph `at` and what follows, with `y` of the page used.
 */
static double
cheapest(const Text *text, unsigned at, double y, bool verso, unsigned left)
{
  double best = INFINITY;

  if (at == text->count) {
    PageCursor cursor = { .measure = &measure, .y = y };
    return page_cost_last(&cursor);
  }
  for (int more = -1; more <= 1; more++) {
    unsigned lines = text->lines[at] + (unsigned)more;
    double own = more != 0 ? page_cost_variant(100) : 0;

    if (y + lines * 10 <= measure.height)
      best =
          MIN(best, own + cheapest(text, at + 1, y + lines * 10, verso, left));
    for (unsigned line = 0; line + 2 <= lines; line++) {
      unsigned foot;
      double page;

      if (line == 1 || (line == 0 && y <= 0) || y + line * 10 > measure.height)
        continue;
      page = full_page(y + line * 10, verso, left, &foot);
      best = MIN(best,
                 own + page +
                     cheapest(text, at + 1, (lines - line) * 10, !verso, foot));
    }
  }
  return best;
}

static double
cost_of(Flow *flow, const GArray *cuts)
{
  double cost = 0, y = 0;
  bool verso = false;
  unsigned left = PAGE_ALONE;

  for (unsigned i = 0; i < cuts->len; i++) {
    const PageCut *cut = cut_at(cuts, i);

    y = 0;
    for (guint p = 0; p < flow->paragraphs->len; p++) {
      const FlowParagraph *kept =
          &g_array_index(flow->paragraphs, FlowParagraph, p);
      guint32 lines = kept->variant[kept->chosen].lines->len;
      guint32 first = MAX(kept->first, cut->first);
      guint32 end = MIN(kept->first + lines, cut->end);
      y += end > first ? (end - first) * 10 : 0;
    }
    if (i + 1 < cuts->len)
      cost += full_page(y, verso, left, &left);
    verso = !verso;
  }
  for (guint p = 0; p < flow->paragraphs->len; p++)
    if (g_array_index(flow->paragraphs, FlowParagraph, p).chosen != FLOW_BEST)
      cost += page_cost_variant(100);
  {
    PageCursor cursor = { .measure = &measure, .y = y };
    return cost + page_cost_last(&cursor);
  }
}

/* Variants, breaks inside paragraphs, facing pages: nothing is cheaper than
 * what is found. */
static void
test_best_of_all(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(11);

  for (int round = 0; round < 60; round++) {
    g_autoptr(Flow) flow = flow_new(NULL);
    g_autoptr(GArray) cuts = NULL;
    unsigned lines[6];
    Text text = { lines, G_N_ELEMENTS(lines) };

    for (unsigned i = 0; i < text.count; i++) {
      lines[i] = (unsigned)g_rand_int_range(random, 3, 8);
      add_paragraph(flow, lines[i], 100, 100);
    }
    cuts = page_break(flow, &measure, false);
    g_assert_cmpfloat_with_epsilon(
        cost_of(flow, cuts), cheapest(&text, 0, 0, false, PAGE_ALONE), 1e-6);
  }
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/page-break/full-pages", test_full_pages);
  g_test_add_func("/page-break/forbidden", test_forbidden_breaks);
  g_test_add_func("/page-break/space", test_space_falls_away);
  g_test_add_func("/page-break/notes-whole", test_notes_stay_whole);
  g_test_add_func("/page-break/notes-divided", test_notes_are_divided);
  g_test_add_func("/page-break/notes", test_notes_take_room);
  g_test_add_func("/page-break/forced-and-overfull", test_forced_and_overfull);
  g_test_add_func("/page-break/grid", test_grid);
  g_test_add_func("/page-break/lift", test_lift);
  g_test_add_func("/page-break/stretch", test_stretch);
  g_test_add_func("/page-break/best-of-all", test_best_of_all);
  return g_test_run();
}
