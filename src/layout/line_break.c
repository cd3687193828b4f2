/* layout/line_break.c -- which breaks to take: total fit. */
/* SPDX-License-Identifier: MIT */

#include "layout/line_break.h"

#include <math.h>

/* Settings tuned on English prose and tested on health text. */
#define EXPANSION_MAX   0.02 /* of the glyphs' width */
#define EXPANSION_STEP  0.005
#define RESCUE_MAX      0.01 /* more of it, where spaces would be ugly */
#define SPACE_RESCUE    1.40 /* beyond, the rescue begins; of a space's width */
#define SPACE_SQUEEZE   0.75
#define SPACE_MIN       0.70
#define SPACE_LOOSE     0.35 /* stretch that costs 100 */
#define SPACE_TIGHT     0.25 /* shrink that costs 100 */
#define COST_LINE       20
#define COST_EXPANSION  5
#define COST_RESCUE     100
#define COST_WIDE       2000  /* beyond 1.5 */
#define COST_WIDER      10000 /* beyond 2 */
#define COST_OUTSIDE    1e7
#define COST_OUTSIDE_PT 1e6
#define COST_HYPHENS_2  60
#define COST_HYPHENS_3  3000
#define COST_HYPHEN_END 30 /* on the last line but one */
#define COST_SHORT_LAST 10000
#define COST_FITNESS    20  /* classes two apart; three apart: twice that */
#define RAGGED_HYPHEN   0.5 /* of a hyphen's price */

enum {
  FITNESS_COUNT = 4, /* tight, decent, loose, very loose */
  HYPHENS_COUNT = 3, /* 0, 1, 2 or more hyphenated lines in a row */
  STATES = FITNESS_COUNT * HYPHENS_COUNT
};

typedef struct {
  double cost;
  int from; /* break */
  gint8 from_state;
} State;

typedef struct {
  State state[STATES];
  bool reached;
} Node;

typedef struct {
  const Paragraph *paragraph;
  const LineMeasure *measure;
  Node *nodes; /* [0] is the paragraph's start, [i + 1] is break i */
  int first;   /* breaks before it are behind a forced one */
} Search;

typedef struct {
  double cost;
  double expansion;
  double space;
  unsigned fitness;
  double excess; /* pt outside the measure; 0 is inside */
} Fit;

static const Break *
break_at(const Search *search, int index)
{
  return &g_array_index(search->paragraph->breaks, Break, index);
}

static unsigned
fitness_of(double looseness)
{
  if (looseness < -0.5)
    return 0;
  if (looseness <= 0.5)
    return 1;
  return looseness <= 1 ? 2 : 3;
}

static double
step_down(double expansion)
{
  return trunc(expansion / EXPANSION_STEP + (expansion < 0 ? -1e-9 : 1e-9)) *
         EXPANSION_STEP;
}

static double
square(double x)
{
  return x * x;
}

/* What word spaces of `space` cost, and which class they make. */
static double
space_cost(double space, unsigned *fitness)
{
  double loose = (space - 1) / SPACE_LOOSE, tight = (1 - space) / SPACE_TIGHT;
  double d = space >= 1 ? loose : tight;
  double cost = 100 * d * d * d;

  *fitness = fitness_of(space >= 1 ? loose : -tight);
  if (space > 1.5)
    cost += COST_WIDE * (1 + space - 1.5);
  if (space > 2)
    cost += COST_WIDER * (1 + space - 2);
  return cost;
}

/* More expansion than is good, where the spaces would be worse. */
static double
rescue(Fit *fit, double words, double spaces, double width)
{
  double goal = fit->space > SPACE_RESCUE ? SPACE_RESCUE : SPACE_SQUEEZE;
  double missing =
      (width - words * (1 + fit->expansion) - spaces * goal) / words;
  double more = CLAMP(missing, -RESCUE_MAX, RESCUE_MAX);

  more = more < 0 ? floor(more / EXPANSION_STEP) * EXPANSION_STEP
                  : ceil(more / EXPANSION_STEP) * EXPANSION_STEP;
  more = CLAMP(more, -RESCUE_MAX, RESCUE_MAX);
  fit->expansion += more;
  fit->space = (width - words * (1 + fit->expansion)) / spaces;
  return COST_RESCUE * fabs(more) / RESCUE_MAX;
}

/* A line without any space: it is as wide as it is. */
static Fit
fit_solid(double words, double width, double expansion)
{
  double left = width - words * (1 + expansion);
  Fit fit = { .expansion = expansion, .space = 1, .fitness = 3 };

  if (left < -0.01) {
    fit.expansion = -EXPANSION_MAX;
    fit.excess = MAX(0, words * (1 - EXPANSION_MAX) - width);
  }
  fit.cost = left > 0.5 ? COST_WIDER * (1 + left / width * 4) : COST_LINE;
  return fit;
}

static Fit
fit_justified(double words, double spaces, double width)
{
  double excess = width - words - spaces;
  Fit fit = { .space = 1 };
  double cost;

  if (words > 0)
    fit.expansion =
        step_down(CLAMP(excess / words, -EXPANSION_MAX, EXPANSION_MAX));
  if (spaces <= 0)
    return fit_solid(words, width, fit.expansion);
  fit.space = (width - words * (1 + fit.expansion)) / spaces;
  cost = COST_LINE + COST_EXPANSION * square(fit.expansion / EXPANSION_MAX);
  if (fit.space > SPACE_RESCUE || fit.space < SPACE_SQUEEZE)
    cost += rescue(&fit, words, spaces, width);
  if (fit.space < SPACE_MIN - 1e-6) {
    fit.excess = (SPACE_MIN - fit.space) * spaces;
    fit.space = SPACE_MIN;
  }
  fit.cost = cost + space_cost(fit.space, &fit.fitness);
  return fit;
}

static Fit
fit_ragged(double words, double spaces, double width, bool last)
{
  double left = width - words - spaces;
  Fit fit = { .space = 1, .fitness = 1 };
  double share = 10 * left / width;

  if (left < -0.01)
    fit.excess = -left;
  else if (!last)
    fit.cost = 10 * share * share * share;
  return fit;
}

static Fit
fit_line(const Search *search, int from, int to)
{
  const Break *end = break_at(search, to);
  const Break *start = from >= 0 ? break_at(search, from) : NULL;
  double words =
      end->end_words - (start != NULL ? start->start_words : 0) + end->hyphen;
  double spaces = end->end_spaces - (start != NULL ? start->start_spaces : 0);
  double width =
      search->measure->measure - (from < 0 ? search->measure->indent : 0);
  bool last = end->kind == BREAK_END || end->kind == BREAK_FORCED;
  Fit fit;

  if (!search->measure->justify) {
    fit = fit_ragged(words, spaces, width, last);
  } else if (last && words + spaces <= width) {
    fit = (Fit){ .cost = COST_LINE, .space = 1, .fitness = 1 };
  } else {
    fit = fit_justified(words, spaces, width);
  }
  if (fit.excess > 0)
    fit.cost += COST_OUTSIDE + COST_OUTSIDE_PT * fit.excess;
  if (end->kind == BREAK_END && from >= 0 &&
      end->end_letters - start->end_letters < search->measure->last_letters)
    fit.cost += COST_SHORT_LAST;
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
  if (to + 1 < (int)search->paragraph->breaks->len &&
      break_at(search, to + 1)->kind == BREAK_END)
    price += COST_HYPHEN_END;
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

/* Tries the line from `from` to `to` for every state that `from` is in. */
static void
relax(Search *search, int from, int to, const Fit *fit)
{
  const Node *start = &search->nodes[from + 1];
  Node *end = &search->nodes[to + 1];
  bool hyphen = break_at(search, to)->kind == BREAK_HYPHEN;

  for (unsigned s = 0; s < STATES; s++) {
    unsigned fitness = s / HYPHENS_COUNT, hyphens = s % HYPHENS_COUNT;
    unsigned next = fit->fitness * HYPHENS_COUNT +
                    (hyphen ? MIN(hyphens + 1, HYPHENS_COUNT - 1) : 0);
    double cost;

    if (start->state[s].cost >= INFINITY)
      continue;
    cost = start->state[s].cost + fit->cost + break_cost(search, to, hyphens) +
           fitness_cost(fitness, fit->fitness);
    if (cost < end->state[next].cost) {
      end->state[next] = (State){ cost, from, (gint8)s };
      end->reached = true;
    }
  }
}

/* Looks back from `to` over all starts of a line that could end here.  Lines
 * grow as we go back; the first that is too long ends the search, and is only
 * taken when nothing else reaches `to`. */
static void
look_back(Search *search, int to)
{
  for (int from = to - 1; from >= search->first - 1; from--) {
    Fit fit;

    if (!search->nodes[from + 1].reached)
      continue;
    fit = fit_line(search, from, to);
    if (fit.excess > 0 && search->nodes[to + 1].reached)
      return;
    relax(search, from, to, &fit);
    if (fit.excess > 0)
      return;
  }
}

static void
prepare(Search *search)
{
  unsigned count = search->paragraph->breaks->len + 1;

  search->nodes = g_new0(Node, count);
  for (unsigned i = 0; i < count; i++)
    for (unsigned s = 0; s < STATES; s++)
      search->nodes[i].state[s].cost = INFINITY;
  /* The start is decent and unhyphenated. */
  search->nodes[0].state[HYPHENS_COUNT] = (State){ 0, -2, 0 };
  search->nodes[0].reached = true;
}

static unsigned
best_state(const Node *node)
{
  unsigned best = 0;

  for (unsigned s = 1; s < STATES; s++)
    if (node->state[s].cost < node->state[best].cost)
      best = s;
  return best;
}

/* Follows the best states back and appends their lines in order. */
static bool
collect(const Search *search, GArray *lines)
{
  int to = (int)search->paragraph->breaks->len - 1;
  unsigned state = best_state(&search->nodes[to + 1]);
  unsigned first = lines->len;
  bool inside = true;

  while (to >= 0) {
    const State *at = &search->nodes[to + 1].state[state];
    Fit fit = fit_line(search, at->from, to);
    LineChoice line = { at->from, to, fit.expansion, fit.space,
                        fit.excess > 0 };

    inside = inside && fit.excess <= 0;
    g_array_append_val(lines, line);
    to = at->from;
    state = (unsigned)at->from_state;
  }
  for (unsigned a = first, b = lines->len; a + 1 < b; a++) {
    LineChoice *x = &g_array_index(lines, LineChoice, a);
    LineChoice *y = &g_array_index(lines, LineChoice, --b);
    LineChoice swap = *x;
    *x = *y;
    *y = swap;
  }
  return inside;
}

bool
line_break(const Paragraph *paragraph, const LineMeasure *measure,
           GArray *lines)
{
  Search search = { .paragraph = paragraph, .measure = measure };
  int count = (int)paragraph->breaks->len;
  bool inside;

  prepare(&search);
  for (int to = 0; to < count; to++) {
    look_back(&search, to);
    if (break_at(&search, to)->kind == BREAK_FORCED)
      search.first = to + 1;
  }
  inside = collect(&search, lines);
  g_free(search.nodes);
  return inside;
}
