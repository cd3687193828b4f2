/* layout/builder.c -- what the makers of block kinds share. */
/* SPDX-License-Identifier: MIT */

#include "layout/builder.h"

#include <string.h>

static bool
has_border(const Style *style)
{
  for (int side = 0; side < 4; side++)
    if (style->border[side].kind != STYLE_BORDER_NONE &&
        style->border[side].width > 0)
      return true;
  return false;
}

void
builder_space(Builder *builder, double space)
{
  builder->space = MAX(builder->space, space);
}

static void
take_break(Builder *builder, StyleBreak wanted)
{
  switch (wanted) {
  case STYLE_BREAK_AUTO:
    break;
  case STYLE_BREAK_AVOID:
    if (builder->before == FLOW_BREAK_ALLOWED)
      builder->before = FLOW_BREAK_FORBIDDEN;
    break;
  case STYLE_BREAK_PAGE:
    builder->before = MAX(builder->before, FLOW_BREAK_PAGE);
    break;
  case STYLE_BREAK_RECTO:
    builder->before = FLOW_BREAK_RECTO;
    break;
  }
}

void
builder_enter(Builder *builder, BuilderSaved *saved, const char *name,
              const char *classes, Role role)
{
  const Style *style;

  *saved = (BuilderSaved){ .element = builder->element,
                           .style = builder->style,
                           .node = builder->node,
                           .x = builder->x,
                           .width = builder->width,
                           .entered = { builder->element, name, classes } };
  builder->element = &saved->entered;
  style = style_sheet_resolve(builder->context->sheet, &saved->entered,
                              saved->style);
  builder->style = style;
  if (role != ROLE_COUNT)
    builder->node = flow_node_new(builder->flow, builder->node, role);
  builder->x += style->margin[STYLE_LEFT] + style->padding[STYLE_LEFT];
  builder->width -= style->margin[STYLE_LEFT] + style->padding[STYLE_LEFT] +
                    style->margin[STYLE_RIGHT] + style->padding[STYLE_RIGHT];
  if (builder->rtl)
    builder->x += style->margin[STYLE_RIGHT] + style->padding[STYLE_RIGHT] -
                  style->margin[STYLE_LEFT] - style->padding[STYLE_LEFT];
  builder_space(builder, style->margin[STYLE_TOP]);
  take_break(builder, style->break_before);
  builder->lead += style->padding[STYLE_TOP];
  saved->frame_first = builder->slices->len;
  saved->framed = has_border(style);
}

static void
add_frame(Builder *builder, const BuilderSaved *saved)
{
  const Style *style = builder->style;
  FlowFrame frame = { .first = saved->frame_first,
                      .last = builder->slices->len - 1,
                      .x = builder->x - style->padding[STYLE_LEFT],
                      .width = builder->width + style->padding[STYLE_LEFT] +
                               style->padding[STYLE_RIGHT] };

  if (builder->rtl)
    frame.x = builder->x - style->padding[STYLE_RIGHT];
  for (int side = 0; side < 4; side++)
    frame.border[side] = style->border[side];
  if (builder->rtl) {
    frame.border[STYLE_LEFT] = style->border[STYLE_RIGHT];
    frame.border[STYLE_RIGHT] = style->border[STYLE_LEFT];
  }
  g_array_append_val(builder->flow->frames, frame);
}

void
builder_leave(Builder *builder, const BuilderSaved *saved)
{
  const Style *style = builder->style;
  bool any = builder->slices->len > saved->frame_first;

  /* Notes have no frames: their slices are counted apart. */
  if (any && saved->framed && builder->slices == builder->flow->slices)
    add_frame(builder, saved);
  if (any)
    flow_slice(builder->slices, builder->slices->len - 1)->trail +=
        style->padding[STYLE_BOTTOM];
  if (any && style->break_inside == STYLE_BREAK_AVOID)
    for (guint32 i = saved->frame_first + 1; i < builder->slices->len; i++)
      if (flow_slice(builder->slices, i)->before == FLOW_BREAK_ALLOWED)
        flow_slice(builder->slices, i)->before = FLOW_BREAK_FORBIDDEN;
  builder_space(builder, style->margin[STYLE_BOTTOM]);
  take_break(builder, style->break_after);
  builder->element = saved->element;
  builder->style = saved->style;
  builder->node = saved->node;
  builder->x = saved->x;
  builder->width = saved->width;
}

bool
builder_in_text(const Builder *builder)
{
  return builder->slices == builder->flow->slices &&
         strcmp(builder->element->name, "article") == 0;
}

/* The space behind a block may take a line, half of it above the block; all of
 * it where the block must stay close to what is above, as under a heading. */
static void
share_flex(Builder *builder, FlowSlice *slice, guint32 index)
{
  FlowSlice *block;

  if (builder->block == 0 || builder->slices != builder->flow->slices)
    return;
  slice->flex = true;
  block = flow_slice(builder->slices, builder->block - 1);
  if (builder->block < index && block->before != FLOW_BREAK_FORBIDDEN)
    block->flex_block = index;
  builder->block = 0;
}

FlowSlice *
builder_slice(Builder *builder, double height)
{
  Flow *flow = builder->flow;
  FlowSlice slice = { .space = builder->space,
                      .lead = builder->lead,
                      .height = height,
                      .before = builder->before,
                      .repeat = builder->repeat };

  slice.boxes.first = flow->boxes->len;
  slice.links.first = flow->links->len;
  slice.notes.first = flow->note_refs->len;
  slice.joins.first = flow->joins->len;
  share_flex(builder, &slice, builder->slices->len);
  g_array_append_val(builder->slices, slice);
  builder->space = 0;
  builder->lead = 0;
  builder->before = FLOW_BREAK_ALLOWED;
  return flow_slice(builder->slices, builder->slices->len - 1);
}

void
builder_close(Builder *builder)
{
  Flow *flow = builder->flow;
  FlowSlice *slice = flow_slice(builder->slices, builder->slices->len - 1);

  slice->boxes.count = flow->boxes->len - slice->boxes.first;
  slice->links.count = flow->links->len - slice->links.first;
  slice->notes.count = flow->note_refs->len - slice->notes.first;
  slice->joins.count = flow->joins->len - slice->joins.first;
}

void
builder_anchor(Builder *builder, const char *id)
{
  FlowAnchor anchor = { id, builder->flow->slices->len };

  if (id != NULL && builder->slices == builder->flow->slices)
    g_array_append_val(builder->flow->anchors, anchor);
}

void
builder_rule(Builder *builder, double x, double y, double width, double height,
             guint32 color)
{
  Box box = { .kind = BOX_RULE,
              .leaf = -1,
              .artifact = ARTIFACT_LAYOUT,
              .x = x,
              .y = y,
              .width = width,
              .height = height };

  box.as.color = color;
  g_array_append_val(builder->flow->boxes, box);
}

const char *
builder_lang(const Builder *builder, const DocNode *node)
{
  const char *lang = node != NULL ? doc_node_lang(node) : NULL;

  return lang != NULL ? lang : builder->lang;
}

bool
builder_has(const Builder *builder, const char *id)
{
  const char *alone = builder->context->sheet_article;
  size_t length = alone != NULL ? strlen(alone) : 0;

  return alone == NULL || (strncmp(id, alone, length) == 0 &&
                           (id[length] == '\0' || id[length] == '.'));
}

const char *
builder_page_number(const Builder *builder, const char *id)
{
  const char *label = g_hash_table_lookup(builder->context->page_numbers, id);

  return label != NULL ? label : "?";
}
