/* epub/title.c -- the title page: what this book is, and which edition. */
/* SPDX-License-Identifier: MIT */

#include "epub/title.h"

#include "doc/status.h"
#include "doc/words.h"
#include "epub/address.h"
#include "epub/writer.h"
#include "epub/xhtml.h"

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
write_imprint_line(EpubXml *xml, const Book *book, Words label,
                   const char *text)
{
  if (text == NULL)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", "imprint");
  epub_xhtml_words(xml, words_say(label, book->lang), book->lang);
  epub_xml_text(xml, " ");
  write_address(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* A bare folder has no date and no address of its own. */
static void
write_imprint(EpubXml *xml, const Book *book)
{
  g_autofree char *released = words_dated(
      WORDS_RELEASED, book->bare ? NULL : book->released, book->lang);
  g_autofree char *isbn =
      book->isbn != NULL ? g_strconcat("ISBN ", book->isbn, NULL) : NULL;
  const char *report = book->report_errors_to;

  epub_xhtml_paragraph(xml, "imprint", words_language_name(book->lang));
  epub_xhtml_words_paragraph(xml, "imprint", released, book->lang);
  write_imprint_line(xml, book, WORDS_REPLACES, book->replaces);
  write_imprint_line(xml, book, WORDS_PUBLISHED_BY, book->publisher);
  write_imprint_line(xml, book, WORDS_LICENCE, book->licence);
  epub_xhtml_paragraph(xml, "imprint", isbn);
  write_imprint_line(xml, book, WORDS_ON_THE_WEB, book->address);
  if (report == NULL && !book->bare)
    report = words_say(WORDS_NO_REPORT_ADDRESS, book->lang);
  write_imprint_line(xml, book, WORDS_REPORT_ERRORS, report);
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
      epub_xhtml_words_paragraph(
          xml, "imprint", words_say(WORDS_SOURCES, book->lang), book->lang);
    begun = true;
    epub_xhtml_paragraph(xml, "imprint", source->citation);
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
  g_autofree char *edition = status_edition(book);
  EpubXml *xml = epub_xml_new();
  EpubWriter writer = { .xml = xml, .plan = plan, .file = "title.xhtml" };

  epub_xhtml_open(xml, plan, book->title, book->lang, book->direction);
  epub_xml_open(xml, "section");
  epub_xml_attribute(xml, "class",
                     book->direction == META_RTL ? "title-page rtl"
                                                 : "title-page");
  epub_xml_attribute(xml, "epub:type", "titlepage");
  epub_xml_attribute(xml, "aria-label", book->title);
  epub_xml_line(xml);
  write_front_pages(&writer, 0, 1);
  epub_xml_element(xml, "h1", book->title);
  epub_xml_line(xml);
  epub_xhtml_paragraph(xml, "subtitle", book->subtitle);
  epub_xhtml_paragraph(xml, "author", book->author);
  epub_xhtml_words_paragraph(xml, "status", edition, book->lang);
  write_front_pages(&writer, 1, plan->front_pages);
  write_imprint(xml, book);
  write_sources(xml, book);
  epub_xml_close(xml);
  epub_xml_line(xml);
  epub_xhtml_close(xml);
  return epub_xhtml_add(plan, EPUB_FILE_TEXT, "title.xhtml", EPUB_XHTML_TYPE,
                        xml, error);
}
