/*
 * layout/chapter.h -- a flow with its pages: the title page, the contents, one
 * article.  Chapters are laid out one by one and then put into the document in
 * their order.
 */
#pragma once

#include "layout/compose.h"
#include "layout/front.h"

typedef enum {
  CHAPTER_TITLE,
  CHAPTER_IMPRINT,
  CHAPTER_CONTENTS,
  CHAPTER_ARTICLE,
  CHAPTER_COVER
} ChapterKind;

typedef struct {
  ChapterKind kind;
  int article; /* index into Book.articles, or -1 */
  Flow *flow;
  GArray *cuts; /* of PageCut */
  PageMeasure measure;
  bool verso;     /* its first page was taken for a left-hand one */
  bool refers;    /* it says page numbers: they must be settled */
  int first_page; /* index in the document, once it is known */
} Chapter;

Chapter *chapter_new(ChapterKind kind, int article);
void chapter_free(Chapter *chapter); /* NULL is fine */

/* Builds the flow and cuts it, anew if it was built before; its first page is a
 * left-hand one if `verso`. */
void chapter_build(Chapter *chapter, const LayoutContext *context,
                   LayoutDocument *document, bool verso);

unsigned chapter_pages(const Chapter *chapter);

/* Puts boxes and running heads on the document's pages, which exist already. */
void chapter_compose(const Chapter *chapter, const LayoutContext *context,
                     Composer *composer);

/* An id and the label of the page that it stood on before, or NULL. */
typedef struct {
  const char *id; /* borrowed from the book */
  char *before;   /* owned */
} ChapterMoved;

/* Adds the ids of this chapter and their page labels to `numbers`.  True if one
 * of them was not known or was another: `moved` is the last such. */
bool chapter_number(const Chapter *chapter, const LayoutDocument *document,
                    GHashTable *numbers, ChapterMoved *moved);

/* The outline entries of an article: its title at `level`, its headings
 * below. */
void chapter_bookmarks(const Chapter *chapter, const LayoutContext *context,
                       const Composer *composer, int level);
