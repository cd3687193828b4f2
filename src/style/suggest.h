/*
 * style/suggest.h -- the known name that a mistyped one is nearest to.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
  const char *wanted;
  const char *nearest; /* NULL before the first offer */
  guint distance;
} StyleSuggestion;

/* Takes `name` if it is nearer to what is wanted than all before: the least
 * number of letters to put in, take out, change or swap with a neighbour. */
void style_suggestion_offer(StyleSuggestion *suggestion, const char *name);
