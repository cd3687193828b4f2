/*
 * pass/nearest.h -- what an author may have meant.
 */
#pragma once

#include <glib.h>

/* Of `names` (of const char *, NULLs are passed over) the one that takes the
 * fewest changed letters to become `text`; NULL where none is near. */
const char *pass_nearest(const GPtrArray *names, const char *text);
