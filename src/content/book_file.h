/*
 * content/book_file.h -- book.yaml, and the articles that it lists.
 *
 * Keys: id, title, subtitle, author, publisher, licence, lang, dir, edition,
 * released, previous, draft, discreet, articles, report-errors-to, series,
 * isbn, address, translation-of, evaluation, fonts, formats.  An id, a title,
 * a language, a date of release and articles must be there.
 */
#pragma once

#include "content/article.h"

#define CONTENT_BOOK_FILE "book.yaml"

/* Fills the context's book.  False only if a file cannot be read. */
bool content_book_file_load(const ContentArticleContext *context,
                            GError **error);
