/* tests/unit/release_json_value.c -- strict JSON, read into a small tree. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "base/json.h"
#include "release/json_value.h"

#include <string.h>

static JsonValue *
read_text(const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  return json_value_read(bytes, error);
}

static void
test_read(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonValue) value =
      read_text(" {\"a\": [1, \"x\", true, false, null, {}, []],\n"
                "\"n\": 18446744073709551615, \"t\": "
                "\"\\u00fc\\ud83d\\ude00\\n\\\"\\/\"} \n",
                &error);
  g_assert_no_error(error);
  guint64 count = 0;
  g_assert_true(json_value_find_count(value, "n", &count));
  g_assert_cmpuint(count, ==, G_MAXUINT64);
  g_assert_cmpstr(json_value_find_text(value, "t"), ==, "ü😀\n\"/");
  const GPtrArray *items = json_value_find_items(value, "a");
  g_assert_cmpuint(items->len, ==, 7);
  const JsonValue *truth = g_ptr_array_index(items, 2);
  g_assert_true(truth->kind == JSON_BOOL && truth->truth);
  g_assert_null(json_value_find(value, "b"));
  g_assert_null(json_value_find_text(value, "n"));
  g_assert_null(json_value_find_items(value, "n"));
  g_assert_false(json_value_find_count(value, "t", &count));
  g_assert_null(json_value_find(truth, "a"));
}

static void
test_refuse(void)
{
  static const char *const bad[] = {
    "",
    "{",
    "[1,]",
    "{\"a\":1,}",
    "{\"a\" 1}",
    "01",
    "-1",
    "1.5",
    "tru",
    "\"a",
    "\"\t\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\ud800\"",
    "\"\\udc00\"",
    "1 2",
    "\"\\u0000\"",
    "{1:2}",
    "\xff",
    "18446744073709551616",
    "{\"a\":1,\"a\":2}",
  };
  for (unsigned i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonValue) value = read_text(bad[i], &error);
    g_assert_null(value);
    g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  }
  g_autoptr(GError) error = NULL;
  g_assert_null(read_text("[\n1,\nx]", &error));
  g_assert_cmpstr(error->message, ==, "line 3: expected a whole number");
}

static void
test_depth(void)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (unsigned i = 0; i < 100000; i++)
    g_string_append_c(text, '[');
  g_autoptr(GError) error = NULL;
  g_assert_null(read_text(text->str, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
}

/* What the escaper writes, the reader reads. */
static void
test_round(void)
{
  static const char text[] = "a\"\\\b\x7f ü\xe2\x80\xae \xf3\xa0\x81\x81";
  g_autoptr(GString) out = g_string_new("{");
  json_append_field(out, "t", text);
  g_string_append_c(out, '}');
  g_autoptr(JsonValue) value = read_text(out->str, NULL);
  g_assert_cmpstr(json_value_find_text(value, "t"), ==, text);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/json-value/read", test_read);
  g_test_add_func("/json-value/refuse", test_refuse);
  g_test_add_func("/json-value/depth", test_depth);
  g_test_add_func("/json-value/round", test_round);
  return g_test_run();
}
