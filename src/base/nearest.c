/* base/nearest.c -- the known name that an author may have meant. */
/* SPDX-License-Identifier: MIT */

#include "base/nearest.h"

#include <glib.h>
#include <string.h>

enum {
  COMPARED_MAX = 80 /* bytes */
};

static unsigned
length_of(const char *name)
{
  return (unsigned)strnlen(name, COMPARED_MAX);
}

static bool
same(char a, char b)
{
  return g_ascii_tolower(a) == g_ascii_tolower(b);
}

/* Optimal string alignment distance, three rows of the table at a time. */
static unsigned
count_changes(const char *from, const char *to)
{
  unsigned row[3][COMPARED_MAX + 1];
  unsigned columns = length_of(to);
  unsigned rows = length_of(from);

  for (unsigned j = 0; j <= columns; j++)
    row[0][j] = j;
  for (unsigned i = 1; i <= rows; i++) {
    unsigned *now = row[i % 3];
    const unsigned *above = row[(i + 2) % 3];
    const unsigned *higher = row[(i + 1) % 3];

    now[0] = i;
    for (unsigned j = 1; j <= columns; j++) {
      unsigned change = above[j - 1] + !same(from[i - 1], to[j - 1]);

      now[j] = MIN(change, MIN(above[j], now[j - 1]) + 1);
      if (i > 1 && j > 1 && same(from[i - 1], to[j - 2]) &&
          same(from[i - 2], to[j - 1]))
        now[j] = MIN(now[j], higher[j - 2] + 1);
    }
  }
  return row[rows % 3][columns];
}

/* No fewer changes than this: each gives or takes a letter, or both; none that
 * only moves letters counts here. */
static unsigned
fewest_changes(const char *from, const char *to)
{
  int missing[256] = { 0 };
  unsigned given = 0, taken = 0, rows = length_of(from),
           columns = length_of(to);

  for (unsigned i = 0; i < rows; i++)
    missing[(guchar)g_ascii_tolower(from[i])]++;
  for (unsigned j = 0; j < columns; j++)
    taken += missing[(guchar)g_ascii_tolower(to[j])]-- <= 0;
  given = rows + taken - columns;
  return MAX(given, taken);
}

static bool
is_near_enough(const Nearest *nearest, unsigned changes)
{
  if (nearest->half && changes > length_of(nearest->wanted) / 2)
    return false;
  return nearest->name == NULL || changes < nearest->changes;
}

void
nearest_offer(Nearest *nearest, const char *name)
{
  unsigned changes;

  if (name == NULL ||
      !is_near_enough(nearest, fewest_changes(nearest->wanted, name)))
    return;
  changes = count_changes(nearest->wanted, name);
  if (!is_near_enough(nearest, changes))
    return;
  nearest->name = name;
  nearest->changes = changes;
}
