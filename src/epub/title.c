/* epub/title.c -- the title page: what this book is, and which edition. */
/* SPDX-License-Identifier: MIT */

#include "epub/address.h"
#include "epub/words.h"
#include "epub/writer.h"
#include "epub/xhtml.h"

static void
write_paragraph(EpubXml *xml, const char *class_name, const char *text)
{
  if (text == NULL)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", class_name);
  epub_xml_text(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* "Edition 2026.11 · English" */
static void
write_edition(EpubXml *xml, const Book *book)
{
  const char *language = epub_words_language(book->lang);
  g_autofree char *edition =
      book->edition != NULL
          ? g_strdup_printf("Edition %s \u00b7 ", book->edition)
          : NULL;

  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", "edition");
  if (edition != NULL)
    epub_xhtml_words(xml, edition, book->lang);
  epub_xml_text(xml, language);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

static void
write_status(EpubXml *xml, const Book *book, EpubWords words)
{
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", "status");
  epub_xhtml_words(xml, epub_words(words), book->lang);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* --- who made it --- */

/* As a link where it is an address. */
static void
write_address(EpubXml *xml, const char *text)
{
  g_autofree char *address = epub_address_escape(text);

  if (address == NULL) {
    epub_xml_text(xml, text);
    return;
  }
  epub_xml_open(xml, "a");
  epub_xml_attribute(xml, "href", address);
  epub_xml_text(xml, g_str_has_prefix(text, "mailto:") ? text + 7 : text);
  epub_xml_close(xml);
}

static void
write_imprint_line(EpubXml *xml, const Book *book, const char *label,
                   const char *text)
{
  if (text == NULL)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", "imprint");
  epub_xhtml_words(xml, label, book->lang);
  write_address(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* A bare folder has no date of its own. */
static void
write_imprint(EpubXml *xml, const Book *book)
{
  g_autofree char *released =
      book->bare ? NULL : epub_words_date(book->released);

  write_imprint_line(xml, book, "Released ", released);
  write_imprint_line(xml, book, "Replaces edition ", book->replaces);
  write_imprint_line(xml, book, "Written by ", book->author);
  write_imprint_line(xml, book, "Published by ", book->publisher);
  write_imprint_line(xml, book, "Licence: ", book->licence);
  write_imprint_line(xml, book, "ISBN ", book->isbn);
  write_imprint_line(xml, book, "On the web: ", book->address);
  write_imprint_line(xml, book,
                     "Tell us about mistakes: ", book->report_errors_to);
  if (book->report_errors_to == NULL && !book->bare)
    write_imprint_line(xml, book, "Tell us about mistakes: ", "no address yet");
}

/* All that the book rests on; each article lists its own as well. */
static void
write_sources(EpubXml *xml, const Book *book)
{
  bool begun = false;

  for (unsigned i = 0; i < book->registry->sources->len; i++) {
    const Source *source = registry_source(book->registry, i);

    if (!source->cited)
      continue;
    if (!begun)
      write_status(xml, book, EPUB_WORDS_SOURCES);
    begun = true;
    write_paragraph(xml, "imprint", source->citation);
  }
}

/* The first page is the title's, the others stand behind it: paper has there
 * an imprint and the contents. */
static void
write_front_pages(EpubWriter *writer, unsigned from, unsigned to)
{
  for (unsigned i = from; i < MIN(to, writer->plan->front_pages); i++)
    epub_writer_page(writer, i, "div");
}

bool
epub_title_add(EpubPlan *plan, GError **error)
{
  const Book *book = plan->book;
  EpubXml *xml = epub_xml_new();
  EpubWriter writer = { .xml = xml, .plan = plan, .file = "title.xhtml" };

  epub_xhtml_open(xml, plan, book->title, book->lang, book->direction);
  epub_xml_open(xml, "section");
  epub_xml_attribute(xml, "class",
                     book->direction == META_RTL ? "title-page rtl"
                                                 : "title-page");
  epub_xml_attribute(xml, "epub:type", "titlepage");
  epub_xml_line(xml);
  write_front_pages(&writer, 0, 1);
  epub_xml_element(xml, "h1", book->title);
  epub_xml_line(xml);
  write_paragraph(xml, "subtitle", book->subtitle);
  write_front_pages(&writer, 1, plan->front_pages);
  write_edition(xml, book);
  if (book->draft)
    write_status(xml, book, EPUB_WORDS_DRAFT);
  if (epub_book_is_unreviewed(book))
    write_status(xml, book, EPUB_WORDS_UNREVIEWED);
  write_imprint(xml, book);
  write_sources(xml, book);
  epub_xml_close(xml);
  epub_xml_line(xml);
  epub_xhtml_close(xml);
  return epub_xhtml_add(plan, EPUB_FILE_TEXT, "title.xhtml", EPUB_XHTML_TYPE,
                        xml, error);
}
