/* layout/line_fit.c -- how one line fills its measure. */
/* SPDX-License-Identifier: MIT */

#include "layout/line_fit.h"

#include <glib.h>
#include <math.h>

#define EXPANSION_MAX   0.02 /* of the glyphs' width */
#define EXPANSION_STEP  0.005
#define RESCUE_MAX      0.01   /* more of it, where spaces would be ugly */
#define RESCUE_TRACKING 0.0075 /* em */
#define SPACE_RESCUE    1.40 /* beyond, the rescue begins; of a space's width */
#define SPACE_SQUEEZE   0.75
#define SPACE_MIN       0.70
#define SPACE_MAX       2.50 /* a line that needs more is left short */
#define SPACE_LOOSE     0.35 /* stretch that costs 100 */
#define SPACE_TIGHT     0.25 /* shrink that costs 100 */
#define COST_LINE       20
#define COST_EXPANSION  5
#define COST_RESCUE     100
#define COST_WIDE       2000  /* beyond 1.5 */
#define COST_WIDER      10000 /* beyond 2 */
#define COST_OUTSIDE_PT 1e6
#define COST_UNDER_PT   3e5 /* a line without spaces that is too short */

static unsigned
fitness_of(double looseness)
{
  if (looseness < -0.6)
    return 0;
  if (looseness < 0.6)
    return 1;
  return looseness < 1.2 ? 2 : 3;
}

static double
square(double x)
{
  return x * x;
}

/* The nearest step that does not take more than there is. */
static double
step_to_zero(double expansion)
{
  return trunc(expansion / EXPANSION_STEP + (expansion < 0 ? -1e-9 : 1e-9)) *
         EXPANSION_STEP;
}

static double
step_from_zero(double expansion)
{
  double steps = expansion / EXPANSION_STEP;

  return (steps < 0 ? floor(steps + 1e-9) : ceil(steps - 1e-9)) *
         EXPANSION_STEP;
}

static double
space_of(const LineFit *fit, const LineContent *content)
{
  return (content->width - content->words * (1 + fit->expansion) -
          fit->tracking * content->gaps) /
         content->spaces;
}

/* More than is good, where the spaces would be worse: tracking, which nobody
 * sees, then expansion. */
static double
rescue(LineFit *fit, const LineContent *content)
{
  double goal = fit->space > SPACE_RESCUE ? SPACE_RESCUE : SPACE_SQUEEZE;
  double missing = (fit->space - goal) * content->spaces;
  double tracking = RESCUE_TRACKING * content->size * content->gaps;
  double most = RESCUE_MAX * content->words + tracking;
  double share = most > 0 ? CLAMP(missing / most, -1, 1) : 0;
  double tracked = CLAMP(missing, -tracking, tracking);

  if (content->gaps > 0)
    fit->tracking = tracked / content->gaps;
  if (content->words > 0)
    fit->expansion +=
        CLAMP(step_from_zero((missing - tracked) / content->words), -RESCUE_MAX,
              RESCUE_MAX);
  fit->space = space_of(fit, content);
  fit->rescued = true;
  return COST_RESCUE * fabs(share);
}

/* What word spaces of `space` cost. */
static double
space_cost(double space)
{
  double d = space >= 1 ? (space - 1) / SPACE_LOOSE : (1 - space) / SPACE_TIGHT;
  double cost = 100 * d * d * d;

  if (space > 1.5)
    cost += COST_WIDE * (1 + space - 1.5);
  if (space > 2)
    cost += COST_WIDER * (1 + space - 2);
  return cost;
}

/* A line without any space: only its glyphs can give. */
static LineFit
fit_solid(const LineContent *content)
{
  LineFit fit = { .space = 1, .fitness = 1, .cost = COST_LINE };
  double excess = content->width - content->words, left;

  if (content->words > 0)
    fit.expansion = step_to_zero(
        CLAMP(excess / content->words, -EXPANSION_MAX, EXPANSION_MAX));
  left = content->width - content->words * (1 + fit.expansion);
  if (left < -0.01 && fit.expansion > -EXPANSION_MAX + 1e-9) {
    fit.expansion -= EXPANSION_STEP;
    left = content->width - content->words * (1 + fit.expansion);
  }
  if (left < -0.01) {
    fit.excess = -left;
    fit.cost += LINE_FIT_OUTSIDE + COST_OUTSIDE_PT * fit.excess;
  } else if (left > 0.5) {
    fit.fitness = 3;
    fit.cost += LINE_FIT_OUTSIDE / 2 + COST_UNDER_PT * left;
  }
  return fit;
}

LineFit
line_fit_justified(const LineContent *content)
{
  double excess = content->width - content->words - content->spaces;
  LineFit fit = { .space = 1 };
  double reach;

  if (content->spaces <= 0)
    return fit_solid(content);
  if (content->words > 0)
    fit.expansion = step_to_zero(
        CLAMP(excess / content->words, -EXPANSION_MAX, EXPANSION_MAX));
  fit.space = space_of(&fit, content);
  fit.cost = COST_LINE + COST_EXPANSION * square(fit.expansion / EXPANSION_MAX);
  if (fit.space > SPACE_RESCUE || fit.space < SPACE_SQUEEZE)
    fit.cost += rescue(&fit, content);
  if (fit.space < SPACE_MIN - 1e-6) {
    fit.excess = (SPACE_MIN - fit.space) * content->spaces;
    fit.space = SPACE_MIN;
    fit.cost += LINE_FIT_OUTSIDE + COST_OUTSIDE_PT * fit.excess;
  }
  fit.cost += space_cost(fit.space);
  fit.space = MIN(fit.space, SPACE_MAX);
  reach = EXPANSION_MAX * content->words +
          content->spaces * (excess > 0 ? SPACE_LOOSE : SPACE_TIGHT);
  fit.fitness = fitness_of(excess / reach);
  return fit;
}

LineFit
line_fit_ragged(const LineContent *content, bool last)
{
  double left = content->width - content->words - content->spaces;
  double share = 10 * left / content->width;
  LineFit fit = { .space = 1, .fitness = 1 };

  if (left < -0.01) {
    fit.excess = -left;
    fit.cost = LINE_FIT_OUTSIDE + COST_OUTSIDE_PT * fit.excess;
  } else if (!last) {
    fit.cost = 10 * share * share * share;
  }
  return fit;
}

LineFit
line_fit_last(const LineContent *content)
{
  if (content->words + content->spaces <= content->width)
    return (LineFit){ .space = 1, .fitness = 1 };
  return line_fit_justified(content);
}
