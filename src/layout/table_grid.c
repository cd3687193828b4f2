/* layout/table_grid.c -- which columns the cells of a table take. */
/* SPDX-License-Identifier: MIT */

#include "layout/table_grid.h"

#include <stdbool.h>

TableGrid *
table_grid_new(void)
{
  TableGrid *grid = g_new0(TableGrid, 1);

  grid->below = g_array_new(FALSE, TRUE, sizeof(unsigned));
  return grid;
}

void
table_grid_free(TableGrid *grid)
{
  if (grid == NULL)
    return;
  g_array_unref(grid->below);
  g_free(grid);
}

static bool
is_free(const TableGrid *grid, unsigned column)
{
  return column >= grid->below->len ||
         g_array_index(grid->below, unsigned, column) == 0;
}

unsigned
table_grid_rows(const DocNode *cell)
{
  const DocNode *row = cell->parent;
  unsigned rows = 1;

  while (rows < cell->as.cell.rows && row->next != NULL &&
         row->next->as.header == row->as.header) {
    row = row->next;
    rows++;
  }
  return rows;
}

unsigned
table_grid_place(TableGrid *grid, unsigned from, const DocNode *cell)
{
  unsigned columns = MAX(cell->as.cell.columns, 1), fit = 0, column = from;

  while (fit < columns)
    fit = is_free(grid, column++) ? fit + 1 : 0;
  column -= columns;
  if (column + columns > grid->below->len)
    g_array_set_size(grid->below, column + columns);
  for (unsigned i = 0; i < columns; i++)
    g_array_index(grid->below, unsigned, column + i) = table_grid_rows(cell);
  return column;
}

unsigned
table_grid_holes(const TableGrid *grid, unsigned from, unsigned to)
{
  unsigned holes = 0;

  for (unsigned column = from; column < to; column++)
    holes += is_free(grid, column);
  return holes;
}

void
table_grid_end_row(TableGrid *grid)
{
  for (guint i = 0; i < grid->below->len; i++)
    if (!is_free(grid, i))
      g_array_index(grid->below, unsigned, i)--;
}

unsigned
table_grid_columns(const DocNode *table)
{
  g_autoptr(TableGrid) grid = table_grid_new();

  for (const DocNode *row = table->first; row != NULL; row = row->next) {
    unsigned column = 0;
    for (const DocNode *cell = row->first; cell != NULL; cell = cell->next)
      column =
          table_grid_place(grid, column, cell) + MAX(cell->as.cell.columns, 1);
    table_grid_end_row(grid);
  }
  return MAX(grid->below->len, 1);
}
