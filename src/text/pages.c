/* text/pages.c -- where printed pages begin, and which page each id is on. */
/* SPDX-License-Identifier: MIT */

#include "text/pages.h"

#include <string.h>

typedef struct {
  TextPages *pages;
  const char *label;  /* of the page so far, or NULL */
  GPtrArray *pending; /* of const char *: ids that begin with the next leaf */
} Walk;

static const PageMapEntry *
entry_of(const TextPages *pages, unsigned index)
{
  return &g_array_index(pages->map->entries, PageMapEntry, index);
}

/* --- which page begins at which node --- */

static unsigned
index_at(const TextPages *pages, const DocNode *node, unsigned index)
{
  const GArray *indices = g_hash_table_lookup(pages->at, node);

  return g_array_index(indices, unsigned, index);
}

unsigned
text_pages_count(const TextPages *pages, const DocNode *node)
{
  const GArray *indices = g_hash_table_lookup(pages->at, node);

  return indices != NULL ? indices->len : 0;
}

const char *
text_pages_label(const TextPages *pages, const DocNode *node, unsigned index)
{
  return entry_of(pages, index_at(pages, node, index))->label;
}

gsize
text_pages_offset(const TextPages *pages, const DocNode *node, unsigned index)
{
  gsize offset =
      page_map_mark(pages->map, index_at(pages, node, index))->offset;

  return doc_kind_has_text(node->kind)
             ? page_map_word_start(node->as.text, offset)
             : offset;
}

/* --- which page an id is on --- */

static void
turn(Walk *walk, const DocNode *node, bool whole)
{
  for (unsigned i = 0; i < text_pages_count(walk->pages, node); i++)
    if (whole || text_pages_offset(walk->pages, node, i) == 0)
      walk->label = text_pages_label(walk->pages, node, i);
}

static void
settle(Walk *walk)
{
  for (guint i = 0; walk->label != NULL && i < walk->pending->len; i++)
    g_hash_table_insert(walk->pages->ids, g_ptr_array_index(walk->pending, i),
                        (gpointer)(gsize)walk->label);
  g_ptr_array_set_size(walk->pending, 0);
}

static void
find_ids(Walk *walk, const DocNode *node)
{
  if (node->id != NULL)
    g_ptr_array_add(walk->pending, (gpointer)(gsize)node->id);
  turn(walk, node, node->first != NULL);
  if (node->first == NULL) {
    settle(walk);
    turn(walk, node, true);
  }
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    find_ids(walk, child);
}

TextPages *
text_pages_new(const Book *book, const PageMap *map)
{
  TextPages *pages = g_new0(TextPages, 1);
  g_autoptr(GPtrArray) pending = g_ptr_array_new();
  Walk walk = { pages, NULL, pending };

  pages->map = map;
  pages->at = page_map_by_node(map);
  pages->ids = g_hash_table_new(g_str_hash, g_str_equal);
  if (map == NULL)
    return pages;
  pages->front = page_map_front(map);
  for (unsigned i = 0; i < book->articles->len; i++)
    find_ids(&walk, doc_root(book_article(book, i)->doc));
  settle(&walk);
  return pages;
}

void
text_pages_free(TextPages *pages)
{
  if (pages == NULL)
    return;
  g_hash_table_unref(pages->at);
  g_hash_table_unref(pages->ids);
  g_free(pages);
}

const char *
text_pages_find(const TextPages *pages, const char *id)
{
  return g_hash_table_lookup(pages->ids, id);
}
