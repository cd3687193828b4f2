/*
 * pass/source_ref.h -- a link to an article's list of sources.
 *
 * As written its target is "source:ID"; pass/sources.c makes it a link of the
 * class "source-ref" to the list's item, whose anchor is "source-ID".
 */
#pragma once

#include "doc/tree.h"

#define PASS_SOURCE_SCHEME "source:"
#define PASS_SOURCE_ANCHOR "source-"
#define PASS_SOURCE_CLASS  "source-ref"
#define PASS_SOURCE_LIST   "sources" /* class of the list */

/* The id of the source that `node` names, borrowed from it; NULL if it is no
 * link to one. */
const char *pass_source_ref_id(const DocNode *node);
