/* tests/unit/base_nearest.c -- what an author may have meant. */
/* SPDX-License-Identifier: MIT */

#include "base/nearest.h"

#include <glib.h>

static const char *const words[] = { "title", "released", "review-by", NULL };

static const char *
nearest_of(const char *wanted, bool half, const char *const *names)
{
  Nearest nearest = { .wanted = wanted, .half = half };

  for (unsigned i = 0; names[i] != NULL; i++)
    nearest_offer(&nearest, names[i]);
  return nearest.name;
}

static void
test_changes(void)
{
  static const char *const swapped[] = { "form", "from-", NULL };

  g_assert_cmpstr(nearest_of("titles", false, words), ==, "title");
  g_assert_cmpstr(nearest_of("reviewby", false, words), ==, "review-by");
  g_assert_cmpstr(nearest_of("releesed", false, words), ==, "released");
  g_assert_cmpstr(nearest_of("TITLE", false, words), ==, "title");
  g_assert_cmpstr(nearest_of("from", false, swapped), ==, "form");
}

/* Something is always said, or only what is likely. */
static void
test_half(void)
{
  static const char *const none[] = { NULL };

  g_assert_cmpstr(nearest_of("xyz", false, words), ==, "title");
  g_assert_cmpstr(nearest_of("", false, words), ==, "title");
  g_assert_null(nearest_of("xyz", true, words));
  g_assert_cmpstr(nearest_of("tittel", true, words), ==, "title");
  g_assert_null(nearest_of("x", false, none));
}

/* As the caller's table has them. */
static void
test_order(void)
{
  static const char *const up[] = { "bat", "cat", NULL };
  static const char *const down[] = { "cat", "bat", NULL };

  g_assert_cmpstr(nearest_of("rat", true, up), ==, "bat");
  g_assert_cmpstr(nearest_of("rat", true, down), ==, "cat");
}

static void
test_long(void)
{
  g_autofree char *huge = g_strnfill(100000, 't');
  const char *const names[] = { "b", huge, NULL };
  Nearest nearest = { .wanted = huge };

  g_assert_cmpstr(nearest_of(huge, true, names), ==, huge);
  nearest_offer(&nearest, NULL);
  g_assert_null(nearest.name);
}

int
main(int argc, char *argv[])
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/changes", test_changes);
  g_test_add_func("/half", test_half);
  g_test_add_func("/order", test_order);
  g_test_add_func("/long", test_long);
  return g_test_run();
}
