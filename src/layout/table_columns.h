/*
 * layout/table_columns.h -- how wide the columns of a table are.
 *
 * Each column wants to be as wide as its widest cell and can be no narrower
 * than its longest word (CSS 2.2, 17.5.2.2).  Where there is room for all, all
 * get what they want; else those get it that want less than their share, and
 * the others share the room beyond their narrowest by what they want.  Where
 * even the narrowest do not fit, all shrink alike.
 */
#pragma once

typedef struct TableColumns TableColumns;

TableColumns *table_columns_new(unsigned count);
void table_columns_free(TableColumns *columns);

/* A cell that spans `span` columns from `column`.  pt */
void table_columns_add(TableColumns *columns, unsigned column, unsigned span,
                       double narrowest, double widest);

/* Settles the widths for a room of `width` pt. */
void table_columns_fit(TableColumns *columns, double width);

double table_columns_left(const TableColumns *columns, unsigned column);
double table_columns_width(const TableColumns *columns, unsigned column,
                           unsigned span);
double table_columns_total(const TableColumns *columns);
