/*
 * reader/markdown.h -- from libcmark-gfm's tree into ours.
 *
 * Only reader/markdown*.c include this; they alone know that library.
 */
#pragma once

#include "reader/context.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

typedef struct {
  ReaderContext context;
  GPtrArray *note_labels; /* of the notes that are referred to, in the order
                           * that libcmark-gfm gives them: its references
                           * have only a number */
  unsigned notes_read;
  GArray *lines;         /* of gsize: where each line begins, and the end */
  GArray *literal_lines; /* of bool, by line from 0: code and HTML blocks */
} Markdown;

/* Blocks: the children of `from` become those of `parent`. */
void markdown_blocks_read(Markdown *markdown, DocNode *parent,
                          cmark_node *from);

/* Inlines, likewise. */
void markdown_inlines_read(Markdown *markdown, DocNode *parent,
                           cmark_node *from);

void markdown_table_read(Markdown *markdown, DocNode *parent, cmark_node *from);

/* The position in the source file; what the library does not say is where its
 * neighbour before it ends, or else its parent's. */
DocPos markdown_pos(const Markdown *markdown, cmark_node *node,
                    const DocNode *parent);

/* The words below, each break as one space.  (transfer full) */
char *markdown_text(cmark_node *node);

/* The line in which the parser saw `node` begin, its end included; NULL where
 * it did not say.  Borrowed, not NUL-terminated. */
const char *markdown_line(const Markdown *markdown, cmark_node *node,
                          gsize *length);

/* Notes: labels before the tree is read, faults after it. */
void markdown_notes_collect(Markdown *markdown, cmark_node *root);
void markdown_notes_check(Markdown *markdown);
