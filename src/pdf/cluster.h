/*
 * pdf/cluster.h -- which glyphs of a run show which of its letters, as cairo is
 * told it (cairo_show_text_glyphs).
 *
 * A PDF maps each glyph of a font to one text (ToUnicode).  cairo takes it from
 * the glyph's first use; where a use says otherwise, or a cluster has several
 * glyphs, it writes an ActualText span, which not all readers know (MuPDF 1.21
 * and poppler's structure text do not).  So clusters are made as small as they
 * are true: a letter, then each of its marks.
 */
#pragma once

#include "layout/box.h"
#include "pdf/typeface.h"

#include <stdbool.h>

typedef struct {
  PdfTypeface *typeface;
  GString *text;    /* with presentation forms by name: pdf/spelling.h */
  GArray *clusters; /* of cairo_text_cluster_t, in reading order */
} PdfClusters;

/* True if each of the run's clusters is one glyph that shows one character
 * without a form: `clusters`, of cluster_count, and the run's own text are then
 * all that cairo needs. */
bool pdf_clusters_copy(const BoxGlyphs *run, cairo_text_cluster_t *clusters);

/* Of a run whose clusters cover its text and its glyphs.  Moves those of
 * `glyphs`, as many as the run's, that readers would take for another place in
 * the word. */
void pdf_clusters_add(PdfClusters *shown, const BoxGlyphs *run,
                      cairo_glyph_t *glyphs);
