/* tests/unit/layout_itemize.c -- plain Latin text gets the items that Pango
 * makes of it, and other text is left to Pango. */
/* SPDX-License-Identifier: MIT */

#include "layout/itemize.h"

#include "base/diag.h"

#include <string.h>

typedef struct {
  Diag *diag;
  Fonts *fonts;
  Shaper *shaper;
} Case;

static void
setup(Case *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  (void)unused;
  test->diag = diag_new();
  test->fonts = fonts_load(SOURCE_DIR "/fonts", test->diag, &error);
  g_assert_no_error(error);
  test->shaper = shaper_new(test->fonts);
}

static void
teardown(Case *test, gconstpointer unused)
{
  (void)unused;
  shaper_free(test->shaper);
  fonts_free(test->fonts);
  diag_free(test->diag);
}

static const Style literata = { .font_family = "Literata",
                                .font_size = 11,
                                .font_weight = 400 };
static const Style tabular = { .font_family = "Atkinson Hyperlegible Next",
                               .font_size = 9,
                               .font_weight = 700,
                               .tabular_figures = true };

/* Two spans, the second in another style, cut in the middle. */
static Paragraph *
paragraph_of(const char *text, bool rtl)
{
  Paragraph *paragraph = paragraph_new(&literata, "en", rtl);
  Span span = { .style = &literata, .node = -1, .link = -1 };
  const char *middle =
      g_utf8_offset_to_pointer(text, g_utf8_strlen(text, -1) / 2);

  paragraph_add(paragraph, &span, text, middle - text);
  span.style = &tabular;
  paragraph_add(paragraph, &span, middle, -1);
  return paragraph;
}

static const TextItem *
item_at(const Paragraph *paragraph, guint32 at)
{
  for (guint i = 0; i < paragraph->items->len; i++) {
    const TextItem *item = &g_array_index(paragraph->items, TextItem, i);
    if (at >= item->start && at < item->end)
      return item;
  }
  return NULL;
}

/* With an arrow behind it, Pango itemizes all of the text: its
 * list is not empty then. */
static void
assert_as_pango(Case *test, const char *text)
{
  g_autoptr(Paragraph) plain = paragraph_of(text, false);
  g_autoptr(Paragraph) asked = paragraph_of(text, false);

  itemize(plain, test->shaper);
  g_assert_null(plain->pango_items);
  g_string_append(asked->text, "\xe2\x86\x92"); /* an arrow: not plain */
  g_array_index(asked->spans, Span, 1).end += 3;
  itemize(asked, test->shaper);
  g_assert_nonnull(asked->pango_items);
  for (guint32 at = 0; at < plain->text->len; at++) {
    const PangoAnalysis *a = item_at(plain, at)->analysis;
    const PangoAnalysis *b = item_at(asked, at)->analysis;

    g_assert_true(a->font == b->font);
    g_assert_true(a->language == b->language);
    g_assert_cmpint(a->level, ==, b->level);
    g_assert_cmpint(a->script, ==, b->script);
    g_assert_cmpuint(g_slist_length(a->extra_attrs), ==,
                     g_slist_length(b->extra_attrs));
  }
}

static void
test_plain(Case *test, gconstpointer unused)
{
  (void)unused;
  assert_as_pango(test, "Words and 12 figures, (brackets) [and] {more}: ok?");
  assert_as_pango(test, "123 \xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x80\x94 "
                        "don\xe2\x80\x99t caf\xc3\xa9\xe2\x80\xa6");
  assert_as_pango(test, "(1) 2,5 mg a");
}

static void
test_left_to_pango(Case *test, gconstpointer unused)
{
  static const char *const texts[] = {
    "12.50 (3)", /* without a letter its script is common */
    "na\xc3\xafve \xe2\x86\x92 arrow", "\xce\xb1 and b",
    "\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a abc", "a\tb"
  };

  (void)unused;
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(Paragraph) paragraph = paragraph_of(texts[i], false);
    itemize(paragraph, test->shaper);
    g_assert_nonnull(paragraph->pango_items);
  }
  g_autoptr(Paragraph) paragraph = paragraph_of("plain words", true);
  itemize(paragraph, test->shaper);
  g_assert_nonnull(paragraph->pango_items);
}

/* A feature reaches a word wherever its span begins in the paragraph. */
static void
test_features_reach_all_words(Case *test, gconstpointer unused)
{
  const char *text = "some words stand before \xe2\x86\x92 111 111";
  g_autoptr(Paragraph) paragraph = paragraph_of(text, false);
  double last = 0, alone;
  ShapeRun run = { shaper_plain(test->shaper, &tabular, "en"), &tabular };

  (void)unused;
  paragraph_shape(paragraph, test->shaper, NULL, NULL, NULL);
  for (guint i = 0; i < paragraph->pieces->len; i++)
    last = g_array_index(paragraph->pieces, Piece, i).width;
  alone = shaper_word(test->shaper, &run, "000", 3)->width;
  g_assert_cmpfloat_with_epsilon(last, alone, 0.001);
}

#define ADD(path, func)                                                        \
  g_test_add("/layout/itemize/" path, Case, NULL, setup, func, teardown)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("plain", test_plain);
  ADD("left_to_pango", test_left_to_pango);
  ADD("features_reach_all_words", test_features_reach_all_words);
  return g_test_run();
}
