/* tests/unit/epub_write.c -- each kind of node comes out as it should, and the
 * same book gives the same bytes. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/epub.h"
#include "epub_sample.h"
#include "style/sheet.h"

#include <sys/stat.h>
#include <time.h>

static GBytes *
write_book(const Book *book, const EpubOptions *options)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  GBytes *bytes = epub_write(book, options, diag, &error);

  g_assert_no_error(error);
  g_assert_cmpuint(diag_count(diag, DIAG_ERROR), ==, 0);
  return bytes;
}

static char *
dump_book(const Book *book, const EpubOptions *options)
{
  g_autoptr(GBytes) bytes = write_book(book, options);
  g_autoptr(GError) error = NULL;
  char *dump = epub_dump(bytes, &error);

  g_assert_no_error(error);
  return dump;
}

static char *
dump_sample(void)
{
  g_autoptr(Book) book = sample_book();
  EpubOptions options = { 0 };

  return dump_book(book, &options);
}

static void
assert_has(const char *dump, const char *part)
{
  if (strstr(dump, part) == NULL)
    g_error("no\n%s\nin\n%s", part, dump);
}

static void
assert_lacks(const char *dump, const char *part)
{
  if (strstr(dump, part) != NULL)
    g_error("unwanted\n%s\nin\n%s", part, dump);
}

static void
test_opening(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump,
             "    section class=\"article\" epub:type=\"chapter\" "
             "role=\"doc-chapter\" aria-labelledby=\"title\"\n"
             "      h1 id=\"title\" \"The first\"\n"
             "      p class=\"summary\" \"What a break does, in one "
             "sentence.\"\n"
             "      p class=\"dates\"\n"
             "        \"Updated 22 November 2026 \u00b7 \"\n"
             "        strong \"Not yet reviewed by a clinician\"\n"
             "      p class=\"dates\" \"Also known as: stopping, a pause\"\n");
  assert_has(dump, "      h1 id=\"title\" \"The second\"\n"
                   "      p class=\"dates\" \"Reviewed by Dr A. Example, "
                   "pharmacist, 1 March 2026\"\n"
                   "      ul class=\"cards\"\n");
}

static void
test_inlines(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "        \"Words <&> \\\"all\\\": \"\n"
                   "        em \"emphasis\"\n"
                   "        \" \"\n"
                   "        strong \"strong\"\n");
  assert_has(dump, "        s \"strike\"\n");
  assert_has(dump, "        sup \"superscript\"\n");
  assert_has(dump, "        sub \"subscript\"\n");
  assert_has(dump, "        kbd \"keyboard\"\n");
  assert_has(dump, "        span class=\"safety\" lang=\"de\" "
                   "xml:lang=\"de\" \"span\"\n"
                   "        br\n"
                   "        code \"a < b\"\n");
}

/* An address is made safe, a link to nowhere becomes text. */
static void
test_links(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "        a href=\"https://example.org/a%20b?x=1&y=2\" "
                   "\"outside\"\n"
                   "        a href=\"second.xhtml#end\" \"inside\"\n"
                   "        span \"broken\"\n");
  /* An id that begins with a digit is none in XML. */
  assert_has(dump, "        h2 id=\"_1-why\" \"Why it matters\"\n");
  assert_has(dump, "            a href=\"first.xhtml#_1-why\" \"Read more\"\n"
                   "            a href=\"first.xhtml\" \"First\"\n");
}

static void
test_blocks(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "        blockquote\n"
                   "          p \"A quote.\"\n"
                   "        aside class=\"callout warning\" role=\"note\"\n"
                   "          p \"Warning: do not start again.\"\n");
  assert_has(dump, "        ul class=\"tasks\"\n"
                   "          li \"\u2610\u00a0Open\"\n"
                   "          li\n"
                   "            \"\u2611\u00a0Done\"\n"
                   "            ol start=\"3\"\n"
                   "              li\n"
                   "                p \"Third\"\n"
                   "                p \"and more\"\n");
  assert_has(dump, "        dl\n"
                   "          div id=\"tolerance\"\n"
                   "            dt \"Tolerance\"\n"
                   "            dd\n"
                   "              p \"What the body gets used to.\"\n");
  assert_has(dump, "          h3 \"A closer look\"\n"
                   "          pre\n"
                   "            code \"if (a < b)\\n  return;\\n\"\n"
                   "          hr\n");
}

static void
test_table(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "          div class=\"figure\"\n"
                   "            p id=\"caption\" class=\"caption\" \"How "
                   "long\"\n"
                   "            table aria-labelledby=\"caption\"\n"
                   "              thead\n"
                   "                tr\n"
                   "                  td\n"
                   "                  th class=\"right\" scope=\"col\" "
                   "\"Days\"\n"
                   "              tbody\n"
                   "                tr\n"
                   "                  th scope=\"row\" \"Opioids\"\n"
                   "                  td class=\"right\" \"Opioids\"\n");
}

/* A long name in the first column gets room. */
static void
test_table_width(void)
{
  g_autoptr(Book) book = sample_book();
  Doc *doc = ((BookArticle *)g_ptr_array_index(book->articles, 1))->doc;
  EpubOptions options = { 0 };
  g_autofree char *dump = NULL;

  for (unsigned columns = 2; columns <= 4; columns += 2) {
    DocNode *table = sample_add(doc, doc_root_mutable(doc), DOC_TABLE);
    DocNode *row = sample_add(doc, table, DOC_ROW);
    for (unsigned i = 0; i < columns; i++)
      sample_words(doc, row, DOC_CELL, "buprenorphine");
  }
  dump = dump_book(book, &options);
  assert_has(dump, "      table role=\"presentation\"\n"
                   "        colgroup\n"
                   "          col class=\"names\"\n"
                   "        tbody\n");
  assert_has(dump, "      table class=\"wide\" role=\"presentation\"\n"
                   "        colgroup\n"
                   "          col class=\"names\"\n");
}

static void
test_pictures(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "          figure aria-labelledby=\"caption-2\"\n"
                   "            p\n"
                   "              img src=\"a.png\" alt=\"A grey square\"\n"
                   "            p id=\"caption-2\" class=\"caption\" \"The "
                   "square\"\n"
                   "          p\n"
                   "            img src=\"a.png\" alt=\"\" "
                   "role=\"presentation\"\n");
  assert_has(dump, "== a.png (stored, ");
}

static void
test_missing_picture(void)
{
  g_autoptr(Book) book = sample_book();
  Doc *doc = ((BookArticle *)g_ptr_array_index(book->articles, 1))->doc;
  DocNode *line = sample_add(doc, doc_root_mutable(doc), DOC_PARAGRAPH);
  DocNode *image = sample_add(doc, line, DOC_IMAGE);
  EpubOptions options = { 0 };
  g_autofree char *dump = NULL;

  doc_node_set_link(doc, image, "gone.png", NULL);
  dump = dump_book(book, &options);
  assert_has(dump, "        span class=\"missing\" \"picture without "
                   "description\"\n");
  assert_has(dump, "1 pictures are missing");
}

static void
test_notes(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "            a id=\"noteref-1-1\" class=\"noteref\" "
                   "epub:type=\"noteref\" role=\"doc-noteref\" "
                   "href=\"#note-1\"\n"
                   "              sup \"1\"\n");
  assert_has(dump, "      div class=\"notes\"\n"
                   "        aside id=\"note-1\" epub:type=\"footnote\" "
                   "role=\"doc-footnote\"\n"
                   "          p\n"
                   "            a role=\"doc-backlink\" "
                   "href=\"#noteref-1-1\" \"1\"\n"
                   "            \" \"\n"
                   "            a role=\"doc-backlink\" "
                   "href=\"#noteref-1-2\" \"\u21912\"\n"
                   "            \" Said by a source.\"\n"
                   "          p \"And another.\"\n");
}

/* An author's anchor keeps its name, what is made steps aside. */
static void
test_anchor_clash(void)
{
  g_autoptr(Book) book = sample_book();
  Doc *doc = ((BookArticle *)g_ptr_array_index(book->articles, 0))->doc;
  DocNode *line =
      sample_words(doc, doc_root_mutable(doc), DOC_PARAGRAPH, "Mine");
  EpubOptions options = { 0 };
  g_autofree char *dump = NULL;

  doc_node_set_id(doc, line, "first.note-1");
  dump = dump_book(book, &options);
  assert_has(dump, "p id=\"note-1\" \"Mine\"\n");
  assert_has(dump, "aside id=\"note-1-2\" epub:type=\"footnote\"");
  assert_has(dump, "href=\"#note-1-2\"");
}

static void
test_right_to_left(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "html lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\"\n");
  assert_has(dump, "      p class=\"dates\"\n"
                   "        \"آخر تحديث: 22 نوفمبر 2026 \u00b7 \"\n"
                   "        strong \"لم يراجعه طبيب بعد\"\n");
  assert_has(dump, "        span lang=\"en\" xml:lang=\"en\" dir=\"ltr\" "
                   "\"hello\"\n");
  assert_has(dump, "    dc:language \"en\"\n    dc:language \"ar\"\n");
  assert_lacks(dump, "page-progression-direction");
}

static void
test_title_page(void)
{
  g_autoptr(Book) book = sample_book();
  EpubOptions options = { 0 };
  g_autofree char *dump = NULL;

  book->draft = true;
  dump = dump_book(book, &options);
  assert_has(dump, "    section class=\"title-page\" "
                   "epub:type=\"titlepage\" "
                   "aria-label=\"A sample & more\"\n"
                   "      h1 \"A sample & more\"\n"
                   "      p class=\"subtitle\" \"For the tests\"\n"
                   "      p class=\"status\" \"Edition 2026.11 \u00b7 Not yet "
                   "reviewed by a clinician \u00b7 Draft\"\n"
                   "      p class=\"imprint\" \"English\"\n"
                   "      p class=\"imprint\" \"Released 22 November 2026\"\n");
}

/* Nobody promised a review in a folder of Markdown. */
static void
test_bare(void)
{
  g_autoptr(Book) book = sample_book();
  EpubOptions options = { 0 };
  g_autofree char *dump = NULL;

  book->bare = true;
  dump = dump_book(book, &options);
  assert_lacks(dump, "Not yet reviewed");
  assert_lacks(dump, "Released");
}

static void
test_navigation(void)
{
  g_autofree char *dump = dump_sample();

  assert_has(dump, "        li\n"
                   "          a href=\"first.xhtml\" \"The first\"\n"
                   "        li\n"
                   "          span \"The second part\"\n"
                   "          ol\n"
                   "            li\n"
                   "              a href=\"second.xhtml\" \"The second\"\n"
                   "            li\n"
                   "              a href=\"third.xhtml\" \"The third\"\n"
                   "    nav id=\"landmarks\"");
  assert_has(dump, "          a epub:type=\"bodymatter\" "
                   "href=\"first.xhtml\" \"Start of the text\"\n");
  assert_has(dump, "    navPoint id=\"point-2\"\n"
                   "      navLabel\n"
                   "        text \"The second part\"\n"
                   "      content src=\"second.xhtml\"\n"
                   "      navPoint id=\"point-3\"\n");
  assert_lacks(dump, "page-list");
  assert_lacks(dump, "pageList");
}

static void
test_package(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(GBytes) png = sample_png();
  EpubOptions options = { .cover = png };
  g_autofree char *dump = NULL;

  book->isbn = g_strdup("9783161484100");
  book->series = g_strdup("Leaflets");
  book->series_position = 2;
  book->direction = META_RTL;
  dump = dump_book(book, &options);
  assert_has(dump, "    dc:identifier id=\"uid\" \"urn:uuid:");
  assert_has(dump, "    dc:identifier id=\"isbn\" "
                   "\"urn:isbn:9783161484100\"\n");
  assert_has(dump, "    meta property=\"dcterms:modified\" "
                   "\"2026-11-22T00:00:00Z\"\n");
  assert_has(dump, "    meta refines=\"#series\" property=\"group-position\" "
                   "\"2\"\n");
  assert_has(dump, "href=\"cover.png\" media-type=\"image/png\" "
                   "properties=\"cover-image\"\n");
  assert_has(dump, "    meta name=\"cover\" content=\"file-cover.png\"\n");
  assert_has(dump, "  spine toc=\"ncx\" page-progression-direction=\"rtl\"\n"
                   "    itemref idref=\"file-cover.xhtml\"\n"
                   "    itemref idref=\"file-title.xhtml\"\n"
                   "    itemref idref=\"file-first.xhtml\"\n");
  assert_has(dump, "alt=\"Cover: A sample & more. For the tests\"");
}

/* An article may be called as our own files are. */
static void
test_name_clash(void)
{
  g_autoptr(Book) book = sample_book();
  Doc *doc = doc_new("articles/title.md");
  EpubOptions options = { 0 };
  g_autofree char *dump = NULL;

  sample_words(doc, doc_root_mutable(doc), DOC_PARAGRAPH, "Text");
  doc_node_set_id(doc, doc_root_mutable(doc), "title");
  sample_article(book, "title", "Title", 1, doc);
  dump = dump_book(book, &options);
  assert_has(dump, "== title-2.xhtml ");
  assert_has(dump, "a href=\"title-2.xhtml\" \"Title\"\n");
}

static void
test_reproducible(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = sample_pages(book);
  EpubOptions options = { .pages = pages };
  g_autoptr(GBytes) first = write_book(book, &options);
  g_autoptr(GBytes) second = NULL;
  g_autofree char *zone = g_strdup(g_getenv("TZ"));
  mode_t mask = umask(077);

  g_setenv("TZ", "Pacific/Kiritimati", TRUE);
  tzset();
  second = write_book(book, &options);
  umask(mask);
  if (zone != NULL)
    g_setenv("TZ", zone, TRUE);
  else
    g_unsetenv("TZ");
  tzset();
  g_assert_true(g_bytes_equal(first, second));
}

static void
test_unread_article(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  EpubOptions options = { 0 };
  BookArticle *article = book_add_article(book);

  article->meta->id = g_strdup("unread");
  g_assert_null(epub_write(book, &options, diag, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_BUG);
}

static void
test_style_sheet(void)
{
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(StyleSheet) sheet = NULL;
  g_autofree char *said = NULL;

  g_assert_true(
      g_file_get_contents(SOURCE_DIR "/styles/epub.css", &text, &length, NULL));
  bytes = g_bytes_new(text, length);
  sheet = style_sheet_read("epub.css", STYLE_SHEET_EPUB, bytes, diag);
  said = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  g_assert_cmpstr(said, ==, "");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/opening", test_opening);
  g_test_add_func("/inlines", test_inlines);
  g_test_add_func("/links", test_links);
  g_test_add_func("/blocks", test_blocks);
  g_test_add_func("/table", test_table);
  g_test_add_func("/table-width", test_table_width);
  g_test_add_func("/pictures", test_pictures);
  g_test_add_func("/missing-picture", test_missing_picture);
  g_test_add_func("/notes", test_notes);
  g_test_add_func("/anchor-clash", test_anchor_clash);
  g_test_add_func("/right-to-left", test_right_to_left);
  g_test_add_func("/title-page", test_title_page);
  g_test_add_func("/bare", test_bare);
  g_test_add_func("/navigation", test_navigation);
  g_test_add_func("/package", test_package);
  g_test_add_func("/name-clash", test_name_clash);
  g_test_add_func("/reproducible", test_reproducible);
  g_test_add_func("/unread-article", test_unread_article);
  g_test_add_func("/style-sheet", test_style_sheet);
  return g_test_run();
}
