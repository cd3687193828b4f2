/*
 * style/font_lock.h -- fonts.lock: which files a folder of fonts must hold.
 *
 * One line a file: file, package and version, licence, SHA-256 in hex,
 * separated by single tabs; lines that begin with # and empty lines say
 * nothing.  What does not agree is reported with file and line.
 */
#pragma once

#include "base/diag.h"
#include "base/path.h"

typedef struct FontLock FontLock;

/* `*lock` is NULL, with a note, where the folder has no fonts.lock.
 * (transfer full) */
bool font_lock_read(const PathRoot *root, FontLock **lock, Diag *diag,
                    GError **error);
void font_lock_free(FontLock *lock); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FontLock, font_lock_free)

/* True if `sum`, the file's SHA-256, is that which the line of `file` says. */
bool font_lock_check(const FontLock *lock, const char *file, const char *sum,
                     Diag *diag);

/* Reports each line whose file is not below `root`. */
void font_lock_report_missing(const FontLock *lock, const PathRoot *root,
                              Diag *diag);
