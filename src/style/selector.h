/*
 * style/selector.h -- "callout.warning p": which elements a rule is for.
 *
 * A selector is a row of compounds, each a name, classes or both; the last one
 * is the element itself, those before it stand among its ancestors in that
 * order.  Nothing else of CSS: no *, #id, [attribute], >, + or ~.
 * In the sheet of the EPUB a compound may end in ::before or ::after.
 */
#pragma once

#include "style/sheet.h"
#include "style/token.h"

typedef struct {
  const char *name;   /* interned, or NULL */
  GPtrArray *classes; /* of interned const char * */
} StyleCompound;

typedef struct {
  GArray *compounds;    /* of StyleCompound, the element's own last */
  unsigned specificity; /* classes times 1000, plus names */
} StyleSelector;

/* Reads one selector, up to "," or "{"; NULL, with a message, if it is not
 * understood.  (transfer full) */
StyleSelector *style_selector_read(StyleTokens *tokens, StyleSheetKind kind);
void style_selector_free(StyleSelector *selector); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StyleSelector, style_selector_free)

bool style_selector_match(const StyleSelector *selector,
                          const StyleElement *element);

/* The compound for the element itself. */
const StyleCompound *style_selector_last(const StyleSelector *selector);

/* True if `name` is an element that layout asks about. */
bool style_element_is_known(const char *name);
