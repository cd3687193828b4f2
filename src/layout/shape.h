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

/* A place inside a word where it may be divided with a hyphen. */
typedef struct {
  double before;   /* pt: width of what stands before it */
  double after;    /* pt: where the width of the rest begins */
  guint32 bytes;   /* into the word */
  guint32 letters; /* before it */
  guint32 glyphs;
} DivisionPoint;

/* What breakpoint.h found out about a word, once. */
typedef struct {
  bool known;
  bool plain;    /* letters, but for what stands around them */
  bool divided;  /* points are known */
  guint32 first; /* byte of the first letter */
  guint32 last;  /* behind the last one */
  guint32 letters;
  guint32 count;
  DivisionPoint *points;
} WordDivision;

typedef struct {
  WordDivision division;
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

enum {
  SHAPER_ATTRIBUTES_MAX = 3
};

/* What Pango is told of text in that style and language; `lang` may be NULL.
 * Returns how many there are.  (transfer full) */
unsigned shaper_attributes(const Style *style, const char *lang,
                           PangoAttribute *attributes[SHAPER_ATTRIBUTES_MAX]);

/* (transfer full) (element-type PangoItem) */
GList *shaper_itemize(const Shaper *shaper, const char *text, gsize length,
                      bool rtl, PangoAttrList *attributes);

/* The points beyond ASCII that plain Latin text has: no-break space, quotes,
 * dashes, ellipsis. */
#define SHAPER_PLAIN_POINTS                                                    \
  "\xc2\xa0\xe2\x80\x98\xe2\x80\x99\xe2\x80\x9c\xe2\x80\x9d"                   \
  "\xe2\x80\x93\xe2\x80\x94\xe2\x80\xa6"

/* How Pango takes plain Latin text in that style: one item for all of ASCII,
 * the letters of Latin-1 and the points above; NULL if it makes more of them.
 * Borrowed. */
PangoAnalysis *shaper_plain(Shaper *shaper, const Style *style,
                            const char *lang);

ShapedWord *shaper_word(Shaper *shaper, const ShapeRun *run, const char *text,
                        gsize length);

/* The width of the first `bytes` bytes of a shaped word. */
double shaped_word_prefix(const ShapedWord *word, gsize bytes);

/* True if a cluster begins `bytes` bytes into it. */
bool shaped_word_divides(const ShapedWord *word, gsize bytes);

/* How many glyphs its first `bytes` bytes have. */
guint32 shaped_word_glyphs(const ShapedWord *word, gsize bytes);

/* The glyph of the hyphen that a broken word gets. */
ShapedWord *shaper_hyphen(Shaper *shaper, const ShapeRun *run);

/* Ascent and descent of the first font of `style` for text of `lang`, in pt. */
void shaper_metrics(Shaper *shaper, const Style *style, const char *lang,
                    double *ascent, double *descent);

/* How far below its top a line of `style` has its baseline, in pt: half of the
 * leading stands above the text, so that one line's baseline is where the next
 * one's is (CSS 2.2, 10.8.1). */
double shaper_baseline(Shaper *shaper, const Style *style, const char *lang);
