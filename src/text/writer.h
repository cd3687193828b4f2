/*
 * text/writer.h -- the tree as plain text: what blocks and inlines share.
 */
#pragma once

#include "text/lines.h"
#include "text/pages.h"

typedef struct {
  const Book *book;
  TextPages *pages;
  TextLines *lines;
} TextWriter;

/* "[page 12] " */
void text_writer_label(TextWriter *writer, const char *label);

/* The same for each page that begins at `node`, and from byte `from` of it on,
 * before `to`. */
void text_writer_pages(TextWriter *writer, const DocNode *node, gsize from,
                       gsize to);

/* Adds to the words of the paragraph under way.  (inline.c) */
void text_inline_write(TextWriter *writer, const DocNode *node);
void text_inline_write_children(TextWriter *writer, const DocNode *node);

/* (block.c) */
void text_block_write(TextWriter *writer, const DocNode *node);
void text_block_write_children(TextWriter *writer, const DocNode *node);

/* (table.c) */
void text_table_write(TextWriter *writer, const DocNode *node);

/* What follows stands behind `mark`, or as far in as it is wide; gives what
 * text_block_outdent() takes. */
gsize text_block_indent(TextWriter *writer, const char *mark);
void text_block_outdent(TextWriter *writer, gsize length);
