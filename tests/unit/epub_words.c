/* tests/unit/epub_words.c -- dates, languages and addresses as the EPUB says
 * them. */
/* SPDX-License-Identifier: MIT */

#include "epub/address.h"
#include "epub/words.h"

#include <glib.h>

static void
test_dates(void)
{
  static const struct {
    const char *date;
    const char *words;
  } cases[] = {
    { "2026-11-22", "22 November 2026" },
    { "2026-03-01", "1 March 2026" },
    { "2026-13-01", "2026-13-01" },
    { "2026-00-01", "2026-00-01" },
    { "2026-11", "2026-11" },
    { "22/11/2026", "22/11/2026" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *words = epub_words_date(cases[i].date);
    g_assert_cmpstr(words, ==, cases[i].words);
  }
}

static void
test_languages(void)
{
  g_assert_cmpstr(epub_words_language("en"), ==, "English");
  g_assert_cmpstr(epub_words_language("de-AT"), ==, "Deutsch");
  g_assert_cmpstr(epub_words_language("tlh"), ==, "tlh");
  for (int i = 0; i < EPUB_WORDS_COUNT; i++)
    g_assert_nonnull(epub_words((EpubWords)i));
}

static void
test_addresses(void)
{
  static const struct {
    const char *address;
    const char *escaped; /* NULL: refused */
  } cases[] = {
    { "https://example.org/a b", "https://example.org/a%20b" },
    { "https://example.org/100%", "https://example.org/100%25" },
    { "https://example.org/%20?a=1&b=<2>#c",
      "https://example.org/%20?a=1&b=%3C2%3E#c" },
    { "https://example.org/\u00fc", "https://example.org/\u00fc" },
    { "HTTP://example.org", "HTTP://example.org" },
    { "mailto:a@example.org", "mailto:a@example.org" },
    { "tel:+1-800-662-4357", "tel:+1-800-662-4357" },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "data:text/html,x", NULL },
    { "https://", NULL },
    { "other.html", NULL },
    { "", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *escaped = epub_address_escape(cases[i].address);
    g_assert_cmpstr(escaped, ==, cases[i].escaped);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/dates", test_dates);
  g_test_add_func("/languages", test_languages);
  g_test_add_func("/addresses", test_addresses);
  return g_test_run();
}
