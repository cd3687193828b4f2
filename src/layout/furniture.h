/*
 * layout/furniture.h -- running heads and page numbers: the margin boxes of
 * @page rules, as artifacts.
 */
#pragma once

#include "layout/builder.h"

/* What margin boxes may print on one page; NULL: nothing. */
typedef struct {
  const char *title;   /* of the article */
  const char *section; /* the heading that the page stands under */
  const char *book;
  const char *folio;   /* the page label */
  const char *edition; /* edition, status and dates */
  const char *number;  /* of the article in the book */
  unsigned article;    /* from 0 */
  unsigned articles;   /* of the book */
} FurnitureText;

/* Appends the margin boxes of `rule`, around a text block `height` pt high, to
 * `boxes`. */
void furniture_draw(const LayoutContext *context, LayoutDocument *document,
                    const StylePage *rule, double height,
                    const FurnitureText *text, bool verso, GArray *boxes);
