/* release/data.c -- where the style sheets and the fonts are. */
/* SPDX-License-Identifier: MIT */

#include "release/data.h"

#include "base/process.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdbool.h>

/* A folder that cannot be looked at is not missing: opening it says why. */
static bool
is_missing(const char *path)
{
  GStatBuf status;
  return g_stat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* The first is there where the program lies in PREFIX/bin, wherever the whole
 * was moved to; the second where it was built here; the third where it was
 * installed in a layout of its own. */
static char *
installed_folder(const char *name)
{
  g_autofree char *program = process_folder();
  g_autofree char *moved =
      program ? g_build_filename(program, "..", "share", "handbill", name, NULL)
              : NULL;
  if (moved && !is_missing(moved))
    return g_steal_pointer(&moved);
  char *source = g_build_filename(HANDBILL_SOURCE_DIR, name, NULL);
  if (!is_missing(source))
    return source;
  g_free(source);
  return g_build_filename(HANDBILL_DATADIR, name, NULL);
}

char *
data_folder(const char *given, const char *book, const char *name,
            const char *sign)
{
  if (given)
    return g_strdup(given);
  g_autofree char *beside = g_build_filename(book, "..", name, NULL);
  g_autofree char *signed_by = g_build_filename(beside, sign, NULL);
  if (!is_missing(signed_by))
    return g_steal_pointer(&beside);
  return installed_folder(name);
}
