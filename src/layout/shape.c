/* layout/shape.c -- words to glyphs, each different word once. */
/* SPDX-License-Identifier: MIT */

#include "layout/shape.h"

#include <hb.h>
#include <string.h>

enum {
  WORD_GLYPHS_MAX = 65535
};

struct Shaper {
  const Fonts *fonts;
  GHashTable *words;   /* of WordKey: ShapedWord */
  GHashTable *metrics; /* of StyleKey: Metrics */
  GHashTable *plain;   /* of StyleKey: Plain */
  GHashTable *kept;    /* of PangoFont, referenced */
  PangoGlyphString *scratch;
};

typedef struct {
  PangoFont *font;
  PangoLanguage *language;
  float letter_spacing; /* pt */
  guint32 length;       /* bytes */
  guint8 script;
  guint8 level;
  guint8 features; /* bit 0 small capitals, bit 1 tabular figures */
  const char *text;
} WordKey;

typedef struct {
  const Style *style;
  PangoLanguage *language;
} StyleKey;

typedef struct {
  StyleKey key;
  double ascent;
  double descent;
} Metrics;

typedef struct {
  StyleKey key;
  GList *items; /* of PangoItem */
} Plain;

static guint
word_hash(gconstpointer data)
{
  const WordKey *key = data;
  guint hash = GPOINTER_TO_UINT(key->font) * 31u + key->script;

  hash = hash * 31u + GPOINTER_TO_UINT(key->language) + key->features;
  for (guint32 i = 0; i < key->length; i++)
    hash = hash * 33u + (guint8)key->text[i];
  return hash;
}

static gboolean
word_equal(gconstpointer a, gconstpointer b)
{
  const WordKey *x = a, *y = b;

  return x->font == y->font && x->language == y->language &&
         x->length == y->length && x->script == y->script &&
         x->level == y->level && x->features == y->features &&
         x->letter_spacing >= y->letter_spacing &&
         x->letter_spacing <= y->letter_spacing &&
         memcmp(x->text, y->text, x->length) == 0;
}

static guint
style_hash(gconstpointer data)
{
  const StyleKey *key = data;

  return GPOINTER_TO_UINT(key->style) * 31u + GPOINTER_TO_UINT(key->language);
}

static gboolean
style_equal(gconstpointer a, gconstpointer b)
{
  const StyleKey *x = a, *y = b;

  return x->style == y->style && x->language == y->language;
}

static void
plain_free(gpointer data)
{
  Plain *plain = data;

  g_list_free_full(plain->items, (GDestroyNotify)pango_item_free);
  g_free(plain);
}

static void
word_free(gpointer data)
{
  ShapedWord *word = data;

  g_free(word->division.points);
  g_free(word);
}

Shaper *
shaper_new(const Fonts *fonts)
{
  Shaper *shaper = g_new0(Shaper, 1);

  shaper->fonts = fonts;
  shaper->words =
      g_hash_table_new_full(word_hash, word_equal, g_free, word_free);
  shaper->metrics =
      g_hash_table_new_full(style_hash, style_equal, NULL, g_free);
  shaper->plain =
      g_hash_table_new_full(style_hash, style_equal, NULL, plain_free);
  shaper->kept = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
  shaper->scratch = pango_glyph_string_new();
  return shaper;
}

void
shaper_free(Shaper *shaper)
{
  if (shaper == NULL)
    return;
  g_hash_table_unref(shaper->words);
  g_hash_table_unref(shaper->metrics);
  g_hash_table_unref(shaper->plain);
  g_hash_table_unref(shaper->kept);
  pango_glyph_string_free(shaper->scratch);
  g_free(shaper);
}

/* --- items --- */

unsigned
shaper_attributes(const Style *style, const char *lang,
                  PangoAttribute *attributes[SHAPER_ATTRIBUTES_MAX])
{
  PangoFontDescription *description = fonts_describe(style);
  unsigned count = 0;

  attributes[count++] = pango_attr_font_desc_new(description);
  attributes[count++] =
      pango_attr_language_new(pango_language_from_string(lang));
  pango_font_description_free(description);
  if (style->small_caps || style->tabular_figures)
    attributes[count++] = pango_attr_font_features_new(
        style->small_caps && style->tabular_figures ? "smcp=1,tnum=1"
        : style->small_caps                         ? "smcp=1"
                                                    : "tnum=1");
  return count;
}

/* Words are shaped one by one, each from byte 0: features must reach them
 * wherever in the paragraph their span began. */
static void
widen_attributes(PangoItem *item)
{
  for (GSList *at = item->analysis.extra_attrs; at != NULL; at = at->next) {
    PangoAttribute *attribute = at->data;
    attribute->start_index = PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING;
    attribute->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
  }
}

GList *
shaper_itemize(const Shaper *shaper, const char *text, gsize length, bool rtl,
               PangoAttrList *attributes)
{
  GList *items = pango_itemize_with_base_dir(
      fonts_context(shaper->fonts),
      rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, text, 0, (int)length,
      attributes, NULL);

  for (GList *at = items; at != NULL; at = at->next)
    widen_attributes(at->data);
  return items;
}

static char *
plain_text(void)
{
  GString *text = g_string_new(NULL);

  for (gunichar c = ' '; c <= 0xFF; c++)
    if (c < 0x7F || (c >= 0xC0 && c != 0xD7 && c != 0xF7))
      g_string_append_unichar(text, c);
  g_string_append(text, SHAPER_PLAIN_POINTS);
  return g_string_free(text, FALSE);
}

static Plain *
make_plain(const Shaper *shaper, const StyleKey *key, const char *lang)
{
  Plain *plain = g_new0(Plain, 1);
  PangoAttrList *list = pango_attr_list_new();
  PangoAttribute *attributes[SHAPER_ATTRIBUTES_MAX];
  unsigned count = shaper_attributes(key->style, lang, attributes);
  g_autofree char *text = plain_text();

  for (unsigned i = 0; i < count; i++)
    pango_attr_list_insert(list, attributes[i]);
  plain->key = *key;
  plain->items = shaper_itemize(shaper, text, strlen(text), false, list);
  pango_attr_list_unref(list);
  return plain;
}

PangoAnalysis *
shaper_plain(Shaper *shaper, const Style *style, const char *lang)
{
  StyleKey key = { style, pango_language_from_string(lang) };
  Plain *plain = g_hash_table_lookup(shaper->plain, &key);

  if (plain == NULL) {
    plain = make_plain(shaper, &key, lang);
    g_hash_table_insert(shaper->plain, &plain->key, plain);
  }
  if (plain->items == NULL || plain->items->next != NULL)
    return NULL;
  return &((PangoItem *)plain->items->data)->analysis;
}

/* --- words --- */

static bool
ends_cluster(const PangoGlyphString *glyphs, int i)
{
  return i + 1 == glyphs->num_glyphs ||
         glyphs->log_clusters[i + 1] != glyphs->log_clusters[i];
}

static ShapedWord *
word_from_glyphs(const PangoGlyphString *glyphs, bool backward, double spacing)
{
  int count = MIN(glyphs->num_glyphs, WORD_GLYPHS_MAX);
  ShapedWord *word =
      g_malloc0(sizeof *word + (gsize)count * sizeof(ShapedGlyph));
  double width = 0;

  for (int i = 0; i < count; i++) {
    const PangoGlyphInfo *info = &glyphs->glyphs[i];
    ShapedGlyph *glyph = &word->glyphs[word->glyph_count];
    double advance = (double)info->geometry.width / PANGO_SCALE;

    if (info->glyph == PANGO_GLYPH_EMPTY)
      continue;
    if (ends_cluster(glyphs, i))
      advance += spacing;
    *glyph = (ShapedGlyph){ info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG,
                            (guint32)glyphs->log_clusters[i], (float)advance,
                            (float)info->geometry.x_offset / PANGO_SCALE,
                            (float)info->geometry.y_offset / PANGO_SCALE };
    if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      word->unknown = true;
    word->glyph_count++;
    width += advance;
  }
  word->width = (float)width;
  word->backward = backward;
  return word;
}

static WordKey
make_key(const ShapeRun *run, const char *text, gsize length)
{
  const PangoAnalysis *analysis = run->analysis;

  return (WordKey){ .font = analysis->font,
                    .language = analysis->language,
                    .letter_spacing = (float)run->style->letter_spacing,
                    .length = (guint32)length,
                    .script = analysis->script,
                    .level = analysis->level,
                    .features = (guint8)(run->style->small_caps |
                                         run->style->tabular_figures << 1),
                    .text = text };
}

ShapedWord *
shaper_word(Shaper *shaper, const ShapeRun *run, const char *text, gsize length)
{
  WordKey key = make_key(run, text, length);
  ShapedWord *word = g_hash_table_lookup(shaper->words, &key);
  WordKey *kept;
  char *copy;

  if (word != NULL)
    return word;
  pango_shape_full(text, (int)length, text, (int)length, run->analysis,
                   shaper->scratch);
  word = word_from_glyphs(shaper->scratch, run->analysis->level & 1,
                          run->style->letter_spacing);
  if (!g_hash_table_contains(shaper->kept, key.font))
    g_hash_table_add(shaper->kept, g_object_ref(key.font));
  kept = g_malloc(sizeof *kept + length);
  copy = (char *)(kept + 1);
  memcpy(copy, text, length);
  *kept = key;
  kept->text = copy;
  g_hash_table_insert(shaper->words, kept, word);
  return word;
}

double
shaped_word_prefix(const ShapedWord *word, gsize bytes)
{
  double width = 0;

  for (unsigned i = 0; i < word->glyph_count; i++)
    if (word->glyphs[i].cluster < bytes)
      width += word->glyphs[i].advance;
  return width;
}

bool
shaped_word_divides(const ShapedWord *word, gsize bytes)
{
  for (unsigned i = 0; i < word->glyph_count; i++)
    if (word->glyphs[i].cluster == bytes)
      return true;
  return false;
}

guint32
shaped_word_glyphs(const ShapedWord *word, gsize bytes)
{
  guint32 count = 0;

  for (unsigned i = 0; i < word->glyph_count; i++)
    count += word->glyphs[i].cluster < bytes;
  return count;
}

/* A font that has a glyph of its own for U+2010 keeps soft hyphens apart from
 * the author's, so that a reader of the PDF knows which are which. */
ShapedWord *
shaper_hyphen(Shaper *shaper, const ShapeRun *run)
{
  hb_font_t *font = pango_font_get_hb_font(run->analysis->font);
  hb_codepoint_t plain, own;

  if (hb_font_get_nominal_glyph(font, '-', &plain) &&
      hb_font_get_nominal_glyph(font, 0x2010, &own) && own != plain)
    return shaper_word(shaper, run, "\xe2\x80\x90", 3);
  return shaper_word(shaper, run, "-", 1);
}

static gboolean
take_font(PangoFontset *set, PangoFont *font, gpointer data)
{
  (void)set;
  *(PangoFont **)data = g_object_ref(font);
  return TRUE;
}

static PangoFont *
first_font(const Shaper *shaper, const Style *style, PangoLanguage *language)
{
  PangoContext *context = fonts_context(shaper->fonts);
  PangoFontDescription *description = fonts_describe(style);
  PangoFontset *set = pango_font_map_load_fontset(
      pango_context_get_font_map(context), context, description, language);
  PangoFont *font = NULL;

  pango_fontset_foreach(set, take_font, &font);
  g_object_unref(set);
  pango_font_description_free(description);
  return font;
}

/* pango_font_get_metrics() says the same, but sets a sample of text first to
 * know the widths, too: each style would cost two more threads and a search of
 * all fonts. */
static Metrics *
measure_font(const Shaper *shaper, const StyleKey *key)
{
  PangoFont *font = first_font(shaper, key->style, key->language);
  Metrics *metrics = g_new(Metrics, 1);
  hb_font_extents_t extents;

  hb_font_get_extents_for_direction(pango_font_get_hb_font(font),
                                    HB_DIRECTION_LTR, &extents);
  metrics->key = *key;
  metrics->ascent = (double)extents.ascender / PANGO_SCALE;
  metrics->descent = (double)-extents.descender / PANGO_SCALE;
  g_object_unref(font);
  return metrics;
}

void
shaper_metrics(Shaper *shaper, const Style *style, const char *lang,
               double *ascent, double *descent)
{
  StyleKey key = { style, pango_language_from_string(lang) };
  Metrics *found = g_hash_table_lookup(shaper->metrics, &key);

  if (found == NULL) {
    found = measure_font(shaper, &key);
    g_hash_table_insert(shaper->metrics, &found->key, found);
  }
  *ascent = found->ascent;
  *descent = found->descent;
}

double
shaper_baseline(Shaper *shaper, const Style *style, const char *lang)
{
  double ascent, descent;

  shaper_metrics(shaper, style, lang, &ascent, &descent);
  return (style->line_height - ascent - descent) / 2 + ascent;
}
