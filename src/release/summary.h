/*
 * release/summary.h -- what a command says at its end.
 */
#pragma once

#include "base/diag.h"
#include "release/file.h"

/* "12 pages", "1 page". */
void summary_append_count(GString *out, guint64 count, const char *noun);

/* "2 warnings, 1 note" -- nothing if there is neither. */
void summary_append_messages(GString *out, const Diag *diag);

/* What was published in `target`, a line a file. */
void summary_append_release(GString *out, const char *target,
                            const GPtrArray *files);
