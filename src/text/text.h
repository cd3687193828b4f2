/*
 * text/text.h -- a book in, a plain text edition out: for telephones without a
 * reader, for messages, for screen readers of any age.
 *
 * Shape      UTF-8, lines of at most TEXT_COLUMNS columns but for words that
 * are longer, LF.  A title is underlined with "=", a heading of level 2 with
 * "-".  "[page 12]" stands before the first word of printed page 12.  A row of
 * a table is a paragraph, "Head: cell" a line; notes
 *            ("*1") stand at their article's end; an address follows the words
 *            of its link in angle brackets.
 * Order      that of the book; same book, same bytes.
 */
#pragma once

#include "doc/book.h"
#include "doc/page_map.h"

enum {
  TEXT_COLUMNS = 72
};

/* `pages` NULL: no page labels.  (transfer full) */
GBytes *text_write(const Book *book, const PageMap *pages);
