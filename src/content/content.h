/*
 * content/content.h -- a folder becomes a Book: book.yaml, front matter, the
 * articles' bytes.  The articles' text is not parsed here.
 *
 * With a book.yaml in the folder, that file rules: it lists the articles, and
 * an unknown key, a wrong type, a missing title, a duplicate id is an error
 * with its position that says what to write instead.  Without one, every *.md
 * and *.html file is an article, in the order of order.txt (one name a line)
 * or else by name, and the folder's name is title and id; Diag is then set
 * lenient.
 *
 * book.yaml (syntax: content/README.md in the project's content folder):
 *     articles:
 *       - overdose-what-to-do            # articles/overdose-what-to-do.md
 *       - part: Going back to opioids after a stop
 *         articles: [topic-return, warning-signs]
 */
#pragma once

#include "base/diag.h"
#include "base/path.h"
#include "doc/book.h"

typedef struct {
  const char *as_of;       /* --as-of DATE, or NULL: replaces released: */
  const char *folder_name; /* of a bare folder: its title and id */
  const char *today;       /* date, or NULL; --as-of stands in for it */
  bool allow_unchecked;
  bool allow_overdue;
} ContentOptions;

/* What is wrong with the content is in `diag`; NULL and `error` only when the
 * folder cannot be read.  (transfer full) */
Book *content_load(const PathRoot *root, const ContentOptions *options,
                   Diag *diag, GError **error);
