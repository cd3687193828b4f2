/*
 * content/registry.h -- all the data beside the articles, into the book's
 * registry: helplines.yaml, sources.yaml, terms.tsv, emergency.yaml, the
 * fragments.  (glossary.yaml comes behind the articles: content/glossary.h.)
 *
 * Errors     those of each file; and unknown-source where a row names a source
 *            that sources.yaml does not have.
 */
#pragma once

#include "content/article.h"

/* The emergency steps become the book's first article.  False only if a file
 * that is there cannot be read. */
bool content_registry_load(const ContentArticleContext *context,
                           GError **error);
