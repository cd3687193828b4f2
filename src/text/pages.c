/* text/pages.c -- where printed pages begin, and which page each id is on. */
/* SPDX-License-Identifier: MIT */

#include "text/pages.h"

#include <string.h>

typedef struct {
  TextPages *pages;
  const char *label;  /* of the page so far, or NULL */
  GPtrArray *pending; /* of const char *: ids that begin with the next leaf */
} Walk;

static void
indices_free(gpointer data)
{
  g_array_unref(data);
}

static const PageMapEntry *
entry_of(const TextPages *pages, unsigned index)
{
  return &g_array_index(pages->map->entries, PageMapEntry, index);
}

/* --- which page begins at which node --- */

static void
add(TextPages *pages, const DocNode *node, unsigned index)
{
  GArray *indices = g_hash_table_lookup(pages->at, node);

  if (indices == NULL) {
    indices = g_array_new(FALSE, FALSE, sizeof(unsigned));
    g_hash_table_insert(pages->at, (gpointer)(gsize)node, indices);
  }
  g_array_append_val(indices, index);
}

/* A page without text is named where the next one that has some begins. */
static unsigned
page_with_text(const TextPages *pages, unsigned index)
{
  unsigned count = pages->map->entries->len;

  while (index < count && entry_of(pages, index)->node == NULL)
    index++;
  return index;
}

static void
sort(TextPages *pages)
{
  unsigned count = pages->map->entries->len;

  pages->front = page_with_text(pages, 0);
  for (unsigned i = pages->front; i < count; i++) {
    unsigned with_text = page_with_text(pages, i);
    if (with_text < count)
      add(pages, entry_of(pages, with_text)->node, i);
  }
}

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
      entry_of(pages, page_with_text(pages, index_at(pages, node, index)))
          ->offset;

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
  pages->at = g_hash_table_new_full(NULL, NULL, NULL, indices_free);
  pages->ids = g_hash_table_new(g_str_hash, g_str_equal);
  if (map == NULL)
    return pages;
  sort(pages);
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
