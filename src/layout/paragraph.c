/* layout/paragraph.c -- one paragraph: spans, pieces, shaping. */
/* SPDX-License-Identifier: MIT */

#include "layout/paragraph.h"

#include "layout/breakpoint.h"
#include "layout/capitals.h"
#include "layout/itemize.h"
#include "layout/opportunity.h"

#include <string.h>

static const char IMAGE_TEXT[] = "\xef\xbf\xbc"; /* U+FFFC, object */

Paragraph *
paragraph_new(const Style *style, const char *lang, bool rtl)
{
  Paragraph *paragraph = g_new0(Paragraph, 1);

  paragraph->text = g_string_new(NULL);
  paragraph->small = g_string_new(NULL);
  paragraph->spans = g_array_new(FALSE, FALSE, sizeof(Span));
  paragraph->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  paragraph->breaks = g_array_new(FALSE, FALSE, sizeof(Break));
  paragraph->items = g_array_new(FALSE, FALSE, sizeof(TextItem));
  paragraph->style = style;
  paragraph->lang = lang;
  paragraph->rtl = rtl;
  paragraph->hyphenate = style->hyphens;
  return paragraph;
}

void
paragraph_free(Paragraph *paragraph)
{
  if (paragraph == NULL)
    return;
  g_list_free_full(paragraph->pango_items, (GDestroyNotify)pango_item_free);
  g_array_unref(paragraph->items);
  g_string_free(paragraph->text, TRUE);
  g_string_free(paragraph->small, TRUE);
  g_array_unref(paragraph->spans);
  g_array_unref(paragraph->pieces);
  g_array_unref(paragraph->breaks);
  g_free(paragraph);
}

void
paragraph_add(Paragraph *paragraph, const Span *span, const char *text,
              gssize length)
{
  Span added = *span;

  added.start = (guint32)paragraph->text->len;
  if (span->style->text_transform == STYLE_CASE_UPPER) {
    gsize bytes = length < 0 ? strlen(text) : (gsize)length;
    added.small = (guint32)paragraph->small->len;
    g_string_append_len(paragraph->small, text, (gssize)bytes);
    capitals_append(paragraph->text, text, bytes);
  } else {
    g_string_append_len(paragraph->text, text, length);
  }
  added.end = (guint32)paragraph->text->len;
  if (added.end > added.start)
    g_array_append_val(paragraph->spans, added);
}

void
paragraph_add_image(Paragraph *paragraph, const Span *span, double width,
                    double height)
{
  Piece piece = { .kind = PIECE_IMAGE,
                  .width = (float)width,
                  .height = (float)height };

  /* Sizes wait in the list of pieces until the text is shaped. */
  piece.start = (guint32)paragraph->text->len;
  g_array_append_val(paragraph->pieces, piece);
  paragraph_add(paragraph, span, IMAGE_TEXT, -1);
}

static bool
is_in_capitals(const Span *span)
{
  return span->style->text_transform == STYLE_CASE_UPPER && !span->spelled;
}

const char *
paragraph_source(const Paragraph *paragraph, const Span *span)
{
  return is_in_capitals(span) ? paragraph->small->str + span->small
                              : paragraph->text->str + span->start;
}

gsize
paragraph_source_bytes(const Paragraph *paragraph, const Span *span, guint32 at)
{
  guint32 bytes = at - span->start;

  return is_in_capitals(span)
             ? capitals_source(paragraph_source(paragraph, span), bytes)
             : bytes;
}

bool
break_shows_hyphen(const Break *at)
{
  return at->kind == BREAK_HYPHEN || at->kind == BREAK_DASH;
}

bool
paragraph_is_empty(const Paragraph *paragraph)
{
  return paragraph->text->len == 0;
}

static const Span *
span_at(const Paragraph *paragraph, unsigned index)
{
  return &g_array_index(paragraph->spans, Span, index);
}

/* --- cutting items into pieces --- */

typedef struct {
  Paragraph *paragraph;
  Shaper *shaper;
  const guint8 *opportunities; /* one a byte */
  GArray *images;              /* of Piece: the sizes that wait */
  unsigned next_image;
  unsigned span;
  guint32 offset;
  ShapeRun space_run; /* of the space that was met last */
  ShapedWord *space;
} Cutter;

static PieceKind
kind_of(gunichar character)
{
  if (character == ' ' || character == 0xA0)
    return PIECE_SPACE;
  if (character == 0x2028)
    return PIECE_FORCED;
  return character == 0xFFFC ? PIECE_IMAGE : PIECE_WORD;
}

/* How far a piece that begins here goes: one space, one picture, or a word up
 * to the next place where the text may break. */
static guint32
piece_end(Cutter *cutter, guint32 limit, PieceKind kind)
{
  const char *text = cutter->paragraph->text->str;
  guint32 at = cutter->offset;

  do
    at = (guint32)(g_utf8_next_char(text + at) - text);
  while (kind == PIECE_WORD && at < limit && !cutter->opportunities[at] &&
         kind_of(g_utf8_get_char(text + at)) == PIECE_WORD);
  return at;
}

static void
take_image(Cutter *cutter, Piece *piece)
{
  const Piece *size =
      &g_array_index(cutter->images, Piece, cutter->next_image++);

  piece->width = size->width;
  piece->height = size->height;
}

static ShapedWord *
find_space(Cutter *cutter, const ShapeRun *run)
{
  if (cutter->space == NULL || cutter->space_run.analysis != run->analysis ||
      cutter->space_run.style != run->style) {
    cutter->space = shaper_word(cutter->shaper, run, " ", 1);
    cutter->space_run = *run;
  }
  return cutter->space;
}

static void
cut_piece(Cutter *cutter, const TextItem *item, guint32 limit)
{
  Paragraph *paragraph = cutter->paragraph;
  const char *text = paragraph->text->str;
  Piece piece = { .start = cutter->offset,
                  .span = cutter->span,
                  .level = item->analysis->level,
                  .analysis = item->analysis };
  ShapeRun run = { item->analysis, span_at(paragraph, cutter->span)->style };

  piece.kind = kind_of(g_utf8_get_char(text + cutter->offset));
  /* A picture without a waiting size is the author's own U+FFFC. */
  if (piece.kind == PIECE_IMAGE && run.style != NULL &&
      span_at(paragraph, cutter->span)->image == NULL)
    piece.kind = PIECE_WORD;
  piece.end = piece_end(cutter, limit, piece.kind);
  switch (piece.kind) {
  case PIECE_WORD:
    piece.word = shaper_word(cutter->shaper, &run, text + piece.start,
                             piece.end - piece.start);
    piece.width = piece.word->width;
    break;
  case PIECE_SPACE:
    piece.word = find_space(cutter, &run);
    piece.width = piece.word->width;
    break;
  case PIECE_IMAGE:
    take_image(cutter, &piece);
    break;
  case PIECE_FORCED:
    break;
  }
  g_array_append_val(paragraph->pieces, piece);
  cutter->offset = piece.end;
}

static void
cut_item(Cutter *cutter, const TextItem *item)
{
  while (cutter->offset < item->end) {
    guint32 limit;

    while (span_at(cutter->paragraph, cutter->span)->end <= cutter->offset)
      cutter->span++;
    limit = MIN(item->end, span_at(cutter->paragraph, cutter->span)->end);
    cut_piece(cutter, item, limit);
  }
}

static void
cut_items(Paragraph *paragraph, Shaper *shaper, const guint8 *opportunities,
          GArray *images)
{
  Cutter cutter = { .paragraph = paragraph,
                    .shaper = shaper,
                    .opportunities = opportunities,
                    .images = images };

  g_array_set_size(paragraph->pieces, 0);
  for (unsigned i = 0; i < paragraph->items->len; i++)
    cut_item(&cutter, &g_array_index(paragraph->items, TextItem, i));
}

/* --- characters without a glyph --- */

typedef struct {
  ParagraphUnknownFunc report;
  gpointer data;
} Unknown;

static bool
font_has(PangoFont *font, gunichar character)
{
  PangoCoverage *coverage =
      pango_font_get_coverage(font, pango_language_get_default());
  bool has =
      pango_coverage_get(coverage, (int)character) == PANGO_COVERAGE_EXACT;

  g_object_unref(coverage);
  return has;
}

static bool
has_unknown(const Paragraph *paragraph)
{
  for (unsigned i = 0; i < paragraph->pieces->len; i++) {
    const Piece *piece = &g_array_index(paragraph->pieces, Piece, i);
    if (piece->word != NULL && piece->word->unknown)
      return true;
  }
  return false;
}

/* The text and the spans anew, what is spelled in spans of its own: so each
 * span still knows where it comes from. */
typedef struct {
  const Paragraph *paragraph;
  const Unknown *unknown;
  GString *text;
  GArray *spans; /* of Span */
  unsigned old;  /* index of the span that the newest one is of */
} Speller;

static Span *
newest_span(const Speller *speller)
{
  return &g_array_index(speller->spans, Span, speller->spans->len - 1);
}

/* `at`: byte of the old text. */
static void
begin_span(Speller *speller, unsigned old, guint32 at, bool spelled)
{
  const Span *from = span_at(speller->paragraph, old);
  Span span = *from;
  guint32 before =
      (guint32)paragraph_source_bytes(speller->paragraph, from, at);

  if (speller->spans->len > 0 &&
      newest_span(speller)->start == speller->text->len)
    g_array_set_size(speller->spans, speller->spans->len - 1);
  span.start = (guint32)speller->text->len;
  span.source_offset = from->source_offset + before;
  span.small = from->small + before;
  span.spelled = spelled;
  if (at > from->start) {
    span.anchor = NULL;
    span.note = NULL;
  }
  g_array_append_val(speller->spans, span);
  speller->old = old;
}

static void
spell_piece(Speller *speller, const Piece *piece)
{
  const char *text = speller->paragraph->text->str;
  const Unknown *unknown = speller->unknown;

  for (const char *at = text + piece->start; at < text + piece->end;
       at = g_utf8_next_char(at)) {
    gunichar character = g_utf8_get_char(at);
    bool known = piece->word == NULL || !piece->word->unknown ||
                 font_has(piece->analysis->font, character);

    if (speller->spans->len == 0 || speller->old != piece->span ||
        newest_span(speller)->spelled == known)
      begin_span(speller, piece->span, (guint32)(at - text), !known);
    if (known)
      g_string_append_unichar(speller->text, character);
    else
      g_string_append_printf(speller->text, "[U+%04X]", character);
    newest_span(speller)->end = (guint32)speller->text->len;
    if (!known && unknown->report != NULL)
      unknown->report(span_at(speller->paragraph, piece->span)->source,
                      character, unknown->data);
  }
}

static void
spell_unknown(Paragraph *paragraph, const Unknown *unknown)
{
  Speller speller = { .paragraph = paragraph,
                      .unknown = unknown,
                      .text = g_string_new(NULL),
                      .spans = g_array_new(FALSE, FALSE, sizeof(Span)) };

  for (unsigned i = 0; i < paragraph->pieces->len; i++)
    spell_piece(&speller, &g_array_index(paragraph->pieces, Piece, i));
  g_string_free(paragraph->text, TRUE);
  paragraph->text = speller.text;
  g_array_unref(paragraph->spans);
  paragraph->spans = speller.spans;
}

/* --- all together --- */

static void
shape_once(Paragraph *paragraph, Shaper *shaper, GArray *images)
{
  g_autofree guint8 *opportunities =
      opportunity_find(paragraph->text->str, paragraph->text->len,
                       pango_language_from_string(paragraph->lang));

  itemize(paragraph, shaper);
  cut_items(paragraph, shaper, opportunities, images);
}

void
paragraph_shape(Paragraph *paragraph, Shaper *shaper, Hyphenation *hyphenation,
                ParagraphUnknownFunc unknown, gpointer data)
{
  g_autoptr(GArray) images = g_array_ref(paragraph->pieces);
  Unknown report = { unknown, data };

  g_array_unref(paragraph->pieces);
  paragraph->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  if (paragraph->text->len > 0) {
    shape_once(paragraph, shaper, images);
    if (has_unknown(paragraph)) {
      spell_unknown(paragraph, &report);
      shape_once(paragraph, shaper, images);
    }
  }
  breakpoint_find(paragraph, shaper, paragraph->hyphenate ? hyphenation : NULL);
}

void
paragraph_widths(const Paragraph *paragraph, double *narrowest, double *widest)
{
  const Break *last = NULL;

  *narrowest = *widest = 0;
  for (unsigned i = 0; i < paragraph->breaks->len; i++) {
    const Break *at = &g_array_index(paragraph->breaks, Break, i);
    double words = at->end_words - (last != NULL ? last->start_words : 0);
    double spaces = at->end_spaces - (last != NULL ? last->start_spaces : 0);

    if (at->kind == BREAK_CODE || at->kind == BREAK_HYPHEN)
      continue;
    *narrowest = MAX(*narrowest, words + spaces);
    *widest = MAX(*widest, at->end_words + at->end_spaces);
    last = at;
  }
}
