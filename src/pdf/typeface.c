/* pdf/typeface.c -- Pango's fonts as cairo draws them. */
/* SPDX-License-Identifier: MIT */

#include "pdf/typeface.h"

#include "base/error.h"
#include "pdf/spelling.h"

#include <pango/pangocairo.h>

struct PdfTypefaces {
  GHashTable *table; /* of PdfTypeface, which is its own key */
  cairo_matrix_t matrix;
  cairo_font_options_t *options;
  PdfTypeface *last; /* found: lines go on in their font */
};

static guint
typeface_hash(gconstpointer data)
{
  const PdfTypeface *typeface = data;

  return g_direct_hash(typeface->font) ^ g_double_hash(&typeface->x_scale);
}

static gboolean
typeface_equal(gconstpointer a, gconstpointer b)
{
  const PdfTypeface *left = a, *right = b;

  return left->font == right->font && left->x_scale == right->x_scale;
}

static void
typeface_free(gpointer data)
{
  PdfTypeface *typeface = data;

  cairo_scaled_font_destroy(typeface->scaled);
  g_clear_pointer(&typeface->forms, g_hash_table_unref);
  g_free(typeface);
}

PdfTypefaces *
pdf_typefaces_new(cairo_t *cairo)
{
  PdfTypefaces *typefaces = g_new0(PdfTypefaces, 1);

  typefaces->table =
      g_hash_table_new_full(typeface_hash, typeface_equal, typeface_free, NULL);
  cairo_get_matrix(cairo, &typefaces->matrix);
  typefaces->options = cairo_font_options_create();
  cairo_font_options_set_hint_style(typefaces->options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(typefaces->options,
                                      CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(typefaces->options, CAIRO_ANTIALIAS_GRAY);
  return typefaces;
}

void
pdf_typefaces_free(PdfTypefaces *typefaces)
{
  if (typefaces == NULL)
    return;
  g_hash_table_unref(typefaces->table);
  cairo_font_options_destroy(typefaces->options);
  g_free(typefaces);
}

/* pango's scaled font has the right face and size, but not our matrix. */
static cairo_scaled_font_t *
scale_font(const PdfTypefaces *typefaces, cairo_scaled_font_t *original,
           double x_scale)
{
  cairo_matrix_t matrix, stretch;

  cairo_scaled_font_get_font_matrix(original, &matrix);
  cairo_matrix_init_scale(&stretch, x_scale, 1);
  cairo_matrix_multiply(&matrix, &matrix, &stretch);
  return cairo_scaled_font_create(cairo_scaled_font_get_font_face(original),
                                  &matrix, &typefaces->matrix,
                                  typefaces->options);
}

PdfTypeface *
pdf_typefaces_find(PdfTypefaces *typefaces, PangoFont *font, double x_scale,
                   GError **error)
{
  PdfTypeface wanted = { .font = font, .x_scale = x_scale };
  cairo_scaled_font_t *original = NULL;
  PdfTypeface *typeface = typefaces->last;

  if (typeface != NULL && typeface_equal(typeface, &wanted))
    return typeface;
  typeface = g_hash_table_lookup(typefaces->table, &wanted);
  if (typeface != NULL)
    return typefaces->last = typeface;
  if (PANGO_IS_CAIRO_FONT(font))
    original = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  if (original != NULL)
    wanted.scaled = scale_font(typefaces, original, x_scale);
  if (original == NULL ||
      cairo_scaled_font_status(wanted.scaled) != CAIRO_STATUS_SUCCESS) {
    g_clear_pointer(&wanted.scaled, cairo_scaled_font_destroy);
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                        "a text run has a font that cannot be drawn");
    return NULL;
  }
  typeface = g_memdup2(&wanted, sizeof wanted);
  g_hash_table_add(typefaces->table, typeface);
  return typefaces->last = typeface;
}

gunichar
pdf_typeface_form(PdfTypeface *typeface, guint32 glyph)
{
  if (typeface->forms == NULL)
    typeface->forms =
        pdf_spelling_forms(pango_font_get_hb_font(typeface->font));
  return GPOINTER_TO_UINT(
      g_hash_table_lookup(typeface->forms, GUINT_TO_POINTER(glyph)));
}
