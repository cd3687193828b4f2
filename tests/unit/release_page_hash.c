/* tests/unit/release_page_hash.c -- what must be reprinted, and what not. */
/* SPDX-License-Identifier: MIT */

#include "release/page_hash.h"

#include <string.h>

static Box
text_box(const char *text, double x)
{
  return (Box){ .kind = BOX_GLYPHS,
                .leaf = 0,
                .x = x,
                .y = 20,
                .width = 30,
                .as.glyphs = { .text = text,
                               .text_length = (unsigned)strlen(text) } };
}

/* The hash of a page with `box`, and a footer that reads `footer`. */
static char *
hash_with(Box box, const char *footer)
{
  LayoutPage page = { .label = "1" };
  page.boxes = g_array_new(FALSE, TRUE, sizeof(Box));
  Box foot = text_box(footer, 0);
  foot.leaf = -1;
  foot.artifact = ARTIFACT_FOOTER;
  g_array_append_val(page.boxes, box);
  g_array_append_val(page.boxes, foot);
  char *hash = page_hash(&page);
  g_array_unref(page.boxes);
  return hash;
}

static void
compare(Box a, Box b, bool same)
{
  g_autofree char *left = hash_with(a, "edition 1");
  g_autofree char *right = hash_with(b, "edition 2");
  g_assert_cmpuint(strlen(left), ==, 64);
  g_assert_cmpint(strcmp(left, right) == 0, ==, same);
}

static void
test_page_hash(void)
{
  Box box = text_box("word", 10);
  compare(box, text_box("word", 10), true);
  compare(box, text_box("word", 10.001), true);
  compare(box, text_box("word", 10.1), false);
  compare(box, text_box("Word", 10), false);
  Box rule = { .kind = BOX_RULE, .leaf = -1, .artifact = ARTIFACT_LAYOUT };
  compare(box, rule, false);
  Box red = rule;
  red.as.color = 0xff0000;
  compare(rule, red, false);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/page-hash", test_page_hash);
  return g_test_run();
}
