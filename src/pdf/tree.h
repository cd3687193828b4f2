/*
 * pdf/tree.h -- is the layout's structure one that can be written?
 */
#pragma once

#include "pdf/object.h"

/* Decides which nodes become elements: those with content, and all rows and
 * cells of a table that has any, so that its grid stays whole.  ERROR_BUG if
 * a node, leaf or link is not where its parent has it, if content is in no
 * node, if a figure has no description, or if an id is used twice or missing.
 */
bool pdf_tree_check(PdfFinish *finish, GError **error);
