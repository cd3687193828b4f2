/* tests/unit/layout_stamp.c -- the box for a stamp stands above the notes, and
 * where there is no room for it, there is none. */
/* SPDX-License-Identifier: MIT */

#include "layout/stamp.h"

#include "base/diag.h"

#include <string.h>

static const char SHEET[] =
    "book { font-family: Literata; }\n"
    "div.stamp { margin-top: 10pt; border: 1pt dotted #000; }\n";

typedef struct {
  Diag *diag;
  Fonts *fonts;
  Shaper *shaper;
  StyleSheet *sheet;
  LayoutDocument *document;
  Flow *flow;
  char lang[3];
  Book book;
} Case;

static void
setup(Case *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = g_bytes_new_static(SHEET, strlen(SHEET));
  LayoutPage page = { .boxes = g_array_new(FALSE, TRUE, sizeof(Box)) };

  (void)unused;
  test->diag = diag_new();
  test->fonts = fonts_load(SOURCE_DIR "/fonts", test->diag, &error);
  g_assert_no_error(error);
  test->shaper = shaper_new(test->fonts);
  test->sheet =
      style_sheet_read("test.css", STYLE_SHEET_PRINT, text, test->diag);
  test->document = layout_document_new();
  g_array_append_val(test->document->pages, page);
  test->flow = flow_new(test->document);
  strcpy(test->lang, "en");
  test->book.lang = test->lang;
}

static void
teardown(Case *test, gconstpointer unused)
{
  (void)unused;
  flow_free(test->flow);
  layout_document_free(test->document);
  style_sheet_free(test->sheet);
  shaper_free(test->shaper);
  fonts_free(test->fonts);
  diag_free(test->diag);
}

/* The box on a side of 300 pt with so much text and notes, or NULL. */
static const Box *
stamp_of(Case *test, double text, double notes)
{
  LayoutContext context = { .book = &test->book,
                            .sheet = test->sheet,
                            .shaper = test->shaper };
  PageMeasure measure = { .height = 300, .line = 15, .note_gap = 5 };
  PageCut cut = { .end = 1, .note_end = 1 };
  g_autoptr(GArray) cuts = g_array_new(FALSE, TRUE, sizeof(PageCut));
  ComposeFlow job = {
    .flow = test->flow, .cuts = cuts, .measure = &measure, .width = 200
  };
  FlowSlice slice = { .height = text };
  FlowSlice note = { .height = notes };
  guint32 row = 0;
  const GArray *boxes =
      g_array_index(test->document->pages, LayoutPage, 0).boxes;

  g_array_append_val(cuts, cut);
  g_array_append_val(test->flow->slices, slice);
  g_array_append_val(test->flow->note_slices, note);
  g_array_append_val(test->flow->note_row, row);
  stamp_draw(&context, test->document, &job);
  return boxes->len > 0 ? &g_array_index(boxes, Box, 0) : NULL;
}

static void
stands_above_the_notes(Case *test, gconstpointer unused)
{
  const Box *box = stamp_of(test, 100, 40);

  (void)unused;
  g_assert_nonnull(box);
  g_assert_cmpint(box->kind, ==, BOX_DOTS);
  g_assert_cmpfloat_with_epsilon(box->y + box->height, 300 - 40 - 5, 0.01);
  g_assert_cmpfloat(box->y, >, 100 + 10);
}

static void
needs_room(Case *test, gconstpointer unused)
{
  (void)unused; /* 45 mm are 127.6 pt, and 10 above them */
  g_assert_null(stamp_of(test, 120, 40));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/stamp/above-the-notes", Case, NULL, setup,
             stands_above_the_notes, teardown);
  g_test_add("/stamp/needs-room", Case, NULL, setup, needs_room, teardown);
  return g_test_run();
}
