/*
 * content/helplines.h -- helplines.yaml: the only telephone numbers that a book
 * may print.
 *
 *     - id: samhsa
 *       country: US
 *       name: National Helpline
 *       number: 1-800-662-4357
 *       reach: call            # or text, or call or text
 *       hours: always          # other words are printed as they are
 *       always: true           # its operator says 24/7
 *       source: samhsa-helpline
 *       checked: {by: a real name, on: 2026-11-22, how: on its own page}
 *       expires: 2027-05-22
 *
 * `checked: null` says that nobody has checked the row yet; `conflict: true`
 * that sources differ about the number, which is then never printed.
 *
 * Errors     as content/field.h; duplicate-helpline, missing-key.
 */
#pragma once

#include "content/registry_file.h"

#define CONTENT_HELPLINES_FILE "helplines.yaml"

bool content_helplines_load(const ContentRegistryContext *context,
                            GError **error);
