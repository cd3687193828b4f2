/* tests/unit/style_message.c -- what is said of a sheet that is wrong, and
 * where. */
/* SPDX-License-Identifier: MIT */
#include "style/sheet.h"

#include <string.h>

static char *
read_messages(const char *text, gsize length, StyleSheetKind kind)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GBytes) bytes = g_bytes_new(text, length);
  g_autoptr(StyleSheet) sheet = style_sheet_read("t.css", kind, bytes, diag);
  g_assert_nonnull(sheet);
  return diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
}

static void
assert_says(StyleSheetKind kind, const char *text, const char *expected)
{
  g_autofree char *messages = read_messages(text, strlen(text), kind);
  g_autofree char *line = g_strconcat("t.css:", expected, "\n", NULL);
  g_assert_cmpstr(messages, ==, line);
}

static const struct {
  const char *text;
  const char *expected;
} wrong[] = {
  { "p { font-sise: 12pt }",
    "1:5: error: there is no property font-sise: did you mean font-size? "
    "[style-property]" },
  { "p {\n  margin-lfet: 1pt;\n  orphans: 2 }",
    "2:3: error: there is no property margin-lfet: did you mean margin-left? "
    "[style-property]" },
  { "/* a\n comment */ calout { orphans: 2 }",
    "2:13: error: there is no element calout: did you mean callout? (a class "
    "is written .calout) [style-selector]" },
  { "p > em { orphans: 2 }",
    "1:3: error: > is no part of a selector: write names and classes, such as "
    "\"callout.warning p\" [style-selector]" },
  { "p.\nx { orphans: 2 }",
    "2:1: error: the name of the class is missing after the dot: write it "
    "without a space, such as \".warning\" [style-selector]" },
  { "p { text-align: left }",
    "1:17: error: left is no value of text-align: write one of start, end, "
    "center, justify [style-value]" },
  { "p { margin-top: 12 }",
    "1:17: error: 12 is no value of margin-top: write a length in pt, mm, in, "
    "em or rem [style-value]" },
  { "p { margin-top: 12px }",
    "1:17: error: 12px is no value of margin-top (px is no size on paper): "
    "write a length in pt, mm, in, em or rem [style-value]" },
  { "p { padding: 1pt -2pt }",
    "1:18: error: -2pt is no value of padding: write a length in pt, mm, in, "
    "em or rem, not negative [style-value]" },
  { "p { color: red }",
    "1:12: error: red is no value of color: write #rgb, #rrggbb, black or "
    "white [style-value]" },
  { "p { color: #12345 }",
    "1:12: error: #12345 is no value of color: write #rgb, #rrggbb, black or "
    "white [style-value]" },
  { "p { color: inherit }",
    "1:12: error: inherit is no value of color (there are no inheritance "
    "keywords): write #rgb, #rrggbb, black or white [style-value]" },
  { "p { font-weight: 650 }",
    "1:18: error: 650 is no value of font-weight: write 100, 200 and so on to "
    "900, normal, bold [style-value]" },
  { "p { orphans: }",
    "1:14: error: the value of orphans is missing: write a whole number of "
    "lines from 1 to 9 [style-value]" },
  { "p { orphans: 2 !important }",
    "1:16: error: there is no !important: a selector with more classes or "
    "names, or a later rule, has the last word [style-syntax]" },
  { "p { orphans 2 }",
    "1:13: error: a colon is missing after orphans: write \"orphans: value;\" "
    "[style-syntax]" },
  { "p { orphans: 2\n widows: 2 }",
    "2:2: error: widows is too much here: end the value with a semicolon "
    "before it, or take it out [style-value]" },
  { "p { orphans: 2",
    "1:15: error: the sheet ends inside a rule: close it with } "
    "[style-syntax]" },
  { "p { leader: \".; }\n}",
    "1:13: error: this string has no end on its line: close it with \" "
    "[style-syntax]" },
  { "p { orphans: 2 }\n/* no end",
    "2:1: error: this comment has no end: close it with */ [style-syntax]" },
  { "@import \"x.css\"; p { orphans: 2 }",
    "1:1: error: there is no rule @import here: only @page; put everything "
    "into this one sheet [style-at-rule]" },
  { "p { width: 120% }",
    "1:12: error: 120% is no value of width: write a length in pt, mm, in, em "
    "or rem, a % of the room up to 100%, or auto [style-value]" },
  { "p { page: nowhere }",
    "1:11: error: there is no @page nowhere: write the rule, or name one that "
    "is there [style-page]" },
  { "@page a4 { size: a3 }",
    "1:18: error: a3 is no value of size: write a4, letter, a5, or width and "
    "height [style-value]" },
  { "@page a4 { margin: 3mm }",
    "1:12: error: a page has no property margin: did you mean margin-top? "
    "[style-property]" },
  { "@page { @top-left { content: none } grid: 17pt }",
    "1:9: error: a page has no margin box @top-left: did you mean @top-center? "
    "[style-page]" },
  { "@page { @top-inside { content: string(artikel) } }",
    "1:32: error: string is no value of content: write string(article), "
    "string(section), string(book), string(edition), counter(page), "
    "counter(article) or none [style-value]" },
  { "@page { text-block: 300mm 100mm }\n@page a4 { size: a4 }",
    "2:7: error: the paper a4 has no room for the width of the text block: "
    "make margin-inside smaller [style-page]" },
};

static void
test_print(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
    assert_says(STYLE_SHEET_PRINT, wrong[i].text, wrong[i].expected);
}

static void
test_epub(void)
{
  assert_says(STYLE_SHEET_EPUB, "callout { margin: 0 }",
              "1:1: error: there is no element callout: did you mean "
              "colgroup? (a class is written .callout) [style-selector]");
  assert_says(STYLE_SHEET_EPUB, "p { direction: rtl }",
              "1:5: error: the sheet of the EPUB has no property direction: "
              "did you mean margin? [style-property]");
  assert_says(STYLE_SHEET_EPUB, "p { margin: 0 auto 1em; display: flex }",
              "1:34: error: flex is no value of display: write none, inline, "
              "block, inline-block, list-item, table, table-row, table-cell "
              "[style-value]");
  assert_says(STYLE_SHEET_EPUB, "@font-face { src: url(x) }",
              "1:1: error: there is no rule @font-face here: only @media, for "
              "narrow screens; leave the rest to the reader [style-at-rule]");
  assert_says(STYLE_SHEET_EPUB, "@media print { p { orphans: 2 } }",
              "1:1: error: the sheet of the EPUB may ask for a narrow screen "
              "alone: write @media (max-width: 30em) { rules } "
              "[style-at-rule]");
  assert_says(
      STYLE_SHEET_EPUB,
      "@media (max-width: 30em) { p { ortions: 2 } }\n"
      "p::before { content: attr(title) }",
      "1:32: error: the sheet of the EPUB has no property ortions: did "
      "you mean orphans? [style-property]\n"
      "t.css:2:27: error: title is no value of content: write a string, "
      "attr(data-label), none, normal [style-value]");
  g_autofree char *right =
      read_messages("p::before { content: \"x\" } .a, td.b em { width: 50%; "
                    "font-family: \"A\", serif; border-top: 1px solid #333 }",
                    strlen("p::before { content: \"x\" } .a, td.b em { width: "
                           "50%; font-family: \"A\", serif; border-top: 1px "
                           "solid #333 }"),
                    STYLE_SHEET_EPUB);
  g_assert_cmpstr(right, ==, "");
}

/* What is right in a wrong sheet still holds. */
static void
test_recovery(void)
{
  const char text[] = "p { nothing: 1; orphans: 3; color: red; widows: 4 }\n"
                      "nobody { orphans: 9 }\n"
                      "p, nobody { orphans: 8 }\n"
                      "}} p { hyphens: auto }";
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
  g_autoptr(StyleSheet) sheet =
      style_sheet_read("t.css", STYLE_SHEET_PRINT, bytes, diag);
  StyleElement p = { .name = "p" };
  const Style *style = style_sheet_resolve(sheet, &p, NULL);
  g_assert_cmpuint(style->orphans, ==, 3);
  g_assert_cmpuint(style->widows, ==, 4);
  g_assert_true(style->hyphens);
  g_assert_cmpuint(diag_count(diag, DIAG_ERROR), ==, 6);
}

static void
test_bytes(void)
{
  const char text[] = "p { orphans: 3 }\n/* \xff */";
  g_autofree char *messages =
      read_messages(text, sizeof text - 1, STYLE_SHEET_PRINT);
  g_assert_true(g_str_has_prefix(messages, "t.css:2:4: error: "));
  g_autofree char *zero = read_messages("p\0q", 3, STYLE_SHEET_PRINT);
  g_assert_true(g_str_has_prefix(zero, "t.css:1:2: error: "));
}

/* Any cut of a right sheet and any odd byte ends, and says at most a hundred
 * things. */
static void
test_broken(void)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_assert_true(
      g_file_get_contents(SOURCE_DIR "/styles/book.css", &text, &length, NULL));
  const char odd[] = "{}();:@#.\"'/*%!-\\9a ";
  for (gsize i = 0; i < length; i += 31) {
    g_free(read_messages(text, i, STYLE_SHEET_PRINT));
    char kept = text[i];
    text[i] = odd[i % (sizeof odd - 1)];
    g_free(read_messages(text, length, STYLE_SHEET_PRINT));
    g_free(read_messages(text, length, STYLE_SHEET_EPUB));
    text[i] = kept;
  }
}

static void
test_many(void)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 100000; i++)
    g_string_append(text, "{");
  g_autofree char *deep =
      read_messages(text->str, text->len, STYLE_SHEET_PRINT);
  g_assert_cmpuint(strlen(deep), <, 100000);
  g_string_truncate(text, 0);
  for (int i = 0; i < 100000; i++)
    g_string_append(text, "x{}");
  g_autofree char *wide =
      read_messages(text->str, text->len, STYLE_SHEET_PRINT);
  g_assert_cmpuint(strlen(wide), <, 100000);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/style/message/print", test_print);
  g_test_add_func("/style/message/epub", test_epub);
  g_test_add_func("/style/message/recovery", test_recovery);
  g_test_add_func("/style/message/bytes", test_bytes);
  g_test_add_func("/style/message/broken", test_broken);
  g_test_add_func("/style/message/many", test_many);
  return g_test_run();
}
