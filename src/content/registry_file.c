/* content/registry_file.c -- a YAML file of data beside the articles. */
/* SPDX-License-Identifier: MIT */

#include "content/registry_file.h"

#include "base/bytes.h"

static ContentYaml *
parse(GBytes *bytes, const char *file, Diag *diag)
{
  ContentYamlInput input = { .source = file, .first_line = 1 };
  gsize bad = 0;

  input.text = g_bytes_get_data(bytes, &input.length);
  if (input.length == 0 || bytes_is_text(input.text, input.length, &bad))
    return content_yaml_parse(&input, diag);
  diag_report(diag, DIAG_ERROR, (DiagPos){ file, 0, 0 }, "not-text",
              "byte %" G_GSIZE_FORMAT " is no text; save the file as UTF-8, "
              "without control characters",
              bad + 1);
  return NULL;
}

/* An empty file is an empty map, and also an empty list. */
static bool
is_kind(const ContentYaml *yaml, ContentYamlKind kind)
{
  return yaml->kind == kind ||
         (yaml->kind == CONTENT_YAML_MAP && yaml->children->len == 0);
}

bool
content_registry_file_read(const ContentRegistryContext *context,
                           const char *file, ContentYamlKind kind,
                           ContentYaml **yaml, GError **error)
{
  *yaml = NULL;
  if (!path_root_has(context->root, file))
    return true;

  g_autoptr(GBytes) bytes =
      path_root_read(context->root, file, CONTENT_YAML_BYTES_MAX, error);

  if (bytes == NULL)
    return false;

  g_autoptr(ContentYaml) root = parse(bytes, file, context->diag);

  if (root == NULL)
    return true;
  if (is_kind(root, kind))
    *yaml = g_steal_pointer(&root);
  else
    diag_report(context->diag, DIAG_ERROR,
                content_registry_file_pos(root, file), "wrong-type",
                "this file is %s; write %s", content_yaml_kind_name(root->kind),
                kind == CONTENT_YAML_LIST ? "one \"- id: …\" for each row"
                                          : "one \"key: value\" a line");
  return true;
}

GPtrArray *
content_registry_file_rows(const ContentYaml *list,
                           const ContentFieldContext *context)
{
  GPtrArray *rows = g_ptr_array_new();

  for (unsigned i = 0; i < list->children->len; i++) {
    ContentYaml *row = g_ptr_array_index(list->children, i);

    if (row->kind == CONTENT_YAML_MAP)
      g_ptr_array_add(rows, row);
    else
      diag_report(context->diag, DIAG_ERROR,
                  content_registry_file_pos(row, context->source), "wrong-type",
                  "a row is a group of keys, not %s; write \"- id: a-name\" "
                  "and its other keys below it",
                  content_yaml_kind_name(row->kind));
  }
  return rows;
}

bool
content_registry_file_load(const ContentRegistryContext *context,
                           const char *file, ContentRegistryRowFunc *add,
                           GError **error)
{
  ContentFieldContext field_context = { file, context->diag };
  g_autoptr(ContentYaml) list = NULL;

  if (!content_registry_file_read(context, file, CONTENT_YAML_LIST, &list,
                                  error))
    return false;
  if (list == NULL)
    return true;

  g_autoptr(GPtrArray) rows = content_registry_file_rows(list, &field_context);

  for (unsigned i = 0; i < rows->len; i++) {
    const ContentYaml *row = g_ptr_array_index(rows, i);

    add(row, content_registry_file_pos(row, file), context);
  }
  return true;
}

void
content_registry_file_check_id(const GPtrArray *rows, gconstpointer added,
                               const char *code, Diag *diag)
{
  const RegistryRow *row = added;
  const RegistryRow *first = registry_find_row(rows, row->id);

  if (row->id != NULL && first != row)
    diag_report(diag, DIAG_ERROR, row->pos, code,
                "the id \"%.100s\" stands in line %u already; write another "
                "one",
                row->id, first->pos.line);
}

DiagPos
content_registry_file_pos(const ContentYaml *node, const char *file)
{
  return (DiagPos){ file, node->pos.line, node->pos.column };
}

DiagPos
content_registry_file_member(const ContentYaml *map, const char *key,
                             const char *file)
{
  const ContentYaml *member = content_yaml_find(map, key);

  return member != NULL ? content_registry_file_pos(member, file)
                        : (DiagPos){ file, 0, 0 };
}
