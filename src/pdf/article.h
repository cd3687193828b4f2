/*
 * pdf/article.h -- what a finished PDF says, article by article, in the order
 * of its structure tree.
 *
 * Article    A Sect that is neither inside another Sect nor without an H1 or
 *            the H1 of a table of contents (TOC).
 * Words      Of lists no numbers and bullets, of notes no numbers: the EPUB
 *            has them from its reader, not as text.  A picture says its
 *            description.  Places are pages, from 1.
 */
#pragma once

#include "base/word_list.h"
#include "pdf/finished.h"

#include <glib.h>
#include <stdbool.h>

/* Where a block begins among an article's words. */
typedef struct {
  guint word;    /* index into the words */
  bool own_line; /* a P that stands directly in the article */
} PdfBlock;

typedef struct {
  char *title;
  WordList *words;
  WordList *notes;
  GArray *blocks; /* of PdfBlock, in order; none is empty */
} PdfArticle;

/* Without the page numbers in links if `with_pages` is false.
 * (transfer full) (element-type PdfArticle) */
GPtrArray *pdf_articles_read(PdfFinished *finished, bool with_pages,
                             GError **error);
