/* tests/unit/layout_capitals.c -- capitals, and the author's letters behind
 * them. */
/* SPDX-License-Identifier: MIT */

#include "layout/capitals.h"

#include <string.h>

static void
test_both_ways(void)
{
  /* sharp s becomes two letters, dotless i one byte of two */
  static const char text[] = "Stra\xc3\x9f"
                             "e \xc4\xb1x";
  g_autoptr(GString) capitals = g_string_new("- ");

  capitals_append(capitals, text, strlen(text));
  g_assert_cmpstr(capitals->str, ==, "- STRASSE IX");
  g_assert_cmpuint(capitals_source(text, 0), ==, 0);
  g_assert_cmpuint(capitals_source(text, 4), ==, 4);
  g_assert_cmpuint(capitals_source(text, 5), ==, 6);
  g_assert_cmpuint(capitals_source(text, 6), ==, 6);
  g_assert_cmpuint(capitals_source(text, 7), ==, 7);
  g_assert_cmpuint(capitals_source(text, 8), ==, 8);
  g_assert_cmpuint(capitals_source(text, 9), ==, 10);
  g_assert_cmpuint(capitals_source(text, 99), ==, strlen(text));
}

/* The room that is kept for the author's letters is enough. */
static void
test_room(void)
{
  for (gunichar letter = 1; letter <= 0x1ffff; letter++) {
    char text[8] = "";
    if (!g_unichar_validate(letter))
      continue;
    g_unichar_to_utf8(letter, text);
    g_autoptr(GString) capitals = g_string_new(NULL);
    capitals_append(capitals, text, strlen(text));
    g_assert_cmpuint(strlen(text), <=, CAPITALS_SOURCE_MAX * capitals->len);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/layout/capitals/both-ways", test_both_ways);
  g_test_add_func("/layout/capitals/room", test_room);
  return g_test_run();
}
