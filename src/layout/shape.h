/*
 * layout/shape.h -- words to glyphs, each different word once.
 *
 * A Shaper keeps every word it has shaped, by font, script, language,
 * direction and features.  Widths are in pt; nothing is rounded.
 *
 * Ownership  Words live as long as their Shaper; it keeps a reference to every
 *            font that it used, so a LayoutDocument must not outlive it --
 *            unless the Fonts do, whose font map owns the fonts too.
 */
#pragma once

#include "style/fonts.h"
#include "style/style.h"

#include <pango/pango.h>

typedef struct Shaper Shaper;

typedef struct {
  guint32 glyph;
  guint32 cluster; /* byte offset into the word */
  float advance;   /* pt */
  float x;         /* pt, offset to the right */
  float y;         /* pt, offset down */
} ShapedGlyph;

typedef struct {
  float width; /* pt */
  guint16 glyph_count;
  bool unknown;         /* a glyph is missing in every font */
  bool backward;        /* glyphs run from the last character to the first */
  ShapedGlyph glyphs[]; /* in visual order */
} ShapedWord;

/* A stretch of text in one font, script, language and direction. */
typedef struct {
  PangoAnalysis *analysis; /* borrowed from the paragraph's items */
  const Style *style;
} ShapeRun;

Shaper *shaper_new(const Fonts *fonts);
void shaper_free(Shaper *shaper); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shaper, shaper_free)

PangoContext *shaper_context(const Shaper *shaper);

const ShapedWord *shaper_word(Shaper *shaper, const ShapeRun *run,
                              const char *text, gsize length);

/* The width of the first `bytes` bytes of a shaped word. */
double shaped_word_prefix(const ShapedWord *word, gsize bytes);

/* True if a cluster begins `bytes` bytes into it. */
bool shaped_word_divides(const ShapedWord *word, gsize bytes);

/* How many glyphs its first `bytes` bytes have. */
guint32 shaped_word_glyphs(const ShapedWord *word, gsize bytes);

/* The glyph of the hyphen that a broken word gets. */
const ShapedWord *shaper_hyphen(Shaper *shaper, const ShapeRun *run);

/* Ascent and descent of the first font of `style`, in pt. */
void shaper_metrics(Shaper *shaper, const Style *style, double *ascent,
                    double *descent);
