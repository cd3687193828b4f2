/* epub/table_list.c -- which tables a narrow screen may show as a list. */
/* SPDX-License-Identifier: MIT */

#include "epub/writer.h"

/* It is the same table, shown otherwise by the style sheet: each row's first
 * cell as a name, each other cell as a line "column: cell".  So no word stands
 * twice, no mark of a page is hidden, and a reader without the rules for narrow
 * screens, or without any style sheet, has the table. */

enum {
  LIST_COLUMNS = 4 /* fewer fit a phone as they are */
};

static unsigned
count_cells(const DocNode *row)
{
  unsigned count = 0;

  for (const DocNode *cell = row->first; cell != NULL; cell = cell->next)
    count++;
  return count;
}

/* No cell reaches over others: a list has no place for them. */
static bool
is_plain_row(const DocNode *row, unsigned columns)
{
  for (const DocNode *cell = row->first; cell != NULL; cell = cell->next)
    if (cell->as.cell.columns > 1 || cell->as.cell.rows > 1)
      return false;
  return count_cells(row) == columns;
}

/* The page that begins here begins with the table's first word. */
static bool
begins_pages_first(const EpubWriter *writer, const DocNode *node, bool first)
{
  const GArray *pages = g_hash_table_lookup(writer->plan->pages_at, node);

  for (guint i = 0; pages != NULL && i < pages->len; i++) {
    unsigned page = g_array_index(pages, unsigned, i);
    const PageMapEntry *entry = &g_array_index(
        writer->plan->options->pages->entries, PageMapEntry, page);
    if (!first || (entry->node == node && entry->offset > 0))
      return false;
  }
  return true;
}

/* Words alone: what is said before each cell can be no link, and what others
 * lead to must not be hidden. */
static bool
is_plain_head(const EpubWriter *writer, const DocNode *node, bool first)
{
  if (node->id != NULL || node->kind == DOC_LINK || node->kind == DOC_IMAGE ||
      node->kind == DOC_PAGE_REF || node->kind == DOC_NOTE_REF ||
      !begins_pages_first(writer, node, first))
    return false;
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    if (!is_plain_head(writer, child, first))
      return false;
    first = first && child->kind == DOC_CELL && child->first == NULL;
  }
  return true;
}

bool
epub_table_is_list(const EpubWriter *writer, const DocNode *table)
{
  const DocNode *head = table->first;
  unsigned columns = head != NULL ? count_cells(head) : 0;

  if (columns < LIST_COLUMNS || !head->as.header ||
      !is_plain_head(writer, head, true))
    return false;
  for (const DocNode *row = head; row != NULL; row = row->next)
    if (!is_plain_row(row, columns) || (row != head && row->as.header))
      return false;
  return head->next != NULL;
}

char *
epub_table_label(const DocNode *cell)
{
  const DocNode *head = cell->parent->parent->first->first;
  char *label;

  for (const DocNode *before = cell->prev; before != NULL;
       before = before->prev)
    head = head->next;
  label = g_strstrip(doc_node_plain_text(head));
  if (*label != '\0')
    return label;
  g_free(label);
  return NULL;
}
