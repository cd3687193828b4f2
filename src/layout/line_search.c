/* layout/line_search.c -- all lines that could end at each break. */
/* SPDX-License-Identifier: MIT */

#include "layout/line_search.h"

#include "base/unit.h"
#include "layout/protrusion.h"

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
#define NEAR_SLACK      (PROTRUSION_MAX + 1) /* pt: see move_near() */

/* What a paragraph may cost at first: so much for each line at its natural
 * width.  Most cost less; the others are searched again without a bound. */
#define BOUND_PARAGRAPH 300
#define BOUND_LINE      80
#define EXPANSION_MOST  0.03 /* of a line's glyphs, in a rescue (line_fit.h) */
#define TRACKING_MOST   0.0075 /* em */
#define LOOSE_LEAST     2000   /* what a line with spaces that wide costs */

const Break *
line_search_break(const LineSearch *search, int index)
{
  return &g_array_index(search->paragraph->breaks, Break, index);
}

LineNode *
line_search_node(const LineSearch *search, int index)
{
  return (LineNode *)(void *)(search->nodes +
                              (gsize)(index + 1) * search->node_size);
}

/* --- one line --- */

static LineContent
content_of(const LineSearch *search, int from, int to)
{
  const Break *end = line_search_break(search, to);
  const Break *start = from >= 0 ? line_search_break(search, from) : NULL;
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

static bool
ends_in_any_case(const Break *end)
{
  return end->kind == BREAK_END || end->kind == BREAK_FORCED;
}

static LineFit
fit_content(const LineSearch *search, const LineContent *content, int from,
            int to)
{
  const Break *end = line_search_break(search, to);
  bool last = ends_in_any_case(end);
  LineFit fit;

  if (!search->measure->justify)
    fit = line_fit_ragged(content, last);
  else if (last)
    fit = line_fit_last(content);
  else
    fit = line_fit_justified(content);
  if (end->kind == BREAK_END && from >= 0 &&
      end->end_letters - line_search_break(search, from)->end_letters <
          search->measure->last_letters)
    fit.cost += search->measure->justify ? COST_SHORT_LAST : RAGGED_SHORT;
  return fit;
}

LineFit
line_search_fit(const LineSearch *search, int from, int to)
{
  LineContent content = content_of(search, from, to);

  return fit_content(search, &content, from, to);
}

/* What ending a line here costs, whatever the line. */
static double
break_cost(const LineSearch *search, int to, unsigned hyphens)
{
  const Break *end = line_search_break(search, to);
  double price = end->penalty;

  if (!break_shows_hyphen(end))
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
ends_with_hyphen(const LineSearch *search, int from)
{
  return from >= 0 && break_shows_hyphen(line_search_break(search, from));
}

/* --- the search --- */

/* The number of lines that text up to `to` would have at its natural width:
 * layouts far from it are not followed. */
static int
natural_lines(const LineSearch *search, int to)
{
  const Break *end = line_search_break(search, to);
  double lines = (end->end_words + end->end_spaces + search->measure->indent) /
                 search->measure->measure;

  /* The last line is a part of one. */
  return (int)(end->kind == BREAK_END ? ceil(lines - 0.2) : floor(lines + 0.2));
}

static void
clear_states(const LineSearch *search, LineNode *node)
{
  for (unsigned s = 0; s < search->rows * CLASSES; s++)
    node->state[s].cost = INFINITY;
}

/* Tries one more line behind state `s` of row `row`. */
static void
relax_state(LineSearch *search, const LineNode *start, unsigned index, int from,
            int to, const LineFit *fit)
{
  LineNode *end = line_search_node(search, to);
  unsigned row = index / CLASSES, s = index % CLASSES;
  unsigned fitness = s / HYPHENS_COUNT, hyphens = s % HYPHENS_COUNT;
  bool hyphen = break_shows_hyphen(line_search_break(search, to));
  bool last = line_search_break(search, to)->kind == BREAK_END;
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
  if (cost > search->bound)
    return;
  if (end->reached == 0)
    clear_states(search, end);
  if (cost >= end->state[next].cost)
    return;
  if (end->state[next].cost >= INFINITY)
    end->which[end->reached++] = (guint8)next;
  end->state[next] = (LineState){ cost, from, (gint16)index };
}

static void
relax(LineSearch *search, int from, int to, const LineFit *fit)
{
  const LineNode *start = line_search_node(search, from);

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

/* A line whose spaces would pass LINE_SEARCH_SPACE in any case costs more than
 * a bounded search follows. */
static bool
is_loose(const LineContent *content)
{
  return content->words * (1 + EXPANSION_MOST) +
             content->gaps * content->size * TRACKING_MOST +
             content->spaces * LINE_SEARCH_SPACE <
         content->width - UNIT_EPSILON;
}

/* A line that need not be looked at, if it is not a last one.  All that fills
 * less is passed over too. */
static bool
fills_little(const LineSearch *search, const LineContent *content)
{
  return isfinite(search->bound) && search->measure->justify
             ? is_loose(content)
             : is_sparse(content);
}

/* As what hangs out of a line differs, a line from further on might fill a
 * little more; behind a start that fails by NEAR_SLACK none does. */
static void
move_near(LineSearch *search, int to)
{
  while (search->near + 1 < search->start_count) {
    LineContent content =
        content_of(search, search->starts[search->near + 1], to);
    content.width -= NEAR_SLACK;
    if (fills_little(search, &content))
      return;
    search->near++;
  }
}

/* Looks back from `to` over all starts of a line that could end here.  Lines
 * grow as we go back; the first that is too long ends the search, and is only
 * taken when nothing else reaches `to`. */
static void
look_back(LineSearch *search, int to, bool all)
{
  const LineNode *node = line_search_node(search, to);
  unsigned at = search->start_count;

  if (!all) {
    move_near(search, to);
    at = search->near + 1;
  }
  while (at-- > 0 && search->starts[at] >= search->first - 1) {
    int from = search->starts[at];
    LineContent content = content_of(search, from, to);
    LineFit fit;

    if (!all && from >= 0 && fills_little(search, &content))
      continue;
    fit = fit_content(search, &content, from, to);
    if (fit.excess > 0 && node->reached > 0)
      return;
    relax(search, from, to, &fit);
    if (fit.excess > 0)
      return;
  }
}

/* True if a layout that keeps within the measure ends at `to`. */
static bool
has_good_line(const LineSearch *search, int to)
{
  const LineNode *node = line_search_node(search, to);

  for (unsigned i = 0; i < node->reached; i++)
    if (node->state[node->which[i]].cost < LINE_FIT_OUTSIDE)
      return true;
  return false;
}

static void
prepare(LineSearch *search)
{
  int count = (int)search->paragraph->breaks->len;

  search->node_size =
      sizeof(LineNode) + search->rows * CLASSES * sizeof(LineState);
  search->nodes = g_malloc((gsize)(count + 1) * search->node_size);
  for (int i = -1; i < count; i++) {
    LineNode *node = line_search_node(search, i);

    node->base = i < 0 ? 0 : MAX(0, natural_lines(search, i) - 1);
    node->reached = 0;
  }
  clear_states(search, line_search_node(search, count - 1));
  clear_states(search, line_search_node(search, -1));
  line_search_node(search, -1)->state[DECENT] = (LineState){ 0, -2, 0 };
  line_search_node(search, -1)->reached = 1;
  line_search_node(search, -1)->which[0] = DECENT;
  search->starts = g_new(int, count + 1);
  search->starts[0] = -1;
  search->start_count = 1;
  search->near = 0;
}

/* True if nothing that is reached can be the start of a line to `to` or behind
 * it. */
static bool
is_lost(const LineSearch *search, int to)
{
  int latest = search->starts[search->start_count - 1];
  LineContent content = content_of(search, latest, to);

  return content.words * (1 - EXPANSION_MOST) -
             content.gaps * content.size * TRACKING_MOST >
         content.width + UNIT_EPSILON;
}

/* False: the bound leaves nothing. */
static bool
run_to(LineSearch *search, int to)
{
  const Break *end = line_search_break(search, to);

  look_back(search, to, ends_in_any_case(end));
  if (isinf(search->bound) && !has_good_line(search, to))
    look_back(search, to, true);
  if (line_search_node(search, to)->reached > 0)
    search->starts[search->start_count++] = to;
  else if (isfinite(search->bound) && is_lost(search, to))
    return false;
  if (end->kind == BREAK_FORCED)
    search->first = to + 1;
  return true;
}

/* False: the bound leaves nothing. */
static bool
run(LineSearch *search)
{
  int count = (int)search->paragraph->breaks->len, to = 0;

  prepare(search);
  while (to < count && run_to(search, to))
    to++;
  g_free(search->starts);
  search->starts = NULL;
  return to == count;
}

/* --- what it found --- */

unsigned
line_search_best_of_row(const LineNode *node, unsigned row)
{
  unsigned best = row * CLASSES;

  for (unsigned s = 1; s < CLASSES; s++)
    if (node->state[row * CLASSES + s].cost < node->state[best].cost)
      best = row * CLASSES + s;
  return best;
}

unsigned
line_search_best(const LineSearch *search, const LineNode *node)
{
  unsigned best = 0;

  for (unsigned row = 0; row < search->rows; row++) {
    unsigned state = line_search_best_of_row(node, row);
    if (node->state[state].cost < node->state[best].cost)
      best = state;
  }
  return best;
}

void
line_search(LineSearch *search, double extra)
{
  int last = (int)search->paragraph->breaks->len - 1;

  search->bound = BOUND_PARAGRAPH + BOUND_LINE * natural_lines(search, last);
  search->bound = MIN(search->bound, LOOSE_LEAST) + extra;
  if (run(search)) {
    const LineNode *end = line_search_node(search, last);
    if (end->state[line_search_best(search, end)].cost + extra <= search->bound)
      return;
  }
  g_free(search->nodes);
  search->bound = INFINITY;
  search->first = 0;
  run(search);
}
