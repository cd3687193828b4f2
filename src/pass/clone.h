/*
 * pass/clone.h -- a text of the registry or a fragment, copied into a tree.
 */
#pragma once

#include "base/diag.h"
#include "doc/edit.h"

/* Copies what stands below `from`, a node of another Doc, to the end of `to`.
 * With `origin` the nodes keep their places in that file, as it begins there;
 * without, they have none, and messages name the place that took them in. */
void pass_clone_children(Doc *doc, DocNode *to, const DocNode *from,
                         const DiagPos *origin);
