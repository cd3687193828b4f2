/*
 * content/article.h -- one file becomes one article of the book.
 */
#pragma once

#include "base/diag.h"
#include "base/path.h"
#include "doc/book.h"

enum {
  CONTENT_ARTICLE_BYTES_MAX = 64 * 1024 * 1024
};

typedef struct {
  const PathRoot *root;
  Book *book;
  Diag *diag;
  GHashTable *ids; /* of the articles so far, to their sources; owns both */
} ContentArticleContext;

/* Reads `source`, which exists, into a new article of the book's last part:
 * bytes, front matter, and a title, id and language in any case.  An id that
 * the book already has is reported.  False only if the file cannot be read. */
bool content_article_add(const ContentArticleContext *context,
                         const char *source, GError **error);

/* Gives the article an id, from its file's name if need be, that no other has;
 * one that another has is reported. */
void content_article_settle_id(const ContentArticleContext *context,
                               BookArticle *article);
