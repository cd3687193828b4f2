/*
 * content/yaml.h -- the part of YAML that book files need, with positions.
 *
 * content_yaml_parse() turns one document into a small tree of texts, lists
 * and maps.  Every text stays a text: what `true` or `2026-11-22` means is for
 * the reader of the field to say (field.h), so "edition: 2026.10" is never
 * the number 2026.1.
 *
 * Refused    Anchors, aliases, tags and merge keys (a file says what it says
 *            where it says it), keys that are no text, a key twice in a map, a
 *            second document, nesting over 100, more than 1 MiB, characters
 *            that are no text, also when written as an escape.
 * Ownership  The root owns the whole tree.
 * Errors     Reported to the Diag as DIAG_CONTENT, and NULL returned.
 */
#pragma once

#include "base/diag.h"

enum {
  CONTENT_YAML_BYTES_MAX = 1024 * 1024,
  CONTENT_YAML_DEPTH_MAX = 100
};

typedef enum {
  CONTENT_YAML_TEXT,
  CONTENT_YAML_LIST,
  CONTENT_YAML_MAP
} ContentYamlKind;

/* Lines from 1 in the file; columns from 1, in bytes. */
typedef struct {
  unsigned line;
  unsigned column;
} ContentYamlPos;

typedef struct {
  ContentYamlKind kind;
  ContentYamlPos pos;
  char *key; /* of a map's member; else NULL */
  ContentYamlPos key_pos;
  char *text;          /* of a text; else NULL */
  bool quoted;         /* the text was quoted, or a block */
  GPtrArray *children; /* of ContentYaml, for lists and maps; else NULL */
} ContentYaml;

typedef struct {
  const char *source; /* file name, for messages */
  const char *text;   /* not NUL-terminated */
  gsize length;
  unsigned first_line; /* of the file, that `text` begins in */
} ContentYamlInput;

/* An empty document is an empty map.  (transfer full) */
ContentYaml *content_yaml_parse(const ContentYamlInput *input, Diag *diag);
void content_yaml_free(ContentYaml *node); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ContentYaml, content_yaml_free)

/* The map's member of that key, or NULL. */
const ContentYaml *content_yaml_find(const ContentYaml *map, const char *key);

/* Nothing was said: an empty value or "", `null` or `~`. */
bool content_yaml_is_null(const ContentYaml *node);

const char *content_yaml_kind_name(ContentYamlKind kind); /* "a list"; static */
