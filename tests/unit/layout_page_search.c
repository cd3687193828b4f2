/* tests/unit/layout_page_search.c -- page breaking against a search that tries
 * everything: paragraphs, blocks, notes, gaps, hyphens, facing pages. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_break.h"
#include "layout/page_cost.h"

#include <math.h>

enum {
  LINE = 10,
  GAPS = 4, /* that a page may be stretched by, at most */
  ODDS = 5, /* one of so many has it */
  CASES = 20000
};

static const PageMeasure measure = {
  .height = 70, .line = LINE, .grid = LINE, .note_gap = 5
};

/* --- a text by chance --- */

static bool
maybe(GRand *random)
{
  return g_rand_int_range(random, 0, ODDS) == 0;
}

/* A note that the slice refers to; its first two lines keep together. */
static void
add_note(Flow *flow, GRand *random, FlowSlice *slice)
{
  unsigned lines = (unsigned)g_rand_int_range(random, 1, 16);
  FlowNote note = { .slices = { flow->note_slices->len, lines } };
  guint32 reference = flow->notes->len;

  slice->notes = (FlowRange){ flow->note_refs->len, 1 };
  for (unsigned i = 0; i < lines; i++) {
    FlowSlice line = { .height = 5 };
    if (i == 1)
      line.before = FLOW_BREAK_FORBIDDEN;
    g_array_append_val(flow->note_slices, line);
  }
  g_array_append_val(flow->notes, note);
  g_array_append_val(flow->note_refs, reference);
}

/* The last line before a paragraph has no hyphen, as it ends one itself. */
static void
add_slice(Flow *flow, GRand *random, bool last)
{
  FlowSlice slice = { .height = maybe(random) ? 25 : LINE };

  slice.space = maybe(random) ? LINE : 0;
  slice.flex = slice.space > 0 || maybe(random);
  slice.snap = maybe(random);
  slice.hyphenated = !last && maybe(random);
  slice.penalty = maybe(random) ? g_rand_int_range(random, 1, 300) : 0;
  if (maybe(random))
    slice.before = FLOW_BREAK_FORBIDDEN;
  else if (maybe(random) && maybe(random))
    slice.before = g_rand_boolean(random) ? FLOW_BREAK_PAGE : FLOW_BREAK_RECTO;
  if (maybe(random))
    add_note(flow, random, &slice);
  g_array_append_val(flow->slices, slice);
}

/* A set paragraph, some of whose lines end with hyphens. */
static GArray *
lines_new(GRand *random, unsigned count)
{
  GArray *lines = g_array_new(FALSE, TRUE, sizeof(LineChoice));

  for (unsigned i = 0; i < count; i++) {
    LineChoice choice = { .to = i + 1 < count && maybe(random) };
    g_array_append_val(lines, choice);
  }
  return lines;
}

static void
add_paragraph(Flow *flow, GRand *random)
{
  static const Style style = { .font_size = LINE };
  const Break ends[] = { { .kind = BREAK_END }, { .kind = BREAK_HYPHEN } };
  unsigned count = (unsigned)g_rand_int_range(random, 3, 6);
  FlowParagraph kept = { .first = flow->slices->len, .room = count + 1 };

  kept.orphans = kept.widows = 1 + !maybe(random);
  kept.paragraph = paragraph_new(&style, "en", false);
  g_array_append_vals(kept.paragraph->breaks, ends, G_N_ELEMENTS(ends));
  for (unsigned v = 0; v < FLOW_VARIANTS; v++) {
    if (v != FLOW_BEST && g_rand_boolean(random))
      continue;
    kept.variant[v].lines = lines_new(random, count - 1 + v);
    kept.variant[v].extra = g_rand_int_range(random, 0, 2000);
  }
  for (unsigned i = 0; i <= count; i++) {
    FlowSlice slice = { .height = LINE, .unused = i == count };
    slice.flex = i == 0 && maybe(random);
    if (i == count || (i == 0 && maybe(random)))
      slice.before = FLOW_BREAK_FORBIDDEN;
    g_array_append_val(flow->slices, slice);
  }
  g_array_append_val(flow->paragraphs, kept);
}

static Flow *
text_new(GRand *random)
{
  Flow *flow = flow_new(NULL);

  for (unsigned i = 0; i < 4; i++) {
    for (int slices = g_rand_int_range(random, 0, 4); slices > 0; slices--)
      add_slice(flow, random, slices == 1);
    add_paragraph(flow, random);
  }
  flow_row_notes(flow);
  return flow;
}

/* --- what a layout costs --- */

static const FlowParagraph *
paragraph_at(const Flow *flow, guint32 slice)
{
  for (guint i = 0; i < flow->paragraphs->len; i++) {
    const FlowParagraph *paragraph =
        &g_array_index(flow->paragraphs, FlowParagraph, i);
    if (paragraph->first <= slice && slice < paragraph->first + paragraph->room)
      return paragraph;
  }
  return NULL;
}

static bool
ends_with_hyphen(const FlowParagraph *paragraph, unsigned variant,
                 unsigned line)
{
  return g_array_index(paragraph->variant[variant].lines, LineChoice, line)
             .to == 1;
}

/* A page, and what was paid before it. */
typedef struct {
  PageCursor cursor;
  bool verso;
  unsigned left;
  bool hyphen;     /* its last line so far ends with one */
  guint32 carried; /* slices of its notes that the next page has */
  double cost;
} Page;

static Page
page_new(const Flow *flow, bool verso)
{
  return (Page){ .cursor = page_cursor(flow, &measure, 0, 0),
                 .verso = verso,
                 .left = PAGE_ALONE };
}

static bool
is_forced(const FlowSlice *slice)
{
  return slice->before == FLOW_BREAK_PAGE || slice->before == FLOW_BREAK_RECTO;
}

/* The page behind this one, which begins with slice `at`. */
static Page
turned(const Page *page, guint32 at)
{
  const Flow *flow = page->cursor.flow;
  const FlowSlice *slice = flow_slice(flow->slices, at);
  PageCursor full = page->cursor;
  Page next = { .cursor = page_cursor(flow, &measure, at, page->carried),
                .verso = !page->verso,
                .left = PAGE_ALONE,
                .cost = page->cost + slice->penalty };
  PageEnd end;

  if (slice->before == FLOW_BREAK_RECTO)
    next.verso = false;
  if (is_forced(slice)) {
    next.cost += page_cost_last(&full);
    return next;
  }
  full.gaps = MIN(full.gaps, GAPS);
  end = page_cost_full(&full, page->hyphen, page->verso, page->left);
  next.cost += end.cost;
  if (page->verso)
    next.left = end.foot;
  return next;
}

static void
put_slice(Page *page, guint32 at)
{
  page_cursor_add(&page->cursor, at);
  page->hyphen = flow_slice(page->cursor.flow->slices, at)->hyphenated;
}

static void
put_line(Page *page, const FlowParagraph *paragraph, unsigned variant,
         unsigned line)
{
  if (line == 0)
    page_cursor_add(&page->cursor, paragraph->first);
  else
    page->cursor.y += LINE;
  page->hyphen = ends_with_hyphen(paragraph, variant, line);
}

static bool
fits(const Page *page)
{
  return page->cursor.y + page->cursor.notes <= measure.height + 1e-6;
}

/* Divides the last note if it must; then the page is closed. */
static bool
made_fit(Page *page)
{
  guint32 all = page->cursor.note_end;

  if (fits(page))
    return true;
  if (!page_cursor_split_notes(&page->cursor))
    return false;
  page->carried = all - page->cursor.note_end;
  page->cost += PAGE_COST_DIVIDED;
  return true;
}

static double
variant_cost(const FlowParagraph *paragraph, unsigned variant)
{
  return variant == FLOW_BEST
             ? 0
             : page_cost_variant(paragraph->variant[variant].extra);
}

/* --- everything is tried --- */

static void try_rest(Page page, guint32 at, double *least);

/* The lines of the paragraph from `line`, then the rest of the text. */
static void
try_lines(Page page, const FlowParagraph *paragraph, unsigned variant,
          unsigned line, double *least)
{
  bool moved = page.cursor.first == paragraph->first;

  for (; line < paragraph->variant[variant].lines->len; line++)
    put_line(&page, paragraph, variant, line);
  /* Notes from the page before are divided again above a whole paragraph. */
  if (moved ? made_fit(&page) : fits(&page))
    try_rest(page, paragraph->first + paragraph->room, least);
}

static void
try_variant(Page page, const FlowParagraph *paragraph, unsigned variant,
            double *least)
{
  unsigned lines = paragraph->variant[variant].lines->len;
  guint32 first = paragraph->first;
  FlowBreak before = flow_slice(page.cursor.flow->slices, first)->before;

  page.cost += variant_cost(paragraph, variant);
  if (page.cursor.first < first && before == FLOW_BREAK_ALLOWED)
    try_lines(turned(&page, first), paragraph, variant, 0, least);
  if (page.carried > 0)
    return;
  try_lines(page, paragraph, variant, 0, least);
  for (unsigned line = 1; line < lines; line++) {
    put_line(&page, paragraph, variant, line - 1);
    if (fits(&page) && line >= paragraph->orphans &&
        lines - line >= paragraph->widows)
      try_lines(turned(&page, first + line), paragraph, variant, line, least);
  }
}

static void
try_slice(Page page, guint32 at, double *least)
{
  const FlowSlice *slice = flow_slice(page.cursor.flow->slices, at);
  bool begun = page.cursor.first < at;
  Page here = page;

  put_slice(&here, at);
  if (page.carried == 0 && !(begun && is_forced(slice)) && made_fit(&here))
    try_rest(here, at + 1, least);
  if (begun && slice->before != FLOW_BREAK_FORBIDDEN) {
    Page next = turned(&page, at);
    put_slice(&next, at);
    if (made_fit(&next))
      try_rest(next, at + 1, least);
  }
}

/* All layouts in which slices from `at` follow, but those that are too dear
 * already: nothing costs less than nothing. */
static void
try_rest(Page page, guint32 at, double *least)
{
  const Flow *flow = page.cursor.flow;
  const FlowParagraph *paragraph = paragraph_at(flow, at);

  if (page.cost >= *least)
    return;
  if (at == flow->slices->len)
    *least = MIN(*least, page.cost + page_cost_last(&page.cursor));
  else if (paragraph == NULL)
    try_slice(page, at, least);
  else
    for (unsigned v = 0; v < FLOW_VARIANTS; v++)
      if (paragraph->variant[v].lines != NULL)
        try_variant(page, paragraph, v, least);
}

/* --- what was found --- */

static void
put_chosen(Page *page, guint32 at)
{
  const FlowParagraph *paragraph = paragraph_at(page->cursor.flow, at);

  if (paragraph == NULL)
    put_slice(page, at);
  else if (at - paragraph->first <
           paragraph->variant[paragraph->chosen].lines->len)
    put_line(page, paragraph, paragraph->chosen, at - paragraph->first);
}

static double
cost_of(const Flow *flow, const GArray *cuts, bool verso)
{
  Page page = page_new(flow, verso);

  for (guint i = 0; i < cuts->len; i++) {
    const PageCut *cut = &g_array_index(cuts, PageCut, i);

    if (cut->first == cut->end)
      continue;
    if (cut->first > 0)
      page = turned(&page, cut->first);
    for (guint32 at = cut->first; at < cut->end; at++)
      put_chosen(&page, at);
    g_assert_true(made_fit(&page));
  }
  for (guint i = 0; i < flow->paragraphs->len; i++) {
    const FlowParagraph *paragraph =
        &g_array_index(flow->paragraphs, FlowParagraph, i);
    page.cost += variant_cost(paragraph, paragraph->chosen);
  }
  return page.cost + page_cost_last(&page.cursor);
}

/* Nothing is cheaper than what is found; where nothing keeps the rules there is
 * nothing to compare. */
static void
test_best_of_all(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(6);
  unsigned compared = 0;

  for (int i = 0; i < CASES; i++) {
    g_autoptr(Flow) flow = text_new(random);
    g_autoptr(GArray) cuts = NULL;
    bool verso = g_rand_boolean(random);
    double best = INFINITY;

    try_rest(page_new(flow, verso), 0, &best);
    if (!isfinite(best))
      continue;
    cuts = page_break(flow, &measure, verso);
    g_assert_cmpfloat_with_epsilon(cost_of(flow, cuts, verso), best, 1e-6);
    compared++;
  }
  g_assert_cmpuint(compared, >, CASES / 2);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/page-search/best-of-all", test_best_of_all);
  return g_test_run();
}
