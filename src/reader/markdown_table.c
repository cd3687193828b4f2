/* reader/markdown_table.c -- Markdown tables. */
/* SPDX-License-Identifier: MIT */

#include "reader/markdown.h"

#include <string.h>

static DocAlign
align_of(unsigned char letter)
{
  if (letter == 'l')
    return DOC_ALIGN_LEFT;
  if (letter == 'c')
    return DOC_ALIGN_CENTER;
  if (letter == 'r')
    return DOC_ALIGN_RIGHT;
  return DOC_ALIGN_NONE;
}

static unsigned
count_cells(const char *line, gsize length)
{
  unsigned bars = 0;

  while (length > 0 && (g_ascii_isspace(*line) || *line == '>')) {
    line++;
    length--;
  }
  while (length > 0 && g_ascii_isspace(line[length - 1]))
    length--;
  for (gsize i = 0; i < length; i++) {
    if (line[i] == '\\')
      i++;
    else if (line[i] == '|' && i > 0 && i + 1 < length)
      bars++;
  }
  return bars + 1;
}

/* The parser drops cells beyond the last column without a word. */
static void
check_cells(Markdown *markdown, const DocNode *row, cmark_node *from,
            unsigned columns)
{
  gsize length;
  const char *line = markdown_line(markdown, from, &length);

  if (line == NULL || count_cells(line, length) <= columns)
    return;
  diag_report(markdown->context.diag, DIAG_CONTENT,
              reader_context_pos(&markdown->context, row->pos), "table-cells",
              "this row has more cells than the table has columns (%u), the "
              "rest is lost; write \\| for a bar within a cell",
              columns);
}

static void
read_row(Markdown *markdown, DocNode *table, cmark_node *from,
         const unsigned char *aligns, unsigned columns)
{
  ReaderContext *context = &markdown->context;
  DocNode *row = reader_context_add(context, table, DOC_ROW,
                                    markdown_pos(markdown, from, table));
  unsigned column = 0;

  row->as.header =
      strcmp(cmark_node_get_type_string(from), "table_header") == 0;
  check_cells(markdown, row, from, columns);
  for (cmark_node *node = cmark_node_first_child(from); node != NULL;
       node = cmark_node_next(node), column++) {
    DocNode *cell = reader_context_add(context, row, DOC_CELL,
                                       markdown_pos(markdown, node, row));
    cell->as.cell.header = row->as.header;
    if (column < columns && aligns != NULL)
      cell->as.cell.align = align_of(aligns[column]);
    markdown_inlines_read(markdown, cell, node);
  }
}

void
markdown_table_read(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  const unsigned char *aligns = cmark_gfm_extensions_get_table_alignments(from);
  unsigned columns = cmark_gfm_extensions_get_table_columns(from);
  DocNode *table = reader_context_add(&markdown->context, parent, DOC_TABLE,
                                      markdown_pos(markdown, from, parent));

  for (cmark_node *row = cmark_node_first_child(from); row != NULL;
       row = cmark_node_next(row))
    read_row(markdown, table, row, aligns, columns);
}
