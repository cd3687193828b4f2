/* layout/line_break.c -- which breaks to take: total fit. */
/* SPDX-License-Identifier: MIT */

#include "layout/line_break.h"

#include "base/unit.h"
#include "layout/line_fit.h"

#include <math.h>

/* Prices, in the unit of line_fit.h.  Those of the breaks themselves stand in
 * breakpoint.c. */
#define COST_HYPHENS_2  60
#define COST_HYPHENS_3  3000
#define COST_HYPHEN_END 30 /* on the last line but one */
#define COST_SHORT_LAST 10000
#define COST_FITNESS    20  /* classes two apart; three apart: twice that */
#define RAGGED_HYPHEN   0.5 /* of a hyphen's price */
#define RAGGED_SHORT    1000
#define SPARSE          0.55 /* of the measure: see is_sparse() */
#define VARIANT_EXTRA   1500 /* a variant may cost so much more than the best */
#define VARIANT_SPACE   1.50

/* What a paragraph may cost at first: so much for each line at its natural
 * width.  Most cost less; the others are searched again without a bound. */
#define BOUND_PARAGRAPH 300
#define BOUND_LINE      80
#define EXPANSION_MOST  0.03 /* of a line's glyphs, in a rescue (line_fit.h) */
#define TRACKING_MOST   0.0075 /* em */
#define LOOSE_LEAST     2000   /* what a line with spaces that wide costs */

enum {
  FITNESS_COUNT = 4, /* tight, decent, loose, very loose */
  HYPHENS_COUNT = 3, /* 0, 1, 2 or more hyphenated lines in a row */
  CLASSES = FITNESS_COUNT * HYPHENS_COUNT,
  LINES_COUNT = 3, /* numbers of lines that are followed at one break */
  DECENT = HYPHENS_COUNT
};

typedef struct {
  double cost;
  int from; /* break; -2: the start itself */
  gint16 from_state;
} State;

/* At a break: states for `base`, base + 1 and base + 2 lines so far. */
typedef struct {
  int base;
  unsigned reached;                    /* how many states are */
  guint8 which[LINES_COUNT * CLASSES]; /* their indices */
  State state[];                       /* rows of CLASSES */
} Node;

typedef struct {
  const Paragraph *paragraph;
  const LineMeasure *measure;
  char *nodes;     /* of Node: [0] is the start, [i + 1] is break i */
  gsize node_size; /* bytes */
  unsigned rows;   /* 1: numbers of lines are not told apart */
  int first;       /* breaks before it are behind a forced one */
  double bound;    /* states that cost more are not followed */
} Search;

static const Break *
break_at(const Search *search, int index)
{
  return &g_array_index(search->paragraph->breaks, Break, index);
}

static Node *
node_at(const Search *search, int index)
{
  return (Node *)(void *)(search->nodes +
                          (gsize)(index + 1) * search->node_size);
}

/* --- one line --- */

static LineContent
content_of(const Search *search, int from, int to)
{
  const Break *end = break_at(search, to);
  const Break *start = from >= 0 ? break_at(search, from) : NULL;
  const LineMeasure *measure = search->measure;
  LineContent content = { .words = end->end_words + end->hyphen,
                          .spaces = end->end_spaces,
                          .gaps = end->end_gaps,
                          .size = search->paragraph->style->font_size,
                          .width = measure->measure + end->hang_right };

  if (search->paragraph->rtl)
    content.gaps = 0; /* joined letters cannot be spaced */
  if (start == NULL) {
    content.width -= measure->indent;
    return content;
  }
  content.words -= start->start_words;
  content.spaces -= start->start_spaces;
  if (content.gaps > 0)
    content.gaps -= start->start_gaps;
  content.width += start->hang_left;
  return content;
}

static LineFit
fit_line(const Search *search, int from, int to)
{
  LineContent content = content_of(search, from, to);
  const Break *end = break_at(search, to);
  bool last = end->kind == BREAK_END || end->kind == BREAK_FORCED;
  LineFit fit;

  if (!search->measure->justify)
    fit = line_fit_ragged(&content, last);
  else if (last)
    fit = line_fit_last(&content);
  else
    fit = line_fit_justified(&content);
  if (end->kind == BREAK_END && from >= 0 &&
      end->end_letters - break_at(search, from)->end_letters <
          search->measure->last_letters)
    fit.cost += search->measure->justify ? COST_SHORT_LAST : RAGGED_SHORT;
  return fit;
}

/* What ending a line here costs, whatever the line. */
static double
break_cost(const Search *search, int to, unsigned hyphens)
{
  const Break *end = break_at(search, to);
  double price = end->penalty;

  if (end->kind != BREAK_HYPHEN)
    return price;
  if (!search->measure->justify)
    price *= RAGGED_HYPHEN;
  if (hyphens >= 2)
    price += COST_HYPHENS_3;
  else if (hyphens == 1)
    price += COST_HYPHENS_2;
  return price;
}

static double
fitness_cost(unsigned a, unsigned b)
{
  unsigned apart = a > b ? a - b : b - a;

  return apart < 2 ? 0 : COST_FITNESS * (apart - 1);
}

static bool
ends_with_hyphen(const Search *search, int from)
{
  return from >= 0 && break_at(search, from)->kind == BREAK_HYPHEN;
}

/* --- the search --- */

/* The number of lines that text up to `to` would have at its natural width:
 * layouts far from it are not followed. */
static int
natural_lines(const Search *search, int to)
{
  const Break *end = break_at(search, to);
  double lines = (end->end_words + end->end_spaces + search->measure->indent) /
                 search->measure->measure;

  /* The last line is a part of one. */
  return (int)(end->kind == BREAK_END ? ceil(lines - 0.2) : floor(lines + 0.2));
}

/* Tries one more line behind state `s` of row `row`. */
static void
relax_state(Search *search, const Node *start, unsigned index, int from, int to,
            const LineFit *fit)
{
  Node *end = node_at(search, to);
  unsigned row = index / CLASSES, s = index % CLASSES;
  unsigned fitness = s / HYPHENS_COUNT, hyphens = s % HYPHENS_COUNT;
  bool hyphen = break_at(search, to)->kind == BREAK_HYPHEN;
  bool last = break_at(search, to)->kind == BREAK_END;
  int line = search->rows > 1 ? start->base + (int)row + 1 - end->base : 0;
  unsigned next;
  double cost;

  if (line < 0 || line >= (int)search->rows)
    return;
  next = (unsigned)line * CLASSES + fit->fitness * HYPHENS_COUNT +
         (hyphen ? MIN(hyphens + 1, HYPHENS_COUNT - 1) : 0);
  cost = start->state[index].cost + fit->cost +
         break_cost(search, to, hyphens) +
         (from >= 0 ? fitness_cost(fitness, fit->fitness) : 0) +
         (last && ends_with_hyphen(search, from) ? COST_HYPHEN_END : 0);
  if (cost > search->bound || cost >= end->state[next].cost)
    return;
  if (end->state[next].cost >= INFINITY)
    end->which[end->reached++] = (guint8)next;
  end->state[next] = (State){ cost, from, (gint16)index };
}

static void
relax(Search *search, int from, int to, const LineFit *fit)
{
  const Node *start = node_at(search, from);

  for (unsigned i = 0; i < start->reached; i++)
    relax_state(search, start, start->which[i], from, to, fit);
}

/* A line that fills so little of its measure is looked at only where nothing
 * better ends at the same break. */
static bool
is_sparse(const LineContent *content)
{
  return content->words + content->spaces < SPARSE * content->width;
}

/* A line whose spaces would pass VARIANT_SPACE in any case costs more than a
 * bounded search follows. */
static bool
is_loose(const LineContent *content)
{
  return content->words * (1 + EXPANSION_MOST) +
             content->gaps * content->size * TRACKING_MOST +
             content->spaces * VARIANT_SPACE <
         content->width - UNIT_EPSILON;
}

/* A line that need not be looked at.  All that fills less is passed over too.
 */
static bool
is_passed_over(const Search *search, int from, int to, bool sparse)
{
  const Break *end = break_at(search, to);
  LineContent content;

  if (sparse || from < 0 || end->kind == BREAK_END || end->kind == BREAK_FORCED)
    return false;
  content = content_of(search, from, to);
  return isfinite(search->bound) && search->measure->justify
             ? is_loose(&content)
             : is_sparse(&content);
}

/* Looks back from `to` over all starts of a line that could end here.  Lines
 * grow as we go back; the first that is too long ends the search, and is only
 * taken when nothing else reaches `to`. */
static void
look_back(Search *search, int to, bool sparse)
{
  for (int from = to - 1; from >= search->first - 1; from--) {
    LineFit fit;

    if (node_at(search, from)->reached == 0 ||
        is_passed_over(search, from, to, sparse))
      continue;
    fit = fit_line(search, from, to);
    if (fit.excess > 0 && node_at(search, to)->reached > 0)
      return;
    relax(search, from, to, &fit);
    if (fit.excess > 0)
      return;
  }
}

/* True if a layout that keeps within the measure ends at `to`. */
static bool
has_good_line(const Search *search, int to)
{
  const Node *node = node_at(search, to);

  for (unsigned i = 0; i < node->reached; i++)
    if (node->state[node->which[i]].cost < LINE_FIT_OUTSIDE)
      return true;
  return false;
}

static void
prepare(Search *search)
{
  int count = (int)search->paragraph->breaks->len;

  search->node_size = sizeof(Node) + search->rows * CLASSES * sizeof(State);
  search->nodes = g_malloc((gsize)(count + 1) * search->node_size);
  for (int i = -1; i < count; i++) {
    Node *node = node_at(search, i);

    node->base = i < 0 ? 0 : MAX(0, natural_lines(search, i) - 1);
    node->reached = 0;
    for (unsigned s = 0; s < search->rows * CLASSES; s++)
      node->state[s].cost = INFINITY;
  }
  node_at(search, -1)->state[DECENT] = (State){ 0, -2, 0 };
  node_at(search, -1)->reached = 1;
  node_at(search, -1)->which[0] = DECENT;
}

/* True if nothing that is reached, `last` the latest of it, can be the start of
 * a line to `to` or behind it. */
static bool
is_lost(const Search *search, int last, int to)
{
  LineContent content = content_of(search, last, to);

  return content.words * (1 - EXPANSION_MOST) -
             content.gaps * content.size * TRACKING_MOST >
         content.width + UNIT_EPSILON;
}

/* False: the bound leaves nothing. */
static bool
run(Search *search)
{
  int count = (int)search->paragraph->breaks->len, last = -1;

  prepare(search);
  for (int to = 0; to < count; to++) {
    look_back(search, to, false);
    if (node_at(search, to)->reached > 0)
      last = to;
    else if (isfinite(search->bound) && is_lost(search, last, to))
      return false;
    if (isinf(search->bound) && !has_good_line(search, to))
      look_back(search, to, true);
    if (break_at(search, to)->kind == BREAK_FORCED)
      search->first = to + 1;
  }
  return true;
}

/* --- what it found --- */

static unsigned
best_of_row(const Node *node, unsigned row)
{
  unsigned best = row * CLASSES;

  for (unsigned s = 1; s < CLASSES; s++)
    if (node->state[row * CLASSES + s].cost < node->state[best].cost)
      best = row * CLASSES + s;
  return best;
}

static unsigned
best_of_all(const Search *search, const Node *node)
{
  unsigned best = 0;

  for (unsigned row = 0; row < search->rows; row++) {
    unsigned state = best_of_row(node, row);
    if (node->state[state].cost < node->state[best].cost)
      best = state;
  }
  return best;
}

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
collect(const Search *search, unsigned state, GArray *lines)
{
  int to = (int)search->paragraph->breaks->len - 1;
  unsigned first = lines->len;
  bool inside = true;

  while (to >= 0) {
    const State *at = &node_at(search, to)->state[state];
    LineFit fit = fit_line(search, at->from, to);
    LineChoice line = { .from = at->from,
                        .to = to,
                        .expansion = fit.expansion,
                        .tracking = fit.tracking,
                        .space = fit.space,
                        .outside = fit.excess > 0 };

    if (at->from >= 0 && search->measure->justify)
      line.hang_left = break_at(search, at->from)->hang_left;
    inside = inside && fit.excess <= 0;
    g_array_append_val(lines, line);
    to = at->from;
    state = (unsigned)at->from_state;
  }
  reverse(lines, first);
  return inside;
}

/* Finds the best layout, and all that cost up to `extra` more.  No part of a
 * layout costs less than nothing: so what is found within a bound is the best
 * of all. */
static void
search_all(Search *search, double extra)
{
  int last = (int)search->paragraph->breaks->len - 1;
  search->bound = BOUND_PARAGRAPH + BOUND_LINE * natural_lines(search, last);
  search->bound = MIN(search->bound, LOOSE_LEAST) + extra;
  if (run(search)) {
    const Node *end = node_at(search, last);
    if (end->state[best_of_all(search, end)].cost + extra <= search->bound)
      return;
  }
  g_free(search->nodes);
  search->bound = INFINITY;
  search->first = 0;
  run(search);
}

bool
line_break(const Paragraph *paragraph, const LineMeasure *measure,
           GArray *lines)
{
  Search search = { .paragraph = paragraph, .measure = measure, .rows = 1 };
  int last = (int)paragraph->breaks->len - 1;
  bool inside;

  search_all(&search, 0);
  inside =
      collect(&search, best_of_all(&search, node_at(&search, last)), lines);
  g_free(search.nodes);
  return inside;
}

/* --- variants --- */

static bool
is_good(const Search *search, const GArray *lines)
{
  unsigned hyphens = 0;

  for (unsigned i = 0; i < lines->len; i++) {
    const LineChoice *line = &g_array_index(lines, LineChoice, i);
    const Break *end = break_at(search, line->to);

    hyphens = end->kind == BREAK_HYPHEN ? hyphens + 1 : 0;
    if (line->outside || hyphens > 2)
      return false;
    if (i + 1 < lines->len && line->space > VARIANT_SPACE)
      return false;
  }
  return true;
}

static LineVariant
variant_of(const Search *search, int row, double best)
{
  const Node *end = node_at(search, (int)search->paragraph->breaks->len - 1);
  LineVariant variant = { 0 };
  unsigned state;

  if (row < 0 || row >= (int)search->rows)
    return variant;
  state = best_of_row(end, (unsigned)row);
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
  Search search = { .paragraph = paragraph,
                    .measure = measure,
                    .rows = LINES_COUNT };
  int last = (int)paragraph->breaks->len - 1, row;
  unsigned state;
  bool inside;

  *fewer = *more = (LineVariant){ 0 };
  /* Lines that the author ends make their number hard to foresee. */
  for (int i = 0; i < last; i++)
    if (break_at(&search, i)->kind == BREAK_FORCED)
      return line_break(paragraph, measure, lines);
  search_all(&search, VARIANT_EXTRA);
  if (!node_at(&search, last)->reached) {
    /* No layout near the natural number of lines: take any. */
    g_free(search.nodes);
    return line_break(paragraph, measure, lines);
  }
  state = best_of_all(&search, node_at(&search, last));
  row = (int)(state / CLASSES);
  inside = collect(&search, state, lines);
  if (inside) {
    double best = node_at(&search, last)->state[state].cost;
    *fewer = variant_of(&search, row - 1, best);
    *more = variant_of(&search, row + 1, best);
  }
  g_free(search.nodes);
  return inside;
}
