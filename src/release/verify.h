/*
 * release/verify.h -- reopens finished files and proves them.
 *
 * Asked twice: of every build, in memory, before it is published, and by
 * `handbill verify DIR`.  Each fault is an error in `diag` whose file is the
 * file's name in the release.
 *
 *   manifest   every file is there, has its size and SHA-256; SHA256SUMS says
 *              the same; there is no file that the manifest does not know
 *   EPUB       epub_inspect() finds no fault; as many articles as said
 *   PDF        as many pages, with the labels, as said; a title and a
 *              language; every font embedded; the reader on all papers alike;
 *              no rule of pdf/audit_rule.h is broken
 *   words      the structure tree of each PDF says what the EPUB says, in the
 *              same order (verify_words.h)
 */
#pragma once

#include "base/diag.h"
#include "release/verify_set.h"

#include <stdbool.h>

/* True if nothing was wrong. */
bool verify_release(const VerifySet *set, Diag *diag);
