/* pdf/audit_table.c -- tables are grids, and every head says what it heads
 * (PDF/UA-1, 7.5). */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit_rule.h"

typedef struct {
  GArray *below; /* of unsigned, a column: rows that a cell still covers */
  unsigned columns;
  unsigned rows;
  bool uneven;
  bool spilled;    /* cells above each other */
  GHashTable *ids; /* of the heads */
} Grid;

static unsigned
below_at(const Grid *grid, unsigned column)
{
  return column < grid->below->len
             ? g_array_index(grid->below, unsigned, column)
             : 0;
}

static void
cover(Grid *grid, unsigned column, const PdfPart *cell)
{
  if (column + cell->columns > grid->below->len)
    g_array_set_size(grid->below, column + cell->columns);
  for (unsigned i = 0; i < cell->columns; i++) {
    unsigned *below = &g_array_index(grid->below, unsigned, column + i);
    grid->spilled |= *below > 0;
    *below = cell->rows;
  }
}

static void
add_row(Grid *grid, const PdfPart *row)
{
  unsigned column = 0;

  for (guint i = 0; i < row->count; i++) {
    const PdfPart *cell = pdf_part_kid(row, i);
    if (cell->kind != PDF_PART_ELEMENT)
      continue;
    while (below_at(grid, column) > 0)
      column++;
    cover(grid, column, cell);
    column += cell->columns;
  }
  while (below_at(grid, column) > 0)
    column++;
  if (grid->rows++ == 0)
    grid->columns = column;
  grid->uneven |= column != grid->columns || grid->below->len > column;
  for (guint i = 0; i < grid->below->len; i++)
    g_array_index(grid->below, unsigned, i)--;
}

static void
add_rows(Grid *grid, const PdfPart *part)
{
  for (guint i = 0; i < part->count; i++) {
    const PdfPart *kid = pdf_part_kid(part, i);
    if (pdf_part_is(kid, "TR"))
      add_row(grid, kid);
    else if (kid->kind == PDF_PART_ELEMENT && !pdf_part_is(kid, "Caption"))
      add_rows(grid, kid);
  }
}

static bool
is_covered(const Grid *grid)
{
  for (guint i = 0; i < grid->below->len; i++)
    if (g_array_index(grid->below, unsigned, i) > 0)
      return true;
  return false;
}

/* --- heads --- */

static void
collect_heads(PdfAudit *audit, const PdfPart *part, GHashTable *ids)
{
  for (guint i = 0; i < part->count; i++) {
    const PdfPart *kid = pdf_part_kid(part, i);
    if (kid->kind != PDF_PART_ELEMENT)
      continue;
    if (pdf_part_is(kid, "TH") && kid->id != NULL)
      g_hash_table_add(ids, (gpointer)(guintptr)kid->id);
    if (pdf_part_is(kid, "TH") && kid->scope == NULL)
      pdf_audit_fault(audit, kid, -1,
                      "a head of a table does not say what it heads");
    collect_heads(audit, kid, ids);
  }
}

static void
check_headers(PdfAudit *audit, const PdfPart *part, GHashTable *ids)
{
  for (const char **id = part->headers; id != NULL && *id != NULL; id++)
    if (!g_hash_table_contains(ids, *id))
      pdf_audit_fault(audit, part, -1,
                      "a cell names the head \"%s\", which its table has not",
                      *id);
  for (guint i = 0; i < part->count; i++)
    if (pdf_part_kid(part, i)->kind == PDF_PART_ELEMENT)
      check_headers(audit, pdf_part_kid(part, i), ids);
}

static void
visit(PdfAudit *audit, const PdfPart *part, gpointer data)
{
  g_autoptr(GArray) below = NULL;
  g_autoptr(GHashTable) ids = NULL;

  (void)data;
  if (!pdf_part_is(part, "Table"))
    return;
  below = g_array_new(FALSE, TRUE, sizeof(unsigned));
  ids = g_hash_table_new(g_str_hash, g_str_equal);
  Grid grid = { .below = below, .ids = ids };
  add_rows(&grid, part);
  if (grid.rows == 0)
    pdf_audit_fault(audit, part, -1, "a table without rows");
  if (grid.uneven || grid.spilled || is_covered(&grid))
    pdf_audit_fault(audit, part, -1,
                    "the rows of a table do not make a grid of %u columns",
                    grid.columns);
  collect_heads(audit, part, ids);
  check_headers(audit, part, ids);
}

void
pdf_audit_tables(PdfAudit *audit)
{
  pdf_audit_walk(audit, visit, NULL);
}
