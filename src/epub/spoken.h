/*
 * epub/spoken.h -- what a finished EPUB says, article by article, in the order
 * of its spine: to be compared with the printed book.
 *
 * Words      Without what paper has in other words or not at all: the links
 *            back from notes, to the emergency steps and at the end of a card.
 *            A picture says its description.  Places are lines of the file.
 */
#pragma once

#include "base/word_list.h"
#include "epub/finished.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
  char *title;
  char *file; /* the first, where an article has more than one */
  WordList *words;
  WordList *notes;
  guint opening; /* so many words are title and summary */
  bool urgent;   /* leads to the emergency steps */
} EpubArticle;

/* If `with_pages` is false, as handouts have them: without the page numbers in
 * links and the lines of dates and review under a title.
 * (transfer full) (element-type EpubArticle) */
GPtrArray *epub_articles_read(const EpubFinished *epub, bool with_pages);
