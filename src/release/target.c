/* release/target.c -- the folder that a release goes to. */
/* SPDX-License-Identifier: MIT */

#include "release/target.h"

#include "base/bytes.h"
#include "base/error.h"
#include "base/path.h"
#include "release/manifest.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  MANIFEST_MAX = 64 << 20, /* bytes */
  DEPTH_MAX = 16           /* folders below a release */
};

char *
target_folder(const Options *options, const Book *book)
{
  if (options->output)
    return g_strdup(options->output);
  g_autofree char *name =
      g_strconcat(book->id, options->narrowed ? ".part" : "", NULL);
  return g_build_filename("dist", name, NULL);
}

static bool
refuse(const char *target, const char *cause, GError **error)
{
  g_autofree char *shown = bytes_printable(target, 200);
  g_set_error(error, HANDBILL_ERROR, ERROR_CANNOT_WRITE, "%s: %s", shown,
              cause);
  return false;
}

/* --- inside the book? --- */

/* The path without links, of which the end may not exist yet.
 * (transfer full) */
static char *
real_path(const char *path)
{
  char *real = realpath(path, NULL);
  if (real)
    return real;
  g_autofree char *whole = g_canonicalize_filename(path, NULL);
  g_autofree char *parent = g_path_get_dirname(whole);
  g_autofree char *name = g_path_get_basename(whole);
  if (strcmp(parent, whole) == 0)
    return g_steal_pointer(&whole);
  g_autofree char *folder = real_path(parent);
  return g_build_filename(folder, name, NULL);
}

/* What follows `folder` in `path`, or NULL if it does not lie there. */
static const char *
path_below(const char *path, const char *folder)
{
  gsize length = strlen(folder);
  if (strncmp(path, folder, length) != 0)
    return NULL;
  if (path[length] != '\0' && path[length] != '/')
    return NULL;
  return path[length] ? path + length + 1 : "";
}

static bool
check_outside(const char *target, const char *book_folder, GError **error)
{
  g_autofree char *to = real_path(target);
  g_autofree char *book = real_path(book_folder);
  const char *inner = path_below(to, book);
  if (inner && !g_str_has_prefix(inner, "dist/"))
    return refuse(target,
                  "this lies in the book's own folder, where only dist/ may "
                  "be written to; choose another folder with -o",
                  error);
  if (path_below(book, to))
    return refuse(target,
                  "the book lies in this folder, which would be replaced; "
                  "choose another folder with -o",
                  error);
  return true;
}

/* --- an earlier release? --- */

/* The first file below `folder` that `manifest` (which may be NULL) does not
 * list, hidden ones too; `prefix` is its name so far.  NULL: there is none.
 * (transfer full) */
static char *
find_stranger(const char *folder, const char *prefix, const Manifest *manifest,
              unsigned depth)
{
  g_autoptr(GDir) directory = g_dir_open(folder, 0, NULL);
  const char *entry = directory ? g_dir_read_name(directory) : NULL;
  char *found = directory ? NULL : g_strdup(prefix);
  for (; entry && !found; entry = g_dir_read_name(directory)) {
    g_autofree char *path = g_build_filename(folder, entry, NULL);
    g_autofree char *name = g_strconcat(prefix, entry, NULL);
    bool ours = manifest && (strcmp(name, MANIFEST_NAME) == 0 ||
                             strcmp(name, MANIFEST_SUMS) == 0 ||
                             manifest_find(manifest, name));
    if (ours)
      continue;
    bool nested = depth > 0 && g_file_test(path, G_FILE_TEST_IS_DIR) &&
                  !g_file_test(path, G_FILE_TEST_IS_SYMLINK);
    g_autofree char *below = g_strconcat(name, "/", NULL);
    found = nested ? find_stranger(path, below, manifest, depth - 1)
                   : g_strdup(name);
  }
  return found;
}

static Manifest *
old_manifest(const char *target)
{
  g_autoptr(PathRoot) root = path_root_open(target, NULL);
  g_autoptr(GBytes) bytes =
      root ? path_root_read(root, MANIFEST_NAME, MANIFEST_MAX, NULL) : NULL;
  return bytes ? manifest_read(bytes, NULL) : NULL;
}

bool
target_check(const char *target, const char *book_folder, GError **error)
{
  if (!check_outside(target, book_folder, error))
    return false;
  GStatBuf status;
  if (g_stat(target, &status) != 0)
    return errno == ENOENT || refuse(target, g_strerror(errno), error);
  if (!S_ISDIR(status.st_mode))
    return true; /* base/write refuses it */
  g_autoptr(Manifest) manifest = old_manifest(target);
  g_autofree char *stranger = find_stranger(target, "", manifest, DEPTH_MAX);
  if (!stranger)
    return true;
  g_autofree char *cause = g_strdup_printf(
      "this folder holds \"%s\", which no build has made, and would be "
      "replaced; move that away or choose another folder with -o",
      stranger);
  g_autofree char *shown = bytes_printable(cause, 400);
  return refuse(target, shown, error);
}
