/*
 * layout/breakpoint.h -- where lines of a paragraph may end, and what each
 * place costs.
 *
 * Places come from UAX #14 (through Pango), from the hyphenation of the
 * language, and, in words that look like code, from rules of ours: after
 * `::` `_` `.` `/` `,` `-`, after brackets, at a camelCase border, and at worst
 * anywhere.  What each costs stands at the head of
 * breakpoint.c.
 */
#pragma once

#include "layout/paragraph.h"

/* Fills paragraph->breaks from its pieces.  `hyphenation` may be NULL. */
void breakpoint_find(Paragraph *paragraph, Shaper *shaper,
                     Hyphenation *hyphenation);
