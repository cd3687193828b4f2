/* tests/unit/style_page.c -- @page rules and margin boxes. */
/* SPDX-License-Identifier: MIT */
#include "style/sheet.h"

#include "base/unit.h"

#include <math.h>
#include <string.h>

static const char text[] =
    "@page a4 { size: a4; margin-top: 35mm; margin-inside: 1in }\n"
    "@page { text-block: 132mm 612pt; grid: 17pt; sink: 2rem;\n"
    "  @top-outside { content: counter(page); font-size: 9pt; offset: 1em } }\n"
    "@page title { sink: 0; sides: one; @top-outside { content: none } }\n"
    "@page text { @top-outside { font-weight: 700 }\n"
    "  @top-inside { content: string(article); text-align: end } }\n"
    "@page text { @top-inside { content: string(section) } }\n"
    "@page text { @middle-outside { content: counter(article); width: 14pt;\n"
    "  offset: 9mm; border-top: 1pt solid #036 } }\n"
    "book { font-size: 10pt; color: #222 }\n";

static StyleSheet *
read_sheet(const char *source)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GBytes) bytes = g_bytes_new(source, strlen(source));
  StyleSheet *sheet = style_sheet_read("t.css", STYLE_SHEET_PRINT, bytes, diag);
  g_autofree char *messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  g_assert_cmpstr(messages, ==, "");
  return sheet;
}

static void
assert_near(double value, double expected)
{
  if (fabs(value - expected) > UNIT_EPSILON)
    g_error("%g is not %g", value, expected);
}

/* A paper takes the text block from the rule without a name. */
static void
test_paper(void)
{
  g_autoptr(StyleSheet) sheet = read_sheet(text);
  const StylePage *page = style_sheet_page(sheet, "a4");
  assert_near(page->width, 595.276);
  assert_near(page->height, 841.890);
  assert_near(page->margin_top, 99.213);
  assert_near(page->margin_inside, 72);
  assert_near(page->block_width, 374.173);
  assert_near(page->block_height, 612);
  assert_near(page->grid, 17);
  g_assert_false(page->one_sided);
  g_assert_null(style_sheet_page(sheet, "letter"));
}

static void
test_named(void)
{
  g_autoptr(StyleSheet) sheet = read_sheet(text);
  const StylePage *base = style_sheet_page(sheet, NULL);
  const StylePage *title = style_sheet_page(sheet, "title");
  assert_near(base->width, 0);
  assert_near(base->sink, 20);
  assert_near(title->sink, 0);
  assert_near(title->grid, 17);
  g_assert_true(title->one_sided);
  assert_near(style_sheet_page(sheet, "text")->sink, 20);
}

static void
test_mark(void)
{
  g_autoptr(StyleSheet) sheet = read_sheet(text);
  const StyleMarginBox *mark =
      &style_sheet_page(sheet, "text")->box[STYLE_BOX_MIDDLE_OUTSIDE];
  g_assert_cmpint(mark->content, ==, STYLE_CONTENT_ARTICLE);
  assert_near(mark->style->width, 14);
  assert_near(mark->offset, 25.512);
  assert_near(mark->style->border[STYLE_TOP].width, 1);
}

static void
test_boxes(void)
{
  g_autoptr(StyleSheet) sheet = read_sheet(text);
  const StylePage *page = style_sheet_page(sheet, "text");
  const StyleMarginBox *outside = &page->box[STYLE_BOX_TOP_OUTSIDE];
  const StyleMarginBox *inside = &page->box[STYLE_BOX_TOP_INSIDE];
  g_assert_cmpint(outside->content, ==, STYLE_CONTENT_FOLIO);
  assert_near(outside->offset, 9); /* em of the box */
  assert_near(outside->style->font_size, 9);
  g_assert_cmpint(outside->style->font_weight, ==, 700);
  g_assert_cmphex(outside->style->color, ==, 0x222222);
  g_assert_cmpint(inside->content, ==, STYLE_CONTENT_SECTION);
  g_assert_cmpint(inside->style->text_align, ==, STYLE_ALIGN_END);
  assert_near(inside->style->font_size, 10);
  g_assert_cmpint(page->box[STYLE_BOX_BOTTOM_CENTER].content, ==,
                  STYLE_CONTENT_NONE);
}

static void
test_box_taken_away(void)
{
  g_autoptr(StyleSheet) sheet = read_sheet(text);
  const StylePage *title = style_sheet_page(sheet, "title");
  g_assert_cmpint(title->box[STYLE_BOX_TOP_OUTSIDE].content, ==,
                  STYLE_CONTENT_NONE);
}

static void
test_own_size(void)
{
  g_autoptr(StyleSheet) sheet =
      read_sheet("@page card { size: 85mm 55mm; text-block: 75mm 45mm;\n"
                 "margin-top: 5mm; margin-inside: 5mm }");
  const StylePage *page = style_sheet_page(sheet, "card");
  assert_near(page->width, 85 * UNIT_PT_PER_MM);
  assert_near(page->block_height, 45 * UNIT_PT_PER_MM);
}

/* book.css: one text block for all papers, and whole lines in it. */
static void
test_book(void)
{
  g_autofree char *source = NULL;
  g_assert_true(
      g_file_get_contents(SOURCE_DIR "/styles/book.css", &source, NULL, NULL));
  g_autoptr(StyleSheet) sheet = read_sheet(source);
  const StylePage *a4 = style_sheet_page(sheet, "a4");
  const StylePage *letter = style_sheet_page(sheet, "letter");
  assert_near(a4->block_width, letter->block_width);
  assert_near(a4->block_height, letter->block_height);
  assert_near(a4->grid, letter->grid);
  assert_near(fmod(a4->block_height, a4->grid), 0);
  double outside = a4->width - a4->block_width - a4->margin_inside;
  g_assert_cmpfloat(a4->margin_inside, <, outside);
  outside = letter->width - letter->block_width - letter->margin_inside;
  g_assert_cmpfloat(letter->margin_inside, <, outside);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/style/page/paper", test_paper);
  g_test_add_func("/style/page/named", test_named);
  g_test_add_func("/style/page/mark", test_mark);
  g_test_add_func("/style/page/boxes", test_boxes);
  g_test_add_func("/style/page/box-taken-away", test_box_taken_away);
  g_test_add_func("/style/page/own-size", test_own_size);
  g_test_add_func("/style/page/book", test_book);
  return g_test_run();
}
