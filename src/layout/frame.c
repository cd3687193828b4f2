/* layout/frame.c -- the borders of blocks. */
/* SPDX-License-Identifier: MIT */

#include "layout/frame.h"

static void
add_rule(GArray *boxes, const StyleBorder *border, double x, double y,
         double width, double height)
{
  Box box = { .kind = BOX_RULE,
              .leaf = -1,
              .artifact = ARTIFACT_LAYOUT,
              .x = x,
              .y = y,
              .width = width,
              .height = height };

  if (border->kind == STYLE_BORDER_NONE || border->width <= 0)
    return;
  box.as.color = border->color;
  g_array_append_val(boxes, box);
}

static void
add_dots(GArray *boxes, const FlowFrame *frame, double y, double height)
{
  Box box = { .kind = BOX_DOTS,
              .leaf = -1,
              .artifact = ARTIFACT_LAYOUT,
              .x = frame->x,
              .y = y,
              .width = frame->width,
              .height = height };

  box.as.color = frame->border[STYLE_TOP].color;
  g_array_append_val(boxes, box);
}

static void
draw(const FlowFrame *frame, GArray *boxes, double y0, double y1, bool begins,
     bool ends)
{
  const StyleBorder *left = &frame->border[STYLE_LEFT];
  const StyleBorder *right = &frame->border[STYLE_RIGHT];
  const StyleBorder *top = &frame->border[STYLE_TOP];
  const StyleBorder *bottom = &frame->border[STYLE_BOTTOM];

  if (top->kind == STYLE_BORDER_DOTTED) {
    add_dots(boxes, frame, y0, y1 - y0);
    return;
  }
  add_rule(boxes, left, frame->x, y0, left->width, y1 - y0);
  add_rule(boxes, right, frame->x + frame->width - right->width, y0,
           right->width, y1 - y0);
  if (begins)
    add_rule(boxes, top, frame->x, y0, frame->width, top->width);
  if (ends)
    add_rule(boxes, bottom, frame->x, y1 - bottom->width, frame->width,
             bottom->width);
}

void
frame_draw(const Flow *flow, const PageCut *cut, const double *tops,
           GArray *boxes)
{
  for (guint i = 0; i < flow->frames->len; i++) {
    const FlowFrame *frame = &g_array_index(flow->frames, FlowFrame, i);
    guint32 first = MAX(frame->first, cut->first);
    guint32 last = MIN(frame->last, cut->end - 1);
    const FlowSlice *begin, *end;

    if (frame->first >= cut->end || frame->last < cut->first)
      continue;
    begin = flow_slice(flow->slices, first);
    end = flow_slice(flow->slices, last);
    draw(frame, boxes, tops[first] - begin->lead,
         tops[last] + end->height + end->trail, first == frame->first,
         last == frame->last);
  }
}
