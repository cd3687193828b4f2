/*
 * content/book_list.h -- the list `articles` of book.yaml: names, and parts
 * of names.
 *
 * A name is that of a file in articles/ without its suffix (.md, or else
 * .html); a folder may stand before it.  A name behind a part belongs to no
 * part.  Files of articles/ that the list leaves out are noted.
 */
#pragma once

#include "content/article.h"
#include "content/yaml.h"

/* Reads the articles that `root`, book.yaml's map, lists.  False only if a
 * file cannot be read. */
bool content_book_list_load(const ContentYaml *root,
                            const ContentArticleContext *context,
                            GError **error);
