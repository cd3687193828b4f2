/*
 * release/narrow.h -- a book with only some of its articles.
 */
#pragma once

#include "doc/book.h"

/* ERROR_USAGE for an id that is none, with those that are. */
bool narrow_check(const Book *book, const char *const *ids, GError **error);

/* Takes away every article that `ids` does not name, and parts that hold none
 * any more.  What is left has no trees. */
void narrow_book(Book *book, const char *const *ids);
