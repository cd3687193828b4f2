/*
 * pass/target.h -- what a link may lead to within the book.
 *
 * One article's anchors are collected when a link first asks for them.
 */
#pragma once

#include "pass/pass.h"

typedef struct {
  const PassContext *context;
  GHashTable *anchors; /* BookArticle to a set of its ids */
} PassTargets;

void pass_targets_init(PassTargets *targets, const PassContext *context);
void pass_targets_clear(PassTargets *targets);

/* The article that a path ("b.md", "../x/b.html", "b") leads to from here, by
 * its path or else by its stem or id; NULL if there is none. */
const BookArticle *pass_targets_article(PassTargets *targets, const char *path);

/* Adds the articles whose anchors the links of `doc` name, once or several
 * times: whoever judges these links must have read them.
 * (element-type BookArticle) */
void pass_targets_collect(PassTargets *targets, const Doc *doc,
                          GPtrArray *articles);

/* The id of `anchor` in `article`, as written or as a heading's words; NULL if
 * there is none.  (transfer full) */
char *pass_targets_anchor(PassTargets *targets, const BookArticle *article,
                          const char *anchor);

/* What the author may have meant, or NULL where nothing is near.
 * (transfer full) */
char *pass_targets_nearest_article(PassTargets *targets, const char *path);
char *pass_targets_nearest_anchor(const BookArticle *article,
                                  const char *anchor);
