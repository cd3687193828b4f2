/* pdf/run.c -- paints a run of text so that every glyph keeps its words. */
/* SPDX-License-Identifier: MIT */

#include "pdf/run.h"

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/spelling.h"

#include <hb.h>
#include <math.h>

#define NUDGE 0.0625 /* pt; more than cairo's fixed point numbers lose */

typedef struct {
  PdfTypeface *typeface;
  GString *text;    /* with presentation forms by name */
  GArray *clusters; /* of cairo_text_cluster_t, in reading order */
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

/* True where cairo would not find `text` by the glyph alone, and a
 * presentation form may help: hyphens, ligatures, Hebrew and Arabic. */
static bool
may_have_form(const char *text, gsize length)
{
  gunichar first = g_utf8_get_char(text);

  if (length > (gsize)g_utf8_skip[(guchar)*text])
    return true;
  return first == 0x00ad || first == 0x2010 ||
         (first >= 0x0590 && first <= 0x08ff);
}

static void
add_text(Shown *shown, const char *text, gsize length, guint32 glyph)
{
  gunichar form = 0;

  if (length > 0 && may_have_form(text, length))
    form = pdf_typeface_form(shown->typeface, glyph);
  if (form != 0 && pdf_spelling_matches(form, text, length))
    g_string_append_unichar(shown->text, form);
  else if (form == 0x2010 && g_utf8_get_char(text) == form)
    g_string_append_unichar(shown->text, PDF_SPELLING_HYPHEN);
  else
    g_string_append_len(shown->text, text, (gssize)length);
}

/* A cluster without glyphs would become a span that paints nothing: it is
 * joined with the one before, or with the next where it is the first. */
static void
add_cluster(Shown *shown, int bytes, int glyphs)
{
  cairo_text_cluster_t added = { bytes, glyphs };
  cairo_text_cluster_t *last = NULL;

  if (shown->clusters->len > 0)
    last = &g_array_index(shown->clusters, cairo_text_cluster_t,
                          shown->clusters->len - 1);
  if (last != NULL && (glyphs == 0 || last->num_glyphs == 0)) {
    last->num_bytes += bytes;
    last->num_glyphs += glyphs;
    return;
  }
  if (bytes > 0 || glyphs > 0)
    g_array_append_val(shown->clusters, added);
}

static void
add_whole(Shown *shown, const char *text, gsize length, int glyphs,
          guint32 glyph)
{
  gsize before = shown->text->len;

  if (glyphs == 1)
    add_text(shown, text, length, glyph);
  else
    g_string_append_len(shown->text, text, (gssize)length);
  add_cluster(shown, (int)(shown->text->len - before), glyphs);
}

/* The glyph that is `index`-th in reading order. */
static guint32
glyph_at(const BoxGlyphs *run, gsize index)
{
  return run->glyphs[run->backward ? run->glyph_count - 1 - index : index]
      .glyph;
}

/* A letter with its dots or accents, which have no width; the letter first. */
static bool
is_letter_with_marks(const Shown *shown, const BoxGlyphs *run, gsize glyph,
                     unsigned count)
{
  hb_font_t *font = pango_font_get_hb_font(shown->typeface->font);

  for (unsigned i = 0; i < count; i++) {
    guint32 at = glyph_at(run, glyph + i);
    if ((hb_font_get_glyph_h_advance(font, at) == 0) != (i > 0))
      return false;
  }
  return count > 1;
}

/* How many bytes at the end of `text` are the marks that the last `marks`
 * glyphs show, one a glyph; 0 if not all of them are. */
static gsize
marks_length(const Shown *shown, const BoxGlyphs *run, const char *text,
             gsize length, gsize glyph, unsigned marks)
{
  hb_font_t *font = pango_font_get_hb_font(shown->typeface->font);
  const char *at = text + length;

  for (unsigned i = marks; i > 0; i--) {
    hb_codepoint_t nominal;
    if (at == text)
      return 0;
    at = g_utf8_prev_char(at);
    if (!hb_font_get_nominal_glyph(font, g_utf8_get_char(at), &nominal) ||
        nominal != glyph_at(run, glyph + i))
      return 0;
  }
  return at == text ? 0 : (gsize)(text + length - at);
}

/* Readers take the place of a cluster from its first and last glyph: a dot in
 * the middle of its letter would leave a gap, and a gap is a space (poppler).
 * So the letter stands alone, with all of the text or all but the accents that
 * glyphs of their own show; dots say nothing. */
static void
add_letter_with_marks(Shown *shown, const BoxGlyphs *run, const char *text,
                      gsize length, gsize glyph, unsigned count)
{
  gsize tail = marks_length(shown, run, text, length, glyph, count - 1);
  const char *at = text + length - tail;

  add_whole(shown, text, length - tail, 1, glyph_at(run, glyph));
  for (unsigned i = 1; i < count; i++) {
    gsize bytes = tail > 0 ? (gsize)g_utf8_skip[(guchar)*at] : 0;
    add_whole(shown, at, bytes, 1, glyph_at(run, glyph + i));
    at += bytes;
  }
}

static void
add_clusters(Shown *shown, const BoxGlyphs *run)
{
  const char *text = run->text;
  gsize glyph = 0;

  for (unsigned i = 0; i < run->cluster_count; i++) {
    BoxCluster cluster = run->clusters[i];
    if (is_letter_with_marks(shown, run, glyph, cluster.glyphs))
      add_letter_with_marks(shown, run, text, cluster.bytes, glyph,
                            cluster.glyphs);
    else
      add_whole(shown, text, cluster.bytes, cluster.glyphs,
                cluster.glyphs == 1 ? glyph_at(run, glyph) : 0);
    text += cluster.bytes;
    glyph += cluster.glyphs;
  }
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
  if (is_blank(run))
    move_off_corners(cairo, glyphs, run->glyph_count);
  g_autoptr(GString) text = g_string_sized_new(run->text_length + 8);
  g_autoptr(GArray) clusters = g_array_sized_new(
      FALSE, FALSE, sizeof(cairo_text_cluster_t), run->cluster_count + 1);
  Shown shown = { typeface, text, clusters };
  add_clusters(&shown, run);
  cairo_set_scaled_font(cairo, typeface->scaled);
  if (cairo_surface_get_type(cairo_get_target(cairo)) !=
      CAIRO_SURFACE_TYPE_PDF) {
    /* On pixels cairo rounds the place of glyphs, but not that of paths. */
    cairo_glyph_path(cairo, glyphs, (int)run->glyph_count);
    cairo_fill(cairo);
    return true;
  }
  cairo_show_text_glyphs(
      cairo, text->str, (int)text->len, glyphs, (int)run->glyph_count,
      &g_array_index(clusters, cairo_text_cluster_t, 0), (int)clusters->len,
      run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  return true;
}
