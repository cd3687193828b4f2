/*
 * style/page_rule.h -- "@page name { ... @top-inside { ... } }".
 *
 * Rules of one name add up.  When the sheet is read whole, each named page is
 * what the rule without a name says, overlaid by its own.
 */
#pragma once

#include "style/cascade.h"

typedef struct StylePageRules StylePageRules;

StylePageRules *style_page_rules_new(void);        /* (transfer full) */
void style_page_rules_free(StylePageRules *rules); /* NULL is fine */

/* Reads what follows "@page", with its block. */
void style_page_rules_read(StylePageRules *rules, StyleTokens *tokens);

/* Computes all pages, margin boxes as children of `book`; reports a text block
 * that a paper has no room for. */
void style_page_rules_settle(StylePageRules *rules, StyleTokens *tokens,
                             StyleCascade *cascade, const Style *book);

/* NULL: the rule without a name. */
const StylePage *style_page_rules_find(const StylePageRules *rules,
                                       const char *name);
