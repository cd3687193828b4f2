/*
 * style/declaration.h -- "name: value;", read and checked.
 *
 * Shorthands are taken apart while reading, so a declaration sets one field.
 * Lengths in mm and in are pt from here on; em, rem and % wait for the
 * cascade.
 */
#pragma once

#include "style/property.h"
#include "style/token.h"

typedef enum {
  STYLE_UNIT_PT,
  STYLE_UNIT_EM,     /* of the own font size, the parent's for font-size */
  STYLE_UNIT_REM,    /* of the font size of "book" */
  STYLE_UNIT_PERCENT /* of what the property says */
} StyleUnit;

typedef struct {
  double number; /* plain numbers, counts and words too */
  StyleUnit unit;
} StyleLength;

typedef struct {
  StylePropertyId property;
  StyleLength length;
  const char *name; /* names and strings: interned, or NULL */
  guint32 color;
  StyleBorderKind kind;
  bool own_color; /* of a border: else that of the text */
} StyleDeclaration;

/* Reads a length; false, without a step or a message, if none is next. */
bool style_length_read(StyleTokens *tokens, StyleLength *length);

/* `length` in pt, where a percentage is of `whole`. */
double style_length_compute(StyleLength length, double em, double rem,
                            double whole);

/* Appends the declarations of the value that is next, for the property (or
 * shorthand) `name`; false, with a message, if it is not understood. */
bool style_declaration_read_value(StyleTokens *tokens, const StyleToken *name,
                                  GArray *declarations);

/* Reads "name: value" up to and with the ";" that ends it, as often as there
 * is one, until "}" or the end.  Reports what is wrong and goes on. */
void style_declarations_read(StyleTokens *tokens, GArray *declarations);

/* The end of a declaration, or a message. */
bool style_declaration_end(StyleTokens *tokens);

/* Steps past name and colon; NULL, with a message and the declaration
 * skipped, if they are not there. */
const StyleToken *style_declaration_begin(StyleTokens *tokens);
