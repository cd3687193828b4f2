/*
 * content/folder.h -- a bare folder of articles: one without book.yaml.
 *
 * Every *.md and *.html file in it is an article: first those that order.txt
 * names, one file name a line, then the others by the bytes of their names.
 * The folder's name is title and id, the language is English, the date of
 * release 1980-01-01, which is the first that a ZIP file can say.
 */
#pragma once

#include "content/article.h"

/* Fills the context's book.  False only if a file cannot be read. */
bool content_folder_load(const ContentArticleContext *context,
                         const char *folder_name, GError **error);
