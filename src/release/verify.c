/* release/verify.c -- reopens finished files and proves them. */
/* SPDX-License-Identifier: MIT */

#include "release/verify.h"

#include "release/manifest.h"
#include "release/verify_file.h"
#include "release/verify_open.h"
#include "release/verify_pair.h"
#include "release/verify_sums.h"
#include "release/verify_words.h"

#include <string.h>

static void
report(Diag *diag, const char *name, const char *code, const char *text)
{
  diag_report(diag, DIAG_ERROR, (DiagPos){ name, 0, 0 }, code, "%s", text);
}

static Manifest *
find_manifest(const VerifySet *set, Diag *diag)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_hash_table_lookup(set->bytes, MANIFEST_NAME);
  Manifest *manifest = bytes ? manifest_read(bytes, &error) : NULL;
  if (!bytes)
    report(diag, MANIFEST_NAME, "release-file-missing",
           "this file is missing: the folder is no release, or it was copied "
           "in part; copy it again or build it again");
  else if (!manifest)
    report(diag, MANIFEST_NAME, "release-manifest", error->message);
  return manifest;
}

static void
check_strangers(const VerifySet *set, const Manifest *manifest, Diag *diag)
{
  for (unsigned i = 0; i < set->names->len; i++) {
    const char *name = g_ptr_array_index(set->names, i);
    if (strcmp(name, MANIFEST_NAME) != 0 && strcmp(name, MANIFEST_SUMS) != 0 &&
        !manifest_find(manifest, name))
      report(diag, name, "release-file-unknown",
             "the manifest does not list this file; remove it, or keep it "
             "outside the release");
  }
}

/* True if the file is there and is the one that was made. */
static bool
check_bytes(const VerifySet *set, const ManifestEntry *entry, Diag *diag)
{
  GBytes *bytes = g_hash_table_lookup(set->bytes, entry->name);
  if (!bytes) {
    report(diag, entry->name, "release-file-missing",
           "the manifest lists this file, but it is missing; copy it again "
           "or build it again");
    return false;
  }
  if (g_bytes_get_size(bytes) == entry->bytes &&
      strcmp(verify_set_sum(set, entry->name), entry->sha256) == 0)
    return true;
  diag_report(
      diag, DIAG_ERROR, (DiagPos){ entry->name, 0, 0 }, "release-file-changed",
      "this file was changed or damaged after it was made (%" G_GSIZE_FORMAT
      " bytes, made with %" G_GUINT64_FORMAT
      "); copy it again or build it again",
      g_bytes_get_size(bytes), entry->bytes);
  return false;
}

/* All that is asked of one file, so that it is opened once. */
static void
check_entry(const VerifySet *set, const Manifest *manifest,
            const ManifestEntry *entry, VerifyOpen *files, Diag *diag)
{
  if (check_bytes(set, entry, diag))
    verify_file(entry, files, diag);
  verify_pair(manifest, entry, files, diag);
  verify_words(manifest, entry, files, diag);
}

bool
verify_release(const VerifySet *set, Diag *diag)
{
  unsigned before = diag_count(diag, DIAG_ERROR);
  g_autoptr(Manifest) manifest = find_manifest(set, diag);
  if (!manifest)
    return false;
  g_autoptr(VerifyOpen) files = verify_open_new(set->bytes);
  for (unsigned i = 0; i < manifest->entries->len; i++)
    check_entry(set, manifest, g_ptr_array_index(manifest->entries, i), files,
                diag);
  verify_papers(manifest, diag);
  verify_sums(set, manifest, diag);
  check_strangers(set, manifest, diag);
  return diag_count(diag, DIAG_ERROR) == before;
}
