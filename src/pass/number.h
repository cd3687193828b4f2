/*
 * pass/number.h -- what in a text looks like a telephone number.
 */
#pragma once

#include "doc/registry.h"

typedef struct {
  gsize start; /* in the text, bytes */
  gsize length;
  char digits[24]; /* without what parts them; a leading + is kept */
} PassNumber;

/* The next one at or behind `from`; false if there is none.  Long numbers by
 * their shape; short ones of three digits when the registry has them or a
 * country uses them for emergencies; of five or six digits behind a word such
 * as "call" or "text".  Dates and spans of years are none. */
bool pass_number_next(const Registry *registry, const char *text, gsize from,
                      PassNumber *number);

/* The helpline with these digits, or NULL; one in conflict has none. */
const Helpline *pass_number_helpline(const Registry *registry,
                                     const char *digits);
