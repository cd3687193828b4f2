/* tests/unit/pdf_audit.c -- the rules for finished files notice what breaks
 * them. */
/* SPDX-License-Identifier: MIT */

#include "pdf/article.h"
#include "pdf/inspect.h"
#include "pdf/open.h"
#include "pdf_sample.h"

#include <stdlib.h>

typedef void (*Spoil)(qpdf_data qpdf);

/* --- spoiling --- */

static GBytes *
spoilt(GBytes *bytes, Spoil spoil)
{
  GError *error = NULL;
  g_auto(PdfOpen) qpdf = pdf_open(bytes, &error);

  g_assert_no_error(error);
  spoil(qpdf);
  qpdf_init_write_memory(qpdf);
  qpdf_set_static_ID(qpdf, QPDF_TRUE);
  g_assert_cmpint(qpdf_write(qpdf), ==, QPDF_SUCCESS);
  return g_bytes_new(qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
}

static qpdf_oh
root(qpdf_data qpdf)
{
  return qpdf_get_root(qpdf);
}

/* The first element of a role. */
static qpdf_oh
element(qpdf_data qpdf, const char *role)
{
  int size = qpdf_oh_get_int_value_as_int(
      qpdf, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Size"));

  for (int number = 1; number < size; number++) {
    qpdf_oh object = qpdf_get_object_by_id(qpdf, number, 0);
    if (qpdf_oh_is_dictionary(qpdf, object) &&
        qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_key(qpdf, object, "/S"),
                                   role))
      return object;
  }
  g_assert_not_reached();
}

/* A page's content with `from` replaced by `to`, once. */
static void
replace_content(qpdf_data qpdf, const char *from, const char *to)
{
  qpdf_oh page = qpdf_get_page_n(qpdf, 0);
  unsigned char *data = NULL;
  size_t length = 0;

  qpdf_oh_get_page_content_data(qpdf, page, &data, &length);
  g_autoptr(GString) text =
      g_string_new_len((const char *)data, (gssize)length);
  free(data);
  g_assert_cmpuint(g_string_replace(text, from, to, 1), ==, 1);
  qpdf_oh stream = qpdf_oh_new_stream(qpdf);
  qpdf_oh_replace_stream_data(qpdf, stream, (const unsigned char *)text->str,
                              text->len, qpdf_oh_new_null(qpdf),
                              qpdf_oh_new_null(qpdf));
  qpdf_oh_replace_key(qpdf, page, "/Contents", stream);
}

static void
remove_alt(qpdf_data qpdf)
{
  qpdf_oh_remove_key(qpdf, element(qpdf, "/Figure"), "/Alt");
}

static void
skip_heading(qpdf_data qpdf)
{
  qpdf_oh_replace_key(qpdf, element(qpdf, "/H1"), "/S",
                      qpdf_oh_new_name(qpdf, "/H2"));
}

static void
rename_cell(qpdf_data qpdf)
{
  qpdf_oh_replace_key(qpdf, element(qpdf, "/TD"), "/S",
                      qpdf_oh_new_name(qpdf, "/P"));
}

static void
widen_cell(qpdf_data qpdf)
{
  qpdf_oh_replace_key(qpdf, element(qpdf, "/TD"), "/A",
                      qpdf_oh_parse(qpdf, "<</O/Table/RowSpan 9>>"));
}

/* As many columns as no memory has. */
static void
widen_beyond(qpdf_data qpdf)
{
  qpdf_oh_replace_key(qpdf, element(qpdf, "/TD"), "/A",
                      qpdf_oh_parse(qpdf, "<</O/Table/ColSpan 999999999"
                                          "/RowSpan 999999999>>"));
}

static void
unmark(qpdf_data qpdf)
{
  qpdf_oh_remove_key(qpdf, root(qpdf), "/MarkInfo");
}

static void
act(qpdf_data qpdf)
{
  qpdf_oh_replace_key(qpdf, root(qpdf), "/OpenAction",
                      qpdf_oh_parse(qpdf, "<</S/JavaScript/JS(x)>>"));
}

static void
paint_loose(qpdf_data qpdf)
{
  replace_content(qpdf, "/Artifact <</Type/Layout>> BDC", "/Span <<>> BDC");
}

static void
number_twice(qpdf_data qpdf)
{
  replace_content(qpdf, "<</MCID 2>>", "<</MCID 1>>");
}

static void
lose_mark(qpdf_data qpdf)
{
  qpdf_oh_replace_key(qpdf, element(qpdf, "/H1"), "/K",
                      qpdf_oh_new_integer(qpdf, 99));
}

static void
forget_parents(qpdf_data qpdf)
{
  qpdf_oh tree = qpdf_oh_get_key(qpdf, root(qpdf), "/StructTreeRoot");

  qpdf_oh_remove_key(qpdf, tree, "/ParentTree");
}

static void
stand_twice(qpdf_data qpdf)
{
  qpdf_oh list = element(qpdf, "/L");
  qpdf_oh kids = qpdf_oh_get_key(qpdf, list, "/K");

  qpdf_oh_append_item(qpdf, kids, qpdf_oh_get_array_item(qpdf, kids, 0));
}

/* --- the rules --- */

static const struct {
  const char *said; /* a part of the fault */
  Spoil spoil;
} faults[] = {
  { "no description", remove_alt },
  { "a level is left out", skip_heading },
  { "has no place there", rename_cell },
  { "do not make a grid", widen_cell },
  { "do not make a grid", widen_beyond },
  { "does not say that it is tagged", unmark },
  { "/OpenAction, which is forbidden", act },
  { "neither content nor furniture", paint_loose },
  { "have the number of another", number_twice },
  { "leads to mark 99, which is not there", lose_mark },
  { "parent tree knows 0 marks", forget_parents },
  { "stands in it twice", stand_twice },
};

static bool
says(const PdfReport *report, const char *part)
{
  for (guint i = 0; i < report->faults->len; i++)
    if (strstr(g_ptr_array_index(report->faults, i), part) != NULL)
      return true;
  return false;
}

static void
test_faults(void)
{
  g_autoptr(GBytes) bytes = write_document();

  for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
    GError *error = NULL;
    g_autoptr(GBytes) wrong = spoilt(bytes, faults[i].spoil);
    g_autoptr(PdfFinished) finished = pdf_finished_open(wrong, &error);
    g_autoptr(PdfReport) report = pdf_inspect(finished, &error);

    g_assert_no_error(error);
    if (!says(report, faults[i].said))
      g_error("not noticed: %s", faults[i].said);
  }
}

static void
test_none(void)
{
  g_autoptr(GBytes) bytes = write_document();
  GError *error = NULL;
  g_autoptr(PdfFinished) finished = pdf_finished_open(bytes, &error);
  g_autoptr(PdfReport) report = pdf_inspect(finished, &error);

  g_assert_no_error(error);
  for (guint i = 0; i < report->faults->len; i++)
    g_test_message("%s", (const char *)g_ptr_array_index(report->faults, i));
  g_assert_cmpuint(report->faults->len, ==, 0);
}

/* --- articles --- */

static void
expect_words(const WordList *list, const char *expected)
{
  g_autofree char *words = word_list_excerpt(list, 0, list->words->len);

  g_assert_cmpstr(words, ==, expected);
}

/* Spaces alone, on a corner of the pixel grid, must not be lost: x is 60 on
 * the page, y 170. */
static void
test_article(void)
{
  Fixture *fixture = fixture_new();
  LayoutDocument *document = fixture->document;
  GError *error = NULL;
  int page = fixture_page(fixture, "1");
  int section = layout_node_new(document, 0, ROLE_SECT);
  fixture_line(fixture, section, ROLE_H1, page, 20, BOLD, "A title");
  int paragraph = layout_node_new(document, section, ROLE_P);
  int leaf = fixture_leaf(fixture, paragraph, page);
  fixture_text(fixture, page, leaf, 100, 85, BODY, 1, "first");
  fixture_text(fixture, page, leaf, 0, 100, BODY, 1, " ");
  fixture_text(fixture, page, leaf, 100, 115, BODY, 1, "sec\302\255");
  fixture_text(fixture, page, leaf, 0, 130, BODY, 1, "ond");
  add_list(fixture, page, 190);
  int note = layout_node_new(document, section, ROLE_NOTE);
  fixture_line(fixture, note, ROLE_LBL, page, 300, BODY, "1");
  fixture_line(fixture, note, ROLE_P, page, 320, BODY, "Its source.");

  g_autoptr(GBytes) bytes = pdf_write(document, &fixture->paper, &error);
  g_assert_no_error(error);
  g_autoptr(PdfFinished) finished = pdf_finished_open(bytes, &error);
  g_assert_no_error(error);
  g_autoptr(GPtrArray) articles = pdf_articles_read(finished, true, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(articles->len, ==, 1);
  const PdfArticle *article = g_ptr_array_index(articles, 0);
  g_assert_cmpstr(article->title, ==, "A title");
  expect_words(article->words, "A title first second");
  expect_words(article->notes, "Its source.");
  fixture_free(fixture);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/none", test_none);
  g_test_add_func("/faults", test_faults);
  g_test_add_func("/article", test_article);
  return g_test_run();
}
