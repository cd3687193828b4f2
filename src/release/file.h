/*
 * release/file.h -- one finished file of a release, in memory.
 *
 * Ownership  A ReleaseFile owns all that it points to.
 */
#pragma once

#include <glib.h>

typedef enum {
  RELEASE_EPUB,
  RELEASE_READER,  /* the reader PDF on one paper */
  RELEASE_TEXT,    /* the plain text edition */
  RELEASE_HANDOUT, /* one article alone on one paper */
  RELEASE_KIND_COUNT
} ReleaseKind;

/* A page of a PDF: what `handbill compare` goes by. */
typedef struct {
  char *label;  /* "iv", "12" */
  char *sha256; /* of what is printed on it, see release/page_hash.h */
} ReleasePage;

typedef struct {
  char *name; /* below the release: "book.a4.pdf" */
  ReleaseKind kind;
  GBytes *bytes;
  unsigned articles; /* RELEASE_EPUB: of the book */
  GArray *pages;     /* of ReleasePage; empty where there are none */
  char *sha256;      /* of `bytes`: ask release_file_sum() */
} ReleaseFile;

/* Takes `name` and `bytes`.  (transfer full) */
ReleaseFile *release_file_new(ReleaseKind kind, char *name, GBytes *bytes);
void release_file_free(ReleaseFile *file); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReleaseFile, release_file_free)

/* The SHA-256 of its bytes in hex, computed once; borrowed. */
const char *release_file_sum(ReleaseFile *file);

/* A list that owns its ReleaseFiles.  (transfer full) */
GPtrArray *release_file_list_new(void);

const char *release_kind_name(ReleaseKind kind); /* "epub"; static */

/* RELEASE_KIND_COUNT for a word that is none. */
ReleaseKind release_kind_find(const char *name);
