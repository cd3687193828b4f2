/* release/narrow.c -- a book with only some of its articles. */
/* SPDX-License-Identifier: MIT */

#include "release/narrow.h"

#include "base/error.h"

bool
narrow_check(const Book *book, const char *const *ids, GError **error)
{
  for (; *ids; ids++) {
    if (book_find_article(book, *ids))
      continue;
    GString *names = g_string_new(NULL);
    for (unsigned i = 0; i < book->articles->len; i++)
      g_string_append_printf(names, "%s%s", i ? ", " : "",
                             book_article(book, i)->meta->id);
    g_set_error(error, HANDBILL_ERROR, ERROR_USAGE,
                "--article %s: the book has no such article; it has %s", *ids,
                names->str);
    g_string_free(names, TRUE);
    return false;
  }
  return true;
}

static bool
part_is_used(const Book *book, unsigned part)
{
  for (unsigned i = 0; i < book->articles->len; i++) {
    if (book_article(book, i)->part == part)
      return true;
  }
  return false;
}

static void
remove_part(Book *book, unsigned part)
{
  g_ptr_array_remove_index(book->parts, part);
  for (unsigned i = 0; i < book->articles->len; i++) {
    BookArticle *article = g_ptr_array_index(book->articles, i);
    if (article->part > part)
      article->part--;
  }
}

static void
forget_trees(Book *book)
{
  for (unsigned i = 0; i < book->articles->len; i++) {
    BookArticle *article = g_ptr_array_index(book->articles, i);
    g_clear_pointer(&article->doc, doc_free);
    article->aside = false;
  }
}

void
narrow_book(Book *book, const char *const *ids)
{
  for (unsigned i = book->articles->len; i-- > 0;) {
    if (!g_strv_contains(ids, book_article(book, i)->meta->id))
      g_ptr_array_remove_index(book->articles, i);
  }
  for (unsigned i = book->parts->len; i-- > 0;) {
    if (!part_is_used(book, i))
      remove_part(book, i);
  }
  forget_trees(book);
}
