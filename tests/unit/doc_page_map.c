/* tests/unit/doc_page_map.c -- which page is marked at which node. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "doc/page_map.h"

static void
assert_indices(GHashTable *by_node, const DocNode *node, const unsigned *wanted,
               unsigned count)
{
  const GArray *indices = g_hash_table_lookup(by_node, node);

  g_assert_nonnull(indices);
  g_assert_cmpuint(indices->len, ==, count);
  for (unsigned i = 0; i < count; i++)
    g_assert_cmpuint(g_array_index(indices, unsigned, i), ==, wanted[i]);
}

/* A title page, an article's first page, a blank page, two pages that begin in
 * one node, and one behind the last word. */
static void
test_by_node(void)
{
  static const unsigned first[] = { 1 };
  static const unsigned second[] = { 2, 3, 4 };
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *code =
      doc_node_new_text(doc, DOC_CODE_BLOCK, "one two three", (DocPos){ 1, 1 });
  g_autoptr(PageMap) map = page_map_new();

  doc_node_append(doc_root_mutable(doc), code);
  page_map_add(map, "i", 0, NULL, 0);
  page_map_add(map, "1", 0, doc_root(doc), 0);
  page_map_add(map, "2", 0, NULL, 0);
  page_map_add(map, "3", 0, code, 4);
  page_map_add(map, "4", 0, code, 8);
  page_map_add(map, "5", 0, NULL, 0);

  g_autoptr(GHashTable) by_node = page_map_by_node(map);

  g_assert_cmpuint(page_map_front(map), ==, 1);
  g_assert_cmpuint(g_hash_table_size(by_node), ==, 2);
  assert_indices(by_node, doc_root(doc), first, 1);
  assert_indices(by_node, code, second, 3);
  g_assert_cmpuint(page_map_mark(map, 2)->offset, ==, 4);
  g_assert_cmpuint(page_map_mark(map, 4)->offset, ==, 8);
  g_assert_null(page_map_mark(map, 5));
}

static void
test_none(void)
{
  g_autoptr(PageMap) map = page_map_new();
  g_autoptr(GHashTable) without = page_map_by_node(NULL);

  g_assert_cmpuint(g_hash_table_size(without), ==, 0);
  page_map_add(map, "i", 0, NULL, 0);
  page_map_add(map, "ii", 0, NULL, 0);

  g_autoptr(GHashTable) textless = page_map_by_node(map);

  g_assert_cmpuint(page_map_front(map), ==, 2);
  g_assert_cmpuint(g_hash_table_size(textless), ==, 0);
}

int
main(int argc, char *argv[])
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/by-node", test_by_node);
  g_test_add_func("/none", test_none);
  return g_test_run();
}
