/* tests/unit/base_bytes.c -- text and numbers that look the same everywhere. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "base/hash.h"
#include "base/json.h"

#include <math.h>
#include <string.h>

static void
check_bad(const char *text, gsize length, gsize expected)
{
  gsize offset = 999;
  g_assert_false(bytes_is_text(text, length, &offset));
  g_assert_cmpuint(offset, ==, expected);
}

static void
test_is_text(void)
{
  static const char good[] = "a\tb\r\nÜ 日本 \xf0\x9f\x98\x80\xef\xbb\xbf";
  g_assert_true(bytes_is_text(good, strlen(good), NULL));
  g_assert_true(bytes_is_text("", 0, NULL));
  check_bad("ab\0c", 4, 2);
  check_bad("ab\x7f", 3, 2);
  check_bad("\x1b[2J", 4, 0);
  check_bad("a\xc2\x85", 3, 1);                    /* C1: NEL */
  check_bad("ab\xff", 3, 2);                       /* never in UTF-8 */
  check_bad("a\xc3", 2, 1);                        /* cut short */
  check_bad("a\xc0\xaf", 3, 1);                    /* overlong slash */
  check_bad("a\xed\xa0\x80", 4, 1);                /* surrogate */
  check_bad("\xef\xbf\xbf", 3, 0);                 /* U+FFFF */
  check_bad("\xef\xb7\x90", 3, 0);                 /* U+FDD0 */
  check_bad("abc\xf0\x9f\xbf\xbe", 7, 3);          /* U+1FFFE */
  g_assert_true(bytes_is_text("ab\xff", 2, NULL)); /* `length` counts */
}

static void
check_number(double value, unsigned decimals, const char *expected)
{
  g_autoptr(GString) out = g_string_new("=");
  bytes_append_number(out, value, decimals);
  g_assert_cmpstr(out->str + 1, ==, expected);
}

static void
test_number(void)
{
  check_number(0, 2, "0");
  check_number(-0.0, 2, "0");
  check_number(-0.004, 2, "0");
  check_number(1.5, 2, "1.5");
  check_number(-3, 0, "-3");
  check_number(0.125, 2, "0.13");
  check_number(-0.125, 2, "-0.13");
  check_number(2.5, 0, "3");
  check_number(0.49999999999999994, 0, "0");
  check_number(100, 3, "100");
  check_number(10.05, 2, "10.05");
  check_number(0.000001, 6, "0.000001");
  check_number(999999999.9999, 3, "1000000000");
  check_number(595.276, 2, "595.28");
}

static void
check_integer(gint64 value, const char *expected)
{
  g_autoptr(GString) out = g_string_new("=");
  bytes_append_integer(out, value);
  g_assert_cmpstr(out->str + 1, ==, expected);
}

static void
test_integer(void)
{
  check_integer(0, "0");
  check_integer(7, "7");
  check_integer(-10, "-10");
  check_integer(G_MAXINT64, "9223372036854775807");
  check_integer(G_MININT64, "-9223372036854775808");
}

static void
check_printable(const char *text, gsize limit, const char *expected)
{
  g_autofree char *printable = bytes_printable(text, limit);
  g_assert_cmpstr(printable, ==, expected);
}

static void
test_printable(void)
{
  check_printable("Übung \\ \"x\"", 99, "Übung \\ \"x\"");
  check_printable("\x1b[31mred\n", 99, "\\x1b[31mred\\x0a");
  check_printable("a\xff\xc3", 99, "a\\xff\\xc3");
  check_printable("a\xe2\x80\xae"
                  "b",
                  99, "a\\xe2\\x80\\xaeb");
  check_printable("\xc2\x9b"
                  "2J",
                  99, "\\xc2\\x9b2J"); /* C1: CSI */
  check_printable("abcdef", 3, "abc…");
  check_printable("abc", 3, "abc");
  check_printable("üüüü", 2, "üü…");
  check_printable("", 0, "");
}

static void
check_slug(const char *text, bool keep, const char *expected)
{
  g_autofree char *slug = bytes_slug(text, keep);
  g_assert_cmpstr(slug, ==, expected);
}

static void
test_slug(void)
{
  check_slug("Über uns!", false, "uber-uns");
  check_slug("  What -- to   do? ", false, "what-to-do");
  check_slug("Don't wait", false, "dont-wait");
  check_slug("e\xcc\x81t\xc3\xa9", false, "ete"); /* both forms of é */
  check_slug("Straße Łódź", false, "strasse-lodz");
  check_slug("日本 24", false, "24");
  check_slug("日本 Tokyo", true, "日本-tokyo");
  check_slug("ПРИВЕТ мир", true, "привет-мир");
  check_slug("???", false, "x");
  check_slug("", true, "x");
  check_slug("a\xff"
             "b",
             false, "a-b");
}

static void
test_hash(void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static("abc", 3);
  g_autofree char *sum = hash_sha256(bytes);
  g_assert_cmpstr(
      sum, ==,
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_autofree char *uuid = hash_uuid5("http://www.example.com/");
  g_assert_cmpstr(uuid, ==, "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
}

static void
test_json(void)
{
  g_autoptr(GString) out = g_string_new("{");
  json_append_field(out, "a", "x\"\\\n\x1b\xff é \xf3\xa0\x81\x81");
  json_append_field(out, "none", NULL);
  json_append_count(out, "n", G_MAXUINT64);
  g_string_append(out, "}");
  g_assert_cmpstr(out->str, ==,
                  "{\"a\": \"x\\\"\\\\\\u000a\\u001b\\ufffd é "
                  "\\udb40\\udc41\", \"n\": 18446744073709551615}");
  g_string_truncate(out, 0);
  json_append_string(out, NULL);
  g_assert_cmpstr(out->str, ==, "null");
}

static void
test_has_letter(void)
{
  g_assert_true(bytes_has_letter("1a"));
  g_assert_true(bytes_has_letter("\xd8\xb9"));
  g_assert_false(bytes_has_letter("1. \xe2\x80\xa2"));
  g_assert_false(bytes_has_letter(""));
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/bytes/has-letter", test_has_letter);
  g_test_add_func("/bytes/is-text", test_is_text);
  g_test_add_func("/bytes/number", test_number);
  g_test_add_func("/bytes/integer", test_integer);
  g_test_add_func("/bytes/printable", test_printable);
  g_test_add_func("/bytes/slug", test_slug);
  g_test_add_func("/hash", test_hash);
  g_test_add_func("/json", test_json);
  return g_test_run();
}
