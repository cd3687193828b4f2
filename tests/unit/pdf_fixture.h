/*
 * tests/unit/pdf_fixture.h -- small laid out documents, made by hand with the
 * fonts of the checkout.
 */
#pragma once

#include "layout/box.h"
#include "style/fonts.h"

#include <hb.h>
#include <pango/pango.h>
#include <string.h>

typedef struct {
  LayoutDocument *document;
  Fonts *fonts;
  Diag *diag;
  GPtrArray *items; /* keep the fonts alive */
  LayoutPaper paper;
} Fixture;

static inline void
fixture_free_item(gpointer item)
{
  pango_item_free(item);
}

static inline Fixture *
fixture_new(void)
{
  Fixture *fixture = g_new0(Fixture, 1);
  GError *error = NULL;

  fixture->diag = diag_new();
  fixture->fonts = fonts_load(SOURCE_DIR "/fonts", fixture->diag, &error);
  g_assert_no_error(error);
  fixture->items = g_ptr_array_new_with_free_func(fixture_free_item);
  fixture->document = layout_document_new();
  fixture->document->info = (LayoutInfo){ "Breathing & <rest>", "A. Writer",
                                          "A small test", "en", "2026-11-22" };
  fixture->paper = (LayoutPaper){ "a5", 419.53, 595.28, 60, 40, 70 };
  layout_node_new(fixture->document, -1, ROLE_DOCUMENT);
  return fixture;
}

static inline void
fixture_free(Fixture *fixture)
{
  layout_document_free(fixture->document);
  g_ptr_array_unref(fixture->items);
  fonts_free(fixture->fonts);
  diag_free(fixture->diag);
  g_free(fixture);
}

static inline int
fixture_page(Fixture *fixture, const char *label)
{
  int index = (int)fixture->document->pages->len;
  LayoutPage page = { .label = label,
                      .verso = index % 2 == 1,
                      .boxes = g_array_new(FALSE, TRUE, sizeof(Box)) };

  g_array_append_val(fixture->document->pages, page);
  return index;
}

static inline int
fixture_leaf(Fixture *fixture, int node, int page)
{
  LayoutLeaf leaf = { node, page };
  int index = (int)fixture->document->leaves->len;

  g_array_append_val(fixture->document->leaves, leaf);
  layout_node_add_kid(fixture->document, node, KID_LEAF, index);
  return index;
}

static inline void
fixture_add(Fixture *fixture, int page, Box box)
{
  g_array_append_val(
      g_array_index(fixture->document->pages, LayoutPage, page).boxes, box);
}

static inline void
fixture_rule(Fixture *fixture, int page, BoxKind kind, double x, double y,
             double width, double height)
{
  fixture_add(fixture, page,
              (Box){ .kind = kind,
                     .leaf = -1,
                     .artifact = ARTIFACT_LAYOUT,
                     .x = x,
                     .y = y,
                     .width = width,
                     .height = height,
                     .as.color = 0x336699 });
}

static inline void
fixture_glyphs(Fixture *fixture, BoxGlyphs *run, const PangoGlyphString *string)
{
  BoxGlyph *glyphs = layout_alloc(fixture->document,
                                  sizeof(BoxGlyph) * (gsize)string->num_glyphs);
  double x = 0;

  for (int i = 0; i < string->num_glyphs; i++) {
    const PangoGlyphInfo *info = &string->glyphs[i];
    glyphs[i].glyph = info->glyph;
    if (info->glyph == PANGO_GLYPH_EMPTY) /* a soft hyphen: shown here */
      hb_font_get_nominal_glyph(pango_font_get_hb_font(run->font), '-',
                                &glyphs[i].glyph);
    glyphs[i].x = (float)(x + info->geometry.x_offset / (double)PANGO_SCALE);
    glyphs[i].y = (float)(info->geometry.y_offset / (double)PANGO_SCALE);
    x += info->geometry.width / (double)PANGO_SCALE;
  }
  run->glyphs = glyphs;
  run->glyph_count = (unsigned)string->num_glyphs;
}

static inline void
fixture_clusters(Fixture *fixture, BoxGlyphs *run, PangoGlyphItem *item,
                 const char *text)
{
  BoxCluster *clusters =
      layout_alloc(fixture->document, sizeof(BoxCluster) * run->glyph_count);
  PangoGlyphItemIter each;
  unsigned count = 0;

  for (bool more = pango_glyph_item_iter_init_start(&each, item, text); more;
       more = pango_glyph_item_iter_next_cluster(&each))
    clusters[count++] = (BoxCluster){
      (guint8)(each.end_index - each.start_index),
      (guint8)ABS(each.end_glyph - each.start_glyph),
    };
  run->clusters = clusters;
  run->cluster_count = count;
}

/* Items must come in visual order: texts of one direction.  Returns the width.
 */
static inline double
fixture_text(Fixture *fixture, int page, int leaf, double x, double y,
             const char *font, double x_scale, const char *text)
{
  PangoContext *context = fonts_context(fixture->fonts);
  g_autoptr(PangoFontDescription) description =
      pango_font_description_from_string(font);
  double start = x;

  pango_context_set_font_description(context, description);
  text = layout_strdup(fixture->document, text);
  GList *items = pango_itemize(context, text, 0, (int)strlen(text), NULL, NULL);
  for (GList *each = items; each != NULL; each = each->next) {
    PangoItem *item = each->data;
    PangoGlyphItem glyph_item = { item, pango_glyph_string_new(), 0, 0, 0 };
    Box box = { .leaf = leaf, .artifact = ARTIFACT_HEADER, .x = x, .y = y };
    pango_shape(text + item->offset, item->length, &item->analysis,
                glyph_item.glyphs);
    box.as.glyphs = (BoxGlyphs){ .font = item->analysis.font,
                                 .x_scale = x_scale,
                                 .text = text + item->offset,
                                 .text_length = (unsigned)item->length,
                                 .backward = item->analysis.level & 1 };
    fixture_glyphs(fixture, &box.as.glyphs, glyph_item.glyphs);
    fixture_clusters(fixture, &box.as.glyphs, &glyph_item, text);
    x +=
        pango_glyph_string_get_width(glyph_item.glyphs) * x_scale / PANGO_SCALE;
    fixture_add(fixture, page, box);
    pango_glyph_string_free(glyph_item.glyphs);
    g_ptr_array_add(fixture->items, item);
  }
  g_list_free(items);
  return x - start;
}

/* A node with one line of text. */
static inline int
fixture_line(Fixture *fixture, int parent, Role role, int page, double y,
             const char *font, const char *text)
{
  int node = layout_node_new(fixture->document, parent, role);

  fixture_text(fixture, page, fixture_leaf(fixture, node, page), 0, y, font, 1,
               text);
  return node;
}
