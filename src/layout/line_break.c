/* layout/line_break.c -- which breaks to take: total fit. */
/* SPDX-License-Identifier: MIT */

#include "layout/line_break.h"

#include "layout/line_search.h"

#define VARIANT_EXTRA 1500 /* a variant may cost so much more than the best */

static void
reverse(GArray *lines, unsigned first)
{
  for (unsigned a = first, b = lines->len; a + 1 < b; a++) {
    LineChoice *x = &g_array_index(lines, LineChoice, a);
    LineChoice *y = &g_array_index(lines, LineChoice, --b);
    LineChoice swap = *x;
    *x = *y;
    *y = swap;
  }
}

/* Follows the states back from the end and appends their lines in order. */
static bool
collect(const LineSearch *search, unsigned state, GArray *lines)
{
  int to = (int)search->paragraph->breaks->len - 1;
  unsigned first = lines->len;
  bool inside = true;

  while (to >= 0) {
    const LineState *at = &line_search_node(search, to)->state[state];
    LineFit fit = line_search_fit(search, at->from, to);
    LineChoice line = { .from = at->from,
                        .to = to,
                        .expansion = fit.expansion,
                        .tracking = fit.tracking,
                        .space = fit.space,
                        .outside = fit.excess > 0 };

    if (at->from >= 0 && search->measure->justify)
      line.hang_left = line_search_break(search, at->from)->hang_left;
    inside = inside && fit.excess <= 0;
    g_array_append_val(lines, line);
    to = at->from;
    state = (unsigned)at->from_state;
  }
  reverse(lines, first);
  return inside;
}

bool
line_break(const Paragraph *paragraph, const LineMeasure *measure,
           GArray *lines)
{
  LineSearch search = { .paragraph = paragraph, .measure = measure, .rows = 1 };
  int last = (int)paragraph->breaks->len - 1;
  bool inside;

  line_search(&search, 0);
  inside = collect(&search,
                   line_search_best(&search, line_search_node(&search, last)),
                   lines);
  g_free(search.nodes);
  return inside;
}

/* --- variants --- */

static bool
is_good(const LineSearch *search, const GArray *lines)
{
  unsigned hyphens = 0;

  for (unsigned i = 0; i < lines->len; i++) {
    const LineChoice *line = &g_array_index(lines, LineChoice, i);
    const Break *end = line_search_break(search, line->to);

    hyphens = break_shows_hyphen(end) ? hyphens + 1 : 0;
    if (line->outside || hyphens > 2)
      return false;
    if (i + 1 < lines->len && line->space > LINE_SEARCH_SPACE)
      return false;
  }
  return true;
}

static LineVariant
variant_of(const LineSearch *search, int row, double best)
{
  const LineNode *end =
      line_search_node(search, (int)search->paragraph->breaks->len - 1);
  LineVariant variant = { 0 };
  unsigned state;

  if (row < 0 || row >= (int)search->rows)
    return variant;
  state = line_search_best_of_row(end, (unsigned)row);
  variant.extra = end->state[state].cost - best;
  if (!(variant.extra <= VARIANT_EXTRA))
    return variant;
  variant.lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  collect(search, state, variant.lines);
  if (!is_good(search, variant.lines)) {
    g_array_unref(variant.lines);
    variant.lines = NULL;
  }
  return variant;
}

bool
line_break_variants(const Paragraph *paragraph, const LineMeasure *measure,
                    GArray *lines, LineVariant *fewer, LineVariant *more)
{
  LineSearch search = { .paragraph = paragraph,
                        .measure = measure,
                        .rows = LINES_COUNT };
  int last = (int)paragraph->breaks->len - 1, row;
  unsigned state;
  bool inside;

  *fewer = *more = (LineVariant){ 0 };
  /* Lines that the author ends make their number hard to foresee. */
  for (int i = 0; i < last; i++)
    if (line_search_break(&search, i)->kind == BREAK_FORCED)
      return line_break(paragraph, measure, lines);
  line_search(&search, VARIANT_EXTRA);
  if (!line_search_node(&search, last)->reached) {
    /* No layout near the natural number of lines: take any. */
    g_free(search.nodes);
    return line_break(paragraph, measure, lines);
  }
  state = line_search_best(&search, line_search_node(&search, last));
  row = (int)(state / CLASSES);
  inside = collect(&search, state, lines);
  if (inside) {
    double best = line_search_node(&search, last)->state[state].cost;
    *fewer = variant_of(&search, row - 1, best);
    *more = variant_of(&search, row + 1, best);
  }
  g_free(search.nodes);
  return inside;
}
