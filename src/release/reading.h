/*
 * release/reading.h -- every text of a book gets its tree.
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"

/* Reads articles, fragments and the texts of the registry.  True if every
 * article has its tree; `diag` says why not. */
bool reading_read_book(Book *book, Diag *diag);

/* The same with the articles of these ids alone, and aside those into which
 * their links lead; the others keep no tree. */
bool reading_read_articles(Book *book, const char *const *ids, Diag *diag);
