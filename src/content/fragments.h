/*
 * content/fragments.h -- NAME.md in the folder fragments: texts that articles
 * take in by
 * {{include NAME}}.
 */
#pragma once

#include "content/registry_file.h"

#define CONTENT_FRAGMENTS_FOLDER "fragments"

/* False only if a file that is there cannot be read. */
bool content_fragments_load(const ContentRegistryContext *context,
                            GError **error);
