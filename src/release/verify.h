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
 *              no rule of pdf/audit.h is broken
 *   words      the structure tree of each PDF says what the EPUB says, in the
 *              same order (verify_words.h)
 */
#pragma once

#include "base/diag.h"
#include "base/path.h"

#include <glib.h>
#include <stdbool.h>

/* The files of a release by name. */
typedef struct {
  GPtrArray *names;  /* of char *, sorted */
  GHashTable *bytes; /* name to GBytes */
  GHashTable *sums;  /* name to char *: ask verify_set_sum() */
} VerifySet;

VerifySet *verify_set_new(void);
void verify_set_free(VerifySet *set); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(VerifySet, verify_set_free)

void verify_set_add(VerifySet *set, const char *name, GBytes *bytes);

/* What a build knows already: `sum` is the SHA-256 of the file's bytes. */
void verify_set_know(VerifySet *set, const char *name, const char *sum);

/* The SHA-256 of a file that is there, computed once; borrowed. */
const char *verify_set_sum(const VerifySet *set, const char *name);

/* Every file below `root`; NULL if one cannot be read.  (transfer full) */
VerifySet *verify_set_read(const PathRoot *root, GError **error);

/* True if nothing was wrong. */
bool verify_set(const VerifySet *set, Diag *diag);
