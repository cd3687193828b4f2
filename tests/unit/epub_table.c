/* tests/unit/epub_table.c -- tables of many columns, which a narrow screen may
 * show as a list. */
/* SPDX-License-Identifier: MIT */

#include "epub_sample.h"

static const char *const heads[] = { "", "Mon", "Tue", "Wed" };

/* A row "a|b|c|d" of the sample's third article. */
static DocNode *
add_row(Doc *doc, DocNode *table, bool head, const char *const *words)
{
  DocNode *row = sample_add(doc, table, DOC_ROW);

  row->as.header = head;
  for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
    DocNode *cell = sample_add(doc, row, DOC_CELL);
    if (*words[i] != '\0')
      sample_text(doc, cell, DOC_TEXT, words[i]);
  }
  return row;
}

static Doc *
doc_of(const Book *book)
{
  return ((BookArticle *)g_ptr_array_index(book->articles, 2))->doc;
}

static DocNode *
add_table(const Book *book)
{
  static const char *const words[] = { "Morning", "one", "two", "three" };
  Doc *doc = doc_of(book);
  DocNode *table = sample_add(doc, doc_root_mutable(doc), DOC_TABLE);

  add_row(doc, table, true, heads);
  add_row(doc, table, false, words);
  return table;
}

static bool
is_list(const Book *book, const PageMap *pages)
{
  g_autofree char *dump = sample_dump(book, pages);

  return strstr(dump, "table class=\"wide as-list\"") != NULL;
}

static void
test_labels(void)
{
  g_autoptr(Book) book = sample_book();
  DocNode *table = add_table(book);
  g_autofree char *dump = NULL;

  table->first->first->next->next->first->as.text = "";
  dump = sample_dump(book, NULL);
  g_assert_nonnull(strstr(dump, "td class=\"row-name\" \"Morning\"\n"));
  g_assert_nonnull(
      strstr(dump, "td class=\"row-value\" data-label=\"Mon\" \"one\"\n"));
  g_assert_nonnull(strstr(dump, "td class=\"row-more\" \"two\"\n"));
}

/* What a list cannot say as a label, or cannot place. */
static void
test_no_list(void)
{
  g_autoptr(Book) book = sample_book();
  DocNode *table = add_table(book);
  DocNode *head = table->first->first->next;
  Doc *doc = doc_of(book);

  g_assert_true(is_list(book, NULL));
  head->as.cell.columns = 2;
  g_assert_false(is_list(book, NULL));
  head->as.cell.columns = 1;
  doc_node_set_id(doc, head, "third.mon");
  g_assert_false(is_list(book, NULL));
  head->id = NULL;
  g_assert_true(is_list(book, NULL));
  sample_link(doc, head, DOC_LINK, DOC_LINK_EXTERNAL, "https://example.org",
              "why");
  g_assert_false(is_list(book, NULL));
  doc_node_unlink(head->last);
  table->first->as.header = false;
  g_assert_false(is_list(book, NULL));
}

/* A list hides its heads, so a page that begins with them is marked before the
 * table, and one that begins further in allows no list. */
static void
test_pages(void)
{
  g_autoptr(Book) book = sample_book();
  DocNode *table = add_table(book);
  const DocNode *mon = table->first->first->next->first;
  g_autofree char *dump = NULL;

  for (int at = 0; at < 2; at++) {
    g_autoptr(PageMap) pages = page_map_new();

    page_map_add(pages, "1", 0, at == 0 ? mon : mon->parent->next->first, 0);
    g_assert_true(is_list(book, pages) == (at == 0));
    if (at > 0)
      continue;
    dump = sample_dump(book, pages);
    g_assert_nonnull(strstr(dump, "aria-label=\"1\"\n"
                                  "      table class=\"wide as-list\"\n"));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/table/labels", test_labels);
  g_test_add_func("/table/no-list", test_no_list);
  g_test_add_func("/table/pages", test_pages);
  return g_test_run();
}
