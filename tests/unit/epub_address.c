/* tests/unit/epub_address.c -- addresses as the EPUB says them. */
/* SPDX-License-Identifier: MIT */

#include "epub/address.h"

#include <glib.h>

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
  g_test_add_func("/addresses", test_addresses);
  return g_test_run();
}
