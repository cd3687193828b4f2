/*
 * content/term_rules.h -- terms.tsv: words to avoid, and what to say instead.
 *
 * A line a rule, its columns parted by tabs: id, avoid, use, severity (error,
 * warn, info), source, and, if there is one, except.  Empty lines and lines
 * that begin with # are passed over; doc/registry.h says what the columns
 * mean.
 *
 * Errors     term-columns, bad-value, bad-pattern, duplicate-term.
 */
#pragma once

#include "content/registry_file.h"

#define CONTENT_TERM_RULES_FILE "terms.tsv"

bool content_term_rules_load(const ContentRegistryContext *context,
                             GError **error);
