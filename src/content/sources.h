/*
 * content/sources.h -- sources.yaml: the ledger of what the book's figures and
 * claims rest on.
 *
 *     - id: who-withdrawal
 *       citation: World Health Organization, Clinical Guidelines …, 2009
 *       address: https://…     # where it can be read; may be left out
 *       read: 2026-11-22       # the day that it was read
 *       status: read           # or second-hand, or unverified
 *       supports: [8 to 24 hours, 4 to 10 days]
 *
 * Errors     as content/field.h; duplicate-source.
 */
#pragma once

#include "content/registry_file.h"

#define CONTENT_SOURCES_FILE "sources.yaml"

bool content_sources_load(const ContentRegistryContext *context,
                          GError **error);

/* Reads a status by itself: "read", "second-hand", "unverified"; ends with
 * NULL. */
extern const char *const content_sources_statuses[];
