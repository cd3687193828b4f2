/* tests/unit/pdf_text.c -- tokens, maps and spellings of text in a PDF. */
/* SPDX-License-Identifier: MIT */

#include "pdf/cmap.h"
#include "pdf/label.h"
#include "pdf/spelling.h"
#include "pdf/token.h"

#include <string.h>

static void
expect_bytes(const char *token, const char *bytes, guint length)
{
  g_autoptr(GByteArray) read =
      pdf_token_bytes((PdfToken){ token, strlen(token) });

  g_assert_cmpuint(read->len, ==, length);
  g_assert_true(length == 0 || memcmp(read->data, bytes, length) == 0);
}

static void
test_strings(void)
{
  expect_bytes("(a\\(b\\)\\\\)", "a(b)\\", 5);
  expect_bytes("(\\n\\101\\0\\7x)", "\nA\0\7x", 5);
  expect_bytes("(a\\\nb)", "ab", 2);
  expect_bytes("<4 1 4>", "A@", 2);
  expect_bytes("()", "", 0);
  expect_bytes("/Name", "", 0);
}

static void
test_scanner(void)
{
  static const char in[] = "% note\n[(a] b)-1.5<</K/V>>]TJ q(cut";
  static const char *const tokens[] = { "[",  "(a] b)", "-1.5", "<<",
                                        "/K", "/V",     ">>",   "]",
                                        "TJ", "q",      "(cut" };
  PdfScanner scanner = { in, sizeof in - 1, 0 };
  PdfToken token;

  for (gsize i = 0; i < G_N_ELEMENTS(tokens); i++) {
    g_assert_true(pdf_scanner_token(&scanner, &token));
    g_assert_true(pdf_token_is(token, tokens[i]));
  }
  g_assert_false(pdf_scanner_token(&scanner, &token));
}

static void
test_operation(void)
{
  static const char in[] = "1 2 3 4 5 6 7 8 9 10 op";
  PdfScanner scanner = { in, sizeof in - 1, 0 };
  PdfOperation operation;

  g_assert_true(pdf_scanner_operation(&scanner, &operation));
  g_assert_cmpuint(operation.operand_count, ==, 10);
  g_assert_true(pdf_token_is(operation.operands[0], "3"));
  g_assert_true(pdf_token_is(operation.operands[7], "10"));
  g_assert_cmpint(pdf_token_integer(operation.operands[7]), ==, 10);
  g_assert_false(pdf_scanner_operation(&scanner, &operation));
}

static void
test_cmap(void)
{
  static const char in[] =
      "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
      "2 beginbfchar\n<0001> <00660069>\n<0002> <d83dde00>\nendbfchar\n"
      "2 beginbfrange <0010> <0012> <0041>\n"
      "<0020> <0021> [<0078> <0079>] endbfrange";
  static const guint8 codes[] = { 0, 1, 0, 2, 0, 0x12, 0, 0x21, 9, 9 };
  g_autoptr(PdfCmap) cmap = pdf_cmap_new(in, sizeof in - 1);
  g_autoptr(GByteArray) string = g_byte_array_new();
  g_autoptr(GString) out = g_string_new(NULL);

  g_byte_array_append(string, codes, sizeof codes);
  pdf_cmap_decode(cmap, string, out);
  g_assert_cmpstr(out->str, ==, "fi😀Cy\357\277\275");
}

static void
test_spelling(void)
{
  static const char map[] = "<01> <0041>\n<02> <fb03>\n<03> <fe91>\n";
  static const char actual[] = "<fefffb010041>";
  g_autoptr(GString) spelled = pdf_spelling_map(map, sizeof map - 1);
  g_autoptr(GString) out = g_string_new(NULL);

  g_assert_cmpstr(spelled->str, ==,
                  "<01> <0041>\n<02> <006600660069>\n<03> <0628>\n");
  g_assert_null(pdf_spelling_map("<01> <0041>", 11));
  pdf_spelling_append(out, (PdfToken){ actual, sizeof actual - 1 });
  g_assert_cmpstr(out->str, ==, "<feff006600690041>");
  g_assert_true(pdf_spelling_matches(0x2010, "\u00ad", 2));
  g_assert_false(pdf_spelling_matches(0x2010, "\u2010", 3));
  g_assert_true(pdf_spelling_matches(PDF_SPELLING_HYPHEN, "\u2010", 3));
  g_assert_true(pdf_spelling_matches(0xfb03, "ffi", 3));
  g_assert_false(pdf_spelling_matches(0xfb03, "ffl", 3));
  g_assert_false(pdf_spelling_matches(0xfb03, "ff", 2));
  g_assert_false(pdf_spelling_matches(0x41, "A", 1));
}

static void
expect_label(char style, int number, const char *label)
{
  g_autofree char *text = pdf_label_number(style, number);

  g_assert_cmpstr(text, ==, label);
}

static void
test_labels(void)
{
  expect_label('r', 4, "iv");
  expect_label('R', 1999, "MCMXCIX");
  expect_label('D', 12, "12");
  expect_label('a', 26, "z");
  expect_label('A', 28, "BB");
  expect_label('r', 0, "0");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/strings", test_strings);
  g_test_add_func("/scanner", test_scanner);
  g_test_add_func("/operation", test_operation);
  g_test_add_func("/cmap", test_cmap);
  g_test_add_func("/spelling", test_spelling);
  g_test_add_func("/labels", test_labels);
  return g_test_run();
}
