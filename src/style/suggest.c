/* style/suggest.c -- the known name that a mistyped one is nearest to. */
/* SPDX-License-Identifier: MIT */
#include "style/suggest.h"

#include <string.h>

enum {
  NAME_LIMIT = 40 /* bytes looked at */
};

/* Optimal string alignment distance, three rows of the table at a time. */
static guint
distance_of(const char *a, const char *b)
{
  guint row[3][NAME_LIMIT + 1];
  guint columns = (guint)strnlen(b, NAME_LIMIT);
  guint rows = (guint)strnlen(a, NAME_LIMIT);
  for (guint j = 0; j <= columns; j++)
    row[0][j] = j;
  for (guint i = 1; i <= rows; i++) {
    guint *now = row[i % 3];
    const guint *above = row[(i + 2) % 3];
    const guint *higher = row[(i + 1) % 3];
    now[0] = i;
    for (guint j = 1; j <= columns; j++) {
      bool same = a[i - 1] == b[j - 1];
      now[j] = MIN(above[j - 1] + !same, MIN(above[j], now[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = MIN(now[j], higher[j - 2] + 1);
    }
  }
  return row[rows % 3][columns];
}

void
style_suggestion_offer(StyleSuggestion *suggestion, const char *name)
{
  guint distance = distance_of(suggestion->wanted, name);
  if (suggestion->nearest && distance >= suggestion->distance)
    return;
  suggestion->nearest = name;
  suggestion->distance = distance;
}
