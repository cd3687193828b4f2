/*
 * layout/table_grid.h -- which columns the cells of a table take, with those
 * that span (HTML, 4.9.12).
 *
 * A cell takes the first columns that are free, as many as it spans, beside the
 * cells that reach down from rows above.  A cell reaches no further than the
 * rows of its kind, head or body.  What stays free is a hole: an empty cell
 * there keeps every row as wide as the table.
 */
#pragma once

#include "doc/tree.h"

#include <glib.h>

typedef struct {
  GArray *below; /* of unsigned: rows that each column is still taken for */
} TableGrid;

/* (transfer full) */
TableGrid *table_grid_new(void);
void table_grid_free(TableGrid *grid); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableGrid, table_grid_free)

/* The column of the next cell, from column `from` on; it is taken. */
unsigned table_grid_place(TableGrid *grid, unsigned from, const DocNode *cell);

/* How many columns in [from, to) are free. */
unsigned table_grid_holes(const TableGrid *grid, unsigned from, unsigned to);

void table_grid_end_row(TableGrid *grid);

/* How many rows a cell reaches down, itself included. */
unsigned table_grid_rows(const DocNode *cell);

/* Of the whole table; at least 1. */
unsigned table_grid_columns(const DocNode *table);
