/*
 * text/pages.h -- where printed pages begin, and which page each id is on.
 */
#pragma once

#include "doc/book.h"
#include "doc/page_map.h"

typedef struct {
  const PageMap *map; /* NULL: there are no pages */
  GHashTable *at;     /* const DocNode * to GArray of indices into the map */
  GHashTable *ids;    /* id (borrowed) to label (borrowed) */
  unsigned front;     /* pages before the first article */
} TextPages;

/* (transfer full) */
TextPages *text_pages_new(const Book *book, const PageMap *map);
void text_pages_free(TextPages *pages); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextPages, text_pages_free)

/* How many begin at `node`, and the `index`th of them. */
unsigned text_pages_count(const TextPages *pages, const DocNode *node);
const char *text_pages_label(const TextPages *pages, const DocNode *node,
                             unsigned index);

/* Bytes of the node's text before it; a word that a hyphen divides belongs to
 * the new page whole. */
gsize text_pages_offset(const TextPages *pages, const DocNode *node,
                        unsigned index);

/* The label of the page that an id is on, or NULL. */
const char *text_pages_find(const TextPages *pages, const char *id);
