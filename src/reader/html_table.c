/* reader/html_table.c -- rows and cells of an HTML table. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_node.h"

#include <string.h>

static DocAlign
read_align(const xmlNode *node)
{
  g_autofree char *value = html_node_attribute(node, "align");

  if (g_strcmp0(value, "left") == 0)
    return DOC_ALIGN_LEFT;
  if (g_strcmp0(value, "center") == 0)
    return DOC_ALIGN_CENTER;
  if (g_strcmp0(value, "right") == 0)
    return DOC_ALIGN_RIGHT;
  return DOC_ALIGN_NONE;
}

static bool
is_cell(const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE &&
         (strcmp((const char *)node->name, "td") == 0 ||
          strcmp((const char *)node->name, "th") == 0);
}

static void
read_cell(HtmlReader *html, DocNode *row, xmlNode *node)
{
  DocNode *cell = reader_context_add(html->context, row, DOC_CELL,
                                     html_node_pos(html, node));

  cell->as.cell.header = strcmp((const char *)node->name, "th") == 0;
  cell->as.cell.columns = html_node_number(node, "colspan", 1);
  cell->as.cell.rows = html_node_number(node, "rowspan", 1);
  cell->as.cell.align = read_align(node);
  html_node_apply(html, cell, node);
  html_inline_read_whole(html, cell, node->children);
}

/* What stands between cells, or between rows, gets a cell of its own. */
static void
read_stray(HtmlReader *html, DocNode *row, xmlNode *node)
{
  DocNode *cell = reader_context_add(html->context, row, DOC_CELL,
                                     html_node_pos(html, node));
  xmlNode *after = node->next;

  node->next = NULL; /* for this reading, it stands alone */
  html_inline_read_whole(html, cell, node);
  node->next = after;
  if (cell->first == NULL)
    doc_node_unlink(cell);
}

/* A row is a head if it says so, or if it is the first and has only header
 * cells. */
static bool
is_header(const DocNode *row, bool head)
{
  if (head)
    return true;
  if (row->prev != NULL || row->first == row->last)
    return false;
  for (const DocNode *cell = row->first; cell != NULL; cell = cell->next)
    if (!cell->as.cell.header)
      return false;
  return true;
}

static void
read_row(HtmlReader *html, DocNode *table, xmlNode *node, bool head)
{
  DocNode *row = reader_context_add(html->context, table, DOC_ROW,
                                    html_node_pos(html, node));

  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (is_cell(child))
      read_cell(html, row, child);
    else
      read_stray(html, row, child);
  }
  if (row->first == NULL)
    doc_node_unlink(row);
  else
    row->as.header = is_header(row, head);
}

static void
read_stray_row(HtmlReader *html, DocNode *table, xmlNode *node)
{
  DocNode *row = reader_context_add(html->context, table, DOC_ROW,
                                    html_node_pos(html, node));

  read_stray(html, row, node);
  if (row->first == NULL)
    doc_node_unlink(row);
}

static void
read_rows(HtmlReader *html, DocNode *table, xmlNode *first, bool head)
{
  for (xmlNode *node = first; node != NULL; node = node->next) {
    const HtmlElement *element =
        node->type == XML_ELEMENT_NODE
            ? html_element_find((const char *)node->name)
            : NULL;

    if (element != NULL && element->role == HTML_ROLE_ROWS)
      read_rows(html, table, node->children,
                strcmp((const char *)node->name, "thead") == 0);
    else if (element != NULL && element->role == HTML_ROLE_ROW)
      read_row(html, table, node, head);
    else if (element == NULL || element->role != HTML_ROLE_TABLE_CAPTION)
      read_stray_row(html, table, node);
  }
}

/* A caption stands above its table. */
static void
read_caption(HtmlReader *html, DocNode *parent, xmlNode *table)
{
  for (xmlNode *node = table->children; node != NULL; node = node->next) {
    DocNode *paragraph;

    if (node->type != XML_ELEMENT_NODE ||
        strcmp((const char *)node->name, "caption") != 0)
      continue;
    paragraph = reader_context_add(html->context, parent, DOC_PARAGRAPH,
                                   html_node_pos(html, node));
    doc_node_add_class(html->context->doc, paragraph, "table-caption");
    html_inline_read_whole(html, paragraph, node->children);
  }
}

void
html_table_read(HtmlReader *html, DocNode *parent, xmlNode *table)
{
  DocNode *made;

  read_caption(html, parent, table);
  made = reader_context_add(html->context, parent, DOC_TABLE,
                            html_node_pos(html, table));
  html_node_apply(html, made, table);
  read_rows(html, made, table->children, false);
  if (made->first == NULL)
    doc_node_unlink(made);
}
