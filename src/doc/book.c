/* doc/book.c -- a book: its metadata, its articles, its pictures. */
/* SPDX-License-Identifier: MIT */

#include "doc/book.h"

#include <string.h>

static void
article_free(gpointer data)
{
  BookArticle *article = data;

  meta_free(article->meta);
  g_free(article->source);
  g_bytes_unref(article->bytes);
  doc_free(article->doc);
  g_free(article);
}

static void
fragment_free(gpointer data)
{
  BookFragment *fragment = data;

  g_free(fragment->id);
  g_free(fragment->source);
  g_clear_pointer(&fragment->bytes, g_bytes_unref);
  doc_free(fragment->doc);
  g_free(fragment);
}

static void
claim_free(gpointer data)
{
  BookClaim *claim = data;

  g_free(claim->sentence);
  g_strfreev(claim->sources);
  g_free(claim);
}

static void
recall_free(gpointer data)
{
  BookRecall *recall = data;

  g_free(recall->article);
  g_free(recall->edition);
  g_free(recall->because);
  g_free(recall);
}

static void
part_free(gpointer data)
{
  BookPart *part = data;

  g_free(part->title);
  g_free(part);
}

static void
resource_free(gpointer data)
{
  doc_resource_free(data);
}

Book *
book_new(void)
{
  Book *book = g_new0(Book, 1);

  book->fonts = g_new0(char *, 1);
  book->formats = g_new0(char *, 1);
  book->parts = g_ptr_array_new_with_free_func(part_free);
  book->articles = g_ptr_array_new_with_free_func(article_free);
  book->resources = g_ptr_array_new_with_free_func(resource_free);
  book->spare = g_ptr_array_new_with_free_func(resource_free);
  book->fragments = g_ptr_array_new_with_free_func(fragment_free);
  book->registry = registry_new();
  book->claims = g_ptr_array_new_with_free_func(claim_free);
  book->recalls = g_ptr_array_new_with_free_func(recall_free);
  return book;
}

static void
free_strings(Book *book)
{
  char *strings[] = { book->id,
                      book->title,
                      book->subtitle,
                      book->lang,
                      book->edition,
                      book->released,
                      book->previous,
                      book->replaces,
                      book->gate.today,
                      book->report_errors_to,
                      book->series,
                      book->isbn,
                      book->address,
                      book->author,
                      book->publisher,
                      book->licence,
                      book->translation.id,
                      book->translation.edition,
                      book->evaluation.by,
                      book->evaluation.on,
                      book->evaluation.report };

  for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
    g_free(strings[i]);
}

void
book_free(Book *book)
{
  if (book == NULL)
    return;
  free_strings(book);
  g_strfreev(book->fonts);
  g_strfreev(book->formats);
  g_ptr_array_unref(book->parts);
  g_ptr_array_unref(book->articles);
  g_ptr_array_unref(book->resources);
  g_ptr_array_unref(book->spare);
  g_ptr_array_unref(book->fragments);
  registry_free(book->registry);
  g_ptr_array_unref(book->claims);
  g_ptr_array_unref(book->recalls);
  g_free(book);
}

void
book_take_spare(Book *book, Book *other)
{
  gsize count = 0;
  g_autofree gpointer *pictures = g_ptr_array_steal(other->resources, &count);

  for (gsize i = 0; i < count; i++)
    g_ptr_array_add(book->spare, pictures[i]);
}

BookArticle *
book_add_article(Book *book)
{
  BookArticle *article = g_new0(BookArticle, 1);

  article->meta = meta_new();
  article->bytes = g_bytes_new_static("", 0);
  article->body_line = 1;
  g_ptr_array_add(book->articles, article);
  return article;
}

BookFragment *
book_add_fragment(Book *book)
{
  BookFragment *fragment = g_new0(BookFragment, 1);

  g_ptr_array_add(book->fragments, fragment);
  return fragment;
}

BookClaim *
book_add_claim(Book *book)
{
  BookClaim *claim = g_new0(BookClaim, 1);

  g_ptr_array_add(book->claims, claim);
  return claim;
}

BookRecall *
book_add_recall(Book *book)
{
  BookRecall *recall = g_new0(BookRecall, 1);

  g_ptr_array_add(book->recalls, recall);
  return recall;
}

BookPart *
book_add_part(Book *book, const char *title)
{
  BookPart *part = g_new0(BookPart, 1);

  part->title = g_strdup(title);
  g_ptr_array_add(book->parts, part);
  return part;
}

const BookArticle *
book_article(const Book *book, unsigned index)
{
  g_return_val_if_fail(index < book->articles->len, NULL);
  return g_ptr_array_index(book->articles, index);
}

const BookPart *
book_part(const Book *book, unsigned index)
{
  g_return_val_if_fail(index < book->parts->len, NULL);
  return g_ptr_array_index(book->parts, index);
}

const BookArticle *
book_find_article(const Book *book, const char *id)
{
  for (unsigned i = 0; i < book->articles->len; i++)
    if (strcmp(book_article(book, i)->meta->id, id) == 0)
      return book_article(book, i);
  return NULL;
}

const BookFragment *
book_find_fragment(const Book *book, const char *id)
{
  for (unsigned i = 0; i < book->fragments->len; i++) {
    const BookFragment *fragment = g_ptr_array_index(book->fragments, i);

    if (strcmp(fragment->id, id) == 0)
      return fragment;
  }
  return NULL;
}
