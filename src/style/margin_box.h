/*
 * style/margin_box.h -- "@top-inside { content: ...; offset: ...; }" in @page.
 *
 * Besides `content` and `offset`, any property of printed sheets: the box is a
 * child of "book".
 */
#pragma once

#include "style/cascade.h"

typedef struct StyleMarginRule StyleMarginRule;

StyleMarginRule *style_margin_rule_new(void);       /* (transfer full) */
void style_margin_rule_free(StyleMarginRule *rule); /* NULL is fine */

/* Steps past "@top-inside" and its like; STYLE_BOX_COUNT, with a message, if
 * there is no such box. */
StyleBoxPlace style_margin_rule_find_place(StyleTokens *tokens);

/* Reads the block. */
void style_margin_rule_read(StyleMarginRule *rule, StyleTokens *tokens);

/* What `base` says, overlaid by `own`; either may be NULL. */
StyleMarginBox style_margin_rule_compute(const StyleMarginRule *base,
                                         const StyleMarginRule *own,
                                         StyleCascade *cascade,
                                         const Style *book);
