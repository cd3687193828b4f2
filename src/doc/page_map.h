/*
 * doc/page_map.h -- which word begins which printed page.
 *
 * Made by layout/, read by epub/ and text/.  A page of the reader begins at a
 * character of the running text of a node: `offset` counts the bytes of the
 * leaf's as.text (DOC_TEXT, DOC_CODE, DOC_CODE_BLOCK) and is 0 for other nodes;
 * of a DOC_PAGE_REF it is DOC_PAGE_REF_NUMBER or more where the page begins
 * with the number behind its words.
 *
 * Every page has its entry.  One without words of an article (title page,
 * imprint, contents, a blank page) has no node; the first page of an article
 * has the root of its tree, for it begins with the title.
 */
#pragma once

#include "doc/tree.h"

enum {
  DOC_PAGE_REF_NUMBER = 1,
  PAGE_MAP_WORD_MAX = 200 /* bytes: what is longer is no word to keep whole */
};

typedef struct {
  char *label;         /* "iv", "12" */
  unsigned article;    /* index into Book.articles */
  const DocNode *node; /* the leaf or block that begins the page; or NULL */
  gsize offset;        /* bytes into its text */
} PageMapEntry;

typedef struct {
  GArray *entries; /* of PageMapEntry, in page order; labels owned */
} PageMap;

PageMap *page_map_new(void);
void page_map_free(PageMap *map); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PageMap, page_map_free)

/* Where the word begins that byte `offset` of `text` is inside of: a word that
 * a hyphen divides belongs to the new page whole.  Scripts that set no spaces
 * between words break where they are. */
gsize page_map_word_start(const char *text, gsize offset);

/* How many pages stand before the first that has text. */
unsigned page_map_front(const PageMap *map);

/* The entry where page `index` is marked: its own, or for a page without text
 * that of the next one that has some; NULL behind the last of these. */
const PageMapEntry *page_map_mark(const PageMap *map, unsigned index);

/* The pages behind the front by the node that they are marked at: const
 * DocNode * to GArray of unsigned, indices in their order.  `map` NULL: none.
 * (transfer full) */
GHashTable *page_map_by_node(const PageMap *map);

void page_map_add(PageMap *map, const char *label, unsigned article,
                  const DocNode *node, gsize offset);
