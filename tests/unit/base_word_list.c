/* tests/unit/base_word_list.c -- words and their places. */
/* SPDX-License-Identifier: MIT */

#include "base/word_list.h"

static void
expect(const WordList *list, guint index, const char *text, unsigned place)
{
  g_assert_cmpuint(index, <, list->words->len);
  g_assert_cmpstr(word_list_at(list, index)->text, ==, text);
  g_assert_cmpuint(word_list_at(list, index)->place, ==, place);
}

static void
test_words(void)
{
  g_autoptr(WordList) list = word_list_new();

  word_list_add(list, " one\u00a0two thr", 1);
  word_list_add(list, "ee\nfour", 2);
  word_list_end(list);
  word_list_end(list);
  g_assert_cmpuint(list->words->len, ==, 4);
  expect(list, 0, "one", 1);
  expect(list, 1, "two", 1);
  expect(list, 2, "three", 1);
  expect(list, 3, "four", 2);
}

static void
test_unseen(void)
{
  g_autoptr(WordList) list = word_list_new();

  word_list_add(list, "affec\u00ad", 1);
  word_list_add(list, "tion a\u200b/b \u2067\u2069 e\u0301 c\u2011d", 2);
  word_list_end(list);
  g_assert_cmpuint(list->words->len, ==, 4);
  expect(list, 0, "affection", 1);
  expect(list, 1, "a/b", 2);
  expect(list, 2, "\u00e9", 2);
  expect(list, 3, "c-d", 2);
}

static void
test_forms(void)
{
  g_autoptr(WordList) list = word_list_new();

  word_list_add(list, "\ufb01re o\ufb03ce \ufe91\ufef4\ufe96 \ufe70 x\u00b2",
                1);
  word_list_end(list);
  g_assert_cmpuint(list->words->len, ==, 5);
  expect(list, 0, "fire", 1);
  expect(list, 1, "office", 1);
  expect(list, 2, "\u0628\u064a\u062a", 1);
  expect(list, 3, "\ufe70", 1);
  expect(list, 4, "x\u00b2", 1);
}

static void
test_excerpt(void)
{
  g_autoptr(WordList) list = word_list_new();

  word_list_add(list, "a b c", 1);
  word_list_end(list);
  g_autofree char *two = word_list_excerpt(list, 0, 2);
  g_autofree char *rest = word_list_excerpt(list, 1, 9);
  g_autofree char *none = word_list_excerpt(list, 3, 9);
  g_assert_cmpstr(two, ==, "a b \u2026");
  g_assert_cmpstr(rest, ==, "b c");
  g_assert_cmpstr(none, ==, "");
}

static void
expect_cut(const char *text, const char *expected)
{
  g_autofree char *copy = g_strdup(text);

  word_list_cut_page(copy);
  g_assert_cmpstr(copy, ==, expected);
}

static void
test_cut_page(void)
{
  expect_cut("The list (page 12)", "The list");
  expect_cut("Die Liste (Seite\u00a012)", "Die Liste");
  expect_cut("The list (see below)", "The list (see below)");
  expect_cut("The list (page 12) here", "The list (page 12) here");
  expect_cut("(page 12)", "(page 12)");
  expect_cut("", "");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/words", test_words);
  g_test_add_func("/unseen", test_unseen);
  g_test_add_func("/forms", test_forms);
  g_test_add_func("/excerpt", test_excerpt);
  g_test_add_func("/cut-page", test_cut_page);
  return g_test_run();
}
