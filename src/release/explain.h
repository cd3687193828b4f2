/*
 * release/explain.h -- what a message means, with an example and its cure.
 *
 * tests/explain.sh fails when a message of the program is not explained.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* False if no message has this code. */
bool explain_append(GString *out, const char *code);

/* All codes, a line each. */
void explain_append_list(GString *out);

/* The code that begins and ends most like `code`; static. */
const char *explain_nearest(const char *code);
