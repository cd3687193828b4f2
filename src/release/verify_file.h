/*
 * release/verify_file.h -- one finished file against its manifest entry.
 */
#pragma once

#include "base/diag.h"
#include "release/manifest.h"

/* `bytes` have the size and hash that `entry` says. */
void verify_file(const ManifestEntry *entry, GBytes *bytes, Diag *diag);

/* The reader has the same pages on all its papers. */
void verify_papers(const Manifest *manifest, Diag *diag);
