/* doc/page_map.c -- which word begins which printed page. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_map.h"

#include <string.h>

static void
entry_clear(gpointer data)
{
  PageMapEntry *entry = data;

  g_free(entry->label);
}

PageMap *
page_map_new(void)
{
  PageMap *map = g_new0(PageMap, 1);

  map->entries = g_array_new(FALSE, FALSE, sizeof(PageMapEntry));
  g_array_set_clear_func(map->entries, entry_clear);
  return map;
}

void
page_map_free(PageMap *map)
{
  if (map == NULL)
    return;
  g_array_unref(map->entries);
  g_free(map);
}

void
page_map_add(PageMap *map, const char *label, unsigned article,
             const DocNode *node, gsize offset)
{
  PageMapEntry entry = { g_strdup(label), article, node, offset };

  g_array_append_val(map->entries, entry);
}

static const PageMapEntry *
entry_at(const PageMap *map, unsigned index)
{
  return &g_array_index(map->entries, PageMapEntry, index);
}

unsigned
page_map_front(const PageMap *map)
{
  unsigned front = 0;

  while (front < map->entries->len && entry_at(map, front)->node == NULL)
    front++;
  return front;
}

const PageMapEntry *
page_map_mark(const PageMap *map, unsigned index)
{
  for (unsigned i = index; i < map->entries->len; i++)
    if (entry_at(map, i)->node != NULL)
      return entry_at(map, i);
  return NULL;
}

static void
indices_free(gpointer data)
{
  g_array_unref(data);
}

static void
add_index(GHashTable *by_node, const DocNode *node, unsigned index)
{
  GArray *indices = g_hash_table_lookup(by_node, node);

  if (indices == NULL) {
    indices = g_array_new(FALSE, FALSE, sizeof(unsigned));
    g_hash_table_insert(by_node, (gpointer)(gsize)node, indices);
  }
  g_array_append_val(indices, index);
}

GHashTable *
page_map_by_node(const PageMap *map)
{
  GHashTable *by_node = g_hash_table_new_full(NULL, NULL, NULL, indices_free);

  for (unsigned i = map != NULL ? page_map_front(map) : 0;
       map != NULL && i < map->entries->len; i++) {
    const PageMapEntry *mark = page_map_mark(map, i);

    if (mark != NULL)
      add_index(by_node, mark->node, i);
  }
  return by_node;
}

static bool
is_word(gunichar c)
{
  return g_unichar_isalnum(c) && !g_unichar_iswide(c) &&
         g_unichar_break_type(c) != G_UNICODE_BREAK_COMPLEX_CONTEXT;
}

gsize
page_map_word_start(const char *text, gsize offset)
{
  const char *at = text + MIN(offset, strlen(text));
  const char *first = at - MIN((gsize)(at - text), PAGE_MAP_WORD_MAX);
  const char *start = at;

  if (*at == '\0' || !is_word(g_utf8_get_char(at)))
    return (gsize)(at - text);
  while (start > first && is_word(g_utf8_get_char(g_utf8_prev_char(start))))
    start = g_utf8_prev_char(start);
  return (gsize)((at - start >= PAGE_MAP_WORD_MAX ? at : start) - text);
}
