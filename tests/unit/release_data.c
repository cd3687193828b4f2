/* tests/unit/release_data.c -- which folder of styles or fonts is taken. */
/* SPDX-License-Identifier: MIT */

#include "release/data.h"

#include <glib.h>
#include <glib/gstdio.h>

/* A folder named "fonts" beside a book is only taken if it is one of fonts. */
static void
test_beside(void)
{
  g_autofree char *top = g_dir_make_tmp("data-XXXXXX", NULL);
  g_autofree char *book = g_build_filename(top, "book", NULL);
  g_autofree char *fonts = g_build_filename(top, "fonts", NULL);
  g_autofree char *lock = g_build_filename(fonts, "fonts.lock", NULL);
  g_autofree char *passed = NULL, *taken = NULL, *given = NULL;
  g_autofree char *beside = g_build_filename(book, "..", "fonts", NULL);

  g_assert_cmpint(g_mkdir(book, 0700), ==, 0);
  g_assert_cmpint(g_mkdir(fonts, 0700), ==, 0);
  passed = data_folder(NULL, book, "fonts", "fonts.lock");
  g_assert_cmpstr(passed, !=, beside);
  g_assert_true(g_file_set_contents(lock, "", 0, NULL));
  taken = data_folder(NULL, book, "fonts", "fonts.lock");
  g_assert_cmpstr(taken, ==, beside);
  given = data_folder("/elsewhere", book, "fonts", "fonts.lock");
  g_assert_cmpstr(given, ==, "/elsewhere");
  g_remove(lock);
  g_rmdir(fonts);
  g_rmdir(book);
  g_rmdir(top);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/release/data/beside", test_beside);
  return g_test_run();
}
