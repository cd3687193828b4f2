/* layout/page_map.c -- which word begins which page, for the EPUB. */
/* SPDX-License-Identifier: MIT */

#include "layout/layout.h"

PageMap *
layout_page_map(const LayoutDocument *document)
{
  PageMap *map = page_map_new();
  guint next = 0;

  for (guint i = 0; i < document->pages->len; i++) {
    const char *label = g_array_index(document->pages, LayoutPage, i).label;
    const LayoutStart *start =
        next < document->starts->len
            ? &g_array_index(document->starts, LayoutStart, next)
            : NULL;

    if (start == NULL || start->page != (int)i) {
      page_map_add(map, label, 0, NULL, 0);
      continue;
    }
    page_map_add(map, label, start->article, start->node, start->offset);
    next++;
  }
  return map;
}
