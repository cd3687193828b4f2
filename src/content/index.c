/* content/index.c -- a book whose articles name words for an index has one. */
/* SPDX-License-Identifier: MIT */

#include "content/index.h"

static bool
names_words(const Book *book)
{
  for (unsigned i = 0; i < book->articles->len; i++)
    if (book_article(book, i)->meta->index[0] != NULL)
      return true;
  return false;
}

/* pass/index.c writes it, and its title in the book's language. */
void
content_index_add(const ContentArticleContext *context)
{
  Book *book = context->book;
  BookArticle *article;

  if (!names_words(book))
    return;
  book_add_part(book, NULL);
  article = book_add_article(book);
  article->origin = BOOK_INDEX;
  article->source = g_strdup("index");
  article->part = book->parts->len - 1;
  article->meta->direction = book->direction;
  article->meta->id = g_strdup("index");
  article->meta->title = g_strdup("Index");
  article->meta->lang = g_strdup(book->lang);
  content_article_settle_id(context, article);
}
