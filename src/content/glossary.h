/*
 * content/glossary.h -- glossary.yaml: the words that the book explains.
 *
 *     article: {title: Words used in this book, updated: 2026-11-22}
 *     words:
 *       - id: tolerance
 *         term: Tolerance
 *         definition: The same amount does less than it did.
 *         also-known-as: [getting used to it]
 *         article: dependence      # the article that says more
 *
 * The book's last article is made of it; [words](term:ID) leads there.
 *
 * Errors     as content/field.h; duplicate-term, missing-title.
 */
#pragma once

#include "content/article.h"

#define CONTENT_GLOSSARY_FILE "glossary.yaml"

bool content_glossary_load(const ContentArticleContext *context,
                           GError **error);
