/* tests/unit/text_lines.c -- words into lines of 72 columns. */
/* SPDX-License-Identifier: MIT */

#include "text/lines.h"
#include "text/text.h"

#include <string.h>

static void
test_width(void)
{
  g_autoptr(TextLines) lines = text_lines_new();

  for (unsigned i = 0; i < 60; i++)
    g_string_append(lines->words, "words ");
  text_lines_flush(lines);
  g_auto(GStrv) set = g_strsplit(lines->out->str, "\n", -1);
  g_assert_cmpuint(g_strv_length(set), ==, 6); /* 12 words a line */
  for (char **line = set; *line != NULL; line++)
    g_assert_cmpuint(strlen(*line), <=, TEXT_COLUMNS);
}

/* A mark stands in the prefix; what follows stands under the words. */
static void
test_mark(void)
{
  g_autoptr(TextLines) lines = text_lines_new();

  g_string_append(lines->prefix, "|    ");
  lines->mark = g_strdup("1. ");
  for (unsigned i = 0; i < 14; i++)
    g_string_append(lines->words, "sixsix ");
  text_lines_flush(lines);
  g_assert_true(g_str_has_prefix(lines->out->str, "| 1. sixsix"));
  g_assert_nonnull(strstr(lines->out->str, "\n|    sixsix"));
}

/* No-break spaces hold together, then are spaces; a soft hyphen is nothing; a
 * forced line end is one; wide letters count two. */
static void
test_characters(void)
{
  g_autoptr(TextLines) lines = text_lines_new();

  g_string_append(lines->words, "page\u00a012 hy\u00adphen\u2028next");
  text_lines_flush(lines);
  g_assert_cmpstr(lines->out->str, ==, "page 12 hyphen\nnext\n");
  g_assert_cmpuint(text_lines_columns("\u65e5\u672c", 6), ==, 4);
  g_assert_cmpuint(text_lines_columns("e\u0301", 3), ==, 1);
}

static void
test_title(void)
{
  g_autoptr(TextLines) lines = text_lines_new();

  g_string_append(lines->words, "A title");
  text_lines_flush_title(lines, '=');
  g_string_append(lines->words, "Text");
  text_lines_flush(lines);
  g_assert_cmpstr(lines->out->str, ==, "A title\n=======\n\nText\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/lines/width", test_width);
  g_test_add_func("/text/lines/mark", test_mark);
  g_test_add_func("/text/lines/characters", test_characters);
  g_test_add_func("/text/lines/title", test_title);
  return g_test_run();
}
