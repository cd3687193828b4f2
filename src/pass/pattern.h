/*
 * pass/pattern.h -- patterns that find whole words in prose.
 *
 * POSIX extended regular expressions.  Case does not count, except in an
 * alternative that is written in capitals alone ("MAT").  A text is searched
 * in windows, so that it takes time in proportion to its length whatever the
 * pattern; no phrase is longer than PASS_PHRASE_MAX bytes.
 */
#pragma once

#include "pass/prose.h"

enum {
  PASS_PHRASE_MAX = 256
};

typedef struct PassPattern PassPattern;

/* NULL if `expression` is none.  (transfer full) */
PassPattern *pass_pattern_new(const char *expression);
void pass_pattern_free(PassPattern *pattern); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PassPattern, pass_pattern_free)

/* The next whole words between `within.start` and `within.end` that match. */
bool pass_pattern_find(const PassPattern *pattern, const char *text,
                       PassSpan within, PassSpan *found);
