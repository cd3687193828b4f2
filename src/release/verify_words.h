/*
 * release/verify_words.h -- the reading-order proof: the structure tree of a
 * PDF says the words of the EPUB, article by article, in the same order.
 *
 * What a validator cannot see: two marks that change places leave a tree
 * without fault, and nonsense for those who listen.
 *
 * Furniture  A handout has a line above its title (the part) and may have one
 *            under it (what makes it less sure); links to other articles say
 *            their page only where there is one.
 */
#pragma once

#include "base/diag.h"
#include "release/manifest.h"
#include "release/verify_open.h"

/* The file `entry`, if it is a PDF, with the release's EPUB; nothing where
 * there is none. */
void verify_words(const Manifest *manifest, const ManifestEntry *entry,
                  VerifyOpen *files, Diag *diag);
