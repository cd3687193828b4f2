/*
 * pdf/typeface.h -- Pango's fonts as cairo draws them, expansion included.
 *
 * Font expansion is a font matrix scaled in x; all scales of a face share one
 * subset in the file (cairo 1.16 and 1.18).  Hinting is off: layout measured
 * without it.
 *
 * Ownership  Typefaces live as long as the table; the PangoFonts must, too.
 */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

typedef struct PdfTypefaces PdfTypefaces;

typedef struct {
  PangoFont *font;
  double x_scale;
  cairo_scaled_font_t *scaled;
  GHashTable *forms; /* pdf_spelling_forms(), or NULL: not asked for yet */
} PdfTypeface;

/* For drawing with the matrix that `cairo` has now.  (transfer full) */
PdfTypefaces *pdf_typefaces_new(cairo_t *cairo);
void pdf_typefaces_free(PdfTypefaces *typefaces); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfTypefaces, pdf_typefaces_free)

/* Borrowed.  ERROR_BUG if `font` is none that cairo can draw. */
PdfTypeface *pdf_typefaces_find(PdfTypefaces *typefaces, PangoFont *font,
                                double x_scale, GError **error);

/* The presentation form of a glyph; 0 if it has none. */
gunichar pdf_typeface_form(PdfTypeface *typeface, guint32 glyph);
