/*
 * pass/sentence.h -- the sentences of a block, with the sources that each
 * names.
 *
 * A sentence ends with . ! or ? before a space or the block's end; a reference
 * that stands right behind its end is still its own.
 */
#pragma once

#include "doc/tree.h"

typedef struct {
  DocPos pos;
  GString *text;      /* as it is read */
  GString *figures;   /* of it, what may be a claim: without telephone numbers,
                       * references and what only counts */
  GPtrArray *sources; /* of const char *, borrowed from the tree */
} PassSentence;

/* `root` is that of the article, for its notes.  (transfer full)
 * (element-type PassSentence) */
GPtrArray *pass_sentences(const DocNode *root, const DocNode *block);

/* Adds the ids of the sources that stand below `node`. */
void pass_sentence_add_sources(const DocNode *node, GPtrArray *sources);
