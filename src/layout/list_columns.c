/* layout/list_columns.c -- a list whose items stand beside each other. */
/* SPDX-License-Identifier: MIT */

#include "layout/list_columns.h"

#include "layout/line.h"
#include "layout/table_columns.h"

#define GAP          1.2 /* em, between columns */
#define NARROWEST    5.0 /* em, of a column */
#define SPACE_NUMBER 0.1 /* em, under a number */

typedef struct {
  Paragraph *number;
  Paragraph *text;
} Column;

typedef struct {
  Builder *builder;
  GArray *columns;      /* of Column */
  double gap;           /* pt, between them */
  TableColumns *widths; /* each with the gap behind it */
} Columns;

static void
column_clear(gpointer data)
{
  Column *column = data;

  paragraph_free(column->number);
  paragraph_free(column->text);
}

static bool
is_one_paragraph(const DocNode *item)
{
  return item->first != NULL && item->first->kind == DOC_PARAGRAPH &&
         item->first->next == NULL;
}

/* False: this is no list for columns. */
static bool
is_for_columns(const Builder *builder, const DocNode *list)
{
  double em = builder->style->font_size;
  unsigned count = 0;

  for (const DocNode *item = list->first; item != NULL; item = item->next) {
    if (!is_one_paragraph(item))
      return false;
    count++;
  }
  return count > 0 && builder->width >= count * (NARROWEST + GAP) * em;
}

/* What says more is wider, so that all are about as high. */
static void
share_width(Columns *columns)
{
  columns->widths = table_columns_new(columns->columns->len);
  for (guint i = 0; i < columns->columns->len; i++) {
    const Column *column = &g_array_index(columns->columns, Column, i);
    double narrowest, widest;

    paragraph_widths(column->text, &narrowest, &widest);
    table_columns_add(columns->widths, i, 1, narrowest + columns->gap,
                      widest + columns->gap);
  }
  table_columns_fit(columns->widths, columns->builder->width + columns->gap);
}

static void
make_column(Columns *columns, const DocNode *item, unsigned number)
{
  Builder *builder = columns->builder;
  StyleSheet *sheet = builder->context->sheet;
  StyleElement li = { builder->element, "li", item->class_name };
  const Style *style = style_sheet_resolve(sheet, &li, builder->style);
  StyleElement marker = { &li, "marker", NULL };
  const Style *big = style_sheet_resolve(sheet, &marker, style);
  const char *lang = builder_lang(builder, item);
  int node = flow_node_new(builder->flow, builder->node, ROLE_LI);
  int label = flow_node_new(builder->flow, node, ROLE_LBL);
  int body = flow_node_new(builder->flow, node, ROLE_LBODY);
  g_autofree char *said = g_strdup_printf("%u", number);
  Column made = { paragraph_new(big, lang, builder->rtl),
                  paragraph_new(style, lang, builder->rtl) };

  builder_anchor(builder, item->id);
  builder_text(builder, made.number, said, big, label);
  builder_inlines(builder, made.text, item->first, &li, style, body);
  builder_shape(builder, made.number);
  builder_shape(builder, made.text);
  builder_anchors(builder, made.text, 0, (guint32)made.text->text->len);
  g_array_append_val(columns->columns, made);
}

/* Sets it into the newest slice, from `y` on.  Returns where it ends. */
static double
set_text(const Columns *columns, const Paragraph *paragraph, double width,
         double x, double y)
{
  Builder *builder = columns->builder;
  const Style *style = paragraph->style;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure room = { .measure = width };
  LinePlace place = { .x = x, .measure = &room, .align = STYLE_ALIGN_START };
  double above;

  if (paragraph_is_empty(paragraph))
    return y;
  above = shaper_baseline(builder->context->shaper, style, paragraph->lang);
  line_break(paragraph, &room, lines);
  for (guint i = 0; i < lines->len; i++) {
    place.baseline = y + above;
    line_make(builder->flow, paragraph, builder->context->shaper,
              &g_array_index(lines, LineChoice, i), &place);
    y += style->line_height;
  }
  return y;
}

static double
set_column(const Columns *columns, guint index)
{
  Builder *builder = columns->builder;
  const Column *column = &g_array_index(columns->columns, Column, index);
  double width = table_columns_width(columns->widths, index, 1) - columns->gap;
  double x = table_columns_left(columns->widths, index), y;

  if (builder->rtl)
    x = builder->width - width - x;
  x += builder->x;
  y = set_text(columns, column->number, width, x, 0);
  return set_text(columns, column->text, width, x,
                  y + SPACE_NUMBER * builder->style->font_size);
}

static const DocNode *
first_text(const DocNode *node)
{
  while (node != NULL && !doc_kind_has_text(node->kind))
    node = node->first;
  return node;
}

bool
list_columns_set(Builder *builder, const DocNode *list)
{
  g_autoptr(GArray) made = g_array_new(FALSE, TRUE, sizeof(Column));
  Columns columns = { .builder = builder,
                      .columns = made,
                      .gap = GAP * builder->style->font_size };
  unsigned number = list->as.list.start;
  guint32 at = builder->slices->len;
  double height = 0;

  g_array_set_clear_func(made, column_clear);
  if (!is_for_columns(builder, list))
    return false;
  for (const DocNode *item = list->first; item != NULL; item = item->next)
    make_column(&columns, item, number++);
  share_width(&columns);
  builder_slice(builder, 0)->source = first_text(list);
  for (guint i = 0; i < made->len; i++) {
    const Paragraph *text = g_array_index(made, Column, i).text;
    double end = set_column(&columns, i);

    height = MAX(height, end);
    builder_note_refs(builder, text, 0, (guint32)text->text->len);
  }
  flow_slice(builder->slices, at)->height = height;
  builder_close(builder);
  table_columns_free(columns.widths);
  return true;
}
