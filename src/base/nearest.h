/*
 * base/nearest.h -- of the names that are known, the one that an author may
 * have meant by another.
 *
 *     Nearest nearest = { .wanted = "pading" };
 *     nearest_offer(&nearest, "margin");
 *     nearest_offer(&nearest, "padding");    nearest.name is now "padding"
 *
 * Near       Few letters to put in, take out, change or swap with a neighbour;
 *            upper and lower case of ASCII are alike.  Of two as near the
 *            first offered.  Names are compared by their first 80 bytes.
 */
#pragma once

#include <stdbool.h>

typedef struct {
  const char *wanted;
  bool half;        /* take none of which not half of `wanted` agrees */
  const char *name; /* borrowed; NULL while none was taken */
  unsigned changes; /* to make `name` of `wanted` */
} Nearest;

/* Takes `name` if it is nearer than all before; NULL is passed over. */
void nearest_offer(Nearest *nearest, const char *name);
