/* pdf/run.c -- paints a run of text so that every glyph keeps its words. */
/* SPDX-License-Identifier: MIT */

#include "pdf/run.h"

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/cluster.h"

#include <math.h>

#define NUDGE 0.0625 /* pt; more than cairo's fixed point numbers lose */

enum {
  FEW = 128 /* glyphs; hardly a run has more */
};

static bool
check_run(const BoxGlyphs *run, GError **error)
{
  gsize bytes = 0, glyphs = 0;

  for (unsigned i = 0; i < run->cluster_count; i++) {
    bytes += run->clusters[i].bytes;
    glyphs += run->clusters[i].glyphs;
  }
  if (bytes == run->text_length && glyphs == run->glyph_count)
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
              "clusters of a text run cover %" G_GSIZE_FORMAT
              " bytes and %" G_GSIZE_FORMAT " glyphs instead of %u and %u",
              bytes, glyphs, run->text_length, run->glyph_count);
  return false;
}

static bool
place_glyphs(const BoxGlyphs *run, double x, double y, cairo_glyph_t *glyphs,
             GError **error)
{
  for (unsigned i = 0; i < run->glyph_count; i++) {
    const BoxGlyph *glyph = &run->glyphs[i];
    if (glyph->glyph == 0 || glyph->glyph >= PANGO_GLYPH_EMPTY) {
      g_autofree char *whole = g_strndup(run->text, run->text_length);
      g_autofree char *text = bytes_printable(whole, 80);
      g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                  "a glyph of the text \"%s\" is not in its font", text);
      return false;
    }
    glyphs[i] =
        (cairo_glyph_t){ glyph->glyph, x + (double)glyph->x * run->x_scale,
                         y + (double)glyph->y };
  }
  return true;
}

static bool
is_blank(const BoxGlyphs *run)
{
  for (unsigned i = 0; i < run->text_length; i++)
    if (run->text[i] != ' ')
      return false;
  return true;
}

static double
off_corner(double coordinate)
{
  double whole = round(coordinate);

  return fabs(coordinate - whole) < NUDGE ? whole + NUDGE : coordinate;
}

/* Spaces alone have no ink, and cairo (1.16, 1.18) leaves out text whose extent
 * is empty once it is rounded to pixels: that at a corner of the pixel grid.
 * With it the space between two words would be lost. */
static void
move_off_corners(cairo_t *cairo, cairo_glyph_t *glyphs, unsigned count)
{
  for (unsigned i = 0; i < count; i++) {
    double x = glyphs[i].x, y = glyphs[i].y;
    cairo_user_to_device(cairo, &x, &y);
    x = off_corner(x);
    y = off_corner(y);
    cairo_device_to_user(cairo, &x, &y);
    glyphs[i].x = x;
    glyphs[i].y = y;
  }
}

typedef struct {
  const char *text;
  unsigned length;
  const cairo_glyph_t *glyphs;
  unsigned glyph_count;
  const cairo_text_cluster_t *clusters;
  unsigned cluster_count;
  bool backward;
} Shown;

static void
show(cairo_t *cairo, const PdfTypeface *typeface, const Shown *shown)
{
  cairo_set_scaled_font(cairo, typeface->scaled);
  if (cairo_surface_get_type(cairo_get_target(cairo)) !=
      CAIRO_SURFACE_TYPE_PDF) {
    /* On pixels cairo rounds the place of glyphs, but not that of paths. */
    cairo_glyph_path(cairo, shown->glyphs, (int)shown->glyph_count);
    cairo_fill(cairo);
    return;
  }
  cairo_show_text_glyphs(
      cairo, shown->text, (int)shown->length, shown->glyphs,
      (int)shown->glyph_count, shown->clusters, (int)shown->cluster_count,
      shown->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static bool
show_run(cairo_t *cairo, PdfTypeface *typeface, const BoxGlyphs *run,
         cairo_glyph_t *glyphs, GError **error)
{
  cairo_text_cluster_t few[FEW];
  Shown shown = { run->text, run->text_length,   glyphs,       run->glyph_count,
                  few,       run->cluster_count, run->backward };

  if (run->cluster_count <= FEW && pdf_clusters_copy(run, few)) {
    show(cairo, typeface, &shown);
    return true;
  }
  if (!check_run(run, error))
    return false;
  g_autoptr(GString) text = g_string_sized_new(run->text_length + 8);
  g_autoptr(GArray) clusters = g_array_sized_new(
      FALSE, FALSE, sizeof(cairo_text_cluster_t), run->cluster_count + 1);
  PdfClusters added = { typeface, text, clusters };
  pdf_clusters_add(&added, run, glyphs);
  shown.text = text->str;
  shown.length = (unsigned)text->len;
  shown.clusters = &g_array_index(clusters, cairo_text_cluster_t, 0);
  shown.cluster_count = clusters->len;
  show(cairo, typeface, &shown);
  return true;
}

bool
pdf_run_paint(cairo_t *cairo, PdfTypefaces *typefaces, const BoxGlyphs *run,
              double x, double y, GError **error)
{
  cairo_glyph_t few[FEW];
  g_autofree cairo_glyph_t *many = NULL;
  cairo_glyph_t *glyphs = few;
  PdfTypeface *typeface;

  if (run->glyph_count == 0)
    return true;
  typeface = pdf_typefaces_find(typefaces, run->font, run->x_scale, error);
  if (typeface == NULL)
    return false;
  if (run->glyph_count > FEW) {
    many = g_new(cairo_glyph_t, run->glyph_count);
    glyphs = many;
  }
  if (!place_glyphs(run, x, y, glyphs, error))
    return false;
  if (is_blank(run))
    move_off_corners(cairo, glyphs, run->glyph_count);
  return show_run(cairo, typeface, run, glyphs, error);
}
