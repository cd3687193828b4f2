/*
 * layout/front.h -- what stands before the articles and at their heads: title
 * page, imprint, contents, an article's opening.
 */
#pragma once

#include "layout/builder.h"

/* A builder at the top of an empty flow, inside the root element. */
Builder front_builder(const LayoutContext *context, Flow *flow,
                      const StyleElement *root);

/* `element` is "title-page" or "cover". */
void front_title_page(Builder *builder, const char *element);
void front_imprint(Builder *builder);
void front_contents(Builder *builder);

/* Title, summary, dates; then the text. */
void front_article(Builder *builder, const BookArticle *article);

/* Edition, language, status and dates in one line.  (transfer full) */
char *front_edition_line(const Book *book, const BookArticle *article);
