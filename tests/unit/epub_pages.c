/* tests/unit/epub_pages.c -- printed pages: each marked at its word, listed in
 * order, and nothing claimed without them. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/epub.h"
#include "epub_sample.h"

static void
assert_has(const char *dump, const char *part)
{
  if (strstr(dump, part) == NULL)
    g_error("no\n%s\nin\n%s", part, dump);
}

static void
test_marks(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = sample_pages(book);
  g_autofree char *dump = sample_dump(book, pages);

  assert_has(dump, "      div id=\"page-i\" epub:type=\"pagebreak\" "
                   "role=\"doc-pagebreak\" aria-label=\"i\"\n"
                   "      h1 \"A sample & more\"\n");
  assert_has(dump, "      div id=\"page-1\" epub:type=\"pagebreak\" "
                   "role=\"doc-pagebreak\" aria-label=\"1\"\n"
                   "      h1 id=\"title\" \"The first\"\n");
  assert_has(dump, "        h2 id=\"_1-why\"\n"
                   "          span id=\"page-2\" epub:type=\"pagebreak\" "
                   "role=\"doc-pagebreak\" aria-label=\"2\"\n"
                   "          \"Why it matters\"\n");
}

/* A blank page is marked with the next that has text; a word that crosses the
 * page stays whole. */
static void
test_blank_and_divided(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = sample_pages(book);
  g_autofree char *dump = sample_dump(book, pages);

  assert_has(dump, "aria-label=\"3\"\n"
                   "      div id=\"page-4\" epub:type=\"pagebreak\" "
                   "role=\"doc-pagebreak\" aria-label=\"4\"\n"
                   "      h1 id=\"title\" \"The second\"\n");
  assert_has(dump, "          \"An \"\n"
                   "          span id=\"page-5\" epub:type=\"pagebreak\" "
                   "role=\"doc-pagebreak\" aria-label=\"5\"\n"
                   "          \"undivided ending.\"\n");
}

static void
test_lists(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = sample_pages(book);
  g_autofree char *dump = sample_dump(book, pages);

  assert_has(dump, "          a href=\"title.xhtml#page-i\" \"i\"\n"
                   "        li\n"
                   "          a href=\"first.xhtml#page-1\" \"1\"\n"
                   "        li\n"
                   "          a href=\"first.xhtml#page-2\" \"2\"\n"
                   "        li\n"
                   "          a href=\"second.xhtml#page-3\" \"3\"\n");
  assert_has(dump, "    pageTarget id=\"target-1\" type=\"front\"\n"
                   "      navLabel\n"
                   "        text \"i\"\n"
                   "      content src=\"title.xhtml#page-i\"\n"
                   "    pageTarget id=\"target-2\" type=\"normal\" "
                   "value=\"1\"\n");
  assert_has(dump, "    meta name=\"dtb:totalPageCount\" content=\"6\"\n"
                   "    meta name=\"dtb:maxPageNumber\" content=\"5\"\n");
}

static void
test_claims(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = sample_pages(book);
  g_autofree char *with = sample_dump(book, pages);
  g_autofree char *without = sample_dump(book, NULL);

  assert_has(with, "property=\"pageBreakSource\" \"urn:isbn:1\"\n");
  assert_has(with, "\"pageBreakMarkers\"\n");
  assert_has(with, "\"pageNavigation\"\n");
  g_assert_null(strstr(without, "pageBreak"));
  g_assert_null(strstr(without, "pageNavigation"));
}

static void
test_page_reference(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = sample_pages(book);
  g_autofree char *dump = sample_dump(book, pages);

  assert_has(dump, "            a href=\"first.xhtml#_1-why\" \"Read more "
                   "(page\u00a02)\"\n");
}

/* Pages may begin at any node: in a table, a list, a code block, a note. */
static void
test_everywhere(void)
{
  static const char *const texts[] = { "Third",   "return", "Days",
                                       "Opioids", "A grey", "Said by" };
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = page_map_new();
  g_autofree char *dump = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *label = g_strdup_printf("%zu", i + 1);
    const DocNode *node = sample_find(sample_root(book, 0), texts[i]);
    /* Of a picture the whole, not its words. */
    if (node->parent->kind == DOC_IMAGE)
      node = node->parent;
    page_map_add(pages, label, 0, node, node->kind == DOC_CODE_BLOCK ? 13 : 0);
  }
  dump = sample_dump(book, pages);
  assert_has(dump, "            code\n"
                   "              \"if (a < b)\\n  \"\n"
                   "              span id=\"page-2\"");
  assert_has(dump, "                  th class=\"right\" scope=\"col\"\n"
                   "                    span id=\"page-3\"");
}

/* A page that begins nowhere in the EPUB must not be lost in silence. */
static void
test_lost(void)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(PageMap) pages = page_map_new();
  g_autoptr(Doc) other = doc_new("other.md");
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  EpubOptions options = { .pages = pages };

  page_map_add(pages, "1", 0, doc_root(other), 0);
  g_assert_null(epub_write(book, &options, diag, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_BUG);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/marks", test_marks);
  g_test_add_func("/blank-and-divided", test_blank_and_divided);
  g_test_add_func("/lists", test_lists);
  g_test_add_func("/claims", test_claims);
  g_test_add_func("/page-reference", test_page_reference);
  g_test_add_func("/everywhere", test_everywhere);
  g_test_add_func("/lost", test_lost);
  return g_test_run();
}
