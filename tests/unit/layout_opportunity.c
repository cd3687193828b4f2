/* tests/unit/layout_opportunity.c -- asking Pango word by word finds what
 * asking it for the whole text does. */
/* SPDX-License-Identifier: MIT */

#include "layout/opportunity.h"

#include <stdbool.h>
#include <string.h>

static void
assert_same(const char *text)
{
  PangoLanguage *language = pango_language_from_string("en");
  g_autofree guint8 *marks = opportunity_find(text, strlen(text), language);
  int characters = (int)g_utf8_strlen(text, -1);
  g_autofree PangoLogAttr *all = g_new0(PangoLogAttr, characters + 1);
  const char *at = text;

  pango_get_log_attrs(text, (int)strlen(text), -1, language, all,
                      characters + 1);
  for (int i = 0; i < characters; i++, at = g_utf8_next_char(at)) {
    bool beside_space = *at == ' ' || (i > 0 && at[-1] == ' ');

    if (i > 0 && !beside_space && marks[at - text] != all[i].is_line_break)
      g_error("\"%s\": character %d: %d, Pango says %d", text, i,
              marks[at - text], all[i].is_line_break);
  }
}

static void
test_prose(void)
{
  static const char *const texts[] = {
    "Plain words, and points: one; two. Three! Four? (Five) \"six\"",
    "don\xe2\x80\x99t \xe2\x80\x9cquoted,\xe2\x80\x9d (so he says).",
    "well-known facts/figures \xe2\x80\x94 and 1,000.50 or 3:45pm",
    "wait\xe2\x80\x94what\xe2\x80\xa6 no\xc2\xa0"
    "break caf\xc3\xa9 3\xc3\x97"
    "4",
    "std::vec::Vec<T> foo.(bar) a)(b (c)d e!f g?h i$j k%l",
    "https://example.org/a-b_c?d=e&f=g#h user@example.org",
    "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e text "
    "\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a",
    "co\xc2\xadop zero\xe2\x80\x8bwidth \xe2\x80\x93 5\xe2\x80\x93"
    "10 mg",
  };

  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    assert_same(texts[i]);
}

/* All words of up to four of these, each between two others. */
static void
test_every_short_word(void)
{
  static const char *const signs[] = {
    "a", "7", ".", ",", "(", ")", "\"", "!", "\xe2\x80\x99", "-", "%"
  };
  enum {
    COUNT = G_N_ELEMENTS(signs),
    LENGTH = 4
  };

  for (int n = 0; n < COUNT * COUNT * COUNT * COUNT; n++) {
    g_autoptr(GString) text = g_string_new("x ");

    for (int i = 0, rest = n; i < LENGTH; i++, rest /= COUNT)
      g_string_append(text, signs[rest % COUNT]);
    g_string_append(text, " y");
    assert_same(text->str);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/layout/opportunity/prose", test_prose);
  g_test_add_func("/layout/opportunity/every_short_word",
                  test_every_short_word);
  return g_test_run();
}
