/*
 * pass/readability.h -- how hard an article is to read.
 *
 * Counted are the sentences of its text: of paragraphs, list items (each ends
 * a sentence), definitions, notes, and of table cells that are sentences.  Not
 * counted are headings, terms, captions, labels in tables, code, and lists of
 * sources.  "Plain" counts leave out the words of the book's glossary and what
 * they are also known as.
 *
 * Gate       Flesch-Kincaid grade of the plain counts: a warning at 9, an
 *            error at 11; with max-grade in the front matter, an error above
 *            that.  Formulas say little, so the others are only reported.
 * Codes      hard-to-read, hard-sentence, hard-word, other-language.
 */
#pragma once

#include "pass/grade.h"
#include "pass/pass.h"

typedef struct {
  PassGradeCounts all;
  PassGradeCounts plain; /* without glossary terms */
} PassReadability;

/* The article's doc must have gone through the passes. */
PassReadability pass_readability_count(const Book *book,
                                       const BookArticle *article);
