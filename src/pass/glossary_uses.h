/*
 * pass/glossary_uses.h -- where the words of the glossary are used.
 */
#pragma once

#include "doc/book.h"
#include "doc/edit.h"

/* The article of the glossary, or NULL. */
const BookArticle *pass_glossary_article(const Book *book);

/* Of its first use in an article.  (transfer full) */
char *pass_glossary_use_anchor(const GlossaryEntry *entry);

/* Appends a reference to its first use in each article; false if it has none.
 */
bool pass_glossary_add_uses(Doc *doc, DocNode *list, const Book *book,
                            const GlossaryEntry *entry);
