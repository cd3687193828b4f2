/*
 * doc/page_list.h -- "3, 12–14": the pages that a list of references names.
 *
 * Shape      A DOC_SPAN of the class PAGE_LIST_CLASS.  It may begin with a text
 *            ("Print pages ") that is said only with pages; its other children
 *            are DOC_PAGE_REFs in the order of the book.  One of the class
 *            PAGE_LIST_END is the end of what the one before it begins.
 *            Made by pass/, said by layout/ and epub/: the pages are known
 *            there, and both say the same.
 */
#pragma once

#include "doc/tree.h"

#define PAGE_LIST_CLASS "page-list"
#define PAGE_LIST_END   "page-list-end"

enum {
  /* In a PageMapEntry of such a list: the offset of the first stretch but one,
   * twice that the next, ... */
  PAGE_LIST_STEP = 1000
};

/* Pages that follow each other: "3", "12–14". */
typedef struct {
  const char *target; /* id of the node that they begin with */
  char *text;
} PageStretch;

/* The label of the page that `id` is on, or NULL. */
typedef const char *(*PageListLabel)(const char *id, gpointer data);

/* "page" in a text of this language; NULL: English.  Static. */
const char *page_list_word(const char *lang);

bool page_list_is(const DocNode *node);

/* The text that comes before the pages; "". */
const char *page_list_lead(const DocNode *list);

/* Each page once.  Empty if no label is known.
 * (transfer full) (element-type PageStretch) */
GPtrArray *page_list_stretches(const DocNode *list, PageListLabel label,
                               gpointer data);
