/* tests/unit/pdf_faults.c -- what does not fit together becomes no PDF. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/finished.h"
#include "pdf/structure_text.h"
#include "pdf_sample.h"

/* Writes the document and expects an error with these words. */
static void
refuse_as(Fixture *fixture, int code, const char *words)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes =
      pdf_write(fixture->document, &fixture->paper, &error);

  g_assert_null(bytes);
  g_assert_error(error, HANDBILL_ERROR, code);
  g_assert_nonnull(strstr(error->message, words));
  g_clear_error(&error);
}

static void
refuse(Fixture *fixture, const char *words)
{
  refuse_as(fixture, ERROR_BUG, words);
}

static Fixture *
make_two_lines(void)
{
  Fixture *fixture = fixture_new();
  int page = fixture_page(fixture, "1");

  fixture_line(fixture, 0, ROLE_P, page, 20, BODY, "one");
  fixture_line(fixture, 0, ROLE_P, page, 40, BODY, "two");
  return fixture;
}

static void
test_leaf_faults(void)
{
  Fixture *fixture = make_two_lines();

  fixture_text(fixture, 0, 0, 0, 60, BODY, 1, "again");
  refuse(fixture, "stands in two places");
  fixture_free(fixture);

  fixture = make_two_lines();
  g_array_index(fixture->document->leaves, LayoutLeaf, 1).page = 3;
  refuse(fixture, "belongs to page 4");
  fixture_free(fixture);

  fixture = make_two_lines();
  g_array_index(layout_node(fixture->document, 2)->kids, Kid, 0).index = 0;
  refuse(fixture, "belongs elsewhere");
  fixture_free(fixture);

  fixture = make_two_lines();
  g_array_set_size(layout_node(fixture->document, 2)->kids, 0);
  refuse(fixture, "in no node: leaf 1");
  fixture_free(fixture);
}

static void
test_node_faults(void)
{
  Fixture *fixture = make_two_lines();

  layout_node(fixture->document, 1)->role = ROLE_FIGURE;
  refuse(fixture, "no description");
  fixture_free(fixture);

  fixture = make_two_lines();
  layout_node(fixture->document, 1)->id = "same";
  layout_node(fixture->document, 2)->id = "same";
  refuse(fixture, "used twice");
  fixture_free(fixture);

  fixture = make_two_lines();
  layout_node(fixture->document, 1)->role = ROLE_TD;
  layout_node(fixture->document, 1)->headers = "nobody";
  refuse(fixture, "header is missing");
  fixture_free(fixture);

  fixture = make_two_lines();
  add_bookmark(fixture, "too deep", 2, 0);
  refuse(fixture, "skips a level");
  fixture_free(fixture);
}

/* What PDF/A-2 allows of a string; non-ASCII has two bytes a character. */
static void
test_long_texts(void)
{
  g_autofree char *fits = g_strnfill(32767, 'a');
  g_autofree char *ascii = g_strnfill(32768, 'a');
  g_autofree char *half = g_strnfill(16382, 'a');
  g_autofree char *wide = g_strconcat("\u2019", half, NULL);
  g_autofree char *uri = g_strconcat("https://", ascii, NULL);
  Fixture *fixture = make_two_lines();
  GError *error = NULL;

  layout_node(fixture->document, 1)->alt = fits;
  g_autoptr(GBytes) bytes =
      pdf_write(fixture->document, &fixture->paper, &error);
  g_assert_no_error(error);
  layout_node(fixture->document, 1)->alt = ascii;
  refuse_as(fixture, ERROR_LIMIT, "description of a picture is longer");
  layout_node(fixture->document, 1)->alt = wide;
  refuse_as(fixture, ERROR_LIMIT, "description of a picture is longer");
  layout_node(fixture->document, 1)->alt = NULL;
  add_bookmark(fixture, ascii, 1, 0);
  refuse_as(fixture, ERROR_LIMIT, "page 1: a title is longer");
  g_array_set_size(fixture->document->bookmarks, 0);
  add_link(fixture, 1, 0, 0, 9, 20, uri);
  refuse_as(fixture, ERROR_LIMIT, "page 1: a link is longer");
  fixture_free(fixture);
}

static void
test_run_faults(void)
{
  Fixture *fixture = make_two_lines();
  GArray *boxes = g_array_index(fixture->document->pages, LayoutPage, 0).boxes;

  g_array_index(boxes, Box, 0).as.glyphs.text_length--;
  refuse(fixture, "clusters of a text run");
  fixture_free(fixture);

  fixture = make_two_lines();
  fixture_text(fixture, 0, -1, 0, 60, BODY, 1, "日");
  refuse(fixture, "is not in its font");
  fixture_free(fixture);
}

/* Groups in groups: each is a Form with a q of its own. */
static DocResource *
make_groups(int groups)
{
  g_autoptr(GString) svg = g_string_new(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 40'>");

  for (int i = 0; i < groups; i++)
    g_string_append(svg, "<g opacity='0.9'><rect width='9' height='9'/>");
  g_string_append(svg, "<rect width='30' height='30'/>");
  for (int i = 0; i < groups; i++)
    g_string_append(svg, "</g>");
  g_string_append(svg, "</svg>");
  return doc_resource_new("deep.svg", "deep.svg", RESOURCE_SVG,
                          g_bytes_new(svg->str, svg->len));
}

/* PDF/A-2, 6.1.13: at most 28 states in each other. */
static void
test_deep_drawing(void)
{
  Fixture *fixture = fixture_new();
  DocResource *deep = make_groups(40), *shallow = make_groups(4);
  GError *error = NULL;

  add_figure(fixture, fixture_page(fixture, "1"), 20, deep, "Boxes");
  refuse_as(fixture, ERROR_LIMIT, "page 1: deep.svg: graphics states");
  fixture_free(fixture);
  fixture = fixture_new();
  add_figure(fixture, fixture_page(fixture, "1"), 20, shallow, "Boxes");
  g_autoptr(GBytes) bytes =
      pdf_write(fixture->document, &fixture->paper, &error);
  g_assert_no_error(error);
  fixture_free(fixture);
  doc_resource_free(deep);
  doc_resource_free(shallow);
}

static void
test_not_a_pdf(void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static("%PDF-1.7\nno", 11);
  GError *error = NULL;

  g_assert_null(pdf_finished_open(bytes, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  g_clear_error(&error);
  g_assert_null(pdf_structure_text(bytes, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  g_clear_error(&error);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/leaf-faults", test_leaf_faults);
  g_test_add_func("/node-faults", test_node_faults);
  g_test_add_func("/long-texts", test_long_texts);
  g_test_add_func("/run-faults", test_run_faults);
  g_test_add_func("/deep-drawing", test_deep_drawing);
  g_test_add_func("/not-a-pdf", test_not_a_pdf);
  return g_test_run();
}
