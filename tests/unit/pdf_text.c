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
  static const char in[] = " 1 2 3 4 5 6 7 8 9 10 op";
  PdfScanner scanner = { in, sizeof in - 1, 0 };
  PdfOperation operation;
  PdfOperands operands;

  g_assert_true(pdf_scanner_operation(&scanner, &operation));
  g_assert_true(pdf_token_is(operation.name, "op"));
  g_assert_cmpuint(operation.start, ==, 1);
  g_assert_cmpuint(operation.end, ==, sizeof in - 1);
  pdf_operation_operands(in, &operation, &operands);
  g_assert_cmpuint(operands.count, ==, 10);
  g_assert_true(pdf_token_is(operands.tokens[0], "3"));
  g_assert_true(pdf_token_is(operands.tokens[7], "10"));
  g_assert_cmpint(pdf_token_integer(operands.tokens[7]), ==, 10);
  g_assert_false(pdf_scanner_operation(&scanner, &operation));
}

/* The operators that a stream has, and the first operand of the first. */
static void
expect_operators(const char *in, const char *names, const char *first)
{
  PdfScanner scanner = { in, strlen(in), 0 };
  g_autoptr(GString) found = g_string_new(NULL);
  PdfOperation operation;
  PdfOperands operands = { .count = 0 };

  while (pdf_scanner_operation(&scanner, &operation)) {
    if (found->len == 0)
      pdf_operation_operands(in, &operation, &operands);
    g_string_append_len(found, operation.name.start,
                        (gssize)operation.name.length);
    g_string_append_c(found, ' ');
  }
  g_assert_cmpstr(found->str, ==, names);
  if (first == NULL)
    g_assert_cmpuint(operands.count, ==, 0);
  else
    g_assert_true(pdf_token_is(operands.tokens[0], first));
}

static void
test_operators(void)
{
  expect_operators("[(a])-1<5d>(\\\\)(\\))(])]TJ/f-0 1 Tf", "TJ Tf ",
                   "[(a])-1<5d>(\\\\)(\\))(])]");
  expect_operators("[[1](]) % ]\n]d Q", "d Q ", "[[1](]) % ]\n]");
  expect_operators("(% (q) [)Tj% Q\nq", "Tj q ", "(% (q) [)");
  expect_operators("<</K/q>> /q q", "q ", "<<");
  expect_operators("true false null f*", "f* ", "true");
  expect_operators("1q -a.5 2 w", "w ", "1q");
  expect_operators("q", "q ", NULL);
  expect_operators("1 0 % q", "", NULL);
  /* Arrays that are none take the rest with them. */
  expect_operators("[(a) q", "", NULL);
  expect_operators("[) (]Q q", "", NULL);
}

static void
expect_text(const char *in, const char *text)
{
  PdfScanner scanner = { in, strlen(in), 0 };
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  PdfOperation operation;

  g_assert_true(pdf_scanner_operation(&scanner, &operation));
  g_byte_array_append(bytes, (const guint8 *)"+", 1);
  pdf_operation_append_text(in, &operation, bytes);
  g_byte_array_append(bytes, (const guint8 *)"", 1);
  g_assert_cmpstr((const char *)bytes->data, ==, text);
}

static void
test_text(void)
{
  expect_text("[(a)-15(b(c))10<41 42>()]TJ", "+ab(c)AB");
  expect_text("(\\)\\(\\\\\\101<%)Tj", "+)(\\A<%");
  expect_text("(a\\\nb)' % (c)", "+ab");
  expect_text("[% (x)\n(y)]TJ", "+y");
  expect_text("1 0 0 1 5 5 cm", "+");
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

/* What `map` makes of the code 1. */
static char *
decode_one(const GString *map)
{
  static const guint8 code[] = { 0, 1 };
  g_autoptr(PdfCmap) cmap = pdf_cmap_new(map->str, map->len);
  g_autoptr(GByteArray) string = g_byte_array_new();
  GString *out = g_string_new(NULL);

  g_byte_array_append(string, code, sizeof code);
  pdf_cmap_decode(cmap, string, out);
  return g_string_free(out, FALSE);
}

/* A range of a few bytes asks for 65,536 entries: a megabyte of them must not
 * take minutes, nor a long text times 65,536 all memory. */
static void
test_cmap_limits(void)
{
  g_autoptr(GString) map = g_string_new(
      "begincodespacerange <0000> <ffff> endcodespacerange beginbfrange\n");
  gsize start = map->len;

  for (int i = 0; i < 40000; i++)
    g_string_append(map, "<0000> <ffff> <0041>\n");
  g_string_append(map, "<0001> <0001> <007a>\nendbfrange\n"
                       "beginbfchar <0001> <007a> endbfchar\n");
  g_autofree char *many = decode_one(map);
  g_assert_cmpstr(many, ==, "B");

  g_string_truncate(map, start);
  g_string_append(map, "<0001> <0001> <007a>\n<0000> <ffff> <");
  for (int i = 0; i < 100000; i++)
    g_string_append(map, "0041");
  g_string_append(map, ">\n<0000> <ffffffff> <0041>\n");
  g_autofree char *first = decode_one(map);
  g_assert_cmpstr(first, ==, "z");
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
  g_test_add_func("/operators", test_operators);
  g_test_add_func("/text", test_text);
  g_test_add_func("/cmap", test_cmap);
  g_test_add_func("/cmap/limits", test_cmap_limits);
  g_test_add_func("/spelling", test_spelling);
  g_test_add_func("/labels", test_labels);
  return g_test_run();
}
