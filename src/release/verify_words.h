/*
 * release/verify_words.h -- the reading-order proof: the structure tree of a
 * PDF says the words of the EPUB, article by article, in the same order.
 *
 * What a validator cannot see: two marks that change places leave a tree
 * without fault, and nonsense for those who listen.
 *
 * Furniture  Under a title, paper has up to two lines of its own (dates and
 *            names); a handout has a line above it (the part); links to other
 *            articles say their page only where there is one.
 */
#pragma once

#include "base/diag.h"
#include "release/manifest.h"
#include "release/verify.h"

/* Every PDF of the set with its EPUB; nothing where there is no EPUB. */
void verify_words(const VerifySet *set, const Manifest *manifest, Diag *diag);
