/* tests/unit/layout_line_break.c -- the breaker finds the best layout, keeps
 * within the measure, and stays linear. */
/* SPDX-License-Identifier: MIT */

#include "layout/line_break.h"

#include <math.h>

/* A paragraph of words of the given widths, spaces of 3 pt between them. */
static Paragraph *
paragraph_of(const double *words, unsigned count)
{
  static const Style style = { .line_height = 12 };
  Paragraph *paragraph = paragraph_new(&style, "en", false);
  double sum = 0;

  for (unsigned i = 0; i < count; i++) {
    Break made = { .kind = i + 1 < count ? BREAK_SPACE : BREAK_END,
                   .end = i * 2 + 1,
                   .start = i * 2 + 2,
                   .end_letters = (i + 1) * 6 };
    sum += words[i];
    made.end_words = made.start_words = sum;
    made.end_spaces = 3.0 * i;
    made.start_spaces = 3.0 * (i + 1);
    g_array_append_val(paragraph->breaks, made);
  }
  return paragraph;
}

static double
width_of(const Paragraph *paragraph, const LineChoice *line)
{
  const Break *end = &g_array_index(paragraph->breaks, Break, line->to);
  const Break *start =
      line->from >= 0 ? &g_array_index(paragraph->breaks, Break, line->from)
                      : NULL;

  return (end->end_words - (start ? start->start_words : 0)) *
             (1 + line->expansion) +
         (end->end_spaces - (start ? start->start_spaces : 0)) * line->space;
}

/* Two words that nothing can join or divide do not tear the line apart. */
static void
test_left_short(void)
{
  static const double words[] = { 20, 31, 110, 30 };
  g_autoptr(Paragraph) paragraph = paragraph_of(words, G_N_ELEMENTS(words));
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure measure = { .measure = 120, .justify = true };

  line_break(paragraph, &measure, lines);
  for (unsigned i = 0; i < lines->len; i++)
    g_assert_cmpfloat(g_array_index(lines, LineChoice, i).space, <=, 2.5);
}

static void
test_fills_the_measure(void)
{
  static const double words[] = { 20, 31, 17, 24, 40, 12, 33, 25, 18, 29,
                                  22, 36, 15, 27, 30, 21, 19, 34, 26, 23 };
  g_autoptr(Paragraph) paragraph = paragraph_of(words, G_N_ELEMENTS(words));
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure measure = { .measure = 120, .justify = true };

  g_assert_true(line_break(paragraph, &measure, lines));
  g_assert_cmpuint(lines->len, >, 3);
  for (unsigned i = 0; i < lines->len; i++) {
    const LineChoice *line = &g_array_index(lines, LineChoice, i);
    double width = width_of(paragraph, line);

    g_assert_cmpint(line->from, ==,
                    i == 0 ? -1 : g_array_index(lines, LineChoice, i - 1).to);
    if (i + 1 < lines->len && line->space < 2.5)
      g_assert_cmpfloat_with_epsilon(width, 120, 0.001);
    else
      g_assert_cmpfloat(width, <=, 120.001);
    g_assert_cmpfloat(fabs(line->expansion), <=, 0.0301);
  }
}

/* --- ragged text against brute force --- */

static double
ragged_cost(double left, double measure, bool last)
{
  double share = 10 * left / measure;

  return last ? 0 : 10 * share * share * share;
}

static double
cheapest(const double *words, unsigned from, unsigned count, double measure)
{
  double best = INFINITY, width = -3;

  for (unsigned end = from; end < count; end++) {
    width += words[end] + 3;
    if (width > measure)
      break;
    best = MIN(
        best,
        ragged_cost(measure - width, measure, end + 1 == count) +
            (end + 1 < count ? cheapest(words, end + 1, count, measure) : 0));
  }
  return best;
}

static double
cost_of(const Paragraph *paragraph, const GArray *lines, double measure)
{
  double cost = 0;

  for (unsigned i = 0; i < lines->len; i++)
    cost += ragged_cost(
        measure - width_of(paragraph, &g_array_index(lines, LineChoice, i)),
        measure, i + 1 == lines->len);
  return cost;
}

static void
test_ragged_is_the_best(void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(7);

  for (int round = 0; round < 60; round++) {
    double words[14];
    g_autoptr(Paragraph) paragraph = NULL;
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
    LineMeasure measure = { .measure = 90 };

    for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
      words[i] = g_rand_int_range(random, 8, 45);
    paragraph = paragraph_of(words, G_N_ELEMENTS(words));
    g_assert_true(line_break(paragraph, &measure, lines));
    g_assert_cmpfloat_with_epsilon(cost_of(paragraph, lines, 90),
                                   cheapest(words, 0, G_N_ELEMENTS(words), 90),
                                   1e-6);
  }
}

static void
test_too_long_a_word(void)
{
  static const double words[] = { 20, 300, 20 };
  g_autoptr(Paragraph) paragraph = paragraph_of(words, 3);
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure measure = { .measure = 100, .justify = true };

  g_assert_false(line_break(paragraph, &measure, lines));
  g_assert_cmpuint(lines->len, ==, 3);
  g_assert_true(g_array_index(lines, LineChoice, 1).outside);
}

static void
test_forced(void)
{
  static const double words[] = { 20, 20, 20, 20 };
  g_autoptr(Paragraph) paragraph = paragraph_of(words, 4);
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure measure = { .measure = 1000, .justify = true };

  g_array_index(paragraph->breaks, Break, 1).kind = BREAK_FORCED;
  g_assert_true(line_break(paragraph, &measure, lines));
  g_assert_cmpuint(lines->len, ==, 2);
  g_assert_cmpint(g_array_index(lines, LineChoice, 0).to, ==, 1);
  /* A line that the author ended is not stretched. */
  g_assert_cmpfloat_with_epsilon(g_array_index(lines, LineChoice, 0).space, 1,
                                 1e-9);
}

/* Hyphens cost: no three lines in a row end with one while there is another
 * way. */
static void
test_no_ladder(void)
{
  double words[120];
  g_autoptr(Paragraph) paragraph = NULL;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure measure = { .measure = 100, .justify = true };
  unsigned run = 0;

  for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
    words[i] = 11 + i % 5;
  paragraph = paragraph_of(words, G_N_ELEMENTS(words));
  for (unsigned i = 0; i + 1 < paragraph->breaks->len; i += 2) {
    Break *made = &g_array_index(paragraph->breaks, Break, i);
    made->kind = BREAK_HYPHEN;
    made->penalty = 120;
  }
  g_assert_true(line_break(paragraph, &measure, lines));
  for (unsigned i = 0; i < lines->len; i++) {
    const LineChoice *line = &g_array_index(lines, LineChoice, i);
    BreakKind kind = g_array_index(paragraph->breaks, Break, line->to).kind;
    run = kind == BREAK_HYPHEN ? run + 1 : 0;
    g_assert_cmpuint(run, <, 3);
  }
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/line-break/left-short", test_left_short);
  g_test_add_func("/line-break/fills-the-measure", test_fills_the_measure);
  g_test_add_func("/line-break/ragged-is-the-best", test_ragged_is_the_best);
  g_test_add_func("/line-break/too-long-a-word", test_too_long_a_word);
  g_test_add_func("/line-break/forced", test_forced);
  g_test_add_func("/line-break/no-ladder", test_no_ladder);
  return g_test_run();
}
