/* tests/unit/epub_hostile.c -- small files that would keep a proof busy for
 * minutes, were they read again and again. */
/* SPDX-License-Identifier: MIT */

#include "epub/container.h"
#include "epub/inspect.h"
#include "epub/plan.h"
#include "epub/spoken.h"

#include <string.h>

#define XHTML                                                                  \
  "<html xmlns=\"http://www.w3.org/1999/xhtml\" "                              \
  "xmlns:epub=\"http://www.idpf.org/2007/ops\">"

/* As many as fit into the MiB that an entry may always have. */
enum {
  REFERENCES = 40000,
  BREAKS = 200000,
  SELECTORS = 20000
};

static void
add(GPtrArray *files, const char *name, const char *text)
{
  epub_files_add(files, EPUB_FILE_PACKAGE, g_strdup(name),
                 g_bytes_new(text, strlen(text)));
}

static EpubFinished *
book_open(const GPtrArray *files)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = epub_container_write(files, &error);

  g_assert_no_error(error);
  EpubFinished *epub = epub_finished_open(bytes, &error);
  g_assert_no_error(error);
  return epub;
}

/* (transfer full) */
static char *
many(int count, const char *before, const char *text, const char *behind)
{
  GString *out = g_string_new(before);

  for (int i = 0; i < count; i++)
    g_string_append(out, text);
  g_string_append(out, behind);
  return g_string_free(out, FALSE);
}

static void
test_same_file(void)
{
  g_autoptr(GPtrArray) files = epub_files_new();
  g_autofree char *package =
      many(REFERENCES,
           "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest>"
           "<spine>",
           "<itemref idref=\"a\"/>", "</spine></package>");
  g_autofree char *text = many(
      REFERENCES, XHTML "<body><section aria-labelledby=\"t\"><h1>A</h1><p>",
      "word ", "</p></section></body></html>");

  add(files, "package.opf", package);
  add(files, "a.xhtml", text);
  g_autoptr(EpubFinished) epub = book_open(files);
  g_autoptr(GPtrArray) articles = epub_articles_read(epub, true);
  g_assert_cmpuint(articles->len, ==, 1);
  const EpubArticle *article = g_ptr_array_index(articles, 0);
  g_assert_cmpuint(article->words->words->len, ==, REFERENCES + 1);
}

static void
test_pieces(void)
{
  g_autoptr(GPtrArray) files = epub_files_new();
  g_autofree char *text =
      many(BREAKS,
           XHTML "<body><p><span epub:type=\"pagebreak\" id=\"p\" "
                 "aria-label=\"1\"/>one",
           "<br/>", "two</p></body></html>");

  add(files, "package.opf",
      "<package><manifest><item id=\"a\" href=\"a.xhtml\"/>"
      "<item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/></manifest>"
      "<spine><itemref idref=\"a\"/></spine></package>");
  add(files, "nav.xhtml",
      XHTML "<body><nav epub:type=\"page-list\">"
            "<a href=\"a.xhtml#p\">1</a></nav></body></html>");
  add(files, "a.xhtml", text);
  g_autoptr(EpubFinished) epub = book_open(files);
  g_autoptr(EpubReport) report = epub_inspect(epub);
  g_assert_cmpuint(report->pages->len, ==, 1);
  const EpubPageWords *page = g_ptr_array_index(report->pages, 0);
  g_assert_true(g_str_has_prefix(page->words, "one "));
  g_assert_true(g_str_has_suffix(page->words, " two"));
  g_assert_cmpuint(strlen(page->words), ==, BREAKS + strlen("onetwo"));
}

static void
test_rule(void)
{
  g_autoptr(GPtrArray) files = epub_files_new();
  g_autofree char *selectors = many(SELECTORS, "", "a,", "img");
  g_autofree char *rule = many(SELECTORS, "{width:1px;", "b:c;", "}");
  g_autofree char *css = g_strconcat(selectors, rule, NULL);

  add(files, "package.opf", "<package/>");
  add(files, "style.css", css);
  g_autoptr(EpubFinished) epub = book_open(files);
  g_autoptr(EpubReport) report = epub_inspect(epub);
  guint found = 0;
  for (guint i = 0; i < report->faults->len; i++)
    found += strstr(g_ptr_array_index(report->faults, i), "\"width\"") != NULL;
  g_assert_cmpuint(found, ==, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/same-file", test_same_file);
  g_test_add_func("/pieces", test_pieces);
  g_test_add_func("/rule", test_rule);
  return g_test_run();
}
