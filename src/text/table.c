/* text/table.c -- tables as plain text: a row is a paragraph, each cell a line
 * behind the head of its column. */
/* SPDX-License-Identifier: MIT */

#include "text/writer.h"

static const DocNode *
head_row(const DocNode *table)
{
  return table->first != NULL && table->first->as.header ? table->first : NULL;
}

/* The head above column `column`, or NULL. */
static const DocNode *
head_of(const DocNode *head, unsigned column)
{
  unsigned at = 0;

  for (const DocNode *cell = head != NULL ? head->first : NULL; cell != NULL;
       cell = cell->next) {
    at += cell->as.cell.columns;
    if (column < at)
      return cell;
  }
  return NULL;
}

static void
write_cell(TextWriter *writer, const DocNode *cell, const DocNode *head)
{
  g_autofree char *label =
      head != NULL ? doc_node_plain_text(head) : g_strdup("");

  if (cell->prev == NULL)
    text_writer_pages(writer, cell->parent, 0, G_MAXSIZE);
  text_writer_pages(writer, cell, 0, G_MAXSIZE);
  g_strstrip(label);
  /* An empty cell below a head is room to write in. */
  if (cell->first == NULL && *label == '\0')
    return;
  if (*label != '\0')
    g_string_append_printf(writer->lines->words, "%s: ", label);
  text_inline_write_children(writer, cell);
  writer->lines->tight = cell->prev != NULL;
  text_lines_flush(writer->lines);
}

static void
write_row(TextWriter *writer, const DocNode *row, const DocNode *head)
{
  unsigned column = 0;

  for (const DocNode *cell = row->first; cell != NULL; cell = cell->next) {
    write_cell(writer, cell, head_of(head, column));
    column += cell->as.cell.columns;
  }
}

/* Pages that begin in the head are said before the first row. */
static void
write_head_pages(TextWriter *writer, const DocNode *node)
{
  text_writer_pages(writer, node, 0, G_MAXSIZE);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    write_head_pages(writer, child);
}

void
text_table_write(TextWriter *writer, const DocNode *node)
{
  const DocNode *head = head_row(node);

  text_writer_pages(writer, node, 0, G_MAXSIZE);
  if (head != NULL)
    write_head_pages(writer, head);
  for (const DocNode *row = node->first; row != NULL; row = row->next)
    if (row != head)
      write_row(writer, row, head);
  text_lines_flush(writer->lines); /* pages of a table of heads alone */
}
