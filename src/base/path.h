/*
 * base/path.h -- reading below a root, never above it.
 *
 * A PathRoot is an open folder.  Every file is opened beneath it with
 * openat2(RESOLVE_BENEATH, no symbolic links), must be a regular file and no
 * larger than the caller's limit, and is read once, whole.
 *
 * Errors     HANDBILL_ERROR: ERROR_IO with the path and the cause, ERROR_LIMIT
 *            when a file is too large or a folder too full.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct PathRoot PathRoot;

/* Opens the folder `path`.  (transfer full) */
PathRoot *path_root_open(const char *path, GError **error);
void path_root_free(PathRoot *root); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PathRoot, path_root_free)

const char *path_root_name(const PathRoot *root); /* as given, for messages */

/* Joins `relative` to the folder of `base` ("a/b.md" and "../c.png" give
 * "c.png"), both relative to the root; NULL if it leads above the root, is
 * absolute, or is empty.  (transfer full) */
char *path_resolve(const char *base, const char *relative);

/* True if this is a file.  One that is there but cannot be opened (a link, no
 * permission, a failing disk) counts: path_root_read() then says why. */
bool path_root_has(const PathRoot *root, const char *relative);

/* The whole file, at most `limit` bytes.  (transfer full) */
GBytes *path_root_read(const PathRoot *root, const char *relative, gsize limit,
                       GError **error);

/* Its SHA-256 in hex, without keeping it in memory.  (transfer full) */
char *path_root_sum(const PathRoot *root, const char *relative, gsize limit,
                    GError **error);

/* Relative names of all regular files below `folder` ("" for the root), sorted
 * by bytes, `depth` folders deep (0: only this folder); names that start with
 * a dot are passed over.  (transfer full) (element-type utf8) */
GPtrArray *path_root_list(const PathRoot *root, const char *folder,
                          unsigned depth, GError **error);

/* What path_root_list() passes over in `folder` itself and is no folder: links,
 * pipes, devices.  (transfer full) (element-type utf8) */
GPtrArray *path_root_list_odd(const PathRoot *root, const char *folder,
                              GError **error);
