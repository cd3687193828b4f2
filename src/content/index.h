/*
 * content/index.h -- the article that holds the index.
 */
#pragma once

#include "content/article.h"

/* Adds it behind all others, if an article has `index:` words. */
void content_index_add(const ContentArticleContext *context);
