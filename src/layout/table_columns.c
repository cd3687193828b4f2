/* layout/table_columns.c -- how wide the columns of a table are. */
/* SPDX-License-Identifier: MIT */

#include "layout/table_columns.h"

#include <glib.h>

typedef struct {
  double narrowest;
  double widest;
  double width;
} Column;

struct TableColumns {
  unsigned count;
  Column column[];
};

TableColumns *
table_columns_new(unsigned count)
{
  TableColumns *columns = g_malloc0(sizeof *columns + count * sizeof(Column));

  columns->count = count;
  return columns;
}

void
table_columns_free(TableColumns *columns)
{
  g_free(columns);
}

void
table_columns_add(TableColumns *columns, unsigned column, unsigned span,
                  double narrowest, double widest)
{
  span = MIN(MAX(span, 1), columns->count - MIN(column, columns->count));
  for (unsigned i = column; i < column + span; i++) {
    Column *one = &columns->column[i];
    one->narrowest = MAX(one->narrowest, narrowest / span);
    one->widest = MAX(one->widest, widest / span);
  }
}

static void
sum(const TableColumns *columns, double *narrowest, double *widest)
{
  *narrowest = *widest = 0;
  for (unsigned i = 0; i < columns->count; i++) {
    *narrowest += columns->column[i].narrowest;
    *widest += columns->column[i].widest;
  }
}

void
table_columns_fit(TableColumns *columns, double width)
{
  double narrowest, widest;

  sum(columns, &narrowest, &widest);
  for (unsigned i = 0; i < columns->count; i++) {
    Column *one = &columns->column[i];

    if (widest <= width)
      one->width = one->widest * (widest > 0 ? width / widest : 1);
    else if (narrowest < width)
      one->width = one->narrowest + (one->widest - one->narrowest) *
                                        (width - narrowest) /
                                        (widest - narrowest);
    else
      one->width = one->narrowest * width / narrowest;
  }
}

double
table_columns_left(const TableColumns *columns, unsigned column)
{
  return table_columns_width(columns, 0, column);
}

double
table_columns_width(const TableColumns *columns, unsigned column, unsigned span)
{
  double width = 0;

  for (unsigned i = column; i < column + span && i < columns->count; i++)
    width += columns->column[i].width;
  return width;
}

double
table_columns_total(const TableColumns *columns)
{
  return table_columns_width(columns, 0, columns->count);
}
