/*
 * layout/opportunity.h -- where the text itself lets a line end: the break
 * opportunities of UAX #14, through Pango.
 *
 * Between two spaces what stands before the first has no say (of the rules with
 * a memory only LB21a and LB25 look farther back than one character, and none
 * of them past a space), so each word is asked for alone, and a word of
 * letters, digits and ordinary points not at all: it has no opportunity inside.
 */
#pragma once

#include <pango/pango.h>

/* For each byte of `text` 1 if a line may end before it.  Breaks at spaces are
 * not told.  (transfer full) */
guint8 *opportunity_find(const char *text, gsize length,
                         PangoLanguage *language);
