/*
 * release/manifest.h -- MANIFEST.json and SHA256SUMS: what a release holds.
 *
 * MANIFEST.json is one object; its "files" are every file but itself and
 * SHA256SUMS, in the order of their names:
 *
 *     {"format": "handbill-release-1", "handbill": "0.1.0",
 *      "book": "stop-and-start", "title": "…", "lang": "en", "edition": "1",
 *      "released": "2026-11-22", "as_of": "2026-12-01", "partial": false,
 *      "safety": [{"article": "overdose", "numbers": "…", "steps": "…",
 *                  "sentences": "…"}, …],
 *      "files": [
 *        {"name": "stop-and-start.a4.pdf", "kind": "reader", "bytes": 123,
 *         "sha256": "…", "pages": 2, "page_list": [
 *           {"label": "i", "sha256": "…"}, …]}]}
 *
 * "safety" and "recall" are told in release/safety.h; "recall" names the
 * article, the edition whose sheets must go, and what differs.
 * "as_of" is there where --as-of was given; "pages" and "page_list" where the
 * file has pages; "articles" where it is an EPUB.
 *
 * SHA256SUMS is what `sha256sum -c` reads; it lists MANIFEST.json too.
 */
#pragma once

#include "doc/book.h"
#include "release/file.h"

#include <stdbool.h>

#define MANIFEST_NAME "MANIFEST.json"
#define MANIFEST_SUMS "SHA256SUMS"

/* What the manifest says of one file. */
typedef struct {
  char *name;
  ReleaseKind kind; /* RELEASE_KIND_COUNT: none that we know */
  guint64 bytes;
  char *sha256;
  guint64 articles;
  guint64 pages;
  GArray *page_list; /* of ReleasePage */
} ManifestEntry;

typedef struct {
  char *book; /* its id */
  bool partial;
  GPtrArray *entries; /* of ManifestEntry */
} Manifest;

/* `files` are ReleaseFiles; `as_of` may be NULL.  (transfer full) */
GBytes *manifest_write(const Book *book, const char *as_of, bool partial,
                       const GPtrArray *files);

/* `manifest` are the bytes of MANIFEST.json.  (transfer full) */
GBytes *manifest_write_sums(const GPtrArray *files, GBytes *manifest);

/* ERROR_REFUSED when it is no manifest of ours.  (transfer full) */
Manifest *manifest_read(GBytes *bytes, GError **error);
void manifest_free(Manifest *manifest); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Manifest, manifest_free)

/* NULL if there is none of that name. */
const ManifestEntry *manifest_find(const Manifest *manifest, const char *name);
