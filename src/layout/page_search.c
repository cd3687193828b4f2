/* layout/page_search.c -- all pages that could be filled, and the cheapest way
 * to each. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_search.h"

#include "layout/page_cost.h"

#include <math.h>

/* The first bound for a flow's cost: so much for it and for each slice.  Most
 * flows are better; those that are not are searched again with more. */
#define BOUND_FLOW  30.0
#define BOUND_SLICE 0.3
#define BOUND_MORE  8.0 /* times the bound before */
#define BOUND_MAX   1e6 /* beyond, all layouts are looked at */

enum {
  GAPS_MAX = 4, /* that a page is stretched by, at most */
  NO_STATE = -1
};

static PageState *
state_at(const PageSearch *search, int index)
{
  return &g_array_index(search->states, PageState, index);
}

/* --- states --- */

/* Two states with one key have the same future. */
static guint64
key_of(const PageState *state)
{
  guint64 y = (guint64)llround(state->cursor.y * 100);
  guint64 notes = (guint64)llround(state->cursor.notes * 100);

  return ((((y << 29 ^ (notes << 12) ^ state->carried) << 4) +
           (state->cursor.gaps | (state->cursor.loose > 0) << 3))
          << 9) +
         (state->left << 1) + state->verso;
}

static void
keep(PageSearch *search, const PageState *state)
{
  int *place;

  if (state->cost > search->bound)
    return;
  place = key_table_place(search->known, key_of(state));
  if (*place >= 0) {
    PageState *other = state_at(search, *place);
    if (state->cost < other->cost)
      *other = *state;
    return;
  }
  *place = (int)search->states->len;
  g_array_append_val(search->next, *place);
  g_array_append_val(search->states, *state);
}

/* The state behind `from`, one unit on. */
static PageState
follow(const PageSearch *search, int from)
{
  PageState state = *state_at(search, from);

  state.prev = from;
  state.cut = 0;
  state.stretch = 0;
  state.lift = 0;
  state.blank = false;
  state.variant = FLOW_BEST;
  state.overfull = false;
  return state;
}

/* Ends the page before slice `at`, which begins the next one. */
static void
turn_page(const PageSearch *search, PageState *state, guint32 at,
          bool hyphenated, bool full)
{
  if (full) {
    PageEnd end =
        page_cost_full(&state->cursor, hyphenated, state->verso, state->left);
    state->cost += end.cost;
    state->stretch = end.stretch;
    state->lift = end.lift;
    state->lifted = state->cursor.loose;
    state->left = state->verso ? end.foot : PAGE_ALONE;
  } else {
    state->cost += page_cost_last(&state->cursor);
    state->left = PAGE_ALONE;
  }
  state->verso = !state->verso;
  state->cut = at;
  if (state->verso &&
      flow_slice(search->flow->slices, at)->before == FLOW_BREAK_RECTO) {
    state->blank = true;
    state->verso = false;
    state->left = PAGE_ALONE;
  }
  state->cursor =
      page_cursor(search->flow, search->measure, at, state->carried);
  state->carried = 0;
}

static void
add_slice(PageState *state, guint32 at)
{
  page_cursor_add(&state->cursor, at);
  state->cursor.gaps = MIN(state->cursor.gaps, GAPS_MAX);
}

static bool
fits(const PageState *state)
{
  return page_cursor_fits(&state->cursor);
}

/* Makes what was added fit, if dividing a note can. */
static bool
make_fit(PageState *state)
{
  guint32 all = state->cursor.note_end;

  if (fits(state))
    return true;
  if (!page_cursor_split_notes(&state->cursor))
    return false;
  state->carried = all - state->cursor.note_end;
  state->cost += PAGE_COST_DIVIDED;
  return true;
}

/* --- units: one slice --- */

static bool
is_forced(const FlowSlice *slice)
{
  return slice->before == FLOW_BREAK_PAGE || slice->before == FLOW_BREAK_RECTO;
}

/* What a page's end before the slice costs, however the page is filled. */
static double
break_price(const FlowSlice *slice)
{
  return slice->penalty +
         (slice->before == FLOW_BREAK_FORBIDDEN ? PAGE_COST_FORBIDDEN : 0);
}

static void
put_on_new_page(PageSearch *search, int from, guint32 at,
                const FlowSlice *slice)
{
  PageState state = follow(search, from);
  const FlowSlice *above =
      at > 0 ? flow_slice(search->flow->slices, at - 1) : NULL;

  state.cost += break_price(slice);
  turn_page(search, &state, at, above != NULL && above->hyphenated,
            !is_forced(slice));
  add_slice(&state, at);
  if (!make_fit(&state)) {
    state.cost += PAGE_COST_OVERFULL;
    state.overfull = true;
  }
  keep(search, &state);
}

static void
put_slice(PageSearch *search, int from, guint32 at)
{
  const FlowSlice *slice = flow_slice(search->flow->slices, at);
  bool begun = state_at(search, from)->cursor.first < at;
  bool closed = state_at(search, from)->carried > 0 && !slice->unused;

  if (!closed && (!is_forced(slice) || !begun)) {
    PageState state = follow(search, from);
    bool fit;

    add_slice(&state, at);
    fit = make_fit(&state);
    if (!fit && !begun) {
      state.cost += PAGE_COST_OVERFULL;
      state.overfull = true;
    }
    if (fit || !begun)
      keep(search, &state);
  }
  if (begun && !slice->unused &&
      (slice->before != FLOW_BREAK_FORBIDDEN || search->relaxed))
    put_on_new_page(search, from, at, slice);
}

/* --- units: a paragraph with variants --- */

static bool
line_is_hyphenated(const FlowParagraph *paragraph, unsigned variant,
                   unsigned line)
{
  const LineChoice *choice =
      &g_array_index(paragraph->variant[variant].lines, LineChoice, line);

  return break_shows_hyphen(
      &g_array_index(paragraph->paragraph->breaks, Break, choice->to));
}

/* Lines [from, to) of the paragraph below what stands on the page. */
static void
add_lines(PageState *state, const FlowParagraph *paragraph, unsigned from,
          unsigned to)
{
  const FlowSlice *slice =
      flow_slice(state->cursor.flow->slices, paragraph->first);

  if (from == 0)
    add_slice(state, paragraph->first);
  state->cursor.y += (to - (from == 0 ? 1 : from)) * slice->height;
}

static double
variant_cost(const FlowParagraph *paragraph, unsigned variant)
{
  return variant == FLOW_BEST
             ? 0
             : page_cost_variant(paragraph->variant[variant].extra);
}

static void
put_whole(PageSearch *search, int from, const FlowParagraph *paragraph,
          unsigned variant)
{
  const FlowSlice *slice = flow_slice(search->flow->slices, paragraph->first);
  unsigned lines = paragraph->variant[variant].lines->len;
  PageState state = follow(search, from);

  state.variant = variant;
  state.cost += variant_cost(paragraph, variant);
  add_lines(&state, paragraph, 0, lines);
  if (state.carried == 0 && fits(&state))
    keep(search, &state);
  if (state_at(search, from)->cursor.first == paragraph->first ||
      (slice->before == FLOW_BREAK_FORBIDDEN && !search->relaxed))
    return;
  state = follow(search, from);
  state.variant = variant;
  state.cost += variant_cost(paragraph, variant) + break_price(slice);
  turn_page(search, &state, paragraph->first, false, true);
  add_lines(&state, paragraph, 0, lines);
  if (make_fit(&state))
    keep(search, &state);
}

/* The page ends behind line `line` of the paragraph. */
static void
put_broken(PageSearch *search, int from, const FlowParagraph *paragraph,
           unsigned variant, unsigned line)
{
  unsigned lines = paragraph->variant[variant].lines->len;
  PageState state = follow(search, from);

  state.variant = variant;
  state.cost += variant_cost(paragraph, variant);
  add_lines(&state, paragraph, 0, line);
  if (state.carried > 0 || !fits(&state))
    return;
  turn_page(search, &state, paragraph->first + line,
            line_is_hyphenated(paragraph, variant, line - 1), true);
  add_lines(&state, paragraph, line, lines);
  if (fits(&state))
    keep(search, &state);
}

static void
put_paragraph(PageSearch *search, int from, const FlowParagraph *paragraph)
{
  for (unsigned v = 0; v < FLOW_VARIANTS; v++) {
    unsigned lines;

    if (paragraph->variant[v].lines == NULL)
      continue;
    lines = paragraph->variant[v].lines->len;
    put_whole(search, from, paragraph, v);
    for (unsigned line = paragraph->orphans;
         line + paragraph->widows <= lines && line < lines; line++)
      put_broken(search, from, paragraph, v, line);
  }
}

/* --- all units --- */

static void
next_layer(PageSearch *search)
{
  GArray *swap = search->layer;

  search->layer = search->next;
  search->next = swap;
  g_array_set_size(search->next, 0);
  key_table_clear(search->known);
}

static void
put_unit(PageSearch *search, guint32 at, const FlowParagraph *paragraph)
{
  for (guint i = 0; i < search->layer->len; i++) {
    int from = g_array_index(search->layer, int, i);
    if (paragraph != NULL)
      put_paragraph(search, from, paragraph);
    else
      put_slice(search, from, at);
  }
}

/* Slices and paragraphs in order.  Where nothing fits, breaks are taken where
 * they are forbidden, if nothing bounds the search.  False: the bound left
 * nothing. */
static bool
search_units(PageSearch *search)
{
  guint32 count = search->flow->slices->len, at = 0;
  guint paragraph = 0;

  while (at < count) {
    const FlowParagraph *next =
        paragraph < search->flow->paragraphs->len
            ? &g_array_index(search->flow->paragraphs, FlowParagraph, paragraph)
            : NULL;

    if (next != NULL && next->first != at)
      next = NULL;
    search->relaxed = false;
    put_unit(search, at, next);
    if (search->next->len == 0 && isfinite(search->bound))
      return false;
    if (search->next->len == 0) {
      search->relaxed = true;
      put_unit(search, at, next);
    }
    at += next != NULL ? next->room : 1;
    paragraph += next != NULL;
    next_layer(search);
  }
  return true;
}

static void
start_search(PageSearch *search, bool verso)
{
  PageState start = { .verso = verso, .left = PAGE_ALONE, .prev = NO_STATE };
  int first = 0;

  start.cursor = page_cursor(search->flow, search->measure, 0, 0);
  g_array_set_size(search->states, 0);
  g_array_append_val(search->states, start);
  g_array_set_size(search->layer, 0);
  g_array_append_val(search->layer, first);
  g_array_set_size(search->next, 0);
  key_table_clear(search->known);
}

/* --- what it found --- */

static double
end_cost(const PageSearch *search, int index)
{
  const PageState *state = state_at(search, index);

  return state->cost + page_cost_last(&state->cursor);
}

int
page_search_best(const PageSearch *search)
{
  int best = NO_STATE;
  double least = INFINITY;

  for (guint i = 0; i < search->layer->len; i++) {
    int index = g_array_index(search->layer, int, i);
    double cost = end_cost(search, index);
    if (cost < least) {
      least = cost;
      best = index;
    }
  }
  return best;
}

static void
search_all(PageSearch *search, bool verso)
{
  search->bound = BOUND_FLOW + BOUND_SLICE * search->flow->slices->len;
  for (;;) {
    int best;

    start_search(search, verso);
    best = search_units(search) ? page_search_best(search) : NO_STATE;
    if (isinf(search->bound) ||
        (best != NO_STATE && end_cost(search, best) <= search->bound))
      return;
    search->bound *= BOUND_MORE;
    if (search->bound > BOUND_MAX)
      search->bound = INFINITY;
  }
}

PageSearch
page_search(const Flow *flow, const PageMeasure *measure, bool verso)
{
  PageSearch search = { .flow = flow,
                        .measure = measure,
                        .states = g_array_new(FALSE, FALSE, sizeof(PageState)),
                        .layer = g_array_new(FALSE, FALSE, sizeof(int)),
                        .next = g_array_new(FALSE, FALSE, sizeof(int)),
                        .known = key_table_new() };

  if (flow->slices->len > 0)
    search_all(&search, verso);
  return search;
}

void
page_search_clear(PageSearch *search)
{
  g_array_unref(search->states);
  g_array_unref(search->layer);
  g_array_unref(search->next);
  key_table_free(search->known);
}

const PageState *
page_search_state(const PageSearch *search, int index)
{
  return state_at(search, index);
}
