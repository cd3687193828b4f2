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
  case STYLE_CONTENT_ARTICLE:
    return text->number;
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

/* Where one line of furniture stands. */
typedef struct {
  double x;
  double width;
  double baseline;
  StyleAlign align;
} Place;

/* Sets one line into a scratch flow whose boxes are then taken. */
static void
draw_box(const LayoutContext *context, Flow *scratch,
         const StyleMarginBox *margin_box, const char *text, const Place *where)
{
  const Book *book = context->book;
  g_autoptr(Paragraph) paragraph =
      paragraph_new(margin_box->style, book->lang, context->rtl);
  LineMeasure measure = { .measure = where->width };
  LinePlace place = { .x = where->x,
                      .baseline = where->baseline,
                      .measure = &measure,
                      .align = where->align };

  builder_text(NULL, paragraph, text, margin_box->style, -1);
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

/* A line above or below the text block. */
static Place
place_line(const LayoutContext *context, const StyleMarginBox *margin_box,
           StyleBoxPlace box, bool left_hand, double height)
{
  const double *margin = margin_box->style->margin;

  return (Place){ .x = margin[context->rtl ? STYLE_RIGHT : STYLE_LEFT],
                  .width = context->page->block_width - margin[STYLE_LEFT] -
                           margin[STYLE_RIGHT],
                  .baseline = is_top(box) ? -margin_box->offset
                                          : height + margin_box->offset,
                  .align = align_of(box, left_hand, context->rtl) };
}

/* The mark of an article, seen at the edge of the closed book: each stands a
 * mark's height below the one before, nearer where they would be too many. */
static Place
place_mark(const LayoutContext *context, const StyleMarginBox *margin_box,
           const FurnitureText *text, bool left_hand, double height)
{
  const Style *style = margin_box->style;
  double room = height - style->line_height;
  double step = MIN(style->line_height, room / MAX(text->articles, 1));

  return (Place){ .x = left_hand
                           ? -margin_box->offset - style->width
                           : context->page->block_width + margin_box->offset,
                  .width = style->width,
                  .baseline = step * text->article +
                              style->border[STYLE_TOP].width +
                              style->line_height * 0.75,
                  .align = STYLE_ALIGN_CENTER };
}

/* The line above a mark. */
static void
draw_mark_rule(Flow *scratch, const Style *style, const Place *place)
{
  const StyleBorder *border = &style->border[STYLE_TOP];
  Box rule = { .kind = BOX_RULE,
               .leaf = -1,
               .x = place->x,
               .y = place->baseline - style->line_height * 0.75 - border->width,
               .width = place->width,
               .height = border->width };

  rule.as.color = border->color;
  if (border->kind == STYLE_BORDER_SOLID)
    g_array_append_val(scratch->boxes, rule);
}

void
furniture_draw(const LayoutContext *context, LayoutDocument *document,
               const StylePage *rule, double height, const FurnitureText *text,
               bool verso, GArray *boxes)
{
  g_autoptr(Flow) scratch = flow_new(document);
  bool rtl = context->rtl;
  bool left_hand = verso != rtl && !rule->one_sided;

  for (StyleBoxPlace at = 0; at < STYLE_BOX_COUNT; at++) {
    const StyleMarginBox *margin_box = &rule->box[at];
    const char *words = content_text(margin_box->content, text);
    bool mark = at == STYLE_BOX_MIDDLE_OUTSIDE;
    guint first = scratch->boxes->len;
    Place place;

    if (words == NULL || words[0] == '\0' || margin_box->style == NULL)
      continue;
    place = mark ? place_mark(context, margin_box, text, left_hand, height)
                 : place_line(context, margin_box, at, left_hand, height);
    if (mark)
      draw_mark_rule(scratch, margin_box->style, &place);
    draw_box(context, scratch, margin_box, words, &place);
    take_boxes(scratch, first,
               mark || is_top(at) ? ARTIFACT_HEADER : ARTIFACT_FOOTER, boxes);
  }
}
