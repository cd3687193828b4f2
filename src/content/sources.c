/* content/sources.c -- sources.yaml becomes rows of the registry. */
/* SPDX-License-Identifier: MIT */

#include "content/sources.h"

const char *const content_sources_statuses[] = {
  [SOURCE_READ] = "read",
  [SOURCE_SECOND_HAND] = "second-hand",
  [SOURCE_UNVERIFIED] = "unverified",
  NULL,
};

static const ContentField fields[] = {
  { .key = "id",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .required = true,
    .offset = offsetof(Source, id),
    .example = "cornish-2010" },
  { .key = "citation",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(Source, citation),
    .example = "Cornish and others, BMJ 2010;341:c5475" },
  { .key = "address",
    .kind = CONTENT_FIELD_ADDRESS,
    .offset = offsetof(Source, address),
    .example = "https://example.org/page" },
  { .key = "read",
    .kind = CONTENT_FIELD_DATE,
    .required = true,
    .offset = offsetof(Source, read),
    .example = "2026-11-22" },
  { .key = "status",
    .kind = CONTENT_FIELD_CHOICE,
    .required = true,
    .offset = offsetof(Source, status),
    .example = "second-hand",
    .words = content_sources_statuses },
  { .key = "supports",
    .kind = CONTENT_FIELD_TEXTS,
    .required = true,
    .offset = offsetof(Source, supports),
    .example = "[\"about 9 times the death rate in weeks 1 and 2\"]" },
  { .key = NULL }
};

static void
check_duplicate(const Registry *registry, const Source *added, Diag *diag)
{
  const Source *first = registry_find_source(registry, added->id);

  if (added->id != NULL && first != added)
    diag_report(diag, DIAG_ERROR, added->pos, "duplicate-source",
                "the id \"%s\" stands in line %u already; write another one",
                added->id, first->pos.line);
}

bool
content_sources_load(const ContentRegistryContext *context, GError **error)
{
  g_autoptr(ContentYaml) list = NULL;
  ContentFieldContext field_context = { CONTENT_SOURCES_FILE, context->diag };

  if (!content_registry_file_read(context, CONTENT_SOURCES_FILE,
                                  CONTENT_YAML_LIST, &list, error))
    return false;
  if (list == NULL)
    return true;

  g_autoptr(GPtrArray) rows = content_registry_file_rows(list, &field_context);

  for (unsigned i = 0; i < rows->len; i++) {
    const ContentYaml *row = g_ptr_array_index(rows, i);
    Source *source = registry_add_source(
        context->book->registry,
        content_registry_file_pos(row, CONTENT_SOURCES_FILE));

    content_field_read(row, fields, source, &field_context);
    check_duplicate(context->book->registry, source, context->diag);
  }
  return true;
}
