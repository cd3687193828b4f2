/*
 * pass/rewrite.h -- changes to a tree that more than one pass makes.
 */
#pragma once

#include "doc/edit.h"

/* Puts `node` right behind `sibling`. */
void pass_rewrite_insert_after(DocNode *sibling, DocNode *node);

/* Puts `node` before the first child of `parent`, or alone. */
void pass_rewrite_prepend(DocNode *parent, DocNode *node);

/* `node` gives its place, and what every kind may have, to `with`. */
void pass_rewrite_replace(DocNode *node, DocNode *with);

/* The children of `node` take its place. */
void pass_rewrite_unwrap(DocNode *node);

/* Gives the children of a line up to its first break to `to`; the break itself
 * goes.  True if there was one. */
bool pass_rewrite_take_line(DocNode *from, DocNode *to);

/* Takes white space from the end of the last text below `node`. */
void pass_rewrite_trim_end(Doc *doc, DocNode *node);

/* A text node that no source has. */
DocNode *pass_rewrite_text(Doc *doc, const char *text);
