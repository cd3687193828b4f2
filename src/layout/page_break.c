/* layout/page_break.c -- where the column is cut. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_break.h"

#include "base/unit.h"
#include "layout/key_table.h"
#include "layout/page_cost.h"

#include <math.h>

/* The first bound for a flow's cost: so much for it and for each slice.  Most
 * flows are better; those that are not are searched again with more. */
#define BOUND_FLOW  400.0
#define BOUND_SLICE 4.0
#define BOUND_MORE  16.0 /* times the bound before */
#define BOUND_MAX   1e6  /* beyond, all layouts are looked at */

enum {
  GAPS_MAX = 4, /* that a page is stretched by, at most */
  NO_STATE = -1
};

/* The page that is being filled, after some units. */
typedef struct {
  double cost;
  PageCursor cursor;
  unsigned left; /* foot of the facing left-hand page, or PAGE_ALONE */
  bool verso;
  int prev;         /* the state before the last unit */
  guint32 cut;      /* slice that a page ended before on the way; 0: none did */
  unsigned stretch; /* of the page that ended */
  unsigned variant;
  bool overfull;
} State;

typedef struct {
  const Flow *flow;
  const PageMeasure *measure;
  GArray *states;  /* of State, all that ever were */
  GArray *layer;   /* of int: those before the unit at hand */
  GArray *next;    /* of int: those behind it */
  KeyTable *known; /* of states in `next`: their index */
  double bound;    /* states that cost more are not followed */
  bool relaxed;    /* breaks are allowed where they are forbidden */
} Search;

static State *
state_at(const Search *search, int index)
{
  return &g_array_index(search->states, State, index);
}

/* --- states --- */

/* Two states with one key have the same future. */
static guint64
key_of(const State *state)
{
  guint64 y = (guint64)llround(state->cursor.y * 100);
  guint64 notes = (guint64)llround(state->cursor.notes * 100);

  return ((((y << 20 ^ notes) << 4) + state->cursor.gaps) << 9) +
         (state->left << 1) + state->verso;
}

static void
keep(Search *search, const State *state)
{
  int *place;

  if (state->cost > search->bound)
    return;
  place = key_table_place(search->known, key_of(state));
  if (*place >= 0) {
    State *other = state_at(search, *place);
    if (state->cost < other->cost)
      *other = *state;
    return;
  }
  *place = (int)search->states->len;
  g_array_append_val(search->next, *place);
  g_array_append_val(search->states, *state);
}

/* The state behind `from`, one unit on. */
static State
follow(const Search *search, int from)
{
  State state = *state_at(search, from);

  state.prev = from;
  state.cut = 0;
  state.stretch = 0;
  state.variant = FLOW_BEST;
  state.overfull = false;
  return state;
}

/* Ends the page before slice `at`, which begins the next one. */
static void
turn_page(const Search *search, State *state, guint32 at, bool hyphenated,
          bool full)
{
  if (full) {
    PageEnd end =
        page_cost_full(&state->cursor, hyphenated, state->verso, state->left);
    state->cost += end.cost;
    state->stretch = end.stretch;
    state->left = state->verso ? end.foot : PAGE_ALONE;
  } else {
    state->cost += page_cost_last(&state->cursor);
    state->left = PAGE_ALONE;
  }
  state->verso = !state->verso;
  state->cut = at;
  state->cursor = page_cursor(search->flow, search->measure, at);
}

static void
add_slice(State *state, guint32 at)
{
  page_cursor_add(&state->cursor, at);
  state->cursor.gaps = MIN(state->cursor.gaps, GAPS_MAX);
}

static bool
fits(const State *state)
{
  return state->cursor.y + state->cursor.notes <=
         state->cursor.measure->height + UNIT_EPSILON;
}

/* --- units: one slice --- */

static bool
is_forced(const FlowSlice *slice)
{
  return slice->before == FLOW_BREAK_PAGE || slice->before == FLOW_BREAK_RECTO;
}

static void
put_on_new_page(Search *search, int from, guint32 at, const FlowSlice *slice)
{
  State state = follow(search, from);
  const FlowSlice *above =
      at > 0 ? flow_slice(search->flow->slices, at - 1) : NULL;
  bool forbidden = slice->before == FLOW_BREAK_FORBIDDEN;

  if (forbidden)
    state.cost += PAGE_COST_FORBIDDEN;
  state.cost += slice->penalty;
  turn_page(search, &state, at, above != NULL && above->hyphenated,
            !is_forced(slice));
  add_slice(&state, at);
  if (!fits(&state)) {
    state.cost += PAGE_COST_OVERFULL;
    state.overfull = true;
  }
  keep(search, &state);
}

static void
put_slice(Search *search, int from, guint32 at)
{
  const FlowSlice *slice = flow_slice(search->flow->slices, at);
  bool begun = state_at(search, from)->cursor.first < at;

  if (!is_forced(slice) || !begun) {
    State state = follow(search, from);

    add_slice(&state, at);
    if (!fits(&state) && !begun) {
      state.cost += PAGE_COST_OVERFULL;
      state.overfull = true;
    }
    if (fits(&state) || !begun)
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

  return g_array_index(paragraph->paragraph->breaks, Break, choice->to).kind ==
         BREAK_HYPHEN;
}

/* Lines [from, to) of the paragraph below what stands on the page. */
static void
add_lines(State *state, const FlowParagraph *paragraph, unsigned from,
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
put_whole(Search *search, int from, const FlowParagraph *paragraph,
          unsigned variant)
{
  const FlowSlice *slice = flow_slice(search->flow->slices, paragraph->first);
  unsigned lines = paragraph->variant[variant].lines->len;
  State state = follow(search, from);

  state.variant = variant;
  state.cost += variant_cost(paragraph, variant);
  add_lines(&state, paragraph, 0, lines);
  if (fits(&state))
    keep(search, &state);
  if (state_at(search, from)->cursor.first == paragraph->first ||
      (slice->before == FLOW_BREAK_FORBIDDEN && !search->relaxed))
    return;
  state = follow(search, from);
  state.variant = variant;
  state.cost += variant_cost(paragraph, variant);
  if (slice->before == FLOW_BREAK_FORBIDDEN)
    state.cost += PAGE_COST_FORBIDDEN;
  turn_page(search, &state, paragraph->first, false, true);
  add_lines(&state, paragraph, 0, lines);
  if (fits(&state))
    keep(search, &state);
}

/* The page ends behind line `line` of the paragraph. */
static void
put_broken(Search *search, int from, const FlowParagraph *paragraph,
           unsigned variant, unsigned line)
{
  unsigned lines = paragraph->variant[variant].lines->len;
  State state = follow(search, from);

  state.variant = variant;
  state.cost += variant_cost(paragraph, variant);
  add_lines(&state, paragraph, 0, line);
  if (!fits(&state))
    return;
  turn_page(search, &state, paragraph->first + line,
            line_is_hyphenated(paragraph, variant, line - 1), true);
  add_lines(&state, paragraph, line, lines);
  if (fits(&state))
    keep(search, &state);
}

static void
put_paragraph(Search *search, int from, const FlowParagraph *paragraph)
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
next_layer(Search *search)
{
  GArray *swap = search->layer;

  search->layer = search->next;
  search->next = swap;
  g_array_set_size(search->next, 0);
  key_table_clear(search->known);
}

static void
put_unit(Search *search, guint32 at, const FlowParagraph *paragraph)
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
search_units(Search *search)
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
start_search(Search *search, bool verso)
{
  State start = { .verso = verso, .left = PAGE_ALONE, .prev = NO_STATE };
  int first = 0;

  start.cursor = page_cursor(search->flow, search->measure, 0);
  g_array_set_size(search->states, 0);
  g_array_append_val(search->states, start);
  g_array_set_size(search->layer, 0);
  g_array_append_val(search->layer, first);
  g_array_set_size(search->next, 0);
  key_table_clear(search->known);
}

/* --- what it found --- */

static double
end_cost(const Search *search, int index)
{
  const State *state = state_at(search, index);

  return state->cost + page_cost_last(&state->cursor);
}

static int
best_end(const Search *search)
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

/* The best layout costs no more than any that is found, and no part of a layout
 * costs less than nothing: so what is found within a bound is the best of all
 * (Lawler and Wood, "Branch-and-Bound Methods: A Survey", 1966). */
static void
search_all(Search *search, bool verso)
{
  search->bound = BOUND_FLOW + BOUND_SLICE * search->flow->slices->len;
  for (;;) {
    int best;

    start_search(search, verso);
    best = search_units(search) ? best_end(search) : NO_STATE;
    if (isinf(search->bound) ||
        (best != NO_STATE && end_cost(search, best) <= search->bound))
      return;
    search->bound *= BOUND_MORE;
    if (search->bound > BOUND_MAX)
      search->bound = INFINITY;
  }
}

static void
add_cut(const Search *search, GArray *cuts, guint32 first, guint32 end,
        unsigned stretch, bool overfull)
{
  PageCut cut = { .first = first,
                  .end = end,
                  .stretch = stretch,
                  .overfull = overfull,
                  .recto = flow_slice(search->flow->slices, first)->before ==
                           FLOW_BREAK_RECTO };

  g_array_prepend_val(cuts, cut);
}

/* Back from the best end: cuts, and the variants of the paragraphs, whose units
 * are met in reverse order. */
static GArray *
collect(const Search *search, Flow *flow)
{
  GArray *cuts = g_array_new(FALSE, FALSE, sizeof(PageCut));
  guint32 end = flow->slices->len, at = end;
  guint paragraph = flow->paragraphs->len;
  bool overfull = false;

  for (int i = best_end(search); i > 0;) {
    const State *state = state_at(search, i);
    FlowParagraph *last =
        paragraph > 0
            ? &g_array_index(flow->paragraphs, FlowParagraph, paragraph - 1)
            : NULL;

    if (last != NULL && last->first + last->room == at) {
      last->chosen = state->variant;
      at = last->first;
      paragraph--;
    } else {
      at--;
    }
    overfull = overfull || state->overfull;
    if (state->cut > 0) {
      add_cut(search, cuts, state->cut, end, 0, overfull);
      end = state->cut;
      overfull = false;
    }
    i = state->prev;
  }
  if (flow->slices->len > 0)
    add_cut(search, cuts, 0, end, 0, overfull);
  return cuts;
}

/* The stretch of a page is known when the next one begins. */
static void
collect_stretch(const Search *search, GArray *cuts)
{
  guint page = cuts->len;

  for (int i = best_end(search); i > 0; i = state_at(search, i)->prev) {
    const State *state = state_at(search, i);
    if (state->cut == 0)
      continue;
    page--;
    g_array_index(cuts, PageCut, page - 1).stretch = state->stretch;
  }
}

GArray *
page_break(Flow *flow, const PageMeasure *measure, bool verso)
{
  g_autoptr(GArray) states = g_array_new(FALSE, FALSE, sizeof(State));
  g_autoptr(KeyTable) known = key_table_new();
  Search search = { .flow = flow,
                    .measure = measure,
                    .states = states,
                    .layer = g_array_new(FALSE, FALSE, sizeof(int)),
                    .next = g_array_new(FALSE, FALSE, sizeof(int)),
                    .known = known };
  GArray *cuts;

  if (flow->slices->len > 0)
    search_all(&search, verso);
  cuts = collect(&search, flow);
  collect_stretch(&search, cuts);
  g_array_unref(search.layer);
  g_array_unref(search.next);
  return cuts;
}
