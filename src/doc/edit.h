/*
 * doc/edit.h -- the document tree, for building and changing.
 *
 * Only reader/ and pass/ include this (src/LAYERS).  What needs memory takes
 * the Doc; strings are copied into it.  A node that is linked into a tree must
 * be unlinked before it can be linked elsewhere, and the kinds must accept
 * each other.
 */
#pragma once

#include "doc/tree.h"

/* A Doc with an empty root.  (transfer full) */
Doc *doc_new(const char *source);
DocNode *doc_root_mutable(Doc *doc);

DocNode *doc_node_new(Doc *doc, DocKind kind, DocPos pos);
DocNode *doc_node_new_text(Doc *doc, DocKind kind, const char *text,
                           DocPos pos);

/* A copy of `text` that lives as long as the Doc, for the string fields of a
 * node that have no setter below. */
const char *doc_string(Doc *doc, const char *text);

void doc_node_set_id(Doc *doc, DocNode *node, const char *id);
void doc_node_set_text(Doc *doc, DocNode *node, const char *text);
void doc_node_set_link(Doc *doc, DocNode *node, const char *target,
                       const char *title);
void doc_node_add_class(Doc *doc, DocNode *node, const char *word);

void doc_node_append(DocNode *parent, DocNode *child);
void doc_node_insert_before(DocNode *sibling, DocNode *node);
void doc_node_unlink(DocNode *node);
void doc_node_move_children(DocNode *to,
                            DocNode *from); /* leaves `from` empty */
