/* epub/nav.c -- the navigation document: contents, landmarks, page list. */
/* SPDX-License-Identifier: MIT */

#include "epub/nav.h"

#include "doc/words.h"
#include "epub/xhtml.h"

static void
open_nav(EpubXml *xml, const char *type, const char *role, const char *title,
         bool hidden)
{
  epub_xml_open(xml, "nav");
  epub_xml_attribute(xml, "id", type);
  epub_xml_attribute(xml, "epub:type", type);
  epub_xml_attribute(xml, "role", role);
  epub_xml_attribute(xml, "aria-label", title);
  if (hidden)
    epub_xml_attribute(xml, "hidden", "");
  epub_xml_line(xml);
  epub_xml_element(xml, hidden ? "h2" : "h1", title);
  epub_xml_line(xml);
  epub_xml_open(xml, "ol");
  epub_xml_line(xml);
}

static void
close_two(EpubXml *xml)
{
  epub_xml_close(xml);
  epub_xml_line(xml);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* Leaves li open. */
static void
open_entry(EpubXml *xml, const char *address, const char *type,
           const char *label)
{
  epub_xml_open(xml, "li");
  epub_xml_open(xml, address != NULL ? "a" : "span");
  epub_xml_attribute(xml, "epub:type", type);
  epub_xml_attribute(xml, "href", address);
  epub_xml_text(xml, label);
  epub_xml_close(xml);
}

static void
write_entry(EpubXml *xml, const char *address, const char *type,
            const char *label)
{
  open_entry(xml, address, type, label);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* --- contents --- */

static const char *
part_title(const Book *book, unsigned part)
{
  return part < book->parts->len ? book_part(book, part)->title : NULL;
}

/* A new part with a title opens a list of its own. */
static void
turn_part(EpubXml *xml, const Book *book, unsigned index)
{
  const BookArticle *article = book_article(book, index);
  unsigned before = index > 0 ? book_article(book, index - 1)->part : 0;
  bool changed = index == 0 || article->part != before;

  if (index > 0 && changed && part_title(book, before) != NULL)
    close_two(xml);
  if (changed && part_title(book, article->part) != NULL) {
    open_entry(xml, NULL, NULL, part_title(book, article->part));
    epub_xml_line(xml);
    epub_xml_open(xml, "ol");
    epub_xml_line(xml);
  }
}

static void
write_contents(EpubXml *xml, const EpubPlan *plan)
{
  const Book *book = plan->book;
  unsigned count = book->articles->len;

  open_nav(xml, "toc", "doc-toc", words_say(WORDS_CONTENTS, book->lang), false);
  if (count == 0)
    write_entry(xml, "title.xhtml", NULL, book->title);
  for (unsigned i = 0; i < count; i++) {
    const BookArticle *article = book_article(book, i);
    turn_part(xml, book, i);
    write_entry(xml, epub_plan_article_file(plan, article), NULL,
                article->meta->title);
  }
  if (count > 0 &&
      part_title(book, book_article(book, count - 1)->part) != NULL)
    close_two(xml);
  close_two(xml);
}

/* --- landmarks and pages --- */

/* No landmark for the contents: it would have to lead into the spine (EPUBCheck
 * RSC-011), and some readers draw all of this file when it is there. */
static void
write_landmarks(EpubXml *xml, const EpubPlan *plan)
{
  const Book *book = plan->book;
  bool steps_first = book->articles->len > 1 &&
                     book_article(book, 0)->origin == BOOK_EMERGENCY;

  open_nav(xml, "landmarks", NULL, words_say(WORDS_LANDMARKS, book->lang),
           true);
  if (steps_first)
    write_entry(xml, epub_plan_article_file(plan, book_article(book, 0)),
                "frontmatter", book_article(book, 0)->meta->title);
  if (plan->options->cover != NULL)
    write_entry(xml, "cover.xhtml", "cover",
                words_say(WORDS_COVER, book->lang));
  write_entry(xml, "title.xhtml", "titlepage",
              words_say(WORDS_TITLE_PAGE, book->lang));
  if (book->articles->len > 0)
    write_entry(xml,
                epub_plan_article_file(plan, book_article(book, steps_first)),
                "bodymatter", words_say(WORDS_BEGIN, book->lang));
  close_two(xml);
}

static void
write_pages(EpubXml *xml, const EpubPlan *plan)
{
  open_nav(xml, "page-list", "doc-pagelist",
           words_say(WORDS_PAGE_LIST, plan->book->lang), true);
  for (guint i = 0; i < plan->pages->len; i++) {
    g_autofree char *address =
        epub_place_address(g_ptr_array_index(plan->pages, i), NULL);
    write_entry(xml, address, NULL, epub_plan_page_label(plan, i));
  }
  close_two(xml);
}

bool
epub_nav_add(EpubPlan *plan, GError **error)
{
  const Book *book = plan->book;
  EpubXml *xml = epub_xml_new();

  epub_xhtml_open(xml, plan, book->title, book->lang, book->direction);
  write_contents(xml, plan);
  write_landmarks(xml, plan);
  if (plan->pages->len > 0)
    write_pages(xml, plan);
  epub_xhtml_close(xml);
  if (!epub_xhtml_add(plan, EPUB_FILE_NAVIGATION, "nav.xhtml", EPUB_XHTML_TYPE,
                      xml, error))
    return false;
  ((EpubFile *)g_ptr_array_index(plan->files, plan->files->len - 1))
      ->properties = "nav";
  return true;
}
