/*
 * pass/reference.h -- lists of printed pages (doc/page_list.h) under
 * construction.
 */
#pragma once

#include "doc/edit.h"

/* A list as the last child of `parent`; `lead` is said before its pages, NULL:
 * nothing. */
DocNode *pass_reference_list(Doc *doc, DocNode *parent, const char *lead);

/* The page of `anchor` in an article; NULL: of its beginning. */
DocNode *pass_reference_add(Doc *doc, DocNode *list, const char *article,
                            const char *anchor);

/* The node at or below `node` with this id as authors write it, without the
 * article's name; NULL if there is none. */
const DocNode *pass_reference_find(const DocNode *node, const char *anchor);
