/* release/data.c -- where the style sheets and the fonts are. */
/* SPDX-License-Identifier: MIT */

#include "release/data.h"

#include "base/process.h"

#include <glib.h>
#include <stdbool.h>

/* The first of the two is taken where the program lies in PREFIX/bin, wherever
 * the whole was moved to. */
static char *
installed_folder(const char *name)
{
  g_autofree char *program = process_folder();
  g_autofree char *moved =
      program ? g_build_filename(program, "..", "share", "handbill", name, NULL)
              : NULL;
  if (moved && g_file_test(moved, G_FILE_TEST_IS_DIR))
    return g_steal_pointer(&moved);
  char *source = g_build_filename(HANDBILL_SOURCE_DIR, name, NULL);
  if (g_file_test(source, G_FILE_TEST_IS_DIR))
    return source;
  g_free(source);
  return g_build_filename(HANDBILL_DATADIR, name, NULL);
}

char *
data_folder(const char *given, const char *book, const char *name)
{
  if (given)
    return g_strdup(given);
  g_autofree char *beside = g_build_filename(book, "..", name, NULL);
  if (g_file_test(beside, G_FILE_TEST_IS_DIR))
    return g_steal_pointer(&beside);
  return installed_folder(name);
}
