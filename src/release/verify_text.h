/*
 * release/verify_text.h -- the plain text edition: valid text, lines that fit,
 * page labels in order.
 */
#pragma once

#include "base/diag.h"
#include "release/manifest.h"

void verify_text(const ManifestEntry *entry, GBytes *bytes, Diag *diag);

/* Every label of `pages` (of ReleasePage) stands in the text as "[page 12]", in
 * their order. */
void verify_text_pages(const ManifestEntry *entry, GBytes *bytes,
                       const GArray *pages, Diag *diag);
