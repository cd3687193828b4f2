/*
 * release/page_hash.h -- what is printed on a page, as one hash.
 *
 * Two pages with one hash need no reprint: the same text in the same places,
 * with the same rules and pictures.  Running heads and feet do not count (they
 * carry the edition and its date), nor do margins, so one hash serves all
 * papers.
 */
#pragma once

#include "layout/box.h"

/* SHA-256 in hex.  (transfer full) */
char *page_hash(const LayoutPage *page);
