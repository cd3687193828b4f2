/*
 * content/field.h -- typed fields: a table says which keys a map may have and
 * where their values go in a struct.
 *
 * Whatever does not fit its row is reported with its position, what was found
 * and what to write, and the struct's field stays as it was.
 *
 * Errors     unknown-key, missing-key, wrong-type, bad-value.
 */
#pragma once

#include "content/yaml.h"

#include <stddef.h>

typedef enum {
  CONTENT_FIELD_TEXT,       /* char *; white space collapsed to single spaces */
  CONTENT_FIELD_TEXTS,      /* GStrv, never NULL */
  CONTENT_FIELD_BOOL,       /* bool */
  CONTENT_FIELD_NUMBER,     /* unsigned, from 1 */
  CONTENT_FIELD_DATE,       /* char * */
  CONTENT_FIELD_ARTICLE_ID, /* char * */
  CONTENT_FIELD_BOOK_ID,    /* char * */
  CONTENT_FIELD_LANGUAGE,   /* char * */
  CONTENT_FIELD_ADDRESS,    /* char * */
  CONTENT_FIELD_ISBN,       /* char * */
  CONTENT_FIELD_CHOICE,     /* an enum: the index of the word in `words` */
  CONTENT_FIELD_GROUP,      /* a struct of its own, by `fields` */
  CONTENT_FIELD_OTHER       /* known, and read by the caller */
} ContentFieldKind;

typedef struct ContentField ContentField;

struct ContentField {
  const char *key; /* NULL ends the table */
  ContentFieldKind kind;
  bool required;
  size_t offset;              /* of the struct's member */
  const char *example;        /* what to write, as it stands behind "key: " */
  const char *const *words;   /* of a choice; ends with NULL */
  const ContentField *fields; /* of a group */
};

typedef struct {
  const char *source; /* file name, for messages */
  Diag *diag;
} ContentFieldContext;

/* Reads the members of `map` into the struct at `target`. */
void content_field_read(const ContentYaml *map, const ContentField *fields,
                        void *target, const ContentFieldContext *context);

/* "key: found X, but … ; write …": for fields that a caller reads himself. */
void content_field_report_type(const ContentYaml *value, const char *key,
                               const char *wanted, const char *example,
                               const ContentFieldContext *context);

/* The value's text with its white space collapsed.  (transfer full) */
char *content_field_text(const ContentYaml *value);
