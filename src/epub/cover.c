/* epub/cover.c -- the cover: one picture, and words for who cannot see it. */
/* SPDX-License-Identifier: MIT */

#include "epub/cover.h"

#include "doc/words.h"
#include "epub/xhtml.h"

static void
add_picture(EpubPlan *plan)
{
  EpubFile *file =
      epub_plan_add_file(plan, EPUB_FILE_PICTURE, g_strdup("cover.png"),
                         "image/png", g_bytes_ref(plan->options->cover));

  file->properties = "cover-image";
}

/* "Cover: Title. Subtitle" -- all that the picture says in letters. */
static char *
cover_words(const Book *book)
{
  const char *cover = words_say(WORDS_COVER, book->lang);

  if (book->subtitle == NULL)
    return g_strdup_printf("%s: %s", cover, book->title);
  return g_strdup_printf("%s: %s. %s", cover, book->title, book->subtitle);
}

bool
epub_cover_add(EpubPlan *plan, GError **error)
{
  const Book *book = plan->book;
  g_autofree char *words = cover_words(book);
  EpubXml *xml;

  if (plan->options->cover == NULL)
    return true;
  add_picture(plan);
  xml = epub_xml_new();
  epub_xhtml_open(xml, plan, book->title, book->lang, book->direction);
  epub_xml_open(xml, "section");
  epub_xml_attribute(xml, "class", "cover");
  epub_xml_attribute(xml, "aria-label", words_say(WORDS_COVER, book->lang));
  epub_xml_open(xml, "h1");
  epub_xml_open(xml, "img");
  epub_xml_attribute(xml, "epub:type", "cover");
  epub_xml_attribute(xml, "role", "doc-cover");
  epub_xml_attribute(xml, "src", "cover.png");
  epub_xml_attribute(xml, "alt", words);
  epub_xml_close_empty(xml);
  epub_xml_close(xml);
  epub_xml_close(xml);
  epub_xml_line(xml);
  epub_xhtml_close(xml);
  return epub_xhtml_add(plan, EPUB_FILE_TEXT, "cover.xhtml", EPUB_XHTML_TYPE,
                        xml, error);
}
