/*
 * pdf/page_words.h -- the words that each page of a finished PDF begins with,
 * as its tags say them.
 *
 * Left out   artifacts (running heads, repeated table heads), footnotes, and
 *            labels without a letter: markers of lists, numbers of notes.
 * Order      that of the structure tree, which is the order of reading.
 * Errors     ERROR_IO: not a tagged PDF that qpdf reads without a warning.
 */
#pragma once

#include "pdf/finished.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
  char *label;   /* "iv", "12" */
  bool article;  /* they stand in an article (pdf/article.h): not in the title
                  * page, the imprint or the contents */
  char *words;   /* its first ones, more than PDF_PAGE_WORDS bytes if it has so
                  * many; "" where it has no text */
  char *divided; /* the end of the page before, as far back as a space, where
                  * the word it belongs to may go on here; "" where none */
} PdfPageWords;

enum {
  PDF_PAGE_WORDS = 400 /* bytes */
};

/* (transfer full) (element-type PdfPageWords) */
GPtrArray *pdf_page_words_read(PdfFinished *finished, GError **error);
