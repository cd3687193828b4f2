/* tests/unit/style_sheet.c -- what a sheet says, and what it computes to. */
/* SPDX-License-Identifier: MIT */
#include "style/sheet.h"

#include "base/unit.h"

#include <math.h>
#include <string.h>

static StyleSheet *
read_sheet(const char *text, StyleSheetKind kind, char **messages)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  StyleSheet *sheet = style_sheet_read("t.css", kind, bytes, diag);
  *messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  return sheet;
}

/* A printed sheet in which nothing is wrong. */
static StyleSheet *
read_right(const char *text)
{
  g_autofree char *messages = NULL;
  StyleSheet *sheet = read_sheet(text, STYLE_SHEET_PRINT, &messages);
  g_assert_cmpstr(messages, ==, "");
  return sheet;
}

/* The style at the end of "book article p.first em". */
static const Style *
resolve(StyleSheet *sheet, const char *path)
{
  g_auto(GStrv) steps = g_strsplit(path, " ", -1);
  StyleElement elements[16] = { 0 };
  const Style *style = NULL;
  for (gsize i = 0; steps[i]; i++) {
    char *dot = strchr(steps[i], '.');
    elements[i].parent = i > 0 ? &elements[i - 1] : NULL;
    elements[i].name = steps[i];
    if (dot) {
      *dot = '\0';
      elements[i].classes = g_strdelimit(dot + 1, ".", ' ');
    }
    style = style_sheet_resolve(sheet, &elements[i], style);
  }
  return style;
}

static void
assert_near(double value, double expected)
{
  if (fabs(value - expected) > UNIT_EPSILON)
    g_error("%g is not %g", value, expected);
}

static void
test_first_values(void)
{
  g_autoptr(StyleSheet) sheet = read_right("");
  const Style *style = resolve(sheet, "book");
  assert_near(style->font_size, 12);
  assert_near(style->line_height, 14.4);
  g_assert_cmpint(style->font_weight, ==, 400);
  g_assert_cmpuint(style->orphans, ==, 2);
  g_assert_null(style->font_family);
  g_assert_null(style->page);
  g_assert_null(style_sheet_page(sheet, "a4"));
}

static void
test_specificity(void)
{
  g_autoptr(StyleSheet) sheet =
      read_right("callout.warning p { text-indent: 5pt }\n"
                 ".first { text-indent: 4pt }\n"
                 "callout p { text-indent: 3pt }\n"
                 "p { text-indent: 1pt }\n"
                 "p { text-indent: 2pt }\n");
  assert_near(resolve(sheet, "book p")->text_indent, 2);
  assert_near(resolve(sheet, "book callout p")->text_indent, 3);
  assert_near(resolve(sheet, "book callout p.first")->text_indent, 4);
  assert_near(resolve(sheet, "book callout.warning p.first")->text_indent, 5);
  assert_near(resolve(sheet, "book callout.note.warning p")->text_indent, 5);
}

static void
test_descendants(void)
{
  g_autoptr(StyleSheet) sheet = read_right("article ul p { orphans: 3 }\n"
                                           "p.a.b { widows: 4 }\n"
                                           "h2, h3.wide { orphans: 5 }\n");
  g_assert_cmpuint(resolve(sheet, "book article ul li p")->orphans, ==, 3);
  g_assert_cmpuint(resolve(sheet, "book ul article p")->orphans, ==, 2);
  g_assert_cmpuint(resolve(sheet, "book ul p")->orphans, ==, 2);
  g_assert_cmpuint(resolve(sheet, "book p.b.c.a")->widows, ==, 4);
  g_assert_cmpuint(resolve(sheet, "book p.b")->widows, ==, 2);
  g_assert_cmpuint(resolve(sheet, "book p.ab")->widows, ==, 2);
  g_assert_cmpuint(resolve(sheet, "book h2")->orphans, ==, 5);
  g_assert_cmpuint(resolve(sheet, "book h3")->orphans, ==, 2);
  g_assert_cmpuint(resolve(sheet, "book h3.wide.wide")->orphans, ==, 5);
}

static void
test_lengths(void)
{
  g_autoptr(StyleSheet) sheet =
      read_right("book { font-size: 10pt }\n"
                 "article { font-size: 2em }\n"
                 "p { margin: 1in 25.4mm 2rem -1.5em; font-size: 80% }\n"
                 "em { font-size: 1.5rem; letter-spacing: 0.1em }\n");
  const Style *p = resolve(sheet, "book article p");
  assert_near(resolve(sheet, "book article")->font_size, 20);
  assert_near(p->font_size, 16);
  assert_near(p->margin[STYLE_TOP], 72);
  assert_near(p->margin[STYLE_RIGHT], 72);
  assert_near(p->margin[STYLE_BOTTOM], 20);
  assert_near(p->margin[STYLE_LEFT], -24); /* of the own size */
  assert_near(resolve(sheet, "book article p em")->font_size, 15);
  assert_near(resolve(sheet, "book article p em")->letter_spacing, 1.5);
}

/* Font size comes first, in whatever order it is written. */
static void
test_line_height(void)
{
  g_autoptr(StyleSheet) sheet =
      read_right("article { line-height: 1.5; font-size: 10pt }\n"
                 "callout { line-height: 150%; font-size: 10pt }\n"
                 "p { font-size: 20pt }\n"
                 "p.fixed { line-height: 17pt }\n");
  assert_near(resolve(sheet, "book article")->line_height, 15);
  assert_near(resolve(sheet, "book article p")->line_height, 30);
  assert_near(resolve(sheet, "book article p.fixed")->line_height, 17);
  assert_near(resolve(sheet, "book article p.fixed em")->line_height, 17);
  assert_near(resolve(sheet, "book callout")->line_height, 15);
  assert_near(resolve(sheet, "book callout p")->line_height, 15);
}

static void
test_sides(void)
{
  g_autoptr(StyleSheet) sheet = read_right("p { padding: 1pt }\n"
                                           "h1 { padding: 1pt 2pt }\n"
                                           "h2 { padding: 1pt 2pt 3pt }\n"
                                           "h3 { padding: 1pt 2pt 3pt 4pt; "
                                           "padding-left: 5pt }\n");
  const double expected[4][4] = {
    { 1, 1, 1, 1 }, { 1, 2, 1, 2 }, { 1, 2, 3, 2 }, { 1, 2, 3, 5 }
  };
  const char *paths[] = { "book p", "book h1", "book h2", "book h3" };
  for (gsize i = 0; i < 4; i++)
    for (gsize side = 0; side < 4; side++)
      assert_near(resolve(sheet, paths[i])->padding[side], expected[i][side]);
}

static void
test_borders(void)
{
  g_autoptr(StyleSheet) sheet =
      read_right("callout { color: #123456; border-left: 2.25pt solid; "
                 "border-top: dotted #ABC 0.1em; font-size: 20pt }\n"
                 "td { border: 1pt solid white; border-left: none }\n");
  const Style *callout = resolve(sheet, "book callout");
  g_assert_cmphex(callout->border[STYLE_LEFT].color, ==, 0x123456);
  assert_near(callout->border[STYLE_LEFT].width, 2.25);
  g_assert_cmpint(callout->border[STYLE_TOP].kind, ==, STYLE_BORDER_DOTTED);
  g_assert_cmphex(callout->border[STYLE_TOP].color, ==, 0xaabbcc);
  assert_near(callout->border[STYLE_TOP].width, 2);
  g_assert_cmpint(callout->border[STYLE_RIGHT].kind, ==, STYLE_BORDER_NONE);
  const Style *td = resolve(sheet, "book td");
  g_assert_cmphex(td->border[STYLE_BOTTOM].color, ==, 0xffffff);
  g_assert_cmpint(td->border[STYLE_LEFT].kind, ==, STYLE_BORDER_NONE);
  g_assert_cmpint(resolve(sheet, "book td p")->border[STYLE_TOP].kind, ==,
                  STYLE_BORDER_NONE);
}

static void
test_words(void)
{
  g_autoptr(StyleSheet) sheet = read_right(
      "@page one { sink: 1pt }\n"
      "p { font-family: Atkinson Hyperlegible Next , \"Noto Sans Symbols 2\";\n"
      "font-weight: bold; font-style: italic; font-variant: small-caps;\n"
      "font-variant-numeric: tabular-nums; text-transform: uppercase;\n"
      "text-align: center; hyphens: auto; white-space: pre-wrap;\n"
      "list-style-type: dash; break-before: recto; break-after: avoid;\n"
      "break-inside: avoid; vertical-align: super; page: one;\n"
      "text-decoration: line-through; leader: \".\"; hang: margin;\n"
      "width: 50%; max-height: 10pt }");
  const Style *p = resolve(sheet, "book p");
  g_assert_cmpstr(p->font_family, ==,
                  "Atkinson Hyperlegible Next, Noto Sans Symbols 2");
  g_assert_cmpint(p->font_weight, ==, 700);
  g_assert_true(p->italic && p->small_caps && p->tabular_figures);
  g_assert_true(p->hyphens && p->keep_white_space && p->span_hang);
  g_assert_cmpint(p->text_transform, ==, STYLE_CASE_UPPER);
  g_assert_cmpint(p->text_align, ==, STYLE_ALIGN_CENTER);
  g_assert_cmpint(p->list_style, ==, STYLE_LIST_DASH);
  g_assert_cmpint(p->break_before, ==, STYLE_BREAK_RECTO);
  g_assert_cmpint(p->break_after, ==, STYLE_BREAK_AVOID);
  g_assert_cmpint(p->break_inside, ==, STYLE_BREAK_AVOID);
  g_assert_cmpint(p->raise, ==, STYLE_RAISE_SUPER);
  g_assert_cmpint(p->text_line, ==, STYLE_LINE_THROUGH);
  g_assert_cmpstr(p->page, ==, "one");
  g_assert_cmpstr(p->leader, ==, ".");
  assert_near(p->width, 0);
  assert_near(p->width_share, 0.5);
  assert_near(p->max_height, 10);
}

static void
test_inheritance(void)
{
  g_autoptr(StyleSheet) sheet =
      read_right("article { text-align: justify; hyphens: auto; color: #111; "
                 "margin-top: 3pt; break-inside: avoid; leader: \"-\" }\n"
                 "p.plain { hyphens: none; text-align: start }\n");
  const Style *p = resolve(sheet, "book article p");
  g_assert_cmpint(p->text_align, ==, STYLE_ALIGN_JUSTIFY);
  g_assert_true(p->hyphens);
  g_assert_cmphex(p->color, ==, 0x111111);
  assert_near(p->margin[STYLE_TOP], 0);
  g_assert_cmpint(p->break_inside, ==, STYLE_BREAK_AUTO);
  g_assert_null(p->leader);
  g_assert_false(resolve(sheet, "book article p.plain em")->hyphens);
}

static void
test_interning(void)
{
  g_autoptr(StyleSheet) sheet = read_right("article { hyphens: auto }\n"
                                           "strong { font-weight: 700 }\n"
                                           "h6 { font-weight: 700 }\n");
  g_assert_true(resolve(sheet, "book p") == resolve(sheet, "book td"));
  g_assert_true(resolve(sheet, "book strong") == resolve(sheet, "book h6"));
  g_assert_true(resolve(sheet, "book p") != resolve(sheet, "book article p"));
  g_assert_true(resolve(sheet, "book p") != resolve(sheet, "book strong"));
  Style copy = *resolve(sheet, "book article");
  StyleElement p = { .name = "p" };
  const Style *below = style_sheet_resolve(sheet, &p, &copy);
  copy.hyphens = false; /* a caller's copy must not be remembered */
  g_assert_true(below != style_sheet_resolve(sheet, &p, &copy));
}

static void
test_our_sheets(void)
{
  const char *names[] = { "book.css", "handout.css", "epub.css" };
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path =
        g_build_filename(SOURCE_DIR "/styles", names[i], NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_autofree char *messages = NULL;
    StyleSheetKind kind = g_str_equal(names[i], "epub.css") ? STYLE_SHEET_EPUB
                                                            : STYLE_SHEET_PRINT;
    g_autoptr(StyleSheet) sheet = read_sheet(text, kind, &messages);
    g_assert_cmpstr(messages, ==, "");
  }
}

/* styles/README.md is the authors' only manual. */
static void
test_documented(void)
{
  g_autofree char *manual = NULL;
  g_assert_true(
      g_file_get_contents(SOURCE_DIR "/styles/README.md", &manual, NULL, NULL));
  const char *names[] = {
#define PROPERTY(id, name, ...) name,
#include "style/property.inc"
#define SHORTHAND(name, top) name,
#include "style/property.inc"
#define ELEMENT(name) #name,
#include "style/element.inc"
  };
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *quoted = g_strdup_printf("`%s`", names[i]);
    bool heading = strlen(names[i]) == 2 && names[i][0] == 'h';
    if (*names[i] && !heading && !strstr(manual, quoted))
      g_error("styles/README.md says nothing of %s", names[i]);
  }
}

/* Five thousand rules of which nearly none is for the elements asked about. */
static void
test_speed(void)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 5000; i++)
    g_string_append_printf(text, "article.a%d p.b%d em { orphans: %d }\n", i, i,
                           i % 9 + 1);
  g_autoptr(StyleSheet) sheet = read_right(text->str);
  g_test_timer_start();
  for (int i = 0; i < 500; i++)
    resolve(sheet, "book article.a17 p.b17 strong p.b18 em");
  g_assert_cmpuint(
      resolve(sheet, "book article.a17 p.b17 strong p.b18 em")->orphans, ==,
      17 % 9 + 1);
  g_assert_cmpfloat(g_test_timer_elapsed(), <, 10);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/style/sheet/first-values", test_first_values);
  g_test_add_func("/style/sheet/specificity", test_specificity);
  g_test_add_func("/style/sheet/descendants", test_descendants);
  g_test_add_func("/style/sheet/lengths", test_lengths);
  g_test_add_func("/style/sheet/line-height", test_line_height);
  g_test_add_func("/style/sheet/sides", test_sides);
  g_test_add_func("/style/sheet/borders", test_borders);
  g_test_add_func("/style/sheet/words", test_words);
  g_test_add_func("/style/sheet/inheritance", test_inheritance);
  g_test_add_func("/style/sheet/interning", test_interning);
  g_test_add_func("/style/sheet/our-sheets", test_our_sheets);
  g_test_add_func("/style/sheet/documented", test_documented);
  g_test_add_func("/style/sheet/speed", test_speed);
  return g_test_run();
}
