/*
 * pdf/run.h -- paints a run of text so that every glyph keeps its words.
 *
 * cairo gets glyphs, clusters and text (cairo_show_text_glyphs), never a
 * PangoLayout: only so does each word reach ToUnicode as the author wrote it.
 *
 * Errors     ERROR_BUG: clusters and glyphs that do not add up, a font that
 *            cannot be drawn, a glyph that stands for "no glyph" (PDF/A-2,
 *            6.2.11.8).
 */
#pragma once

#include "layout/box.h"
#include "pdf/typeface.h"

#include <stdbool.h>

/* The baseline begins at x, y, in the coordinates of `cairo`.  Colour: the
 * source of `cairo`. */
bool pdf_run_paint(cairo_t *cairo, PdfTypefaces *typefaces,
                   const BoxGlyphs *run, double x, double y, GError **error);
