/*
 * release/translation.h -- has the original of a translation gone on?
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"

/* A note if the release of the original that lies beside `target` (its folder
 * has the original's id) is of another edition than the one that the book
 * translates, and newer. */
void translation_check(const Book *book, const char *target, Diag *diag);
