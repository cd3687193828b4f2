/* epub/article.c -- an article's file: title, summary, dates, text, notes. */
/* SPDX-License-Identifier: MIT */

#include "epub/article.h"

#include "doc/status.h"
#include "doc/words.h"
#include "epub/writer.h"
#include "epub/xhtml.h"

static void
write_title(EpubXml *xml, const EpubPiece *piece)
{
  epub_xml_open(xml, "h1");
  epub_xml_attribute(xml, "id", piece->title_anchor);
  epub_xml_text(xml, piece->article->meta->title);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* --- how old it is, and how far it can be trusted --- */

/* In one paragraph, as on paper; what a reader must know stands out. */
static void
write_dates(EpubXml *xml, const Meta *meta, const Book *book)
{
  g_autofree char *dates = status_dates(meta);
  g_autofree char *trust = status_trust(meta, book);

  if (dates == NULL && trust == NULL)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", "dates");
  if (dates != NULL)
    epub_xhtml_words(xml, dates, meta->lang);
  if (dates != NULL && trust != NULL)
    epub_xml_text(xml, " \u00b7 ");
  if (trust != NULL) {
    epub_xml_open(xml, "strong");
    epub_xhtml_words(xml, trust, meta->lang);
    epub_xml_close(xml);
  }
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_opening(EpubWriter *writer, const EpubPiece *piece)
{
  const Meta *meta = piece->article->meta;
  g_autofree char *names = status_names(meta);

  epub_writer_pages(writer, doc_root(piece->article->doc), "div");
  write_title(writer->xml, piece);
  epub_xhtml_paragraph(writer->xml, "summary", meta->summary);
  if (piece->article->origin == BOOK_INDEX)
    return; /* nobody reviews page numbers */
  write_dates(writer->xml, meta, writer->plan->book);
  epub_xhtml_words_paragraph(writer->xml, "dates", names, meta->lang);
}

/* --- the file --- */

/* The direction as a class: cheap readers know no [dir] in style sheets. */
static const char *
article_class(const Meta *meta)
{
  bool rtl = meta->direction == META_RTL;

  switch (meta->kind) {
  case META_ARTICLE:
    return rtl ? "article rtl" : "article";
  case META_TOPIC:
    return rtl ? "topic rtl" : "topic";
  case META_FORM:
    return rtl ? "form rtl" : "form";
  }
  g_return_val_if_reached(NULL);
}

/* Only the first file of a split article is the chapter (EPUB 3 Text to Speech
 * and DPUB-ARIA: a role names one thing once). */
static void
write_role(EpubXml *xml, BookOrigin origin)
{
  switch (origin) {
  case BOOK_WRITTEN:
  case BOOK_EMERGENCY:
    epub_xml_attribute(xml, "epub:type", "chapter");
    epub_xml_attribute(xml, "role", "doc-chapter");
    return;
  case BOOK_GLOSSARY:
    epub_xml_attribute(xml, "epub:type", "glossary");
    epub_xml_attribute(xml, "role", "doc-glossary");
    return;
  case BOOK_INDEX: /* epub:type would ask for elements of its own */
    epub_xml_attribute(xml, "role", "doc-index");
    return;
  }
  g_return_if_reached();
}

static void
open_section(EpubWriter *writer, const EpubPiece *piece)
{
  EpubXml *xml = writer->xml;
  const Meta *meta = piece->article->meta;

  epub_xml_open(xml, "section");
  epub_xml_attribute(xml, "class", article_class(meta));
  if (piece->number == 1) {
    write_role(xml, piece->article->origin);
    epub_xml_attribute(xml, "aria-labelledby", piece->title_anchor);
  } else {
    epub_xml_attribute(xml, "aria-label", meta->title);
  }
  epub_xml_line(xml);
}

static void
write_notes(EpubWriter *writer, const EpubPiece *piece)
{
  if (piece->notes->len == 0)
    return;
  epub_xml_open(writer->xml, "div");
  epub_xml_attribute(writer->xml, "class", "notes");
  epub_xml_line(writer->xml);
  for (guint i = 0; i < piece->notes->len; i++)
    epub_note_write(writer, g_ptr_array_index(piece->notes, i));
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
}

/* The steps of an emergency are one link away at each chapter's end. */
static void
write_emergency_link(EpubWriter *writer, const EpubPiece *piece)
{
  const BookArticle *first = book_article(writer->plan->book, 0);
  EpubXml *xml = writer->xml;

  if (first->origin != BOOK_EMERGENCY || piece->article == first)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", "emergency-link");
  epub_xml_open(xml, "a");
  epub_xml_attribute(xml, "href", epub_plan_article_file(writer->plan, first));
  epub_xml_text(xml, first->meta->title);
  epub_xml_close(xml);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static char *
file_title(const EpubPiece *piece)
{
  const char *title = piece->article->meta->title;

  if (piece->number == 1)
    return g_strdup(title);
  return g_strdup_printf("%s (%u)", title, piece->number);
}

/* Pages behind the last word of the book. */
static void
write_back_pages(EpubWriter *writer, const EpubPiece *piece)
{
  const EpubPlan *plan = writer->plan;

  if (g_ptr_array_index(plan->pieces, plan->pieces->len - 1) != piece)
    return;
  for (unsigned i = plan->back_pages; i < epub_plan_page_count(plan); i++)
    epub_writer_page(writer, i, "div");
}

bool
epub_article_add(EpubPlan *plan, const EpubPiece *piece, GError **error)
{
  const Meta *meta = piece->article->meta;
  g_autofree char *title = file_title(piece);
  EpubXml *xml = epub_xml_new();
  EpubWriter writer = { .xml = xml,
                        .plan = plan,
                        .source = piece->article->source,
                        .file = piece->file,
                        .direction = meta->direction };

  epub_xhtml_open(xml, plan, title, meta->lang, meta->direction);
  open_section(&writer, piece);
  if (piece->number == 1)
    write_opening(&writer, piece);
  for (guint i = 0; i < piece->nodes->len; i++)
    epub_block_write(&writer, g_ptr_array_index(piece->nodes, i));
  write_notes(&writer, piece);
  write_emergency_link(&writer, piece);
  write_back_pages(&writer, piece);
  epub_xml_close(xml);
  epub_xml_line(xml);
  epub_xhtml_close(xml);
  return epub_xhtml_add(plan, EPUB_FILE_TEXT, piece->file, EPUB_XHTML_TYPE, xml,
                        error);
}
