/* release/json_value.c -- reads JSON (RFC 8259) into a small tree. */
/* SPDX-License-Identifier: MIT */

#include "release/json_value.h"

#include "base/error.h"

#include <string.h>

enum {
  DEPTH_MAX = 100
};

typedef struct {
  const char *at;
  const char *start;
  unsigned depth;
  const char *fault; /* what was expected; static */
} Reader;

static JsonValue *read_value(Reader *reader);

static JsonValue *
value_new(JsonKind kind)
{
  JsonValue *value = g_new0(JsonValue, 1);
  value->kind = kind;
  return value;
}

static void
free_item(gpointer item)
{
  json_value_free(item);
}

void
json_value_free(JsonValue *value)
{
  if (!value)
    return;
  g_free(value->text);
  g_clear_pointer(&value->keys, g_ptr_array_unref);
  g_clear_pointer(&value->items, g_ptr_array_unref);
  g_free(value);
}

/* --- reading --- */

static bool
fault(Reader *reader, const char *what)
{
  if (!reader->fault)
    reader->fault = what;
  return false;
}

static void
skip_space(Reader *reader)
{
  reader->at += strspn(reader->at, " \t\r\n");
}

static bool
skip_word(Reader *reader, const char *word)
{
  if (!g_str_has_prefix(reader->at, word))
    return false;
  reader->at += strlen(word);
  return true;
}

static bool
read_hex4(Reader *reader, gunichar *unit)
{
  *unit = 0;
  for (unsigned i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value(*reader->at);
    if (digit < 0)
      return fault(reader, "four hexadecimal digits");
    *unit = *unit * 16 + (gunichar)digit;
    reader->at++;
  }
  return true;
}

/* Behind "\u". */
static bool
read_unicode(Reader *reader, GString *out)
{
  gunichar high = 0, low = 0;
  if (!read_hex4(reader, &high))
    return false;
  if (high >= 0xd800 && high < 0xdc00) {
    if (!skip_word(reader, "\\u") || !read_hex4(reader, &low) || low < 0xdc00 ||
        low > 0xdfff)
      return fault(reader, "the second half of a surrogate pair");
    high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  }
  if (high == 0 || !g_unichar_validate(high))
    return fault(reader, "a character that is allowed");
  g_string_append_unichar(out, high);
  return true;
}

static bool
read_escape(Reader *reader, GString *out)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  char letter = *reader->at;
  if (letter == 'u') {
    reader->at++;
    return read_unicode(reader, out);
  }
  const char *found = letter ? strchr(letters, letter) : NULL;
  if (!found)
    return fault(reader, "an escape");
  g_string_append_c(out, values[found - letters]);
  reader->at++;
  return true;
}

/* (transfer full), or NULL. */
static char *
read_text(Reader *reader)
{
  if (!skip_word(reader, "\"")) {
    fault(reader, "a string");
    return NULL;
  }
  g_autoptr(GString) out = g_string_new(NULL);
  while (*reader->at != '"') {
    if ((guchar)*reader->at < 0x20) {
      fault(reader, "the end of a string");
      return NULL;
    }
    if (*reader->at != '\\')
      g_string_append_c(out, *reader->at++);
    else if (reader->at++, !read_escape(reader, out))
      return NULL;
  }
  reader->at++;
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static JsonValue *
read_count(Reader *reader)
{
  guint64 count = 0;
  gsize digits = strspn(reader->at, "0123456789");
  g_autofree char *text = g_strndup(reader->at, digits);
  bool zero = *text == '0' && digits > 1;
  if (zero ||
      !g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT64, &count, NULL)) {
    fault(reader, "a whole number");
    return NULL;
  }
  reader->at += digits;
  JsonValue *value = value_new(JSON_COUNT);
  value->count = count;
  return value;
}

static JsonValue *
read_array(Reader *reader)
{
  g_autoptr(JsonValue) value = value_new(JSON_ARRAY);
  value->items = g_ptr_array_new_with_free_func(free_item);
  skip_space(reader);
  if (skip_word(reader, "]"))
    return g_steal_pointer(&value);
  do {
    JsonValue *item = read_value(reader);
    if (!item)
      return NULL;
    g_ptr_array_add(value->items, item);
  } while (skip_word(reader, ","));
  if (!skip_word(reader, "]")) {
    fault(reader, "a comma or ]");
    return NULL;
  }
  return g_steal_pointer(&value);
}

static bool
read_member(Reader *reader, JsonValue *object)
{
  skip_space(reader);
  g_autofree char *key = read_text(reader);
  if (!key)
    return false;
  if (json_value_find(object, key))
    return fault(reader, "a key that is not there yet");
  skip_space(reader);
  if (!skip_word(reader, ":"))
    return fault(reader, "a colon");
  JsonValue *item = read_value(reader);
  if (!item)
    return false;
  g_ptr_array_add(object->keys, g_steal_pointer(&key));
  g_ptr_array_add(object->items, item);
  return true;
}

static JsonValue *
read_object(Reader *reader)
{
  g_autoptr(JsonValue) value = value_new(JSON_OBJECT);
  value->keys = g_ptr_array_new_with_free_func(g_free);
  value->items = g_ptr_array_new_with_free_func(free_item);
  skip_space(reader);
  if (skip_word(reader, "}"))
    return g_steal_pointer(&value);
  do {
    if (!read_member(reader, value))
      return NULL;
  } while (skip_word(reader, ","));
  if (!skip_word(reader, "}")) {
    fault(reader, "a comma or }");
    return NULL;
  }
  return g_steal_pointer(&value);
}

static JsonValue *
read_leaf(Reader *reader)
{
  if (skip_word(reader, "null"))
    return value_new(JSON_NULL);
  bool truth = skip_word(reader, "true");
  if (truth || skip_word(reader, "false")) {
    JsonValue *value = value_new(JSON_BOOL);
    value->truth = truth;
    return value;
  }
  if (*reader->at != '"')
    return read_count(reader);
  char *text = read_text(reader);
  if (!text)
    return NULL;
  JsonValue *value = value_new(JSON_TEXT);
  value->text = text;
  return value;
}

/* Also skips the white space on both sides. */
static JsonValue *
read_value(Reader *reader)
{
  if (reader->depth >= DEPTH_MAX) {
    fault(reader, "less nesting");
    return NULL;
  }
  reader->depth++;
  skip_space(reader);
  JsonValue *value = NULL;
  if (skip_word(reader, "{"))
    value = read_object(reader);
  else if (skip_word(reader, "["))
    value = read_array(reader);
  else
    value = read_leaf(reader);
  skip_space(reader);
  reader->depth--;
  return value;
}

JsonValue *
json_value_read(GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autofree char *text = g_strndup(data ? data : "", length);
  Reader reader = { .at = text, .start = text };
  g_autoptr(JsonValue) value = NULL;
  if (strlen(text) != length || !g_utf8_validate(text, -1, NULL))
    fault(&reader, "UTF-8 text");
  else
    value = read_value(&reader);
  if (value && *reader.at)
    fault(&reader, "the end of the file");
  if (!reader.fault)
    return g_steal_pointer(&value);
  unsigned line = 1;
  for (const char *p = text; p < reader.at; p++)
    line += *p == '\n';
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED, "line %u: expected %s",
              line, reader.fault);
  return NULL;
}

/* --- finding --- */

const JsonValue *
json_value_find(const JsonValue *value, const char *key)
{
  if (!value || value->kind != JSON_OBJECT)
    return NULL;
  for (unsigned i = 0; i < value->keys->len; i++) {
    if (strcmp(g_ptr_array_index(value->keys, i), key) == 0)
      return g_ptr_array_index(value->items, i);
  }
  return NULL;
}

const char *
json_value_find_text(const JsonValue *value, const char *key)
{
  const JsonValue *found = json_value_find(value, key);
  return found && found->kind == JSON_TEXT ? found->text : NULL;
}

bool
json_value_find_count(const JsonValue *value, const char *key, guint64 *count)
{
  const JsonValue *found = json_value_find(value, key);
  if (!found || found->kind != JSON_COUNT)
    return false;
  *count = found->count;
  return true;
}

const GPtrArray *
json_value_find_items(const JsonValue *value, const char *key)
{
  const JsonValue *found = json_value_find(value, key);
  return found && found->kind == JSON_ARRAY ? found->items : NULL;
}
