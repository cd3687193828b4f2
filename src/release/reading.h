/*
 * release/reading.h -- every text of a book gets its tree.
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"

/* Reads articles, fragments and the texts of the registry.  True if every
 * article has its tree; `diag` says why not. */
bool reading_read_book(Book *book, Diag *diag);
