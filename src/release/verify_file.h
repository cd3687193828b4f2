/*
 * release/verify_file.h -- one finished file against its manifest entry.
 */
#pragma once

#include "base/diag.h"
#include "release/manifest.h"
#include "release/verify_open.h"

/* The file has the size and hash that `entry` says. */
void verify_file(const ManifestEntry *entry, VerifyOpen *files, Diag *diag);

/* The reader has the same pages on all its papers. */
void verify_papers(const Manifest *manifest, Diag *diag);
