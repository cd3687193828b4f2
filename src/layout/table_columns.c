/* layout/table_columns.c -- how wide the columns of a table are. */
/* SPDX-License-Identifier: MIT */

#include "layout/table_columns.h"

#include <glib.h>

#define FAIR_SHARE 0.9 /* of the room for each column: what is modest */

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

typedef struct {
  double narrowest;
  double widest;
  unsigned count;
} Sum;

/* Of the columns that have no width yet. */
static Sum
sum_open(const TableColumns *columns)
{
  Sum sum = { 0, 0, 0 };

  for (unsigned i = 0; i < columns->count; i++) {
    const Column *one = &columns->column[i];

    if (one->width > 0)
      continue;
    sum.narrowest += one->narrowest;
    sum.widest += one->widest;
    sum.count++;
  }
  return sum;
}

/* Gives the open columns `width` pt: beyond the narrowest by what they want. */
static void
share(TableColumns *columns, double width)
{
  Sum sum = sum_open(columns);

  for (unsigned i = 0; i < columns->count; i++) {
    Column *one = &columns->column[i];

    if (one->width > 0)
      continue;
    if (sum.widest <= width)
      one->width = one->widest * (sum.widest > 0 ? width / sum.widest : 1);
    else if (sum.narrowest < width)
      one->width = one->narrowest + (one->widest - one->narrowest) *
                                        (width - sum.narrowest) /
                                        (sum.widest - sum.narrowest);
    else
      one->width = one->narrowest * width / sum.narrowest;
  }
}

/* The open column that wants least. */
static Column *
most_modest(TableColumns *columns)
{
  Column *found = NULL;

  for (unsigned i = 0; i < columns->count; i++) {
    Column *one = &columns->column[i];
    if (one->width <= 0 && one->widest > 0 &&
        (found == NULL || one->widest < found->widest))
      found = one;
  }
  return found;
}

/* A column that wants no more than its share of the room gets it: names and
 * figures stay in one line, and what is long breaks anyway. */
void
table_columns_fit(TableColumns *columns, double width)
{
  Sum open;

  for (unsigned i = 0; i < columns->count; i++)
    columns->column[i].width = 0;
  open = sum_open(columns);
  while (open.widest > width && open.narrowest < width) {
    Column *one = most_modest(columns);

    if (one == NULL || one->widest > width * FAIR_SHARE / open.count ||
        one->widest + open.narrowest - one->narrowest > width)
      break;
    one->width = one->widest;
    width -= one->widest;
    open = sum_open(columns);
  }
  share(columns, width);
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
