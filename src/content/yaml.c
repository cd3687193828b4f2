/* content/yaml.c -- libfyaml's events become a small tree with positions. */
/* SPDX-License-Identifier: MIT */

#include "content/yaml.h"

#include "base/bytes.h"

#include <libfyaml.h>
#include <string.h>

typedef struct {
  const ContentYamlInput *input;
  Diag *diag;
  struct fy_parser *parser;
  struct fy_diag *messages;
} Parse;

static ContentYaml *read_node(Parse *parse, struct fy_event *event,
                              unsigned depth);

static void
child_free(gpointer data)
{
  content_yaml_free(data);
}

void
content_yaml_free(ContentYaml *node)
{
  if (node == NULL)
    return;
  g_free(node->key);
  g_free(node->text);
  if (node->children != NULL)
    g_ptr_array_unref(node->children);
  g_free(node);
}

static ContentYaml *
node_new(ContentYamlKind kind, ContentYamlPos pos)
{
  ContentYaml *node = g_new0(ContentYaml, 1);

  node->kind = kind;
  node->pos = pos;
  if (kind != CONTENT_YAML_TEXT)
    node->children = g_ptr_array_new_with_free_func(child_free);
  return node;
}

const char *
content_yaml_kind_name(ContentYamlKind kind)
{
  switch (kind) {
  case CONTENT_YAML_TEXT:
    return "a text";
  case CONTENT_YAML_LIST:
    return "a list";
  case CONTENT_YAML_MAP:
    return "a group of keys";
  }
  g_return_val_if_reached("");
}

const ContentYaml *
content_yaml_find(const ContentYaml *map, const char *key)
{
  if (map->kind != CONTENT_YAML_MAP)
    return NULL;
  for (unsigned i = 0; i < map->children->len; i++) {
    const ContentYaml *child = g_ptr_array_index(map->children, i);

    if (strcmp(child->key, key) == 0)
      return child;
  }
  return NULL;
}

bool
content_yaml_is_null(const ContentYaml *node)
{
  if (node->kind != CONTENT_YAML_TEXT)
    return false;
  return node->text[0] == '\0' ||
         (!node->quoted &&
          (strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0));
}

static DiagPos
diag_pos(const Parse *parse, ContentYamlPos pos)
{
  return (DiagPos){ parse->input->source, pos.line, pos.column };
}

/* The library counts columns in characters, we in bytes: so from the offset.
 * An event without a token, such as an empty value's, stands nowhere. */
static ContentYamlPos
event_pos(const Parse *parse, struct fy_event *event)
{
  const struct fy_mark *mark = fy_event_start_mark(event);

  if (mark == NULL)
    return (ContentYamlPos){ parse->input->first_line, 1 };

  const char *text = parse->input->text;
  gsize offset = MIN(mark->input_pos, parse->input->length);
  const char *newline = offset > 0 ? memrchr(text, '\n', offset) : NULL;
  gsize start = newline != NULL ? (gsize)(newline - text) + 1 : 0;

  return (ContentYamlPos){ parse->input->first_line + (unsigned)mark->line,
                           (unsigned)(offset - start) + 1 };
}

static void
report_library(Parse *parse)
{
  void *iterator = NULL;
  const struct fy_diag_error *error =
      fy_diag_errors_iterate(parse->messages, &iterator);

  if (error == NULL) {
    diag_report(parse->diag, DIAG_CONTENT,
                (DiagPos){ parse->input->source, parse->input->first_line, 1 },
                "bad-yaml", "this is no YAML; write one \"key: value\" a line");
    return;
  }
  diag_report(
      parse->diag, DIAG_CONTENT,
      (DiagPos){ parse->input->source,
                 parse->input->first_line + (unsigned)MAX(error->line, 1) - 1,
                 (unsigned)MAX(error->column, 1) },
      "bad-yaml",
      "this is no YAML (%.120s); put quotation marks around a text "
      "that holds \": \" or \" #\" or begins with a sign",
      error->msg);
}

/* (transfer full) */
static struct fy_event *
next_event(Parse *parse)
{
  struct fy_event *event = fy_parser_parse(parse->parser);

  if (event == NULL)
    report_library(parse);
  return event;
}

static bool
is_allowed(Parse *parse, struct fy_event *event)
{
  DiagPos pos = diag_pos(parse, event_pos(parse, event));

  if (event->type == FYET_ALIAS || fy_event_get_anchor_token(event) != NULL) {
    diag_report(parse->diag, DIAG_CONTENT, pos, "yaml-alias",
                "anchors (&name) and aliases (*name) are not read here; "
                "write the value out, or put quotation marks around it");
    return false;
  }
  if (fy_event_get_tag_token(event) != NULL) {
    diag_report(parse->diag, DIAG_CONTENT, pos, "yaml-tag",
                "tags (!name) are not read here; leave it out, or put "
                "quotation marks around the text");
    return false;
  }
  return true;
}

static ContentYaml *
read_text(Parse *parse, struct fy_event *event)
{
  size_t length = 0;
  const char *text = fy_token_get_text(event->scalar.value, &length);
  ContentYamlPos pos = event_pos(parse, event);
  gsize bad = 0;

  if (text == NULL)
    length = 0;
  if (length > 0 && !bytes_is_text(text, length, &bad)) {
    diag_report(parse->diag, DIAG_CONTENT, diag_pos(parse, pos),
                "bad-character",
                "this value holds a character that cannot be printed, written "
                "as an escape; remove it");
    return NULL;
  }

  ContentYaml *node = node_new(CONTENT_YAML_TEXT, pos);
  enum fy_scalar_style style =
      text != NULL ? fy_token_scalar_style(event->scalar.value) : FYSS_PLAIN;

  node->text = g_strndup(text != NULL ? text : "", length);
  node->quoted = style != FYSS_PLAIN;
  if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED)
    node->pos.column--; /* the library points behind the mark */
  return node;
}

static ContentYaml *
read_list(Parse *parse, struct fy_event *event, unsigned depth)
{
  g_autoptr(ContentYaml) list =
      node_new(CONTENT_YAML_LIST, event_pos(parse, event));

  for (;;) {
    struct fy_event *item = next_event(parse);
    bool done = item != NULL && item->type == FYET_SEQUENCE_END;
    ContentYaml *child =
        item == NULL || done ? NULL : read_node(parse, item, depth + 1);

    if (item != NULL)
      fy_parser_event_free(parse->parser, item);
    if (done)
      return g_steal_pointer(&list);
    if (child == NULL)
      return NULL;
    g_ptr_array_add(list->children, child);
  }
}

static bool
is_key_allowed(Parse *parse, const ContentYaml *key, GHashTable *seen)
{
  DiagPos pos = diag_pos(parse, key->pos);

  if (key->kind != CONTENT_YAML_TEXT) {
    diag_report(parse->diag, DIAG_CONTENT, pos, "bad-key",
                "a key is a word, not %s; write \"word: value\"",
                content_yaml_kind_name(key->kind));
    return false;
  }
  if (!key->quoted && strcmp(key->text, "<<") == 0) {
    diag_report(parse->diag, DIAG_CONTENT, pos, "yaml-merge",
                "merge keys (<<) are not read here; write the keys out");
    return false;
  }

  const ContentYaml *first = g_hash_table_lookup(seen, key->text);

  if (first != NULL) {
    g_autofree char *name = bytes_printable(key->text, 60);

    diag_report(parse->diag, DIAG_CONTENT, pos, "duplicate-key",
                "the key \"%s\" stands here a second time (first in line %u); "
                "keep one",
                name, first->key_pos.line);
    return false;
  }
  return true;
}

/* Gives `value` its key, and adds it to the map. */
static void
add_member(ContentYaml *map, ContentYaml *key, ContentYaml *value,
           GHashTable *seen)
{
  value->key = g_steal_pointer(&key->text);
  value->key_pos = key->pos;
  if (content_yaml_is_null(value) && !value->quoted)
    value->pos = key->pos; /* an empty value stands nowhere */
  g_ptr_array_add(map->children, value);
  g_hash_table_insert(seen, value->key, value);
}

static bool
read_member(Parse *parse, ContentYaml *map, struct fy_event *event,
            unsigned depth, GHashTable *seen)
{
  g_autoptr(ContentYaml) key = read_node(parse, event, depth + 1);

  if (key == NULL || !is_key_allowed(parse, key, seen))
    return false;

  struct fy_event *next = next_event(parse);

  if (next == NULL)
    return false;

  ContentYaml *value = read_node(parse, next, depth + 1);

  fy_parser_event_free(parse->parser, next);
  if (value == NULL)
    return false;
  add_member(map, key, value, seen);
  return true;
}

static ContentYaml *
read_map(Parse *parse, struct fy_event *event, unsigned depth)
{
  g_autoptr(ContentYaml) map =
      node_new(CONTENT_YAML_MAP, event_pos(parse, event));
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

  for (;;) {
    struct fy_event *next = next_event(parse);
    bool done = next != NULL && next->type == FYET_MAPPING_END;
    bool added =
        next != NULL && !done && read_member(parse, map, next, depth, seen);

    if (next != NULL)
      fy_parser_event_free(parse->parser, next);
    if (done)
      return g_steal_pointer(&map);
    if (!added)
      return NULL;
  }
}

static ContentYaml *
read_node(Parse *parse, struct fy_event *event, unsigned depth)
{
  if (!is_allowed(parse, event))
    return NULL;
  if (depth > CONTENT_YAML_DEPTH_MAX) {
    diag_report(parse->diag, DIAG_CONTENT,
                diag_pos(parse, event_pos(parse, event)), "yaml-depth",
                "lists and groups are nested more than %d deep; write fewer "
                "levels",
                CONTENT_YAML_DEPTH_MAX);
    return NULL;
  }
  if (event->type == FYET_SCALAR)
    return read_text(parse, event);
  if (event->type == FYET_SEQUENCE_START)
    return read_list(parse, event, depth);
  if (event->type == FYET_MAPPING_START)
    return read_map(parse, event, depth);
  report_library(parse);
  return NULL;
}

/* Reads what is left behind the first document: nothing may be. */
static bool
read_end(Parse *parse)
{
  for (;;) {
    struct fy_event *event = next_event(parse);

    if (event == NULL)
      return false;

    enum fy_event_type type = event->type;
    DiagPos pos = diag_pos(parse, event_pos(parse, event));

    fy_parser_event_free(parse->parser, event);
    if (type == FYET_STREAM_END)
      return true;
    if (type != FYET_DOCUMENT_END) {
      diag_report(parse->diag, DIAG_CONTENT, pos, "bad-yaml",
                  "a second document begins here; keep one, without a line "
                  "\"---\" between its keys");
      return false;
    }
  }
}

static ContentYaml *
read_stream(Parse *parse)
{
  g_autoptr(ContentYaml) root = NULL;

  for (;;) {
    struct fy_event *event = next_event(parse);

    if (event == NULL)
      return NULL;

    enum fy_event_type type = event->type;
    bool opening = type == FYET_STREAM_START || type == FYET_DOCUMENT_START;

    if (!opening && type != FYET_STREAM_END)
      root = read_node(parse, event, 1);
    fy_parser_event_free(parse->parser, event);
    if (type == FYET_STREAM_END)
      return node_new(CONTENT_YAML_MAP,
                      (ContentYamlPos){ parse->input->first_line, 1 });
    if (!opening)
      return root != NULL && read_end(parse) ? g_steal_pointer(&root) : NULL;
  }
}

/* The library would print to stderr; a diag that collects keeps it quiet. */
static struct fy_diag *
collector_new(void)
{
  struct fy_diag_cfg config;

  fy_diag_cfg_default(&config);
  config.fp = NULL;
  config.level = FYET_ERROR;

  struct fy_diag *messages = fy_diag_create(&config);

  g_assert(messages != NULL);
  fy_diag_set_collect_errors(messages, true);
  return messages;
}

ContentYaml *
content_yaml_parse(const ContentYamlInput *input, Diag *diag)
{
  Parse parse = { .input = input, .diag = diag };
  ContentYaml *root = NULL;

  if (input->length > CONTENT_YAML_BYTES_MAX) {
    diag_report(diag, DIAG_CONTENT,
                (DiagPos){ input->source, input->first_line, 1 }, "yaml-size",
                "the keys here are larger than 1 MiB; move the text into the "
                "article");
    return NULL;
  }
  if (input->length == 0) /* the library does not take nothing */
    return node_new(CONTENT_YAML_MAP, (ContentYamlPos){ input->first_line, 1 });
  parse.messages = collector_new();

  struct fy_parse_cfg config = { .flags = FYPCF_QUIET |
                                          FYPCF_DISABLE_DEPTH_LIMIT |
                                          FYPCF_DEFAULT_VERSION_1_2,
                                 .diag = parse.messages };

  parse.parser = fy_parser_create(&config);
  g_assert(parse.parser != NULL);
  if (fy_parser_set_string(parse.parser, input->text, input->length) == 0)
    root = read_stream(&parse);
  fy_parser_destroy(parse.parser);
  fy_diag_destroy(parse.messages);
  return root;
}
