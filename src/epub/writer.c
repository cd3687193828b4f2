/* epub/writer.c -- ids, classes, languages and printed pages of any node. */
/* SPDX-License-Identifier: MIT */

#include "epub/writer.h"
#include "epub/anchor.h"

#include <string.h>

/* As long as any anchor or page that this folder makes up. */
#define LONGEST_ANCHOR "noteref-99999-99999"

/* Languages whose usual script runs from right to left (CLDR 44). */
static const char *const rtl_languages[] = {
  "ar",  "arc", "ckb", "dv", "fa",  "he", "iw", "ks",
  "mzn", "nqo", "ps",  "sd", "syr", "ug", "ur", "yi",
};

bool
epub_language_is_rtl(const char *lang)
{
  gsize length = strcspn(lang, "-");

  for (size_t i = 0; i < G_N_ELEMENTS(rtl_languages); i++)
    if (strlen(rtl_languages[i]) == length &&
        g_ascii_strncasecmp(rtl_languages[i], lang, length) == 0)
      return true;
  return false;
}

void
epub_writer_language(EpubWriter *writer, const char *lang)
{
  bool rtl;

  if (lang == NULL)
    return;
  rtl = epub_language_is_rtl(lang);
  epub_xml_attribute(writer->xml, "lang", lang);
  epub_xml_attribute(writer->xml, "xml:lang", lang);
  if (rtl != (writer->direction == META_RTL))
    epub_xml_attribute(writer->xml, "dir", rtl ? "rtl" : "ltr");
}

const char *
epub_writer_anchor(const EpubWriter *writer, const DocNode *node)
{
  const EpubPlace *place;

  if (writer->measuring && node->id == NULL)
    return epub_anchor_is_made(node) ? LONGEST_ANCHOR : NULL;
  if (writer->measuring)
    return node->id;
  place = g_hash_table_lookup(writer->plan->places, node);
  return place != NULL ? place->anchor : NULL;
}

char *
epub_writer_address(const EpubWriter *writer, const EpubPlace *place)
{
  if (place == NULL)
    return NULL;
  return epub_place_address(place, writer->file);
}

void
epub_writer_attributes(EpubWriter *writer, const DocNode *node,
                       const char *extra)
{
  g_autofree char *both = NULL;
  const char *classes = extra != NULL ? extra : node->class_name;

  if (extra != NULL && node->class_name != NULL)
    both = g_strconcat(extra, " ", node->class_name, NULL);
  epub_xml_attribute(writer->xml, "id", epub_writer_anchor(writer, node));
  epub_xml_attribute(writer->xml, "class", both != NULL ? both : classes);
  epub_writer_language(writer, node->lang);
}

/* EPUB Accessibility 1.1, section 3.2 (page breaks); empty, for some readers
 * hide what is inside, and with both attributes, for readers know one. */
void
epub_writer_page(EpubWriter *writer, unsigned page, const char *element)
{
  EpubXml *xml = writer->xml;
  const EpubPlace *place =
      writer->measuring ? NULL : g_ptr_array_index(writer->plan->pages, page);

  epub_xml_open(xml, element);
  epub_xml_attribute(xml, "id", place != NULL ? place->anchor : LONGEST_ANCHOR);
  epub_xml_attribute(xml, "epub:type", "pagebreak");
  epub_xml_attribute(xml, "role", "doc-pagebreak");
  epub_xml_attribute(xml, "aria-label",
                     epub_plan_page_label(writer->plan, page));
  epub_xml_close(xml);
}

static const GArray *
pages_at(const EpubWriter *writer, const DocNode *node)
{
  if (writer->unmarked)
    return NULL;
  return g_hash_table_lookup(writer->plan->pages_at, node);
}

void
epub_writer_pages(EpubWriter *writer, const DocNode *node, const char *element)
{
  const GArray *pages = pages_at(writer, node);

  for (guint i = 0; pages != NULL && i < pages->len; i++)
    epub_writer_page(writer, g_array_index(pages, unsigned, i), element);
}

/* A page without text is marked where the next one that has some begins. */
static gsize
map_offset(const EpubWriter *writer, unsigned page)
{
  const GArray *entries = writer->plan->options->pages->entries;

  while (g_array_index(entries, PageMapEntry, page).node == NULL)
    page++;
  return g_array_index(entries, PageMapEntry, page).offset;
}

void
epub_writer_pages_between(EpubWriter *writer, const DocNode *node, gsize from,
                          gsize to)
{
  const GArray *pages = pages_at(writer, node);

  for (guint i = 0; pages != NULL && i < pages->len; i++) {
    unsigned page = g_array_index(pages, unsigned, i);
    gsize offset = map_offset(writer, page);
    if (offset >= from && offset < to)
      epub_writer_page(writer, page, "span");
  }
}

void
epub_writer_text(EpubWriter *writer, const DocNode *node)
{
  const GArray *pages = pages_at(writer, node);
  gsize at = 0;

  for (guint i = 0; pages != NULL && i < pages->len; i++) {
    unsigned page = g_array_index(pages, unsigned, i);
    gsize start = page_map_word_start(node->as.text, map_offset(writer, page));
    gsize next = MAX(at, start);

    if (next > at)
      epub_xml_text_range(writer->xml, node->as.text + at, next - at);
    epub_writer_page(writer, page, "span");
    at = next;
  }
  if (node->as.text[at] != '\0')
    epub_xml_text(writer->xml, node->as.text + at);
}
