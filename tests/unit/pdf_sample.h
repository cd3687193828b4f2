/*
 * tests/unit/pdf_sample.h -- a document of two pages with one of everything.
 */
#pragma once

#include "pdf/pdf.h"
#include "pdf_fixture.h"

#include <cairo.h>

#define BODY  "Literata 11"
#define BOLD  "Literata Bold 11"
#define NASKH "Noto Naskh Arabic 12"

static inline cairo_status_t
append(void *closure, const unsigned char *data, unsigned length)
{
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A gray wedge, or one with colour. */
static inline DocResource *
make_picture(bool color)
{
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, 60, 40);
  cairo_t *cairo = cairo_create(surface);
  GByteArray *bytes = g_byte_array_new();

  for (int i = 0; i < 60; i++) {
    double gray = i / 60.0;
    cairo_set_source_rgb(cairo, gray, gray, color ? 1 - gray : gray);
    cairo_rectangle(cairo, i, 0, 1, 40);
    cairo_fill(cairo);
  }
  cairo_destroy(cairo);
  g_assert_cmpint(cairo_surface_write_to_png_stream(surface, append, bytes), ==,
                  CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy(surface);
  return doc_resource_new(color ? "color.png" : "gray.png",
                          color ? "color.png" : "gray.png", RESOURCE_PNG,
                          g_byte_array_free_to_bytes(bytes));
}

static const char drawing[] =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 40'>"
    "<rect x='5' y='5' width='50' height='30' fill='black'/>"
    "<circle cx='30' cy='20' r='10' fill='#c00' opacity='0.5'/></svg>";

static inline void
add_figure(Fixture *fixture, int page, double y, const DocResource *resource,
           const char *alt)
{
  int index = layout_node_new(fixture->document, 0, ROLE_FIGURE);
  LayoutNode *node = layout_node(fixture->document, index);
  double box[4] = { 0, y, 90, y + 60 };

  node->alt = alt;
  node->page = page;
  memcpy(node->bbox, box, sizeof box);
  fixture_add(fixture, page,
              (Box){ .kind = BOX_IMAGE,
                     .leaf = fixture_leaf(fixture, index, page),
                     .y = y,
                     .width = 90,
                     .height = 60,
                     .as.image = resource });
}

static inline void
add_link(Fixture *fixture, int node, int page, double x0, double x1, double y,
         const char *uri)
{
  LayoutLink link = { .node = node,
                      .page = page,
                      .x0 = x0,
                      .y0 = y - 9,
                      .x1 = x1,
                      .y1 = y + 3,
                      .uri = uri,
                      .dest_y = 10,
                      .contents = uri != NULL ? uri : "Page 1" };
  int index = (int)fixture->document->links->len;

  g_array_append_val(fixture->document->links, link);
  layout_node_add_kid(fixture->document, node, KID_LINK, index);
}

/* "Read more about <a>calm, slow breathing</a> here." with the link broken at
 * a line's end. */
static inline void
add_link_paragraph(Fixture *fixture, int page, double y)
{
  int paragraph = layout_node_new(fixture->document, 0, ROLE_P);
  double x = fixture_text(fixture, page, fixture_leaf(fixture, paragraph, page),
                          0, y, BODY, 1, "Read more about ");
  int link = layout_node_new(fixture->document, paragraph, ROLE_LINK);
  int leaf = fixture_leaf(fixture, link, page);
  double end = x + fixture_text(fixture, page, leaf, x, y, BODY, 1, "calm, ");
  double next =
      fixture_text(fixture, page, leaf, 0, y + 15, BODY, 1, "slow breathing");
  add_link(fixture, link, page, x, end, y, "https://example.org/a(b)?ü=1");
  add_link(fixture, link, page, 0, next, y + 15,
           "https://example.org/a(b)?ü=1");
  fixture_text(fixture, page, fixture_leaf(fixture, paragraph, page), next,
               y + 15, BODY, 1, " here.");
}

static inline void
add_cell(Fixture *fixture, int row, Role role, int page, double x, double y,
         const char *text)
{
  int cell = layout_node_new(fixture->document, row, role);
  LayoutNode *node = layout_node(fixture->document, cell);

  if (role == ROLE_TH) {
    node->scope = "Column";
    node->id = layout_strdup(fixture->document, text);
  }
  if (strcmp(text, "both") == 0)
    node->columns = 2;
  if (role == ROLE_TD && x > 0)
    node->headers = "dose time";
  if (*text != '\0')
    fixture_text(fixture, page, fixture_leaf(fixture, cell, page), x, y,
                 role == ROLE_TH ? BOLD : BODY, 1, text);
}

static inline void
add_table(Fixture *fixture, int page, double y)
{
  LayoutDocument *document = fixture->document;
  int table = layout_node_new(document, 0, ROLE_TABLE);
  int head = layout_node_new(document, table, ROLE_THEAD);
  int body = layout_node_new(document, table, ROLE_TBODY);
  int row = layout_node_new(document, head, ROLE_TR);

  add_cell(fixture, row, ROLE_TH, page, 0, y, "dose");
  add_cell(fixture, row, ROLE_TH, page, 100, y, "time");
  row = layout_node_new(document, body, ROLE_TR);
  add_cell(fixture, row, ROLE_TD, page, 0, y + 15, "5 mg");
  add_cell(fixture, row, ROLE_TD, page, 100, y + 15, "morning");
  row = layout_node_new(document, body, ROLE_TR);
  add_cell(fixture, row, ROLE_TD, page, 0, y + 30, "both");
  row = layout_node_new(document, body, ROLE_TR); /* to fill in by hand */
  add_cell(fixture, row, ROLE_TD, page, 0, y + 45, "");
  add_cell(fixture, row, ROLE_TD, page, 100, y + 45, "");
}

static inline void
add_list(Fixture *fixture, int page, double y)
{
  LayoutDocument *document = fixture->document;
  int list = layout_node_new(document, 0, ROLE_L);

  layout_node(document, list)->numbering = "Disc";
  for (int i = 0; i < 2; i++) {
    int item = layout_node_new(document, list, ROLE_LI);
    fixture_line(fixture, item, ROLE_LBL, page, y + i * 15, BODY, "•");
    int body = layout_node_new(document, item, ROLE_LBODY);
    fixture_text(fixture, page, fixture_leaf(fixture, body, page), 15,
                 y + i * 15, BODY, 1, i == 0 ? "Breathe in" : "Breathe out");
  }
}

/* Contents, a note with its reference, and a right-to-left paragraph. */
static inline void
add_toc(Fixture *fixture, int page, double y)
{
  LayoutDocument *document = fixture->document;
  int toc = layout_node_new(document, 0, ROLE_TOC);
  int entry = layout_node_new(document, toc, ROLE_TOCI);
  int reference = layout_node_new(document, entry, ROLE_REFERENCE);
  int link = layout_node_new(document, reference, ROLE_LINK);
  double width = fixture_text(fixture, page, fixture_leaf(fixture, link, page),
                              0, y, BODY, 1, "An affluent office 1");

  add_link(fixture, link, page, 0, width, y, NULL);
}

static inline void
add_note(Fixture *fixture, int page, double y)
{
  LayoutDocument *document = fixture->document;
  int paragraph = layout_node_new(document, 0, ROLE_P);
  double x = fixture_text(fixture, page, fixture_leaf(fixture, paragraph, page),
                          0, y, BODY, 1, "A claim.");
  int reference = layout_node_new(document, paragraph, ROLE_REFERENCE);
  int link = layout_node_new(document, reference, ROLE_LINK);
  double end =
      x + fixture_text(fixture, page, fixture_leaf(fixture, link, page), x,
                       y - 3, "Literata 7", 1, "1");
  add_link(fixture, link, page, x, end, y, NULL);
  int note = layout_node_new(document, 0, ROLE_NOTE);
  fixture_line(fixture, note, ROLE_LBL, page, y + 15, "Literata 7", "1");
  fixture_text(fixture, page, fixture_leaf(fixture, note, page), 8, y + 15,
               BODY, 1, "Its source.");
}

static inline void
add_languages(Fixture *fixture, int page, double y)
{
  LayoutDocument *document = fixture->document;
  int arabic = layout_node_new(document, 0, ROLE_P);
  int scaled = layout_node_new(document, 0, ROLE_P);

  layout_node(document, arabic)->lang = "ar";
  fixture_text(fixture, page, fixture_leaf(fixture, arabic, page), 100, y,
               NASKH, 1, "سلام لا بأس");
  int leaf = fixture_leaf(fixture, scaled, page);
  fixture_text(fixture, page, leaf, 0, y + 18, BODY, 1.02,
               "Wide lines of fine affec\302\255");
  fixture_text(fixture, page, leaf, 0, y + 33, BODY, 0.98,
               "tion, office-bound.");
}

static inline void
add_furniture(Fixture *fixture, int page, const char *number)
{
  fixture_text(fixture, page, -1, 0, -20, "Atkinson Hyperlegible Next 8", 1,
               "Breathing");
  fixture_rule(fixture, page, BOX_RULE, 0, -15, 300, 0.5);
  fixture_text(fixture, page, -1, 150, 480, "Atkinson Hyperlegible Next 8", 1,
               number);
}

static inline void
add_bookmark(Fixture *fixture, const char *title, int level, int page)
{
  LayoutBookmark bookmark = { title, level, page, 0 };

  g_array_append_val(fixture->document->bookmarks, bookmark);
}

typedef struct {
  DocResource *gray;
  DocResource *color;
  DocResource *drawing;
} Pictures;

static inline void
add_split_paragraph(Fixture *fixture, int first, int second)
{
  int split = layout_node_new(fixture->document, 0, ROLE_P);

  fixture_text(fixture, first, fixture_leaf(fixture, split, first), 0, 470,
               BODY, 1, "A paragraph that begins here ");
  fixture_text(fixture, second, fixture_leaf(fixture, split, second), 0, 10,
               BODY, 1, "and ends there.");
}

static inline Fixture *
make_document(Pictures *pictures)
{
  Fixture *fixture = fixture_new();
  LayoutDocument *document = fixture->document;
  LayoutLabelRange labels[] = { { 0, 'r', 1 }, { 1, 'D', 12 } };
  int first = fixture_page(fixture, "i");
  int second = fixture_page(fixture, "12");

  *pictures = (Pictures){
    make_picture(false),
    make_picture(true),
    doc_resource_new("d.svg", "d.svg", RESOURCE_SVG,
                     g_bytes_new_static(drawing, strlen(drawing))),
  };
  add_furniture(fixture, first, "i");
  fixture_line(fixture, 0, ROLE_H1, first, 20,
               "Atkinson Hyperlegible Next Bold 18", "An affluent office");
  add_toc(fixture, first, 45);
  add_link_paragraph(fixture, first, 70);
  fixture_rule(fixture, first, BOX_DOTS, 0, 100, 200, 60);
  add_table(fixture, first, 115);
  add_list(fixture, first, 190);
  add_figure(fixture, first, 220, pictures->gray, "A gray wedge");
  add_figure(fixture, first, 290, pictures->color, "A wedge of colour");
  add_figure(fixture, first, 360, pictures->drawing, "A disc on a board");
  add_split_paragraph(fixture, first, second);
  add_furniture(fixture, second, "12");
  add_note(fixture, second, 40);
  add_languages(fixture, second, 80);
  add_figure(fixture, second, 150, pictures->gray, "The wedge again");
  layout_node_new(document, 0, ROLE_P); /* empty: must not be written */
  add_bookmark(fixture, "An affluent office", 1, 0);
  add_bookmark(fixture, "Notes – “quoted”", 2, 1);
  g_array_append_vals(document->labels, labels, 2);
  return fixture;
}

static inline void
free_document(Fixture *fixture, Pictures *pictures)
{
  fixture_free(fixture);
  doc_resource_free(pictures->gray);
  doc_resource_free(pictures->color);
  doc_resource_free(pictures->drawing);
}

static inline GBytes *
write_document(void)
{
  Pictures pictures;
  Fixture *fixture = make_document(&pictures);
  GError *error = NULL;
  GBytes *bytes = pdf_write(fixture->document, &fixture->paper, &error);

  g_assert_no_error(error);
  free_document(fixture, &pictures);
  return bytes;
}
