/* pdf/cluster.c -- which glyphs of a run show which of its letters. */
/* SPDX-License-Identifier: MIT */

#include "pdf/cluster.h"

#include "pdf/spelling.h"

#include <hb-ot.h>

/* em; cairo (1.16, 1.18) leaves out moves of less than 0.003. */
#define NUDGE 0.004

/* --- of most runs --- */

/* True for what cairo would not find by the glyph alone, and what may have a
 * presentation form: hyphens, Hebrew and Arabic. */
static bool
is_special(gunichar character)
{
  return character == 0x00ad || character == 0x2010 ||
         (character >= 0x0590 && character <= 0x08ff);
}

bool
pdf_clusters_copy(const BoxGlyphs *run, cairo_text_cluster_t *clusters)
{
  const char *at = run->text;
  const char *end = at + run->text_length;

  if (run->cluster_count != run->glyph_count)
    return false;
  for (unsigned i = 0; i < run->cluster_count; i++) {
    BoxCluster cluster = run->clusters[i];
    if (cluster.glyphs != 1 || at == end ||
        cluster.bytes != (guint8)g_utf8_skip[(guchar)*at] ||
        cluster.bytes > end - at ||
        (cluster.bytes > 1 && is_special(g_utf8_get_char(at))))
      return false;
    clusters[i] = (cairo_text_cluster_t){ cluster.bytes, 1 };
    at += cluster.bytes;
  }
  return at == end;
}

/* --- of all others --- */

typedef struct {
  PdfClusters *shown;
  const BoxGlyphs *run;
  cairo_glyph_t *glyphs;
  hb_font_t *font;
} Writer;

static bool
may_have_form(const char *text, gsize length)
{
  return length > (gsize)g_utf8_skip[(guchar)*text] ||
         is_special(g_utf8_get_char(text));
}

static void
add_text(PdfClusters *shown, const char *text, gsize length, guint32 glyph)
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
add_cluster(PdfClusters *shown, int bytes, int glyphs)
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
add_whole(PdfClusters *shown, const char *text, gsize length, int glyphs,
          guint32 glyph)
{
  gsize before = shown->text->len;

  if (glyphs == 1)
    add_text(shown, text, length, glyph);
  else
    g_string_append_len(shown->text, text, (gssize)length);
  add_cluster(shown, (int)(shown->text->len - before), glyphs);
}

/* Where the glyph stands that is `index`-th in reading order. */
static gsize
place_of(const BoxGlyphs *run, gsize index)
{
  return run->backward ? run->glyph_count - 1 - index : index;
}

static guint32
glyph_at(const Writer *writer, gsize index)
{
  return writer->run->glyphs[place_of(writer->run, index)].glyph;
}

static bool
has_width(const Writer *writer, guint32 glyph)
{
  return hb_font_get_glyph_h_advance(writer->font, glyph) != 0;
}

/* A dot or an accent.  A letter may have no width either, where it is drawn
 * into the one before: alef behind lam. */
static bool
is_mark(const Writer *writer, guint32 glyph)
{
  hb_face_t *face = hb_font_get_face(writer->font);

  if (hb_ot_layout_has_glyph_classes(face))
    return hb_ot_layout_get_glyph_class(face, glyph) ==
           HB_OT_LAYOUT_GLYPH_CLASS_MARK;
  return !has_width(writer, glyph);
}

static bool
is_letter_with_marks(const Writer *writer, gsize glyph, unsigned count)
{
  if (count < 2)
    return false;
  for (unsigned i = 0; i < count; i++)
    if (is_mark(writer, glyph_at(writer, glyph + i)) != (i > 0))
      return false;
  return true;
}

/* The marks at the end of `text`, in bytes; none if it has nothing else. */
static gsize
marks_at_end(const char *text, gsize length)
{
  const char *at = text + length;

  while (at > text && g_unichar_ismark(g_utf8_get_char(g_utf8_prev_char(at))))
    at = g_utf8_prev_char(at);
  return at == text ? 0 : (gsize)(text + length - at);
}

/* How many bytes at the end of `text` are the marks that the last `marks`
 * glyphs show, one a glyph; 0 if not all of them are. */
static gsize
marks_length(const Writer *writer, const char *text, gsize length, gsize glyph,
             unsigned marks)
{
  const char *at = text + length;

  for (unsigned i = marks; i > 0; i--) {
    hb_codepoint_t nominal;
    if (at == text)
      return 0;
    at = g_utf8_prev_char(at);
    if (!hb_font_get_nominal_glyph(writer->font, g_utf8_get_char(at),
                                   &nominal) ||
        nominal != glyph_at(writer, glyph + i))
      return 0;
  }
  return at == text ? 0 : (gsize)(text + length - at);
}

/* Without a width alef begins where its lam begins, and poppler, which sorts
 * letters by their places, might read it before lam. */
static void
part_from_letter_before(const Writer *writer, gsize glyph)
{
  guint32 at = glyph_at(writer, glyph);
  cairo_matrix_t matrix;

  if (!writer->run->backward || has_width(writer, at) || is_mark(writer, at))
    return;
  cairo_scaled_font_get_font_matrix(writer->shown->typeface->scaled, &matrix);
  writer->glyphs[place_of(writer->run, glyph)].x -= NUDGE * matrix.xx;
}

/* Readers take the place of a cluster from its first and last glyph: a dot in
 * the middle of its letter would leave a gap, and a gap is a space (poppler).
 * So the letter stands alone, with all of the text or all but the accents that
 * glyphs of their own show; dots say nothing.  One glyph may be the ligature of
 * all accents: shadda and a vowel. */
static void
add_letter_with_marks(const Writer *writer, const char *text, gsize length,
                      gsize glyph, unsigned count)
{
  unsigned marks = count - 1;
  gsize tail = marks_length(writer, text, length, glyph, marks);
  bool ligature = tail == 0 && marks == 1;

  if (ligature)
    tail = marks_at_end(text, length);
  add_whole(writer->shown, text, length - tail, 1, glyph_at(writer, glyph));
  const char *at = text + length - tail;
  for (unsigned i = 1; i <= marks; i++) {
    gsize bytes = tail;
    if (tail > 0 && !ligature)
      bytes = (gsize)g_utf8_skip[(guchar)*at];
    add_whole(writer->shown, at, bytes, 1, glyph_at(writer, glyph + i));
    at += bytes;
  }
}

void
pdf_clusters_add(PdfClusters *shown, const BoxGlyphs *run,
                 cairo_glyph_t *glyphs)
{
  Writer writer = { shown, run, glyphs,
                    pango_font_get_hb_font(shown->typeface->font) };
  const char *text = run->text;
  gsize glyph = 0;

  for (unsigned i = 0; i < run->cluster_count; i++) {
    BoxCluster cluster = run->clusters[i];
    if (cluster.glyphs > 0)
      part_from_letter_before(&writer, glyph);
    if (is_letter_with_marks(&writer, glyph, cluster.glyphs))
      add_letter_with_marks(&writer, text, cluster.bytes, glyph,
                            cluster.glyphs);
    else
      add_whole(shown, text, cluster.bytes, cluster.glyphs,
                cluster.glyphs == 1 ? glyph_at(&writer, glyph) : 0);
    text += cluster.bytes;
    glyph += cluster.glyphs;
  }
}
