/*
 * content/registry_file.h -- a file of data beside the articles: a YAML list of
 * rows, or a map.
 *
 * Errors     missing and unreadable rows are reported with their position; a
 *            file that is not there is none.
 */
#pragma once

#include "base/path.h"
#include "content/field.h"
#include "doc/book.h"

typedef struct {
  const PathRoot *root;
  Book *book;
  Diag *diag;
} ContentRegistryContext;

/* The file's content, or NULL in `*yaml` if there is no such file or it is no
 * YAML of that kind, which was reported.  False only if it cannot be read. */
bool content_registry_file_read(const ContentRegistryContext *context,
                                const char *file, ContentYamlKind kind,
                                ContentYaml **yaml, GError **error);

typedef void ContentRegistryRowFunc(const ContentYaml *row, DiagPos pos,
                                    const ContentRegistryContext *context);

/* Calls `add` for each row of a file that is a list of rows.  False only if it
 * cannot be read. */
bool content_registry_file_load(const ContentRegistryContext *context,
                                const char *file, ContentRegistryRowFunc *add,
                                GError **error);

/* The rows of a list that are maps; for the others a message.
 * (transfer container) */
GPtrArray *content_registry_file_rows(const ContentYaml *list,
                                      const ContentFieldContext *context);

/* Reports `added`, a RegistryRow of `rows`, if one before it has its id. */
void content_registry_file_check_id(const GPtrArray *rows, gconstpointer added,
                                    const char *code, Diag *diag);

DiagPos content_registry_file_pos(const ContentYaml *node, const char *file);

/* Of a text member; file and line 0 where there is none. */
DiagPos content_registry_file_member(const ContentYaml *map, const char *key,
                                     const char *file);
