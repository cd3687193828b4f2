/* tests/unit/content_value.c -- dates, ids, languages, addresses, ISBNs. */
/* SPDX-License-Identifier: MIT */

#include "content/value.h"

#include <string.h>

typedef bool (*IsValid)(const char *text);

static void
check(IsValid is_valid, const char *good, const char *bad)
{
  g_auto(GStrv) goods = g_strsplit(good, "|", -1);
  g_auto(GStrv) bads = g_strsplit(bad, "|", -1);

  for (unsigned i = 0; goods[i] != NULL; i++)
    if (!is_valid(goods[i]))
      g_error("refused: \"%s\"", goods[i]);
  for (unsigned i = 0; bads[i] != NULL; i++)
    if (is_valid(bads[i]))
      g_error("taken: \"%s\"", bads[i]);
}

static void
test_shapes(void)
{
  g_autofree char *long_id = g_strnfill(101, 'a');

  check(content_value_is_date, "2026-11-22|2024-02-29|1980-01-01",
        "|2026-02-29|2026-13-01|2026-00-10|2026-04-31|26-11-22|2026/11/22|"
        "2026-11-2x|2026-11-22 |0000-01-01|+026-11-22");
  check(content_value_is_article_id, "a|warning-signs|2-a",
        "|-a|A|a_b|a.b|a b|ä");
  check(content_value_is_article_id, long_id + 1, long_id);
  check(content_value_is_book_id, "opioid-restart|a.b_c", "|.|..|.a|a/b|A");
  check(content_value_is_language, "en|en-GB|zh-Hant-TW|es-419|yue|de-1996",
        "|e|english|en_GB|en-|e1|-en|en-toolongtag");
  check(content_value_is_address, "https://example.org|http://a.org/b?c#d",
        "|example.org|ftp://a.org|javascript:x|https:a b|//a.org");
  check(content_value_is_isbn,
        "9783161484100|978-3-16-148410-0|"
        "978 0 306 40615 7",
        "|9783161484101|978316148410|3161484100|97831614841OO");
}

static void
test_direction(void)
{
  static const char *const right[] = { "ar", "fa-IR",      "UR",
                                       "he", "pa-Arab-PK", "az-arab" };
  static const char *const left[] = { "en", "pa", "ur-Latn", "arn", "" };

  for (size_t i = 0; i < G_N_ELEMENTS(right); i++)
    g_assert_cmpint(content_value_direction(right[i]), ==, META_RTL);
  for (size_t i = 0; i < G_N_ELEMENTS(left); i++)
    g_assert_cmpint(content_value_direction(left[i]), ==, META_LTR);
}

static void
test_names(void)
{
  g_autofree char *slug = content_value_slug("My Folder!");
  g_autofree char *words = g_strnfill(99, 'a');
  g_autofree char *cut_at_hyphen = g_strconcat(words, " b", NULL);
  g_autofree char *cut = content_value_slug(cut_at_hyphen);
  g_autofree char *stem = content_value_stem("articles/a.b.md");
  g_autofree char *bare = content_value_stem("a");

  g_assert_cmpstr(slug, ==, "my-folder");
  g_assert_cmpstr(cut, ==, words);
  g_assert_cmpstr(stem, ==, "a.b");
  g_assert_cmpstr(bare, ==, "a");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/shapes", test_shapes);
  g_test_add_func("/direction", test_direction);
  g_test_add_func("/names", test_names);
  return g_test_run();
}
