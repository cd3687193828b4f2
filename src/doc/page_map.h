/*
 * doc/page_map.h -- which word begins which printed page.
 *
 * Made by layout/, read by epub/.  A page of the reader begins at a character
 * of the running text of a node: `offset` counts the bytes of the leaf's
 * as.text (DOC_TEXT, DOC_CODE, DOC_CODE_BLOCK) and is 0 for other nodes.
 */
#pragma once

#include "doc/tree.h"

typedef struct {
  char *label;         /* "iv", "12" */
  unsigned article;    /* index into Book.articles */
  const DocNode *node; /* the leaf or block that begins the page */
  gsize offset;        /* bytes into its text */
} PageMapEntry;

typedef struct {
  GArray *entries; /* of PageMapEntry, in page order; labels owned */
} PageMap;

PageMap *page_map_new(void);
void page_map_free(PageMap *map); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PageMap, page_map_free)

void page_map_add(PageMap *map, const char *label, unsigned article,
                  const DocNode *node, gsize offset);
