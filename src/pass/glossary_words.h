/*
 * pass/glossary_words.h -- the words of the book's glossary, to be left out
 * when a text is judged by how hard its words are.
 */
#pragma once

#include "doc/registry.h"

typedef struct PassGlossaryWords PassGlossaryWords;

/* (transfer full) */
PassGlossaryWords *pass_glossary_words_new(const Registry *registry);
void pass_glossary_words_free(PassGlossaryWords *words); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PassGlossaryWords, pass_glossary_words_free)

/* How many of `words` (NULL-terminated, folded) from its first on are a term
 * of the glossary or another name of one; 0 if none.  A plural counts as its
 * singular. */
unsigned pass_glossary_words_match(const PassGlossaryWords *glossary,
                                   const char *const *words);
