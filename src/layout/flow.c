/* layout/flow.c -- an article as one long column. */
/* SPDX-License-Identifier: MIT */

#include "layout/flow.h"

static void
clear_paragraph(gpointer data)
{
  FlowParagraph *paragraph = data;

  for (unsigned i = 0; i < FLOW_VARIANTS; i++)
    if (paragraph->variant[i].lines != NULL)
      g_array_unref(paragraph->variant[i].lines);
  paragraph_free(paragraph->paragraph);
}

Flow *
flow_new(LayoutDocument *document)
{
  Flow *flow = g_new0(Flow, 1);

  flow->document = document;
  flow->slices = g_array_new(FALSE, TRUE, sizeof(FlowSlice));
  flow->note_slices = g_array_new(FALSE, TRUE, sizeof(FlowSlice));
  flow->boxes = g_array_new(FALSE, TRUE, sizeof(Box));
  flow->links = g_array_new(FALSE, TRUE, sizeof(FlowLink));
  flow->targets = g_array_new(FALSE, TRUE, sizeof(FlowTarget));
  flow->nodes = g_array_new(FALSE, TRUE, sizeof(LayoutNode));
  flow->joined = g_array_new(FALSE, TRUE, sizeof(int));
  flow->joins = g_array_new(FALSE, TRUE, sizeof(int));
  flow->note_refs = g_array_new(FALSE, TRUE, sizeof(guint32));
  flow->notes = g_array_new(FALSE, TRUE, sizeof(FlowNote));
  flow->note_row = g_array_new(FALSE, TRUE, sizeof(guint32));
  flow->anchors = g_array_new(FALSE, TRUE, sizeof(FlowAnchor));
  flow->headings = g_array_new(FALSE, TRUE, sizeof(FlowHeading));
  flow->frames = g_array_new(FALSE, TRUE, sizeof(FlowFrame));
  flow->paragraphs = g_array_new(FALSE, TRUE, sizeof(FlowParagraph));
  flow->taken = g_array_new(FALSE, TRUE, sizeof(FlowTaken));
  g_array_set_clear_func(flow->paragraphs, clear_paragraph);
  return flow;
}

void
flow_free(Flow *flow)
{
  if (flow == NULL)
    return;
  g_array_unref(flow->slices);
  g_array_unref(flow->note_slices);
  g_array_unref(flow->boxes);
  g_array_unref(flow->links);
  g_array_unref(flow->targets);
  g_array_unref(flow->nodes);
  g_array_unref(flow->joined);
  g_array_unref(flow->joins);
  g_array_unref(flow->note_refs);
  g_array_unref(flow->notes);
  g_array_unref(flow->note_row);
  g_array_unref(flow->anchors);
  g_array_unref(flow->headings);
  g_array_unref(flow->frames);
  g_array_unref(flow->paragraphs);
  g_array_unref(flow->taken);
  g_free(flow);
}

static void
row_note(Flow *flow, guint32 index)
{
  const FlowNote *note = &g_array_index(flow->notes, FlowNote, index);

  for (guint32 i = 0; i < note->slices.count; i++) {
    guint32 slice = note->slices.first + i;
    g_array_append_val(flow->note_row, slice);
  }
}

void
flow_row_notes(Flow *flow)
{
  g_array_set_size(flow->note_row, 0);
  for (guint32 at = 0; at < flow->slices->len; at++) {
    FlowSlice *slice = flow_slice(flow->slices, at);

    slice->note_row = flow->note_row->len;
    for (guint32 i = 0; i < slice->notes.count; i++)
      row_note(flow,
               g_array_index(flow->note_refs, guint32, slice->notes.first + i));
  }
}

guint32
flow_note_row(const Flow *flow, guint32 slice)
{
  return slice < flow->slices->len ? flow_slice(flow->slices, slice)->note_row
                                   : flow->note_row->len;
}

void
flow_forget_paragraphs(Flow *flow)
{
  g_array_set_size(flow->paragraphs, 0);
}

int
flow_node_new(Flow *flow, int parent, Role role)
{
  LayoutNode node = { .role = role, .parent = parent, .page = -1 };
  int none = -1;

  g_array_append_val(flow->nodes, node);
  g_array_append_val(flow->joined, none);
  return (int)flow->nodes->len - 1;
}

LayoutNode *
flow_node(Flow *flow, int index)
{
  g_return_val_if_fail(index >= 0 && (guint)index < flow->nodes->len, NULL);
  return &g_array_index(flow->nodes, LayoutNode, index);
}

int
flow_target_new(Flow *flow, const char *uri, const char *id,
                const char *contents)
{
  FlowTarget target = { layout_strdup(flow->document, uri),
                        layout_strdup(flow->document, id),
                        layout_strdup(flow->document, contents) };

  g_array_append_val(flow->targets, target);
  return (int)flow->targets->len - 1;
}

FlowSlice *
flow_slice(GArray *slices, guint32 index)
{
  g_return_val_if_fail(index < slices->len, NULL);
  return &g_array_index(slices, FlowSlice, index);
}
