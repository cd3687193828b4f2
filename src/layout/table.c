/* layout/table.c -- tables: columns measured, rows kept whole. */
/* SPDX-License-Identifier: MIT */

#include "base/unit.h"
#include "layout/builder.h"
#include "layout/line.h"
#include "layout/table_columns.h"
#include "layout/table_grid.h"

typedef struct {
  const DocNode *cell;
  unsigned column;
  Paragraph *paragraph;
  const Style *style;
  StyleElement element;
  char *classes;
  double narrowest; /* pt, its longest word with the padding */
  int node;
} Cell;

typedef struct {
  const DocNode *row;
  int node;
  GArray *cells; /* of Cell */
  GArray *nodes; /* of int: of the cells, and of holes in the grid, in order */
} Row;

typedef struct {
  Builder *builder;
  TableColumns *columns;
  TableGrid *grid;
  unsigned column_count;
  GArray *rows; /* of Row */
  StyleElement row_element;
  const Style *row_style;
} Table;

static void
cell_clear(gpointer data)
{
  Cell *cell = data;

  paragraph_free(cell->paragraph);
  g_free(cell->classes);
}

static void
row_clear(gpointer data)
{
  Row *row = data;

  g_array_unref(row->cells);
  g_array_unref(row->nodes);
}

/* Nodes TH and TD in their row, in order, empty cells too. */
static void
name_cell(Table *table, Cell *cell, int row)
{
  Flow *flow = table->builder->flow;
  bool head = cell->cell->as.cell.header || cell->cell->parent->as.header;
  LayoutNode *node;

  cell->node = flow_node_new(flow, row, head ? ROLE_TH : ROLE_TD);
  node = flow_node(flow, cell->node);
  node->columns = cell->cell->as.cell.columns;
  node->rows = table_grid_rows(cell->cell);
  if (head)
    node->scope = cell->cell->parent->as.header ? "Column" : "Row";
}

/* A sheet may let the last column end where the table ends.  (transfer full) */
static char *
classes_of(const Table *table, const Cell *cell)
{
  unsigned end = cell->column + MAX(cell->cell->as.cell.columns, 1);
  const char *own = cell->cell->class_name;

  if (end < table->column_count)
    return g_strdup(own);
  return own != NULL ? g_strconcat(own, " last", NULL) : g_strdup("last");
}

static void
shape_cell(Table *table, Cell *cell)
{
  Builder *builder = table->builder;
  bool head = cell->cell->as.cell.header || cell->cell->parent->as.header;

  cell->classes = classes_of(table, cell);
  cell->element =
      (StyleElement){ &table->row_element, head ? "th" : "td", cell->classes };
  cell->style = style_sheet_resolve(builder->context->sheet, &cell->element,
                                    table->row_style);
  cell->paragraph = paragraph_new(
      cell->style, builder_lang(builder, cell->cell), builder->rtl);
  builder_inlines(builder, cell->paragraph, cell->cell, &cell->element,
                  cell->style, cell->node);
  builder_shape(builder, cell->paragraph);
}

static void
fill_holes(Table *table, Row *row, unsigned from, unsigned to)
{
  unsigned holes = table_grid_holes(table->grid, from, to);

  for (unsigned i = 0; i < holes; i++) {
    int node = flow_node_new(table->builder->flow, row->node, ROLE_TD);
    g_array_append_val(row->nodes, node);
  }
}

/* The cells of one row, shaped, their nodes made below the row's. */
static void
make_cells(Table *table, Row *row)
{
  unsigned column = 0;

  row->cells = g_array_new(FALSE, TRUE, sizeof(Cell));
  row->nodes = g_array_new(FALSE, TRUE, sizeof(int));
  g_array_set_clear_func(row->cells, cell_clear);
  table->row_element = (StyleElement){ table->builder->element, "tr",
                                       row->row->as.header ? "head" : NULL };
  table->row_style =
      style_sheet_resolve(table->builder->context->sheet, &table->row_element,
                          table->builder->style);
  for (const DocNode *cell = row->row->first; cell != NULL; cell = cell->next) {
    Cell made = { .cell = cell,
                  .column = table_grid_place(table->grid, column, cell) };
    fill_holes(table, row, column, made.column);
    name_cell(table, &made, row->node);
    g_array_append_val(row->nodes, made.node);
    shape_cell(table, &made);
    g_array_append_val(row->cells, made);
    column = made.column + MAX(cell->as.cell.columns, 1);
  }
  fill_holes(table, row, column, table->column_count);
  table_grid_end_row(table->grid);
}

static double
padding_across(const Style *style)
{
  return style->padding[STYLE_LEFT] + style->padding[STYLE_RIGHT];
}

static void
measure_row(Table *table, const Row *row)
{
  for (unsigned i = 0; i < row->cells->len; i++) {
    Cell *cell = &g_array_index(row->cells, Cell, i);
    double widest, across = padding_across(cell->style);

    paragraph_widths(cell->paragraph, &cell->narrowest, &widest);
    cell->narrowest += across;
    table_columns_add(table->columns, cell->column, cell->cell->as.cell.columns,
                      cell->narrowest, widest + across);
  }
}

/* All rows with their structure: head rows below THead, the others below
 * TBody. */
static void
make_rows(Table *table, const DocNode *node)
{
  Flow *flow = table->builder->flow;
  int parent = table->builder->node, group = -1;
  bool head = false;

  for (const DocNode *at = node->first; at != NULL; at = at->next) {
    Row row = { .row = at };

    if (group < 0 || head != at->as.header) {
      head = at->as.header;
      group = flow_node_new(flow, parent, head ? ROLE_THEAD : ROLE_TBODY);
    }
    row.node = flow_node_new(flow, group, ROLE_TR);
    make_cells(table, &row);
    measure_row(table, &row);
    g_array_append_val(table->rows, row);
  }
}

static StyleAlign
align_of(const Cell *cell)
{
  switch (cell->cell->as.cell.align) {
  case DOC_ALIGN_NONE:
    return cell->style->text_align;
  case DOC_ALIGN_LEFT:
    return STYLE_ALIGN_START;
  case DOC_ALIGN_CENTER:
    return STYLE_ALIGN_CENTER;
  case DOC_ALIGN_RIGHT:
    return STYLE_ALIGN_END;
  }
  g_return_val_if_reached(STYLE_ALIGN_START);
}

/* Where the longest word has room, no word of the cell is divided. */
static void
keep_words(const Cell *cell, double width)
{
  GArray *breaks = cell->paragraph->breaks;
  guint kept = 0;

  if (cell->narrowest > width + UNIT_EPSILON)
    return;
  for (guint i = 0; i < breaks->len; i++) {
    Break one = g_array_index(breaks, Break, i);
    if (one.kind != BREAK_HYPHEN && one.kind != BREAK_CODE)
      g_array_index(breaks, Break, kept++) = one;
  }
  g_array_set_size(breaks, kept);
}

/* Sets one cell into the newest slice; returns its height. */
static double
set_cell(Table *table, const Cell *cell)
{
  Builder *builder = table->builder;
  const Style *style = cell->style;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  double left = table_columns_left(table->columns, cell->column);
  double width = table_columns_width(table->columns, cell->column,
                                     cell->cell->as.cell.columns);
  LineMeasure measure = { .measure = MAX(width - padding_across(style), 1) };
  LinePlace place = { .measure = &measure, .align = align_of(cell) };
  double above =
      shaper_baseline(builder->context->shaper, style, cell->paragraph->lang);
  double y = style->padding[STYLE_TOP];

  if (builder->rtl)
    left = table_columns_total(table->columns) - left - width;
  place.x = builder->x + left +
            style->padding[builder->rtl ? STYLE_RIGHT : STYLE_LEFT];
  keep_words(cell, width);
  if (!paragraph_is_empty(cell->paragraph))
    line_break(cell->paragraph, &measure, lines);
  for (unsigned i = 0; i < lines->len; i++) {
    const LineChoice *choice = &g_array_index(lines, LineChoice, i);
    double picture = line_image_height(cell->paragraph, choice);

    y += MAX(0, picture - above);
    place.baseline = y + above;
    line_make(builder->flow, cell->paragraph, builder->context->shaper, choice,
              &place);
    y += style->line_height;
  }
  return y + style->padding[STYLE_BOTTOM];
}

static void
add_rules(Table *table, const GArray *cells, double height)
{
  if (cells->len == 0)
    return;
  const Style *style = g_array_index(cells, Cell, 0).style;
  const StyleBorder *top = &style->border[STYLE_TOP];
  const StyleBorder *bottom = &style->border[STYLE_BOTTOM];
  double width = table_columns_total(table->columns);

  if (top->kind != STYLE_BORDER_NONE)
    builder_rule(table->builder, table->builder->x, -top->width / 2, width,
                 top->width, top->color);
  if (bottom->kind != STYLE_BORDER_NONE)
    builder_rule(table->builder, table->builder->x, height - bottom->width / 2,
                 width, bottom->width, bottom->color);
}

/* Cells join the structure with their row, empty ones too, so that every row
 * has all its columns; notes in them are the row's. */
static void
join_cells(Builder *builder, const Row *row)
{
  for (unsigned i = 0; i < row->nodes->len; i++)
    g_array_append_val(builder->flow->joins, g_array_index(row->nodes, int, i));
  for (unsigned i = 0; i < row->cells->len; i++) {
    const Cell *cell = &g_array_index(row->cells, Cell, i);

    builder_note_refs(builder, cell->paragraph, 0,
                      (guint32)cell->paragraph->text->len);
  }
}

static const DocNode *
first_text(const DocNode *node)
{
  if (doc_kind_has_text(node->kind))
    return node;
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    const DocNode *found = first_text(child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The table's upper border is drawn with its first row, so that it stands
 * above a repeated head, too. */
static void
add_top(Table *table, const Row *row)
{
  Builder *builder = table->builder;
  const StyleBorder *top = &builder->style->border[STYLE_TOP];

  if (row == &g_array_index(table->rows, Row, 0) &&
      top->kind == STYLE_BORDER_SOLID)
    builder_rule(builder, builder->x, 0, table_columns_total(table->columns),
                 top->width, top->color);
}

static void
set_row(Table *table, const Row *row)
{
  Builder *builder = table->builder;
  guint32 at = builder->slices->len;
  double height = 0;

  for (unsigned i = 0; i < row->cells->len; i++) {
    const Paragraph *text = g_array_index(row->cells, Cell, i).paragraph;
    builder_anchors(builder, text, 0, (guint32)text->text->len);
  }
  builder_slice(builder, 0);
  for (unsigned i = 0; i < row->cells->len; i++) {
    double cell = set_cell(table, &g_array_index(row->cells, Cell, i));
    height = MAX(height, cell);
  }
  add_top(table, row);
  add_rules(table, row->cells, height);
  join_cells(builder, row);
  flow_slice(builder->slices, at)->height = height;
  flow_slice(builder->slices, at)->source = first_text(row->row);
  builder_close(builder);
}

/* The head, all its rows, is repeated on every page that the table reaches; no
 * row stands alone at the top of a page, and none under the head at its foot
 * where that can be helped. */
static void
set_rows(Table *table)
{
  Builder *builder = table->builder;
  guint32 first = builder->slices->len;
  FlowRange outer = builder->repeat;
  unsigned body = 0;

  for (unsigned i = 0; i < table->rows->len; i++) {
    const Row *row = &g_array_index(table->rows, Row, i);
    bool head = row->row->as.header;
    FlowSlice *set;

    set_row(table, row);
    set = flow_slice(builder->slices, first + i);
    if (head && body == 0)
      builder->repeat = (FlowRange){ first, i + 1 };
    else if (body++ == 1)
      set->penalty = BUILDER_PARTED;
    builder->before =
        head || i == 0 ? FLOW_BREAK_FORBIDDEN : FLOW_BREAK_ALLOWED;
  }
  builder->before = FLOW_BREAK_ALLOWED;
  builder->repeat = outer;
  if (builder->slices->len > first + 2)
    flow_slice(builder->slices, builder->slices->len - 1)->before =
        FLOW_BREAK_FORBIDDEN;
}

/* The last frame is the table's; its upper border stands there already. */
static void
drop_top(Builder *builder, guint frames)
{
  GArray *all = builder->flow->frames;

  if (all->len > frames)
    g_array_index(all, FlowFrame, all->len - 1).border[STYLE_TOP].kind =
        STYLE_BORDER_NONE;
}

/* NULL, its own, and "captioned" under a caption.  (transfer full) */
static char *
table_classes(const DocNode *node)
{
  const char *own = node->class_name;

  if (node->prev == NULL || !doc_node_has_class(node->prev, "table-caption"))
    return g_strdup(own);
  return own != NULL ? g_strconcat(own, " captioned", NULL)
                     : g_strdup("captioned");
}

void
builder_table(Builder *builder, const DocNode *node)
{
  g_autofree char *classes = table_classes(node);
  BuilderSaved saved;
  Table table = { .builder = builder };
  guint frames = builder->flow->frames->len;
  bool solid;

  builder_anchor(builder, node->id);
  builder_enter(builder, &saved, "table", classes, ROLE_TABLE);
  table.column_count = table_grid_columns(node);
  table.columns = table_columns_new(table.column_count);
  table.grid = table_grid_new();
  table.rows = g_array_new(FALSE, FALSE, sizeof(Row));
  g_array_set_clear_func(table.rows, row_clear);
  make_rows(&table, node);
  table_columns_fit(table.columns, builder->width);
  set_rows(&table);
  g_array_unref(table.rows);
  table_columns_free(table.columns);
  table_grid_free(table.grid);
  solid = builder->style->border[STYLE_TOP].kind == STYLE_BORDER_SOLID;
  builder_leave(builder, &saved);
  if (solid)
    drop_top(builder, frames);
}
