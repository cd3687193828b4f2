/*
 * release/json_value.h -- reads JSON (RFC 8259) into a small tree.
 *
 * For our own manifests, so strict: one value, UTF-8, no duplicate keys, at
 * most 100 levels.  Numbers are whole and not negative; others are refused.
 *
 * Ownership  A value owns all that is below it.
 * Errors     ERROR_REFUSED with the line.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
  JSON_NULL,
  JSON_BOOL,
  JSON_COUNT,
  JSON_TEXT,
  JSON_ARRAY,
  JSON_OBJECT
} JsonKind;

typedef struct {
  JsonKind kind;
  bool truth;       /* JSON_BOOL */
  guint64 count;    /* JSON_COUNT */
  char *text;       /* JSON_TEXT: without NUL */
  GPtrArray *keys;  /* of char *: JSON_OBJECT */
  GPtrArray *items; /* of JsonValue: JSON_ARRAY, JSON_OBJECT */
} JsonValue;

/* (transfer full) */
JsonValue *json_value_read(GBytes *bytes, GError **error);
void json_value_free(JsonValue *value); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JsonValue, json_value_free)

/* The member of an object; NULL if there is none, or `value` is NULL or no
 * object. */
const JsonValue *json_value_find(const JsonValue *value, const char *key);

/* The member's text, or NULL if it is none. */
const char *json_value_find_text(const JsonValue *value, const char *key);

/* The member's number in `*count`; false if it is none. */
bool json_value_find_count(const JsonValue *value, const char *key,
                           guint64 *count);

/* The member's items as JsonValue; NULL if it is no array. */
const GPtrArray *json_value_find_items(const JsonValue *value, const char *key);
