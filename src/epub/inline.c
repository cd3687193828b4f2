/* epub/inline.c -- words, links and pictures of the tree as XHTML. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_list.h"
#include "epub/address.h"
#include "epub/words.h"
#include "epub/writer.h"

#include <string.h>

void
epub_inline_write_children(EpubWriter *writer, const DocNode *node)
{
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    epub_inline_write(writer, child);
}

static const char *const wrapping_names[DOC_KIND_COUNT] = {
  [DOC_EMPHASIS] = "em",     [DOC_STRONG] = "strong", [DOC_STRIKE] = "s",
  [DOC_SUPERSCRIPT] = "sup", [DOC_SUBSCRIPT] = "sub", [DOC_KEYBOARD] = "kbd",
  [DOC_SPAN] = "span",
};

static void
write_wrapped(EpubWriter *writer, const DocNode *node)
{
  epub_xml_open(writer->xml, wrapping_names[node->kind]);
  epub_writer_attributes(writer, node, NULL);
  epub_inline_write_children(writer, node);
  epub_xml_close(writer->xml);
}

static void
write_code(EpubWriter *writer, const DocNode *node)
{
  epub_xml_open(writer->xml, "code");
  epub_writer_attributes(writer, node, NULL);
  if (writer->direction == META_RTL)
    epub_xml_attribute(writer->xml, "dir", "ltr");
  epub_writer_text(writer, node);
  epub_xml_close(writer->xml);
}

static void
write_empty(EpubWriter *writer, const char *name)
{
  epub_xml_open(writer->xml, name);
  epub_xml_close_empty(writer->xml);
}

/* --- links --- */

/* The page word is said only where paper has pages to say. */
static void
write_page_words(EpubWriter *writer, const DocNode *node,
                 const EpubPlace *place)
{
  const char *lang = doc_node_lang(node);
  g_autofree char *words = NULL;

  if (place == NULL || place->page == EPUB_NO_PAGE)
    return;
  words = g_strdup_printf(
      " (%s\u00a0%s)", page_list_word(lang),
      epub_plan_page_label(writer->plan, (unsigned)place->page));
  epub_xml_text(writer->xml, words);
}

/* Paper says "Page 12" alone in a card. */
static void
write_page_reference(EpubWriter *writer, const DocNode *node, bool linked)
{
  bool card = doc_node_has_class(node->parent, "card-more");

  if (card) {
    epub_xml_open(writer->xml, "span");
    epub_xml_attribute(writer->xml, "class", "ebook-only");
  }
  epub_inline_write_children(writer, node);
  if (card)
    epub_xml_close(writer->xml);
  epub_writer_pages_between(writer, node, DOC_PAGE_REF_NUMBER, G_MAXSIZE);
  if (linked)
    write_page_words(writer, node,
                     epub_plan_find_target(writer->plan, node->as.link.target));
}

static char *
link_address(EpubWriter *writer, const DocLink *link)
{
  switch (link->kind) {
  case DOC_LINK_UNRESOLVED:
    return NULL; /* a message has said so */
  case DOC_LINK_EXTERNAL:
    return epub_address_escape(link->target);
  case DOC_LINK_INTERNAL:
    if (writer->measuring)
      return g_strconcat(link->target, "-99999.xhtml#", link->target, NULL);
    return epub_writer_address(
        writer, epub_plan_find_target(writer->plan, link->target));
  }
  g_return_val_if_reached(NULL);
}

static void
write_link(EpubWriter *writer, const DocNode *node)
{
  const DocLink *link = &node->as.link;
  g_autofree char *address = NULL;
  bool outer = writer->in_link;

  if (!outer)
    address = link_address(writer, link);
  epub_xml_open(writer->xml, address != NULL ? "a" : "span");
  epub_writer_attributes(writer, node, NULL);
  if (address != NULL && doc_node_has_class(node, "term") &&
      link->kind == DOC_LINK_INTERNAL) {
    epub_xml_attribute(writer->xml, "epub:type", "glossref");
    epub_xml_attribute(writer->xml, "role", "doc-glossref");
  }
  epub_xml_attribute(writer->xml, "href", address);
  if (address != NULL)
    epub_xml_attribute(writer->xml, "title", link->title);
  writer->in_link = outer || address != NULL;
  if (node->kind == DOC_PAGE_REF)
    write_page_reference(writer, node, address != NULL);
  else
    epub_inline_write_children(writer, node);
  writer->in_link = outer;
  epub_xml_close(writer->xml);
}

/* --- pictures --- */

static char *
picture_words(const DocNode *node)
{
  char *words;

  if (node->as.image.decorative)
    return g_strdup("");
  words = g_strstrip(doc_node_plain_text(node));
  if (*words != '\0')
    return words;
  g_free(words);
  return g_strdup(epub_words(EPUB_WORDS_NO_DESCRIPTION));
}

static void
write_missing_picture(EpubWriter *writer, const DocNode *node,
                      const char *words)
{
  epub_xml_open(writer->xml, "span");
  epub_writer_attributes(writer, node, "missing");
  epub_xml_text(writer->xml, "[");
  epub_xml_text(writer->xml, words);
  epub_xml_text(writer->xml, "]");
  epub_xml_close(writer->xml);
}

static void
write_image(EpubWriter *writer, const DocNode *node)
{
  const DocImage *image = &node->as.image;
  g_autofree char *words = picture_words(node);
  const EpubFile *file =
      image->resource != NULL
          ? g_hash_table_lookup(writer->plan->pictures, image->resource)
          : NULL;

  if (file == NULL) {
    if (!image->decorative)
      write_missing_picture(writer, node, words);
    return;
  }
  epub_xml_open(writer->xml, "img");
  epub_writer_attributes(writer, node, NULL);
  epub_xml_attribute(writer->xml, "src", file->name);
  epub_xml_attribute(writer->xml, "alt", words);
  if (image->decorative)
    epub_xml_attribute(writer->xml, "role", "presentation");
  epub_xml_close_empty(writer->xml);
}

void
epub_inline_write(EpubWriter *writer, const DocNode *node)
{
  if (node->kind == DOC_PAGE_REF)
    epub_writer_pages_between(writer, node, 0, DOC_PAGE_REF_NUMBER);
  else if (!page_list_is(node) && !doc_kind_has_text(node->kind))
    epub_writer_pages(writer, node, "span");

  switch (node->kind) {
  case DOC_TEXT:
    epub_writer_text(writer, node);
    break;
  case DOC_SOFT_BREAK:
    epub_xml_text(writer->xml, " ");
    break;
  case DOC_HARD_BREAK:
    write_empty(writer, "br");
    break;
  case DOC_CODE:
    write_code(writer, node);
    break;
  case DOC_EMPHASIS:
  case DOC_STRONG:
  case DOC_STRIKE:
  case DOC_SUPERSCRIPT:
  case DOC_SUBSCRIPT:
  case DOC_KEYBOARD:
    write_wrapped(writer, node);
    break;
  case DOC_SPAN:
    if (page_list_is(node))
      epub_page_list_write(writer, node);
    else
      write_wrapped(writer, node);
    break;
  case DOC_LINK:
  case DOC_PAGE_REF:
    write_link(writer, node);
    break;
  case DOC_IMAGE:
    write_image(writer, node);
    break;
  case DOC_NOTE_REF:
    epub_note_write_reference(writer, node);
    break;
  case DOC_DOCUMENT:
  case DOC_SECTION:
  case DOC_HEADING:
  case DOC_PARAGRAPH:
  case DOC_QUOTE:
  case DOC_CALLOUT:
  case DOC_LIST:
  case DOC_ITEM:
  case DOC_TERM_LIST:
  case DOC_TERM:
  case DOC_DEFINITION:
  case DOC_CODE_BLOCK:
  case DOC_FIGURE:
  case DOC_CAPTION:
  case DOC_TABLE:
  case DOC_ROW:
  case DOC_CELL:
  case DOC_NOTE:
  case DOC_RULE:
  case DOC_KIND_COUNT:
    g_return_if_reached();
  }
}
