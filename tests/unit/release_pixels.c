/* tests/unit/release_pixels.c -- the finisher changes no pixel but those of the
 * cuts, in whole books. */
/* SPDX-License-Identifier: MIT */

#include "pdf_pixels.h"
#include "release/make.h"

#define CORPORA SOURCE_DIR "/../shared/corpora"

static const Console quiet = { .quiet = true };

static void
check_layout(const Options *options, int pages)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(Input) input = input_load(options, &quiet, diag, &error);

  g_assert_no_error(error);
  input_load_styles(input, options, &quiet, diag, &error);
  g_assert_no_error(error);
  g_autoptr(LayoutDocument) document =
      make_layout(input, options, &quiet, diag, &error);
  g_assert_no_error(error);
  pixels_check(document, &g_array_index(document->papers, LayoutPaper, 0),
               pages);
}

/* The first pages of an article, or of all (NULL). */
static void
check_book(const char *folder, const char *article, int pages)
{
  const char *const arguments[] = { folder,
                                    "--only=pdf",
                                    "--paper=a4",
                                    "--as-of=2026-11-22",
                                    article != NULL ? "--article" : NULL,
                                    article,
                                    NULL };
  g_autoptr(GError) error = NULL;

  if (!pixels_can_draw())
    return;
  if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
    g_test_skip("no such book beside the checkout");
    return;
  }
  g_autoptr(Options) options = options_read(COMMAND_BUILD, arguments, &error);
  g_assert_no_error(error);
  check_layout(options, pages);
}

static void
test_content(void)
{
  check_book(SOURCE_DIR "/content", NULL, 12);
}

/* Tables and photographs; listings and drawings. */
static void
test_corpora(void)
{
  check_book(CORPORA "/betahealth/articles", "conditions-impetigo", 6);
  check_book(CORPORA "/rust-book/articles", "ch04-01-what-is-ownership", 6);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/content", test_content);
  g_test_add_func("/corpora", test_corpora);
  return g_test_run();
}
