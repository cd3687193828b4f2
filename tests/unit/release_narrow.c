/* tests/unit/release_narrow.c -- a book with only some of its articles. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "release/narrow.h"

#include <string.h>

static Book *
some_book(void)
{
  static const char *const ids[] = { "a", "b", "c", "d" };
  static const unsigned parts[] = { 0, 1, 1, 2 };
  Book *book = book_new();
  book_add_part(book, NULL);
  book_add_part(book, "One");
  book_add_part(book, "Two");
  for (unsigned i = 0; i < G_N_ELEMENTS(ids); i++) {
    BookArticle *article = book_add_article(book);
    if (!article->meta)
      article->meta = meta_new();
    article->meta->id = g_strdup(ids[i]);
    article->part = parts[i];
  }
  return book;
}

static void
test_narrow(void)
{
  g_autoptr(Book) book = some_book();
  const char *const ids[] = { "d", "a", NULL };
  g_assert_true(narrow_check(book, ids, NULL));
  narrow_book(book, ids);
  g_assert_cmpuint(book->articles->len, ==, 2);
  g_assert_cmpstr(book_article(book, 0)->meta->id, ==, "a"); /* their order */
  g_assert_cmpstr(book_article(book, 1)->meta->id, ==, "d");
  g_assert_cmpuint(book->parts->len, ==, 2);
  g_assert_null(book_part(book, book_article(book, 0)->part)->title);
  g_assert_cmpstr(book_part(book, book_article(book, 1)->part)->title, ==,
                  "Two");
}

static void
test_unknown(void)
{
  g_autoptr(Book) book = some_book();
  const char *const ids[] = { "a", "x", NULL };
  g_autoptr(GError) error = NULL;
  g_assert_false(narrow_check(book, ids, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_USAGE);
  g_assert_nonnull(strstr(error->message, "it has a, b, c, d"));
  g_assert_cmpuint(book->articles->len, ==, 4);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/narrow/some", test_narrow);
  g_test_add_func("/narrow/unknown", test_unknown);
  return g_test_run();
}
