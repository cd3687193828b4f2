/* layout/list.c -- lists: markers in front of their items' first lines. */
/* SPDX-License-Identifier: MIT */

#include "layout/builder.h"
#include "layout/line.h"
#include "layout/list_columns.h"

#include <string.h>

#define MARKER_GAP 0.5 /* em between a marker and its item */

static const char *
bullet(StyleList kind)
{
  switch (kind) {
  case STYLE_LIST_NONE:
    return "";
  case STYLE_LIST_DISC:
    return "\xe2\x80\xa2"; /* • */
  case STYLE_LIST_DASH:
    return "\xe2\x80\x93"; /* – */
  case STYLE_LIST_CIRCLE:
    return "\xe2\x80\xa2"; /* Atkinson has no white bullet */
  case STYLE_LIST_DECIMAL:
  case STYLE_LIST_RUN_IN:
  case STYLE_LIST_COLUMNS:
    return "";
  }
  g_return_val_if_reached("");
}

static char *
marker_text(const Builder *builder, const DocNode *list, const DocNode *item,
            unsigned number)
{
  switch (item->as.task) {
  case DOC_TASK_OPEN:
    return g_strdup("\xe2\x98\x90"); /* ☐ */
  case DOC_TASK_DONE:
    return g_strdup("\xe2\x98\x91"); /* ☑ */
  case DOC_TASK_NONE:
    break;
  }
  if (list->as.list.ordered)
    return g_strdup_printf("%u.", number);
  return g_strdup(bullet(builder->style->list_style));
}

static const char *
numbering(const Builder *builder, const DocNode *list)
{
  if (list->as.list.ordered)
    return "Decimal";
  return builder->style->list_style == STYLE_LIST_NONE ? "None" : "Disc";
}

/* The marker ends before the item's text, so that numbers align at their
 * points; it stands on the first line of the item. */
static void
set_marker(Builder *builder, const char *text, int node, double baseline)
{
  StyleElement element = { builder->element, "marker", NULL };
  const Style *style =
      style_sheet_resolve(builder->context->sheet, &element, builder->style);
  g_autoptr(Paragraph) paragraph =
      paragraph_new(style, builder->lang, builder->rtl);
  LineMeasure measure = { 0 };
  LinePlace place = { .align = STYLE_ALIGN_START, .measure = &measure };
  double narrowest, widest;

  builder_text(builder, paragraph, text, style, node);
  builder_shape(builder, paragraph);
  paragraph_widths(paragraph, &narrowest, &widest);
  measure.measure = widest;
  place.baseline = baseline;
  place.x = builder->rtl
                ? builder->x + builder->width + MARKER_GAP * style->font_size
                : builder->x - widest - MARKER_GAP * style->font_size;
  line_make_whole(builder->flow, paragraph, builder->context->shaper, &place);
}

/* Puts the marker's boxes before those of the item's first line, where they
 * belong in reading order. */
static void
rotate_boxes(GArray *boxes, guint32 first, guint32 middle)
{
  g_autofree Box *tail = NULL;
  guint32 count = boxes->len - middle;
  Box *base;

  if (count == 0 || middle == first)
    return;
  base = &g_array_index(boxes, Box, first);
  tail = g_memdup2(&g_array_index(boxes, Box, middle), count * sizeof(Box));
  memmove(base + count, base, (middle - first) * sizeof(Box));
  memcpy(base, tail, count * sizeof(Box));
}

/* The boxes of the slices behind the first move along with it. */
static void
mark_item(Builder *builder, const char *text, guint32 first, int label)
{
  GArray *boxes = builder->flow->boxes;
  guint32 before = boxes->len, made;
  FlowSlice *slice;

  if (text[0] == '\0' || first >= builder->slices->len)
    return;
  slice = flow_slice(builder->slices, first);
  set_marker(builder, text, label, slice->baseline);
  made = boxes->len - before;
  rotate_boxes(boxes, slice->boxes.first, before);
  slice->boxes.count += made;
  for (guint32 i = first + 1; i < builder->slices->len; i++)
    flow_slice(builder->slices, i)->boxes.first += made;
}

/* An item that says nothing still has its number. */
static void
hold_place(Builder *builder)
{
  const Style *style = builder->style;

  builder_slice(builder, style->line_height)->baseline =
      shaper_baseline(builder->context->shaper, style, builder->lang);
  builder_close(builder);
}

static void
make_item(Builder *builder, const DocNode *list, const DocNode *item,
          unsigned number)
{
  BuilderSaved saved;
  guint32 first = builder->slices->len;
  g_autofree char *text = marker_text(builder, list, item, number);
  int label, body;

  builder_anchor(builder, item->id);
  builder_enter(builder, &saved, "li", item->class_name, ROLE_LI);
  label = flow_node_new(builder->flow, builder->node, ROLE_LBL);
  body = flow_node_new(builder->flow, builder->node, ROLE_LBODY);
  builder->node = body;
  builder->first = true;
  builder_blocks(builder, item);
  if (builder->slices->len == first)
    hold_place(builder);
  mark_item(builder, text, first, label);
  builder_leave(builder, &saved);
}

/* --- all items in one paragraph --- */

static void
add_run_in_text(Builder *builder, Paragraph *paragraph, const DocNode *node,
                int body)
{
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    if (child->kind == DOC_PARAGRAPH)
      builder_inlines(builder, paragraph, child, builder->element,
                      builder->style, body);
    else
      add_run_in_text(builder, paragraph, child, body);
  }
}

/* "1 First source.  2 Second source." -- for lists that are looked up, not
 * read, where there is little room. */
static void
set_run_in(Builder *builder, const DocNode *list)
{
  StyleElement element = { builder->element, "marker", NULL };
  const Style *style =
      style_sheet_resolve(builder->context->sheet, &element, builder->style);
  g_autoptr(Paragraph) paragraph =
      paragraph_new(builder->style, builder_lang(builder, list), builder->rtl);
  unsigned number = list->as.list.start;

  for (const DocNode *item = list->first; item != NULL; item = item->next) {
    int node = flow_node_new(builder->flow, builder->node, ROLE_LI);
    int label = flow_node_new(builder->flow, node, ROLE_LBL);
    int body = flow_node_new(builder->flow, node, ROLE_LBODY);
    g_autofree char *text = g_strdup_printf("%u.\xc2\xa0", number++);

    builder_anchor(builder, item->id);
    builder_text(builder, paragraph, text, style, label);
    add_run_in_text(builder, paragraph, item, body);
    if (item->next != NULL)
      builder_text(builder, paragraph, " \xc2\xa0", builder->style, body);
  }
  builder_set(builder, &paragraph);
}

/* All items below each other.  Items of one line are like the lines of a
 * paragraph: the first should not stand alone at the foot of a page, nor the
 * last at the top of one. */
static void
set_items(Builder *builder, const DocNode *list)
{
  bool inner = list->parent != NULL && list->parent->kind == DOC_ITEM;
  unsigned number = list->as.list.start;
  bool keep = false;

  for (const DocNode *item = list->first; item != NULL; item = item->next) {
    guint32 first = builder->slices->len;
    bool alone;

    make_item(builder, list, item, number++);
    alone = builder->slices->len == first + 1;
    if (!inner && (keep || (alone && item->next == NULL)) &&
        item->prev != NULL &&
        flow_slice(builder->slices, first)->before == FLOW_BREAK_ALLOWED)
      flow_slice(builder->slices, first)->penalty = BUILDER_PARTED;
    keep = alone && item->prev == NULL;
  }
}

void
builder_list(Builder *builder, const DocNode *node)
{
  BuilderSaved saved;
  g_autofree char *classes =
      g_strjoin(node->class_name != NULL ? " " : "",
                node->class_name != NULL ? node->class_name : "",
                node->as.list.tight ? "tight" : "loose", NULL);

  builder_anchor(builder, node->id);
  builder_enter(builder, &saved, node->as.list.ordered ? "ol" : "ul", classes,
                ROLE_L);
  flow_node(builder->flow, builder->node)->numbering = numbering(builder, node);
  if (builder->style->list_style == STYLE_LIST_RUN_IN)
    set_run_in(builder, node);
  else if (builder->style->list_style != STYLE_LIST_COLUMNS ||
           !list_columns_set(builder, node))
    set_items(builder, node);
  builder_leave(builder, &saved);
  builder->first = true;
}
