/*
 * layout/itemize.h -- which font, script, language and direction each stretch
 * of a paragraph has.
 *
 * Pango says it.  Latin text of letters, digits and ordinary points is one item
 * in each style whose font has them all: Pango is asked once a style, and the
 * answer is kept by the Shaper.
 */
#pragma once

#include "layout/paragraph.h"

/* Fills paragraph->items from its text and spans. */
void itemize(Paragraph *paragraph, Shaper *shaper);
