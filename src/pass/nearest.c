/* pass/nearest.c -- what an author may have meant. */
/* SPDX-License-Identifier: MIT */

#include "pass/nearest.h"

#include <string.h>

enum {
  NAME_MAX_BYTES = 80 /* longer names are not compared */
};

/* Levenshtein's distance. */
static unsigned
distance(const char *a, const char *b)
{
  unsigned row[NAME_MAX_BYTES + 1];
  size_t length = strlen(b);

  for (unsigned i = 0; i <= length; i++)
    row[i] = i;
  for (unsigned line = 1; *a != '\0'; a++, line++) {
    unsigned diagonal = row[0];

    row[0] = line;
    for (size_t i = 1; i <= length; i++) {
      unsigned above = row[i];
      unsigned change =
          diagonal + (g_ascii_tolower(*a) != g_ascii_tolower(b[i - 1]));

      row[i] = MIN(MIN(above, row[i - 1]) + 1, change);
      diagonal = above;
    }
  }
  return row[length];
}

const char *
pass_nearest(const GPtrArray *names, const char *text)
{
  const char *best = NULL;
  unsigned least = (unsigned)strlen(text) / 2; /* half of it must agree */

  if (strlen(text) > NAME_MAX_BYTES)
    return NULL;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    unsigned found;

    if (name == NULL || strlen(name) > NAME_MAX_BYTES)
      continue;
    found = distance(text, name);
    if (found < least || (found == least && best == NULL)) {
      best = name;
      least = found;
    }
  }
  return best;
}
