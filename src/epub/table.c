/* epub/table.c -- tables as XHTML: plain, with heads that say what they head.
 */
/* SPDX-License-Identifier: MIT */

#include "epub/writer.h"

enum {
  LONG_WORD = 8,   /* characters */
  WIDE_COLUMNS = 4 /* that do not fit a phone at 200 % as they are */
};

static const char *
align_class(DocAlign align)
{
  switch (align) {
  case DOC_ALIGN_NONE:
  case DOC_ALIGN_LEFT:
    return NULL;
  case DOC_ALIGN_CENTER:
    return "center";
  case DOC_ALIGN_RIGHT:
    return "right";
  }
  g_return_val_if_reached(NULL);
}

static void
write_span(EpubWriter *writer, const char *name, unsigned count)
{
  g_autofree char *value = NULL;

  if (count <= 1)
    return;
  value = g_strdup_printf("%u", count);
  epub_xml_attribute(writer->xml, name, value);
}

/* An empty corner heads nothing, so it is no th. */
static bool
is_head(const DocNode *cell)
{
  return cell->first != NULL &&
         (cell->as.cell.header || cell->parent->as.header);
}

/* In a list a row's first cell is its name, and the others are lines that
 * begin with the head of their column. */
static void
write_cell_attributes(EpubWriter *writer, const DocNode *cell)
{
  const char *align = align_class(cell->as.cell.align);
  const char *part = cell->prev == NULL ? "row-name" : "row-value";
  g_autofree char *label = NULL;
  g_autofree char *classes = NULL;

  if (!writer->listed || cell->parent->as.header) {
    epub_writer_attributes(writer, cell, align);
    return;
  }
  label = cell->prev != NULL ? epub_table_label(cell) : NULL;
  if (cell->prev != NULL && label == NULL)
    part = "row-more";
  classes = g_strjoin(" ", part, align, NULL);
  epub_writer_attributes(writer, cell, classes);
  epub_xml_attribute(writer->xml, "data-label", label);
}

static void
write_cell(EpubWriter *writer, const DocNode *cell)
{
  bool head = is_head(cell);

  epub_xml_open(writer->xml, head ? "th" : "td");
  write_cell_attributes(writer, cell);
  if (head)
    epub_xml_attribute(writer->xml, "scope",
                       cell->parent->as.header ? "col" : "row");
  write_span(writer, "colspan", cell->as.cell.columns);
  write_span(writer, "rowspan", cell->as.cell.rows);
  if (cell->prev == NULL)
    epub_writer_pages(writer, cell->parent, "span");
  epub_writer_pages(writer, cell, "span");
  epub_inline_write_children(writer, cell);
  epub_xml_close(writer->xml);
}

static void
write_row(EpubWriter *writer, const DocNode *row)
{
  epub_xml_open(writer->xml, "tr");
  epub_writer_attributes(writer, row, NULL);
  for (const DocNode *cell = row->first; cell != NULL; cell = cell->next)
    write_cell(writer, cell);
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
}

/* The rows from `row` on that are head rows, or that are not; gives the first
 * of the others. */
static const DocNode *
write_rows(EpubWriter *writer, const DocNode *row, const char *group, bool head)
{
  if (row == NULL || row->as.header != head)
    return row;
  epub_xml_open(writer->xml, group);
  epub_xml_line(writer->xml);
  for (; row != NULL && (row->as.header || !head); row = row->next)
    write_row(writer, row);
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
  return row;
}

/* One that tells nowhere what a row or a column is about only puts things side
 * by side; it is read row by row. */
static bool
has_heads(const DocNode *table)
{
  for (const DocNode *row = table->first; row != NULL; row = row->next)
    for (const DocNode *cell = row->first; cell != NULL; cell = cell->next)
      if (is_head(cell))
        return true;
  return false;
}

static bool
has_long_word(const DocNode *cell)
{
  g_autofree char *text = doc_node_plain_text(cell);
  g_auto(GStrv) words = g_strsplit_set(text, " -/\n", -1);

  for (char **word = words; *word != NULL; word++)
    if (g_utf8_strlen(*word, -1) >= LONG_WORD)
      return true;
  return false;
}

static bool
has_names(const DocNode *table)
{
  for (const DocNode *row = table->first; row != NULL; row = row->next)
    if (row->first != NULL && row->first->next != NULL &&
        has_long_word(row->first))
      return true;
  return false;
}

static bool
is_wide(const DocNode *table)
{
  unsigned columns = 0;

  if (table->first == NULL)
    return false;
  for (const DocNode *cell = table->first->first; cell != NULL;
       cell = cell->next)
    columns += cell->as.cell.columns;
  return columns >= WIDE_COLUMNS;
}

/* The style sheet keeps room for a first column of long words, or one of many:
 * readers share the room by the whole text, and would break its words beside
 * long columns. */
static void
write_columns(EpubWriter *writer, const DocNode *node)
{
  if (!is_wide(node) && !has_names(node))
    return;
  epub_xml_open(writer->xml, "colgroup");
  epub_xml_open(writer->xml, "col");
  epub_xml_attribute(writer->xml, "class", "names");
  epub_xml_close_empty(writer->xml);
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
}

/* A page that begins with the heads is marked before the table, for a list
 * hides them. */
static void
write_pages_of_head(EpubWriter *writer, const DocNode *node)
{
  epub_writer_pages(writer, node, "div");
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    write_pages_of_head(writer, child);
}

void
epub_table_write(EpubWriter *writer, const DocNode *node)
{
  const DocNode *row = node->first;
  const char *wide = is_wide(node) ? "wide" : NULL;

  writer->listed = epub_table_is_list(writer, node);
  epub_writer_pages(writer, node, "div");
  if (writer->listed)
    write_pages_of_head(writer, row);
  epub_xml_open(writer->xml, "table");
  epub_writer_attributes(writer, node, writer->listed ? "wide as-list" : wide);
  if (!has_heads(node))
    epub_xml_attribute(writer->xml, "role", "presentation");
  else if (writer->caption != NULL)
    epub_xml_attribute(writer->xml, "aria-labelledby", writer->caption->anchor);
  epub_xml_line(writer->xml);
  write_columns(writer, node);
  writer->unmarked = writer->listed;
  row = write_rows(writer, row, "thead", true);
  writer->unmarked = false;
  write_rows(writer, row, "tbody", false);
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
}
