/*
 * pass/syllables.h -- how many syllables an English word has.
 *
 * Rules of spelling, and a list of words that break them (syllables.inc).  A
 * guess: the words of plain health texts were checked, not the language.
 */
#pragma once

#include <glib.h>

/* Of `length` bytes at `word`.  At least 1; a number counts as 1, and so does
 * each part of a word with hyphens that is one. */
unsigned pass_syllables_count(const char *word, gsize length);
