/*
 * release/verify_set.h -- the files of a release by name, as a build has made
 * them or a folder holds them.
 *
 * Ownership  A VerifySet owns all; what it gives is borrowed.
 */
#pragma once

#include "base/path.h"

#include <glib.h>

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
