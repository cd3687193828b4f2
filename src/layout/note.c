/* layout/note.c -- footnotes: their bodies, set apart from the column. */
/* SPDX-License-Identifier: MIT */

#include "layout/builder.h"
#include "layout/line.h"

static FlowNote *
find_note(Flow *flow, const DocNode *node)
{
  for (guint32 i = 0; i < flow->notes->len; i++) {
    FlowNote *note = &g_array_index(flow->notes, FlowNote, i);
    if (note->note == node)
      return note;
  }
  return NULL;
}

/* The number stands in front of the note's first line, in the room that the
 * style "note" leaves at its left. */
static void
set_number(Builder *builder, const DocNode *node, int label)
{
  StyleElement element = { builder->element, "marker", NULL };
  const Style *style =
      style_sheet_resolve(builder->context->sheet, &element, builder->style);
  g_autofree char *number = g_strdup_printf("%u", node->as.note.number);
  g_autoptr(Paragraph) paragraph =
      paragraph_new(style, builder->lang, builder->rtl);
  LineMeasure measure = { .measure = builder->style->padding[STYLE_LEFT] };
  LinePlace place = { .x = builder->x - measure.measure, .measure = &measure };

  if (builder->rtl)
    place.x = builder->x + builder->width;
  builder_text(builder, paragraph, number, style, label);
  builder_shape(builder, paragraph);
  place.baseline =
      flow_slice(builder->slices, builder->slices->len - 1)->baseline;
  line_make_whole(builder->flow, paragraph, builder->context->shaper, &place);
}

/* An empty slice of no height holds the number, in front of the first line. */
static void
make_number(Builder *builder, const DocNode *node, guint32 first)
{
  Flow *flow = builder->flow;
  int label = flow_node_new(flow, builder->node, ROLE_LBL);
  double baseline = 0;
  FlowSlice *slice;

  builder_slice(builder, 0);
  slice = flow_slice(builder->slices, first);
  if (node->first != NULL)
    baseline = shaper_baseline(builder->context->shaper, builder->style,
                               builder->lang);
  slice->baseline = baseline;
  set_number(builder, node, label);
  builder_close(builder);
  builder->before = FLOW_BREAK_FORBIDDEN;
}

void
builder_note(Builder *builder, const DocNode *node)
{
  FlowNote *note = find_note(builder->flow, node);
  Builder inner = *builder;
  BuilderSaved saved;
  guint32 first;

  if (note == NULL)
    return;
  inner.slices = builder->flow->note_slices;
  inner.x = 0;
  inner.width = builder->context->page->block_width;
  inner.space = inner.lead = 0;
  inner.before = FLOW_BREAK_ALLOWED;
  inner.repeat = (FlowRange){ 0 };
  first = inner.slices->len;
  builder_enter(&inner, &saved, "note", node->class_name, ROLE_NOTE);
  flow_node(inner.flow, inner.node)->id =
      layout_strdup(inner.flow->document, node->id);
  make_number(&inner, node, first);
  inner.first = true;
  builder_blocks(&inner, node);
  builder_leave(&inner, &saved);
  note = find_note(builder->flow, node);
  note->slices = (FlowRange){ first, inner.slices->len - first };
}
