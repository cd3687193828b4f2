/* content/field.c -- typed fields of a map, read by a table. */
/* SPDX-License-Identifier: MIT */

#include "content/field.h"

#include "base/bytes.h"
#include "base/nearest.h"
#include "content/value.h"

#include <string.h>

enum {
  SHOWN_MAX = 60, /* characters of a foreign text in a message */
  NUMBER_MAX = 1000000
};

typedef bool (*IsValid)(const char *text);

/* A choice is stored by its index. */
_Static_assert(sizeof(MetaKind) == sizeof(unsigned), "enums are unsigned");
_Static_assert(sizeof(MetaDirection) == sizeof(unsigned), "enums are unsigned");

static DiagPos
key_pos(const ContentYaml *value, const ContentFieldContext *context)
{
  return (DiagPos){ context->source, value->key_pos.line,
                    value->key_pos.column };
}

static DiagPos
value_pos(const ContentYaml *value, const ContentFieldContext *context)
{
  return (DiagPos){ context->source, value->pos.line, value->pos.column };
}

char *
content_field_text(const ContentYaml *value)
{
  g_autoptr(GString) text = g_string_new(NULL);

  for (const char *p = value->text; *p != '\0'; p++) {
    if (!g_ascii_isspace(*p))
      g_string_append_c(text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c(text, ' ');
  }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate(text, text->len - 1);
  return g_strdup(text->str);
}

/* What was found, in words: a list, or the text itself.  (transfer full) */
static char *
found(const ContentYaml *value)
{
  if (value->kind != CONTENT_YAML_TEXT)
    return g_strdup(content_yaml_kind_name(value->kind));
  if (content_yaml_is_null(value))
    return g_strdup("nothing");

  g_autofree char *shown = bytes_printable(value->text, SHOWN_MAX);

  return g_strdup_printf("\"%s\"", shown);
}

void
content_field_report_type(const ContentYaml *value, const char *key,
                          const char *wanted, const char *example,
                          const ContentFieldContext *context)
{
  g_autofree char *was = found(value);
  bool is_list = strcmp(wanted, "a list of texts") == 0;

  diag_report(
      context->diag, DIAG_CONTENT, value_pos(value, context),
      value->kind == CONTENT_YAML_TEXT && !is_list ? "bad-value" : "wrong-type",
      "%s wants %s, not %s; write \"%s: %s\"", key, wanted, was, key, example);
}

static void
store_text(void *target, const ContentField *field, char *text)
{
  char **slot = (char **)(void *)((char *)target + field->offset);

  g_free(*slot);
  *slot = text;
}

static void
store_unsigned(void *target, const ContentField *field, unsigned number)
{
  memcpy((char *)target + field->offset, &number, sizeof number);
}

static void
read_text(const ContentYaml *value, const ContentField *field, void *target,
          const char *wanted, IsValid is_valid,
          const ContentFieldContext *context)
{
  g_autofree char *text =
      value->kind == CONTENT_YAML_TEXT ? content_field_text(value) : NULL;

  if (text == NULL || text[0] == '\0' || (is_valid && !is_valid(text))) {
    content_field_report_type(value, field->key, wanted, field->example,
                              context);
    return;
  }
  store_text(target, field, g_steal_pointer(&text));
}

static void
read_texts(const ContentYaml *value, const ContentField *field, void *target,
           const ContentFieldContext *context)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new();
  GStrv *slot = (GStrv *)(void *)((char *)target + field->offset);

  if (value->kind != CONTENT_YAML_LIST) {
    content_field_report_type(value, field->key, "a list of texts",
                              field->example, context);
    return;
  }
  for (unsigned i = 0; i < value->children->len; i++) {
    const ContentYaml *child = g_ptr_array_index(value->children, i);

    if (child->kind != CONTENT_YAML_TEXT || content_yaml_is_null(child)) {
      content_field_report_type(child, field->key, "a list of texts",
                                field->example, context);
      return;
    }

    g_autofree char *text = content_field_text(child);

    g_strv_builder_add(texts, text);
  }
  g_strfreev(*slot);
  *slot = g_strv_builder_end(texts);
}

static void
read_bool(const ContentYaml *value, const ContentField *field, void *target,
          const ContentFieldContext *context)
{
  bool *slot = (bool *)((char *)target + field->offset);
  bool plain = value->kind == CONTENT_YAML_TEXT && !value->quoted;

  if (plain && strcmp(value->text, "true") == 0)
    *slot = true;
  else if (plain && strcmp(value->text, "false") == 0)
    *slot = false;
  else
    content_field_report_type(value, field->key,
                              "true or false without quotation marks",
                              field->example, context);
}

static void
read_number(const ContentYaml *value, const ContentField *field, void *target,
            const ContentFieldContext *context)
{
  guint64 number = 0;

  if (value->kind != CONTENT_YAML_TEXT ||
      !g_ascii_string_to_unsigned(value->text, 10, 1, NUMBER_MAX, &number,
                                  NULL)) {
    content_field_report_type(value, field->key, "a whole number from 1",
                              field->example, context);
    return;
  }
  store_unsigned(target, field, (unsigned)number);
}

static void
read_choice(const ContentYaml *value, const ContentField *field, void *target,
            const ContentFieldContext *context)
{
  for (unsigned i = 0;
       value->kind == CONTENT_YAML_TEXT && field->words[i] != NULL; i++)
    if (strcmp(value->text, field->words[i]) == 0) {
      store_unsigned(target, field, i);
      return;
    }

  g_autofree char *words = g_strjoinv(
      ", ", (char **)(void *)(guintptr)field->words); /* only reads them */
  g_autofree char *wanted = g_strdup_printf("one of %s", words);
  Nearest nearest = { .wanted = value->text };

  for (unsigned i = 0;
       value->kind == CONTENT_YAML_TEXT && field->words[i] != NULL; i++)
    nearest_offer(&nearest, field->words[i]);
  content_field_report_type(
      value, field->key, wanted,
      nearest.name != NULL ? nearest.name : field->example, context);
}

static void
read_group(const ContentYaml *value, const ContentField *field, void *target,
           const ContentFieldContext *context)
{
  if (value->kind != CONTENT_YAML_MAP) {
    content_field_report_type(value, field->key, "a group of keys",
                              field->example, context);
    return;
  }
  content_field_read(value, field->fields, (char *)target + field->offset,
                     context);
}

static void
read_field(const ContentYaml *value, const ContentField *field, void *target,
           const ContentFieldContext *context)
{
  switch (field->kind) {
  case CONTENT_FIELD_TEXT:
    read_text(value, field, target, "a text", NULL, context);
    break;
  case CONTENT_FIELD_TEXTS:
    read_texts(value, field, target, context);
    break;
  case CONTENT_FIELD_BOOL:
    read_bool(value, field, target, context);
    break;
  case CONTENT_FIELD_NUMBER:
    read_number(value, field, target, context);
    break;
  case CONTENT_FIELD_DATE:
    read_text(value, field, target, "a day of the calendar",
              content_value_is_date, context);
    break;
  case CONTENT_FIELD_ARTICLE_ID:
    read_text(value, field, target,
              "small letters a to z, digits and hyphens, at most 100",
              content_value_is_article_id, context);
    break;
  case CONTENT_FIELD_BOOK_ID:
    read_text(value, field, target,
              "small letters a to z, digits, dots and hyphens, at most 100",
              content_value_is_book_id, context);
    break;
  case CONTENT_FIELD_LANGUAGE:
    read_text(value, field, target, "a language tag (BCP 47)",
              content_value_is_language, context);
    break;
  case CONTENT_FIELD_ADDRESS:
    read_text(value, field, target, "an http or https address",
              content_value_is_address, context);
    break;
  case CONTENT_FIELD_ISBN:
    read_text(value, field, target, "an ISBN of 13 digits whose last is right",
              content_value_is_isbn, context);
    break;
  case CONTENT_FIELD_CHOICE:
    read_choice(value, field, target, context);
    break;
  case CONTENT_FIELD_GROUP:
    read_group(value, field, target, context);
    break;
  case CONTENT_FIELD_OTHER:
    break;
  }
}

static void
report_unknown(const ContentYaml *member, const ContentField *fields,
               const ContentFieldContext *context)
{
  g_autofree char *shown = bytes_printable(member->key, SHOWN_MAX);
  Nearest nearest = { .wanted = member->key };

  for (const ContentField *field = fields; field->key != NULL; field++)
    nearest_offer(&nearest, field->key);
  diag_report(context->diag, DIAG_CONTENT, key_pos(member, context),
              "unknown-key",
              "there is no key \"%s\" here; the nearest is \"%s\"", shown,
              nearest.name);
}

static const ContentField *
find_field(const ContentField *fields, const char *key)
{
  for (const ContentField *field = fields; field->key != NULL; field++)
    if (strcmp(field->key, key) == 0)
      return field;
  return NULL;
}

static void
report_missing(const ContentYaml *map, const ContentField *field,
               const ContentFieldContext *context)
{
  const ContentYaml *member = content_yaml_find(map, field->key);

  diag_report(context->diag, DIAG_CONTENT,
              value_pos(member != NULL ? member : map, context), "missing-key",
              "%s is missing; write \"%s: %s\"", field->key, field->key,
              field->example);
}

void
content_field_read(const ContentYaml *map, const ContentField *fields,
                   void *target, const ContentFieldContext *context)
{
  for (unsigned i = 0; i < map->children->len; i++) {
    const ContentYaml *member = g_ptr_array_index(map->children, i);
    const ContentField *field = find_field(fields, member->key);

    if (field == NULL)
      report_unknown(member, fields, context);
    else if (!content_yaml_is_null(member))
      read_field(member, field, target, context);
  }
  for (const ContentField *field = fields; field->key != NULL; field++) {
    const ContentYaml *member = content_yaml_find(map, field->key);

    if (field->required && (member == NULL || content_yaml_is_null(member)))
      report_missing(map, field, context);
  }
}
