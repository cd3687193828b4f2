/* epub/article.c -- an article's file: title, summary, dates, text, notes. */
/* SPDX-License-Identifier: MIT */

#include "epub/words.h"
#include "epub/writer.h"
#include "epub/xhtml.h"

static void
write_paragraph(EpubXml *xml, const char *class_name, const char *text)
{
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", class_name);
  epub_xml_text(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_title(EpubXml *xml, const EpubPiece *piece)
{
  epub_xml_open(xml, "h1");
  epub_xml_attribute(xml, "id", piece->title_anchor);
  epub_xml_text(xml, piece->article->meta->title);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* --- the line of dates --- */

static void
write_updated(EpubXml *xml, const Meta *meta)
{
  g_autofree char *date = epub_words_date(meta->updated);
  g_autofree char *words = g_strconcat("Updated ", date, NULL);

  epub_xhtml_words(xml, words, meta->lang);
}

static void
write_reviewed(EpubXml *xml, const Meta *meta)
{
  const MetaReview *review = &meta->review;

  epub_xhtml_words(xml, "Reviewed by ", meta->lang);
  epub_xml_text(xml, review->by);
  if (review->role != NULL) {
    epub_xml_text(xml, ", ");
    epub_xml_text(xml, review->role);
  }
  if (review->on != NULL) {
    g_autofree char *date = epub_words_date(review->on);
    epub_xml_text(xml, ", ");
    epub_xhtml_words(xml, date, meta->lang);
  }
}

static void
write_names(EpubXml *xml, const Meta *meta)
{
  g_autofree char *names = g_strjoinv(", ", meta->also_known_as);

  epub_xhtml_words(xml, "Also known as: ", meta->lang);
  epub_xml_text(xml, names);
}

static void
write_dates(EpubXml *xml, const Meta *meta)
{
  const struct {
    bool said;
    void (*write)(EpubXml *, const Meta *);
  } parts[] = {
    { meta->updated != NULL, write_updated },
    { meta->review.by != NULL, write_reviewed },
    { meta->also_known_as[0] != NULL, write_names },
  };
  bool open = false;

  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
    if (!parts[i].said)
      continue;
    if (open) {
      epub_xml_text(xml, " \u00b7 ");
    } else {
      epub_xml_open(xml, "p");
      epub_xml_attribute(xml, "class", "dates");
    }
    open = true;
    parts[i].write(xml, meta);
  }
  if (!open)
    return;
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* What its readers must know about how far it can be trusted. */
static void
write_status(EpubXml *xml, const Meta *meta, const Book *book)
{
  const struct {
    bool said;
    EpubWords words;
  } parts[] = {
    { meta->review.by == NULL && !book->bare, EPUB_WORDS_UNREVIEWED },
    { book->draft && !book->bare, EPUB_WORDS_DRAFT },
    { meta->status.overdue, EPUB_WORDS_OVERDUE },
    { meta->status.unchecked, EPUB_WORDS_UNCHECKED },
    { meta->status.second_hand, EPUB_WORDS_SECOND_HAND },
    { meta->status.unverified, EPUB_WORDS_UNVERIFIED },
  };
  g_autoptr(GString) line = g_string_new(NULL);

  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    if (parts[i].said)
      g_string_append_printf(line, "%s%s", line->len > 0 ? " \u00b7 " : "",
                             epub_words(parts[i].words));
  if (line->len == 0)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", "status");
  epub_xhtml_words(xml, line->str, meta->lang);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_opening(EpubWriter *writer, const EpubPiece *piece)
{
  const Meta *meta = piece->article->meta;

  epub_writer_pages(writer, doc_root(piece->article->doc), "div");
  write_title(writer->xml, piece);
  if (meta->summary != NULL)
    write_paragraph(writer->xml, "summary", meta->summary);
  if (piece->article->origin == BOOK_INDEX)
    return; /* nobody reviews page numbers */
  write_dates(writer->xml, meta);
  write_status(writer->xml, meta, writer->plan->book);
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
