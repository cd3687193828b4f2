/* tests/unit/epub_package.c -- what a book is called by machines: the same for
 * the same edition, another for another. */
/* SPDX-License-Identifier: MIT */

#include "epub/epub.h"
#include "epub/inspect.h"
#include "epub/package.h"
#include "epub_sample.h"

static void
say(char **to, const char *text)
{
  g_free(*to);
  *to = g_strdup(text);
}

/* Version 5 (RFC 9562) of "handbill:sample:2026.11:en" in the namespace of
 * addresses, as Python's uuid module makes it. */
static void
test_identifier(void)
{
  g_autoptr(Book) book = sample_book();
  g_autofree char *first = epub_package_identifier(book);

  g_assert_cmpstr(first, ==, "urn:uuid:3c84b687-4017-571f-af3a-ed32a5f00481");
  say(&book->title, "Another title");
  book->draft = true;

  g_autofree char *retitled = epub_package_identifier(book);

  g_assert_cmpstr(retitled, ==, first);
}

static void
test_other_identifiers(void)
{
  g_autoptr(Book) book = sample_book();
  char **const parts[] = { &book->id, &book->edition, &book->lang };
  static const char *const others[] = { "other", "2026.12", "en-GB" };
  g_autoptr(GHashTable) seen =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add(seen, epub_package_identifier(book));
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autofree char *before = g_strdup(*parts[i]);

    say(parts[i], others[i]);
    g_assert_true(g_hash_table_add(seen, epub_package_identifier(book)));
    say(parts[i], before);
  }
}

static char *
read_package(const Book *book)
{
  g_autoptr(Diag) diag = diag_new();
  EpubOptions options = { 0 };
  g_autoptr(GBytes) bytes = epub_write(book, &options, diag, NULL);
  g_autofree char *dump = epub_dump(bytes, NULL);
  const char *from = strstr(dump, "== package.opf");
  const char *to = strstr(from, "  manifest\n");

  return g_strndup(from, (gsize)(to - from));
}

static void
test_series(void)
{
  g_autoptr(Book) book = sample_book();
  g_autofree char *without = read_package(book);
  g_autofree char *with = NULL;

  g_assert_null(strstr(without, "collection"));
  g_assert_null(strstr(without, "isbn"));
  say(&book->series, "Leaflets");
  say(&book->isbn, "9783161484100");
  with = read_package(book);
  g_assert_nonnull(strstr(with,
                          "    meta id=\"series\" "
                          "property=\"belongs-to-collection\" \"Leaflets\"\n"
                          "    meta refines=\"#series\" "
                          "property=\"collection-type\" \"series\"\n"));
  g_assert_null(strstr(with, "group-position"));
  g_assert_nonnull(strstr(with, "\"urn:isbn:9783161484100\"\n"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/package/identifier", test_identifier);
  g_test_add_func("/package/other-identifiers", test_other_identifiers);
  g_test_add_func("/package/series", test_series);
  return g_test_run();
}
