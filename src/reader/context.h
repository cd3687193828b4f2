/*
 * reader/context.h -- what the parts of a reader share while a tree grows.
 *
 * Everything a reader adds to its tree goes through here, so that the two
 * rules of the waist are kept in one place: nesting stays below
 * READER_DEPTH_MAX, and text has no control characters.
 *
 * Ownership  Nothing is owned; the tree is the Doc's.
 */
#pragma once

#include "doc/edit.h"
#include "reader/reader.h"

enum {
  /* Passes add sections, figures and callouts' paragraphs around what was
   * read; with these it must still be at most DOC_DEPTH_MAX. */
  READER_DEPTH_MAX = DOC_DEPTH_MAX - 12
};

typedef struct {
  const ReaderInput *input;
  Diag *diag;
  Doc *doc;
  bool too_deep; /* has been reported */
} ReaderContext;

/* `pos` for a message. */
DiagPos reader_context_pos(const ReaderContext *context, DocPos pos);

/* A new last child of `parent`. */
DocNode *reader_context_add(ReaderContext *context, DocNode *parent,
                            DocKind kind, DocPos pos);

/* A new DOC_TEXT; nothing for an empty text.  Control characters become
 * spaces and noncharacters U+FFFD, both reported. */
void reader_context_add_text(ReaderContext *context, DocNode *parent,
                             const char *text, DocPos pos);

/* True if nothing may be nested below `parent`; says so once a file. */
bool reader_context_is_full(ReaderContext *context, const DocNode *parent,
                            DocPos pos);

/* `text` as as.text takes it: see reader_context_add_text(); line ends and
 * tabs are kept where `lines`.  (transfer full) */
char *reader_context_clean(ReaderContext *context, const char *text, bool lines,
                           DocPos pos);

/* In Debug builds: the tree must keep its rules. */
void reader_context_check(const ReaderContext *context);
