/* epub/inline.c -- words, links and pictures of the tree as XHTML. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_list.h"
#include "doc/words.h"
#include "epub/address.h"
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
  return g_strdup(words_say(WORDS_NO_DESCRIPTION, doc_node_lang(node)));
}

static void
write_missing_picture(EpubWriter *writer, const DocNode *node,
                      const char *words)
{
  epub_xml_open(writer->xml, "span");
  epub_writer_attributes(writer, node, "missing");
  epub_xml_text(writer->xml, words);
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

static void
write_soft_break(EpubWriter *writer, const DocNode *node)
{
  (void)node;
  epub_xml_text(writer->xml, " ");
}

static void
write_hard_break(EpubWriter *writer, const DocNode *node)
{
  (void)node;
  write_empty(writer, "br");
}

static void
write_span(EpubWriter *writer, const DocNode *node)
{
  if (page_list_is(node))
    epub_page_list_write(writer, node);
  else
    write_wrapped(writer, node);
}

typedef void (*WriteFunc)(EpubWriter *writer, const DocNode *node);

static const WriteFunc kinds[DOC_KIND_COUNT] = {
  [DOC_TEXT] = epub_writer_text,
  [DOC_SOFT_BREAK] = write_soft_break,
  [DOC_HARD_BREAK] = write_hard_break,
  [DOC_CODE] = write_code,
  [DOC_EMPHASIS] = write_wrapped,
  [DOC_STRONG] = write_wrapped,
  [DOC_STRIKE] = write_wrapped,
  [DOC_SUPERSCRIPT] = write_wrapped,
  [DOC_SUBSCRIPT] = write_wrapped,
  [DOC_KEYBOARD] = write_wrapped,
  [DOC_SPAN] = write_span,
  [DOC_LINK] = write_link,
  [DOC_PAGE_REF] = write_link,
  [DOC_IMAGE] = write_image,
  [DOC_NOTE_REF] = epub_note_write_reference,
};

void
epub_inline_write(EpubWriter *writer, const DocNode *node)
{
  g_return_if_fail(kinds[node->kind] != NULL);
  if (node->kind == DOC_PAGE_REF)
    epub_writer_pages_between(writer, node, 0, DOC_PAGE_REF_NUMBER);
  else if (!page_list_is(node) && !doc_kind_has_text(node->kind))
    epub_writer_pages(writer, node, "span");
  kinds[node->kind](writer, node);
}
