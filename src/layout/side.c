/* layout/side.c -- a paragraph in the margin, beside the block behind it. */
/* SPDX-License-Identifier: MIT */

#include "layout/side.h"

#include "layout/line.h"

static const Style *
style_of(const Builder *builder, const DocNode *node)
{
  StyleElement element = { builder->element, "p", node->class_name };

  return style_sheet_resolve(builder->context->sheet, &element, builder->style);
}

bool
side_hangs(const Builder *builder, const DocNode *node)
{
  const Style *style;

  if (node->kind != DOC_PARAGRAPH || node->class_name == NULL ||
      node->next == NULL || node->next->kind == DOC_NOTE)
    return false;
  style = style_of(builder, node);
  return style->span_hang && style->width > 0;
}

/* Its lines into the newest slice; returns their height. */
static double
set_lines(Builder *builder, const Paragraph *paragraph, double x, double above)
{
  const Style *style = paragraph->style;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure measure = { .measure = style->width };
  LinePlace place = { .x = x, .measure = &measure, .align = style->text_align };

  line_break(paragraph, &measure, lines);
  for (guint i = 0; i < lines->len; i++) {
    place.baseline = above + i * style->line_height;
    line_make(builder->flow, paragraph, builder->context->shaper,
              &g_array_index(lines, LineChoice, i), &place);
  }
  return lines->len * style->line_height;
}

/* Returns its height. */
static double
set_side(Builder *builder, const DocNode *node)
{
  StyleElement element = { builder->element, "p", node->class_name };
  const Style *style = style_of(builder, node);
  int made = flow_node_new(builder->flow, builder->node, ROLE_P);
  double out = style->width + style->margin[STYLE_RIGHT];
  double x = builder->rtl
                 ? builder->x + builder->width + style->margin[STYLE_RIGHT]
                 : builder->x - out;
  g_autoptr(Paragraph) paragraph =
      paragraph_new(style, builder_lang(builder, node), builder->rtl);
  FlowSlice *slice;
  double height;

  builder_anchor(builder, node->id);
  builder_inlines(builder, paragraph, node, &element, style, made);
  builder_shape(builder, paragraph);
  builder_anchors(builder, paragraph, 0, (guint32)paragraph->text->len);
  slice = builder_slice(builder, 0);
  slice->source = node->first;
  slice->baseline =
      shaper_baseline(builder->context->shaper, style, paragraph->lang);
  height = set_lines(builder, paragraph, x, slice->baseline);
  builder_note_refs(builder, paragraph, 0, (guint32)paragraph->text->len);
  builder_close(builder);
  return height;
}

/* Down, so that first lines are level. */
static void
shift(Builder *builder, const FlowSlice *side, double down)
{
  GArray *boxes = builder->flow->boxes, *links = builder->flow->links;

  for (guint32 i = 0; i < side->boxes.count; i++)
    g_array_index(boxes, Box, side->boxes.first + i).y += down;
  for (guint32 i = 0; i < side->links.count; i++) {
    FlowLink *link = &g_array_index(links, FlowLink, side->links.first + i);
    link->y0 += down;
    link->y1 += down;
  }
}

/* The block's slices stay together as far as `height` reaches. */
static void
hold(Builder *builder, guint32 first, double height)
{
  GArray *slices = builder->slices;
  double reached = 0;

  for (guint32 i = first; i < slices->len && reached < height; i++) {
    FlowSlice *slice = flow_slice(slices, i);
    if (slice->before == FLOW_BREAK_ALLOWED)
      slice->before = FLOW_BREAK_FORBIDDEN;
    reached += (i > first ? slice->space : 0) + slice->lead + slice->height +
               slice->trail;
  }
  if (reached < height)
    flow_slice(slices, slices->len - 1)->trail += height - reached;
}

void
side_make(Builder *builder, const DocNode *node)
{
  guint32 at = builder->slices->len;
  double height = set_side(builder, node), down;
  FlowSlice *side, *next;

  builder_block(builder, node->next);
  if (builder->slices->len == at + 1)
    return;
  side = flow_slice(builder->slices, at);
  next = flow_slice(builder->slices, at + 1);
  down = next->lead + MAX(next->baseline - side->baseline, 0);
  side->space = MAX(side->space, next->space);
  side->before = MAX(side->before, next->before);
  side->penalty += next->penalty;
  side->snap = next->snap;
  next->space = next->penalty = 0;
  next->before = FLOW_BREAK_FORBIDDEN;
  shift(builder, side, down);
  hold(builder, at + 1, height + down);
}
