/* layout/glyph_run.c -- neighbouring segments become one box of glyphs. */
/* SPDX-License-Identifier: MIT */

#include "layout/glyph_run.h"

#include "layout/capitals.h"

#include <string.h>

typedef struct {
  BoxGlyph *glyphs;
  BoxCluster *clusters;
  char *text;
  BoxGlyphs *run;
  double x;
  double stretch;
  double tracking; /* pt between the glyphs of a word */
} RunMaker;

static void
add_cluster(RunMaker *maker, const char *text, gsize bytes, unsigned glyphs)
{
  memcpy(maker->text + maker->run->text_length, text, bytes);
  maker->run->text_length += (unsigned)bytes;
  maker->clusters[maker->run->cluster_count++] =
      (BoxCluster){ (guint8)bytes, (guint8)glyphs };
}

/* A space that has no room, at a line's end, stands behind the last word, which
 * is left of it where words run backward: readers tell by places which way a
 * line runs (MuPDF). */
static double
overhang(const RunMaker *maker, const Segment *segment)
{
  bool beyond = segment->swallowed || segment->separator;

  return beyond && segment->word->backward
             ? (double)segment->word->width * maker->stretch
             : 0;
}

/* Glyphs in visual order; x is divided by the stretch that the painter
 * applies. */
static void
add_word_glyphs(RunMaker *maker, const Segment *segment)
{
  const ShapedWord *word = segment->word;
  double x = segment->x - overhang(maker, segment) - maker->x;

  for (unsigned i = 0; i < word->glyph_count; i++) {
    const ShapedGlyph *glyph = &word->glyphs[i];
    maker->glyphs[maker->run->glyph_count++] =
        (BoxGlyph){ glyph->glyph, (float)(x / maker->stretch + glyph->x),
                    glyph->y };
    x += glyph->advance * maker->stretch + maker->tracking;
  }
}

/* Clusters in reading order, each with the bytes up to the next one. */
static void
add_word_clusters(RunMaker *maker, const Segment *segment, const char *text)
{
  const ShapedWord *word = segment->word;
  unsigned count = word->glyph_count;
  guint32 length = segment->end - segment->start, begun = 0;

  for (unsigned i = 0; i < count;) {
    unsigned at = word->backward ? count - 1 - i : i, glyphs = 1;
    guint32 cluster = word->glyphs[at].cluster, next = length;

    while (i + glyphs < count) {
      unsigned other = word->backward ? count - 1 - i - glyphs : i + glyphs;
      if (word->glyphs[other].cluster != cluster) {
        next = word->glyphs[other].cluster;
        break;
      }
      glyphs++;
    }
    if (next - begun > 255 || glyphs > 255 || next < begun)
      next = MIN(begun + 255, length);
    add_cluster(maker, text + begun, next - begun, glyphs);
    begun = next;
    i += glyphs;
  }
}

static const Span *
segment_span(const Paragraph *paragraph, const Segment *segment)
{
  return &g_array_index(paragraph->spans, Span, segment->piece->span);
}

/* A glyph of a capital stands for one letter, the capital: so a word of the
 * author's small letters is one cluster of all its glyphs. */
static void
add_word(const Paragraph *paragraph, RunMaker *maker, const Segment *segment)
{
  const Span *span = segment_span(paragraph, segment);
  const char *text = paragraph->text->str + segment->start;
  const char *source = paragraph_source(paragraph, span);
  gsize from = paragraph_source_bytes(paragraph, span, segment->start);
  gsize bytes = paragraph_source_bytes(paragraph, span, segment->end) - from;
  bool same =
      source + from == text || (bytes == segment->end - segment->start &&
                                memcmp(source + from, text, bytes) == 0);

  if (same || bytes > G_MAXUINT8 || segment->word->glyph_count > G_MAXUINT8)
    add_word_clusters(maker, segment, text);
  else
    add_cluster(maker, source + from, bytes, segment->word->glyph_count);
}

static void
add_segment(const Paragraph *paragraph, RunMaker *maker, const Segment *segment)
{
  static const char SOFT_HYPHEN[] = "\xc2\xad";

  add_word_glyphs(maker, segment);
  if (segment->soft_hyphen)
    add_cluster(maker, SOFT_HYPHEN, 2, segment->word->glyph_count);
  else if (segment->separator || segment->piece->kind == PIECE_SPACE)
    add_cluster(maker, " ", 1, segment->word->glyph_count);
  else
    add_word(paragraph, maker, segment);
}

static RunMaker
run_maker(LayoutDocument *document, const GArray *segments, Box *box,
          unsigned first, unsigned end, StyleCase letters)
{
  unsigned glyphs = 0, bytes = 0;
  unsigned room = letters == STYLE_CASE_UPPER ? CAPITALS_SOURCE_MAX : 1;

  for (unsigned i = first; i < end; i++) {
    const Segment *segment = &g_array_index(segments, Segment, i);
    glyphs += segment->word->glyph_count;
    bytes += room * (segment->end - segment->start) + 2;
  }
  return (RunMaker){
    .glyphs = layout_alloc(document, glyphs * sizeof(BoxGlyph)),
    .clusters = layout_alloc(document, glyphs * sizeof(BoxCluster)),
    .text = layout_alloc(document, bytes + 1),
    .run = &box->as.glyphs,
    .x = box->x,
    .stretch = box->as.glyphs.x_scale,
  };
}

Box
glyph_run_make(LayoutDocument *document, const Paragraph *paragraph,
               const GArray *segments, unsigned first, unsigned end,
               double stretch, double tracking)
{
  const Segment *begin = &g_array_index(segments, Segment, first);
  const Segment *last = &g_array_index(segments, Segment, end - 1);
  const Span *span = segment_span(paragraph, begin);
  Box box = { .kind = BOX_GLYPHS, .leaf = span->node, .x = begin->x };
  RunMaker maker;

  box.width = last->x + last->width - begin->x;
  box.as.glyphs.font = begin->piece->analysis->font;
  box.as.glyphs.x_scale = stretch;
  box.as.glyphs.color = span->style->color;
  box.as.glyphs.backward = begin->word->backward;
  maker = run_maker(document, segments, &box, first, end,
                    span->style->text_transform);
  maker.tracking = tracking;
  for (unsigned i = first; i < end; i++)
    add_segment(paragraph, &maker, &g_array_index(segments, Segment, i));
  maker.text[box.as.glyphs.text_length] = '\0';
  box.as.glyphs.text = maker.text;
  box.as.glyphs.glyphs = maker.glyphs;
  box.as.glyphs.clusters = maker.clusters;
  return box;
}
