/*
 * style/property.h -- the table of what may be declared in a printed sheet.
 *
 * One row a property, from property.inc: its name, the field of Style it
 * sets, what its values look like, whether it is inherited.  Fields are
 * reached through the row, so that inheriting, comparing and setting need no
 * list of their own.
 */
#pragma once

#include "style/style.h"

typedef enum {
#define PROPERTY(id, ...) STYLE_PROPERTY_##id,
#include "style/property.inc"
  STYLE_PROPERTY_COUNT
} StylePropertyId;

/* What stands in the field of Style. */
typedef enum {
  STYLE_FIELD_LENGTH,  /* double, pt */
  STYLE_FIELD_NUMBER,  /* double */
  STYLE_FIELD_INTEGER, /* int or an enum */
  STYLE_FIELD_COUNT,   /* unsigned */
  STYLE_FIELD_BOOL,
  STYLE_FIELD_COLOR, /* guint32 */
  STYLE_FIELD_NAME,  /* const char * */
  STYLE_FIELD_BORDER /* StyleBorder */
} StyleField;

/* What is written. */
typedef enum {
  STYLE_GRAMMAR_LENGTH, /* a length that is not negative */
  STYLE_GRAMMAR_SIGNED, /* any length */
  STYLE_GRAMMAR_SIZE,   /* a length or a share of the parent's font size */
  STYLE_GRAMMAR_LINE,   /* a length, a share or a multiple of the font size */
  STYLE_GRAMMAR_WIDTH,  /* a length, a share of the room, or "auto" */
  STYLE_GRAMMAR_LIMIT,  /* a length or "none" */
  STYLE_GRAMMAR_WORD,   /* one of the row's words */
  STYLE_GRAMMAR_WEIGHT, /* a word or 100 to 900 */
  STYLE_GRAMMAR_COUNT,  /* a whole number from 1 to 9 */
  STYLE_GRAMMAR_COLOR,
  STYLE_GRAMMAR_FAMILY, /* names, separated by commas */
  STYLE_GRAMMAR_BORDER, /* width, kind and colour, or "none" */
  STYLE_GRAMMAR_PAGE,   /* the name of an @page rule, or "auto" */
  STYLE_GRAMMAR_STRING  /* a string, or "none" */
} StyleGrammar;

typedef struct {
  const char *name; /* "": set by the row before it */
  gsize offset;     /* of the field in Style */
  StyleField field;
  StyleGrammar grammar;
  bool inherited;
  double first;      /* at the root; names and borders begin with none */
  const char *words; /* separated by spaces; the n-th means n */
} StyleProperty;

const StyleProperty *style_property(StylePropertyId id);

/* The row with `name`; STYLE_PROPERTY_COUNT if there is none. */
StylePropertyId style_property_find(const char *name);

/* "margin", "padding", "border": the id of the top side, which the others
 * follow; else STYLE_PROPERTY_COUNT. */
StylePropertyId style_property_find_sides(const char *name);

/* The known name, shorthands too, that `name` is nearest to. */
const char *style_property_suggest(const char *name);

/* For the fields of one number: lengths, numbers, counts, bools, colours. */
void style_property_set(Style *style, const StyleProperty *property,
                        double number);

/* The place of `word` among `words`, which spaces separate; -1: not there. */
int style_words_find(const char *words, const char *word);

/* The style of an element that says nothing: what its parent hands down. */
void style_inherit(Style *style, const Style *parent);

/* By every field that a row sets; for a GHashTable of Style. */
gboolean style_equal(gconstpointer a, gconstpointer b);
guint style_hash(gconstpointer style);
