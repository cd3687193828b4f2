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
add_source(const ContentYaml *row, DiagPos pos,
           const ContentRegistryContext *context)
{
  ContentFieldContext field_context = { CONTENT_SOURCES_FILE, context->diag };
  Registry *registry = context->book->registry;
  Source *source = registry_add_source(registry, pos);

  content_field_read(row, fields, source, &field_context);
  content_registry_file_check_id(registry->sources, source, "duplicate-source",
                                 context->diag);
}

bool
content_sources_load(const ContentRegistryContext *context, GError **error)
{
  return content_registry_file_load(context, CONTENT_SOURCES_FILE, add_source,
                                    error);
}
