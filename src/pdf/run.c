/* pdf/run.c -- paints a run of text so that every glyph keeps its words. */
/* SPDX-License-Identifier: MIT */

#include "pdf/run.h"

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/spelling.h"

typedef struct {
  GString *text;    /* with presentation forms by name */
  GArray *clusters; /* of cairo_text_cluster_t, in reading order */
  cairo_glyph_t *glyphs;
} Shown;

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

/* True where cairo would not find `text` by the glyph alone, and a
 * presentation form may help: ligatures, Hebrew and Arabic. */
static bool
may_have_form(const char *text, gsize length)
{
  gunichar first = g_utf8_get_char(text);

  if (length > (gsize)g_utf8_skip[(guchar)*text])
    return true;
  return first >= 0x0590 && first <= 0x08ff;
}

static void
add_text(Shown *shown, PdfTypeface *typeface, const char *text, gsize length,
         const cairo_glyph_t *only_glyph)
{
  gunichar form = 0;

  if (only_glyph != NULL && length > 0 && may_have_form(text, length))
    form = pdf_typeface_form(typeface, (guint32)only_glyph->index);
  if (form != 0 && pdf_spelling_matches(form, text, length))
    g_string_append_unichar(shown->text, form);
  else
    g_string_append_len(shown->text, text, (gssize)length);
}

/* A cluster without glyphs would become a span that paints nothing: it is
 * joined with the one before, or with the next where it is the first. */
static void
add_cluster(Shown *shown, const BoxGlyphs *run, PdfTypeface *typeface,
            const BoxCluster *cluster, gsize byte, gsize glyph)
{
  gsize before = shown->text->len;
  gsize at = run->backward ? run->glyph_count - 1 - glyph : glyph;
  bool single = cluster->glyphs == 1;
  cairo_text_cluster_t *last = NULL;

  add_text(shown, typeface, run->text + byte, cluster->bytes,
           single ? &shown->glyphs[at] : NULL);
  cairo_text_cluster_t added = { (int)(shown->text->len - before),
                                 cluster->glyphs };
  if (shown->clusters->len > 0)
    last = &g_array_index(shown->clusters, cairo_text_cluster_t,
                          shown->clusters->len - 1);
  if (last != NULL && (added.num_glyphs == 0 || last->num_glyphs == 0)) {
    last->num_bytes += added.num_bytes;
    last->num_glyphs += added.num_glyphs;
    return;
  }
  if (added.num_bytes > 0 || added.num_glyphs > 0)
    g_array_append_val(shown->clusters, added);
}

bool
pdf_run_paint(cairo_t *cairo, PdfTypefaces *typefaces, const BoxGlyphs *run,
              double x, double y, GError **error)
{
  PdfTypeface *typeface;

  if (run->glyph_count == 0)
    return true;
  typeface = pdf_typefaces_find(typefaces, run->font, run->x_scale, error);
  if (typeface == NULL || !check_run(run, error))
    return false;

  g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->glyph_count);
  if (!place_glyphs(run, x, y, glyphs, error))
    return false;
  g_autoptr(GString) text = g_string_sized_new(run->text_length + 8);
  g_autoptr(GArray) clusters =
      g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
  Shown shown = { text, clusters, glyphs };
  gsize byte = 0, glyph = 0;
  for (unsigned i = 0; i < run->cluster_count; i++) {
    add_cluster(&shown, run, typeface, &run->clusters[i], byte, glyph);
    byte += run->clusters[i].bytes;
    glyph += run->clusters[i].glyphs;
  }
  cairo_set_scaled_font(cairo, typeface->scaled);
  cairo_show_text_glyphs(
      cairo, text->str, (int)text->len, glyphs, (int)run->glyph_count,
      &g_array_index(clusters, cairo_text_cluster_t, 0), (int)clusters->len,
      run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  return true;
}
