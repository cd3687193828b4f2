/* layout/itemize.c -- font, script, language and direction of a paragraph's
 * stretches. */
/* SPDX-License-Identifier: MIT */

#include "layout/itemize.h"

#include <string.h>

/* --- plain Latin text --- */

static bool
is_plain(gunichar character)
{
  if (character < 0x80)
    return character >= ' ' && character < 0x7F;
  if (character >= 0xC0 && character <= 0xFF)
    return character != 0xD7 && character != 0xF7; /* signs, not letters */
  return character != 0 && g_utf8_strchr(SHAPER_PLAIN_POINTS, -1, character);
}

/* Text with at least one letter is Latin from its first character on: the
 * common ones take the script of their neighbours (UAX #24). */
static bool
is_plain_latin(const char *text, gsize length)
{
  bool letter = false;

  for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
    gunichar character = g_utf8_get_char(at);

    if (!is_plain(character))
      return false;
    letter = letter || g_ascii_isalpha(*at) || character >= 0xC0;
  }
  return letter;
}

static const char *
span_lang(const Paragraph *paragraph, const Span *span)
{
  const char *lang = span->source != NULL ? doc_node_lang(span->source) : NULL;

  return lang != NULL ? lang : paragraph->lang;
}

/* False if the fonts make more than one item of a span. */
static bool
itemize_plain(Paragraph *paragraph, Shaper *shaper)
{
  for (unsigned i = 0; i < paragraph->spans->len; i++) {
    const Span *span = &g_array_index(paragraph->spans, Span, i);
    TextItem item = { span->start, span->end,
                      shaper_plain(shaper, span->style,
                                   span_lang(paragraph, span)) };

    if (item.analysis == NULL)
      return false;
    g_array_append_val(paragraph->items, item);
  }
  return true;
}

/* --- any text --- */

static void
add_attribute(PangoAttrList *list, PangoAttribute *attribute, const Span *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert(list, attribute);
}

static void
itemize_all(Paragraph *paragraph, Shaper *shaper)
{
  PangoAttrList *list = pango_attr_list_new();

  for (unsigned i = 0; i < paragraph->spans->len; i++) {
    const Span *span = &g_array_index(paragraph->spans, Span, i);
    PangoAttribute *attributes[SHAPER_ATTRIBUTES_MAX];
    unsigned count =
        shaper_attributes(span->style, span_lang(paragraph, span), attributes);

    for (unsigned a = 0; a < count; a++)
      add_attribute(list, attributes[a], span);
  }
  paragraph->pango_items = shaper_itemize(
      shaper, paragraph->text->str, paragraph->text->len, paragraph->rtl, list);
  pango_attr_list_unref(list);
  for (GList *at = paragraph->pango_items; at != NULL; at = at->next) {
    PangoItem *found = at->data;
    TextItem item = { (guint32)found->offset,
                      (guint32)(found->offset + found->length),
                      &found->analysis };
    g_array_append_val(paragraph->items, item);
  }
}

void
itemize(Paragraph *paragraph, Shaper *shaper)
{
  g_list_free_full(paragraph->pango_items, (GDestroyNotify)pango_item_free);
  paragraph->pango_items = NULL;
  g_array_set_size(paragraph->items, 0);
  if (!paragraph->rtl &&
      is_plain_latin(paragraph->text->str, paragraph->text->len) &&
      itemize_plain(paragraph, shaper))
    return;
  g_array_set_size(paragraph->items, 0);
  itemize_all(paragraph, shaper);
}
