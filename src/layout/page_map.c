/* layout/page_map.c -- which word begins which page, for the EPUB. */
/* SPDX-License-Identifier: MIT */

#include "layout/layout.h"

PageMap *
layout_page_map(const LayoutDocument *document)
{
  PageMap *map = page_map_new();

  for (guint i = 0; i < document->starts->len; i++) {
    const LayoutStart *start = &g_array_index(document->starts, LayoutStart, i);
    const LayoutPage *page =
        &g_array_index(document->pages, LayoutPage, start->page);

    page_map_add(map, page->label, start->article, start->node, start->offset);
  }
  return map;
}
