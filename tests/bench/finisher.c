/* tests/bench/finisher.c -- CPU seconds of painting a book's pages and of
 * finishing what was painted: finisher PLACE, and what `build` takes besides.
 * Prints both, "0.412 0.055": of each the smallest of some rounds. */
/* SPDX-License-Identifier: MIT */

#include "pdf/finisher.h"
#include "pdf/painter.h"
#include "release/make.h"

#include <stdlib.h>
#include <time.h>

enum {
  ROUNDS = 5
};

static const Console quiet = { .quiet = true };

static double
seconds_since(clock_t start)
{
  return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Once: `paint` and `finish` become the smaller of what they are and what it
 * took. */
static void
run_round(const LayoutDocument *document, double *paint, double *finish)
{
  const LayoutPaper *paper = &g_array_index(document->papers, LayoutPaper, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(PdfPlan) plan = pdf_plan_new(document, &error);

  g_assert_no_error(error);
  clock_t start = clock();
  g_autoptr(GBytes) painted = pdf_painter_paint(document, paper, plan, &error);
  g_assert_no_error(error);
  *paint = MIN(*paint, seconds_since(start));
  start = clock();
  g_autoptr(GBytes) finished =
      pdf_finisher_finish(document, paper, plan, painted, &error);
  g_assert_no_error(error);
  *finish = MIN(*finish, seconds_since(start));
}

static void
run(const Options *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(Input) input = input_load(options, &quiet, diag, &error);
  double paint = G_MAXDOUBLE, finish = G_MAXDOUBLE;

  g_assert_no_error(error);
  input_load_styles(input, options, &quiet, diag, &error);
  g_assert_no_error(error);
  g_autoptr(LayoutDocument) document =
      make_layout(input, options, &quiet, diag, &error);
  g_assert_no_error(error);
  for (unsigned i = 0; i < ROUNDS; i++)
    run_round(document, &paint, &finish);
  g_print("%.3f %.3f\n", paint, finish);
}

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;

  (void)argc;
  Options *options =
      options_read(COMMAND_BUILD, (const char *const *)argv + 1, &error);
  g_assert_no_error(error);
  run(options);
  options_free(options);
  return EXIT_SUCCESS;
}
