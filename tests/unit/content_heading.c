/* tests/unit/content_heading.c -- the first heading of a text. */
/* SPDX-License-Identifier: MIT */

#include "content/heading.h"

#include <string.h>

typedef char *(*Find)(const char *text, gsize length);

static void
check(Find find, const char *text, const char *expected)
{
  gsize length = strlen(text);
  g_autofree char *copy = g_memdup2(text, length); /* no NUL behind it */
  g_autofree char *found = find(copy, length);

  g_assert_cmpstr(found, ==, expected);
}

static void
test_markdown(void)
{
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", NULL },
    { "# A", "A" },
    { "Text\n\n  ## A  b ##  \n# C\n", "A b" },
    { "# *A* `b` [c](d \"e\") {#id}\r\n", "A b c" },
    { "# A \\* b\n", "A * b" },
    { "# C#\n", "C#" },
    { "#A\n####### B\n    # C\n", NULL },
    { "```\n# no\n```\n# A\n", "A" },
    { "A title\n=======\n", "A title" },
    { "A title\n---\n", "A title" },
    { "two\nlines\n===\n", NULL },
    { "- item\n---\n", NULL },
    { "\n---\n\n# A\n", "A" },
    { "#\n# A\n", "A" }, /* an empty heading is no title */
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    check(content_heading_find_markdown, cases[i].text, cases[i].expected);
}

static void
test_html(void)
{
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", NULL },
    { "<p>x</p>", NULL },
    { "<title>T</title><H1 class=a>A <b>b</b> &amp;\n c</H1>", "A b & c" },
    { "<html><title> T </title>", "T" },
    { "<h1>open", NULL },
    { "<h1", NULL },
    { "<", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    check(content_heading_find_html, cases[i].text, cases[i].expected);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/markdown", test_markdown);
  g_test_add_func("/html", test_html);
  return g_test_run();
}
