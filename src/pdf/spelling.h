/*
 * pdf/spelling.h -- ligatures and joined forms, named to cairo and spelled out
 * as letters again.
 *
 * cairo looks up the code point of each glyph in the font.  Where that differs
 * from the text we give, it wraps every use in an ActualText span: one more
 * piece of marked content for each "fi" (cairo 1.16 and 1.18).  Many fonts
 * encode their ligatures at U+FB00 to U+FB06 and their Arabic joined forms at
 * U+FB50 to U+FEFC.  So the painter names such a glyph by that code point, no
 * span is written, and the finisher spells the code point out as the letters
 * it stands for (Unicode's compatibility decomposition).
 *
 * Hyphens    So, too, the hyphen at a line's end: its glyph is that of U+2010,
 *            where the font has one apart from '-', and its text U+00AD.
 */
#pragma once

#include "pdf/token.h"

#include <glib.h>
#include <hb.h>

/* Names an author's own U+2010 to cairo. */
#define PDF_SPELLING_HYPHEN 0xf8fe

/* Glyphs of `font` that have a presentation form: glyph to code point.
 * (transfer full) */
GHashTable *pdf_spelling_forms(hb_font_t *font);

/* True if `text` is what the presentation form stands for. */
bool pdf_spelling_matches(gunichar form, const char *text, gsize length);

/* A ToUnicode map of cairo's with presentation forms as letters; NULL if it
 * has none.  (transfer full) */
GString *pdf_spelling_map(const char *map, gsize length);

/* An ActualText operand, <feff...>, with presentation forms as letters. */
void pdf_spelling_append(GString *out, PdfToken hexadecimal);
