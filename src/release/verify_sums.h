/*
 * release/verify_sums.h -- SHA256SUMS against the files and the manifest.
 */
#pragma once

#include "base/diag.h"
#include "release/manifest.h"
#include "release/verify_set.h"

void verify_sums(const VerifySet *set, const Manifest *manifest, Diag *diag);
