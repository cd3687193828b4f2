/* layout/furniture.c -- running heads and page numbers. */
/* SPDX-License-Identifier: MIT */

#include "layout/furniture.h"

#include "layout/line.h"

static const char *
content_text(StyleContent content, const FurnitureText *text)
{
  switch (content) {
  case STYLE_CONTENT_NONE:
    return NULL;
  case STYLE_CONTENT_TITLE:
    return text->title;
  case STYLE_CONTENT_SECTION:
    return text->section;
  case STYLE_CONTENT_BOOK:
    return text->book;
  case STYLE_CONTENT_FOLIO:
    return text->folio;
  case STYLE_CONTENT_EDITION:
    return text->edition;
  }
  g_return_val_if_reached(NULL);
}

static bool
is_top(StyleBoxPlace place)
{
  return place == STYLE_BOX_TOP_INSIDE || place == STYLE_BOX_TOP_CENTER ||
         place == STYLE_BOX_TOP_OUTSIDE;
}

/* Inside is the side of the binding: the left of a right-hand page.  A line
 * from right to left starts at the right. */
static StyleAlign
align_of(StyleBoxPlace place, bool left_hand, bool rtl)
{
  bool center =
      place == STYLE_BOX_TOP_CENTER || place == STYLE_BOX_BOTTOM_CENTER;
  bool inside =
      place == STYLE_BOX_TOP_INSIDE || place == STYLE_BOX_BOTTOM_INSIDE;

  if (center)
    return STYLE_ALIGN_CENTER;
  return (inside != left_hand) != rtl ? STYLE_ALIGN_START : STYLE_ALIGN_END;
}

/* Sets one line into a scratch flow whose boxes are then taken. */
static void
draw_box(const LayoutContext *context, Flow *scratch,
         const StyleMarginBox *margin_box, const char *text, StyleAlign align,
         double baseline)
{
  const Book *book = context->book;
  g_autoptr(Paragraph) paragraph =
      paragraph_new(margin_box->style, book->lang, book->direction == META_RTL);
  const double *margin = margin_box->style->margin;
  LineMeasure measure = { .measure = context->page->block_width -
                                     margin[STYLE_LEFT] - margin[STYLE_RIGHT] };
  LinePlace place = { .x = margin[STYLE_LEFT],
                      .baseline = baseline,
                      .measure = &measure,
                      .align = align };
  Span span = { .style = margin_box->style, .node = -1, .link = -1 };

  paragraph_add(paragraph, &span, text, -1);
  paragraph_shape(paragraph, context->shaper, NULL, NULL, NULL);
  line_make_whole(scratch, paragraph, context->shaper, &place);
}

static void
take_boxes(const Flow *scratch, guint first, Artifact artifact, GArray *boxes)
{
  for (guint i = first; i < scratch->boxes->len; i++) {
    Box box = g_array_index(scratch->boxes, Box, i);
    box.leaf = -1;
    box.artifact = artifact;
    g_array_append_val(boxes, box);
  }
}

void
furniture_draw(const LayoutContext *context, LayoutDocument *document,
               const StylePage *rule, double height, const FurnitureText *text,
               bool verso, GArray *boxes)
{
  g_autoptr(Flow) scratch = flow_new(document);
  bool rtl = context->book->direction == META_RTL;
  bool left_hand = verso != rtl && !rule->one_sided;

  for (int place = 0; place < STYLE_BOX_COUNT; place++) {
    const StyleMarginBox *margin_box = &rule->box[place];
    const char *words = content_text(margin_box->content, text);
    bool top = is_top((StyleBoxPlace)place);
    double baseline = top ? -margin_box->offset : height + margin_box->offset;
    guint first = scratch->boxes->len;

    if (words == NULL || words[0] == '\0' || margin_box->style == NULL)
      continue;
    draw_box(context, scratch, margin_box, words,
             align_of((StyleBoxPlace)place, left_hand, rtl), baseline);
    take_boxes(scratch, first, top ? ARTIFACT_HEADER : ARTIFACT_FOOTER, boxes);
  }
}
