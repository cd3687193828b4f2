/*
 * release/target.h -- the folder that a release goes to.
 *
 * Publishing replaces the whole folder, so only an empty folder or an earlier
 * release may stand there: one with a manifest and no file that it does not
 * list.  Nothing is written into the book but to its dist/, which is never
 * read.
 */
#pragma once

#include "doc/book.h"
#include "release/options.h"

/* -o, or dist/<book-id>, or dist/<book-id>.part when the build is narrowed.
 * (transfer full) */
char *target_folder(const Options *options, const Book *book);

/* ERROR_CANNOT_WRITE if `target` must not be replaced. */
bool target_check(const char *target, const char *book_folder, GError **error);
