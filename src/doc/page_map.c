/* doc/page_map.c -- which word begins which printed page. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_map.h"

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
