/*
 * pass/ledger.h -- whether the rows of sources.yaml hold a figure.
 *
 * A figure is a run of the digits 0 to 9, with the points and commas between
 * them.  A row holds it if the same figure stands in its `supports` or in its
 * citation; commas that only part thousands do not count: "4,000" is "4000".
 * Digits of other scripts are no figures here.
 */
#pragma once

#include "doc/registry.h"

/* The first figure of `text` that no row with one of the ids `sources` (of
 * const char *) holds; NULL if there is none.  (transfer full) */
char *pass_ledger_find_missing(const Registry *registry,
                               const GPtrArray *sources, const char *text);
