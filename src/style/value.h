/*
 * style/value.h -- what may stand after the colon in a printed sheet.
 */
#pragma once

#include "style/declaration.h"

/* Appends the declarations of the value that is next, by the grammar of
 * `property`; `name` is for messages.  False, with a message, if it is not
 * understood. */
bool style_value_read(StyleTokens *tokens, const char *name,
                      StylePropertyId property, GArray *declarations);

/* Reads "#rgb", "#rrggbb", "black" or "white"; false, without a step or a
 * message, if none is next. */
bool style_color_read(StyleTokens *tokens, guint32 *color);

/* Reports that the next token is not `expected`, which says what to write. */
void style_value_report(StyleTokens *tokens, const char *name,
                        const char *expected);
