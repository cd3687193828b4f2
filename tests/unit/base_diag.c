/* tests/unit/base_diag.c -- messages: levels, order, and three printed forms.
 */
/* SPDX-License-Identifier: MIT */

#include "base/diag.h"

#include <string.h>

static Diag *
some_messages(void)
{
  Diag *diag = diag_new();
  diag_report(diag, DIAG_NOTE, (DiagPos){ NULL, 0, 0 }, "no-lock", "a note");
  diag_report(diag, DIAG_ERROR, (DiagPos){ "a b.md", 3, 7 }, "broken-link",
              "no page \"%s\"", "x\x1b[2J");
  diag_report(diag, DIAG_WARNING, (DiagPos){ "c.md", 0, 0 }, "broken-link",
              "careful");
  diag_report(diag, DIAG_WARNING, (DiagPos){ "d\n.md", 2, 0 }, "odd", "line");
  return diag;
}

static void
check_print(const Diag *diag, DiagFormat format, DiagLevel minimum,
            const char *expected)
{
  g_autofree char *text = diag_print(diag, format, minimum);
  g_assert_cmpstr(text, ==, expected);
}

static void
test_text(void)
{
  g_autoptr(Diag) diag = some_messages();
  check_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE,
              "handbill: note: a note [no-lock]\n"
              "a b.md:3:7: error: no page \"x\\x1b[2J\" [broken-link]\n"
              "c.md: warning: careful [broken-link]\n"
              "d\\x0a.md:2: warning: line [odd]\n");
  check_print(diag, DIAG_FORMAT_TEXT, DIAG_ERROR,
              "a b.md:3:7: error: no page \"x\\x1b[2J\" [broken-link]\n");
}

static void
test_json(void)
{
  g_autoptr(Diag) diag = some_messages();
  check_print(diag, DIAG_FORMAT_JSON, DIAG_ERROR,
              "[\n{\"file\": \"a b.md\", \"line\": 3, \"column\": 7, "
              "\"level\": \"error\", \"code\": \"broken-link\", "
              "\"text\": \"no page \\\"x\\\\x1b[2J\\\"\"}\n]\n");
  g_autoptr(Diag) empty = diag_new();
  check_print(empty, DIAG_FORMAT_JSON, DIAG_NOTE, "[]\n");
}

static void
test_sarif(void)
{
  g_autoptr(Diag) diag = some_messages();
  g_autofree char *text = diag_print(diag, DIAG_FORMAT_SARIF, DIAG_NOTE);
  g_assert_nonnull(strstr(text, "\"version\": \"2.1.0\""));
  g_assert_nonnull(strstr(text, "\"rules\": [{\"id\": \"broken-link\"}, "
                                "{\"id\": \"no-lock\"}, {\"id\": \"odd\"}]"));
  g_assert_nonnull(strstr(text, "{\"uri\": \"a%20b.md\"}, \"region\": "
                                "{\"startLine\": 3, \"startColumn\": 7}"));
  g_assert_nonnull(strstr(text,
                          "{\"ruleId\": \"no-lock\", \"level\": \"note\", "
                          "\"message\": {\"text\": \"a note\"}},\n"));
}

static void
test_lenient(void)
{
  g_autoptr(Diag) diag = diag_new();
  DiagPos pos = { "a.md", 1, 1 };
  diag_report(diag, DIAG_CONTENT, pos, "x", "strict");
  g_assert_cmpuint(diag_count(diag, DIAG_ERROR), ==, 1);
  diag_set_lenient(diag, true);
  g_assert_true(diag_is_lenient(diag));
  diag_report(diag, DIAG_CONTENT, pos, "x", "lenient");
  diag_report(diag, DIAG_ERROR, pos, "x", "an error stays an error");
  g_assert_cmpuint(diag_count(diag, DIAG_ERROR), ==, 2);
  g_assert_cmpuint(diag_count(diag, DIAG_WARNING), ==, 1);
  g_assert_cmpuint(diag_count(diag, DIAG_CONTENT), ==, 0);
}

/* The Diag copies: what it was given may go away. */
static void
test_copies(void)
{
  g_autoptr(Diag) diag = diag_new();
  char file[] = "a.md";
  diag_report(diag, DIAG_NOTE, (DiagPos){ file, 1, 1 }, "x", "y");
  memset(file, '#', strlen(file));
  check_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE, "a.md:1:1: note: y [x]\n");
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/diag/text", test_text);
  g_test_add_func("/diag/json", test_json);
  g_test_add_func("/diag/sarif", test_sarif);
  g_test_add_func("/diag/lenient", test_lenient);
  g_test_add_func("/diag/copies", test_copies);
  return g_test_run();
}
