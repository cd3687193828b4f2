/* release/verify_sums.c -- SHA256SUMS against the files and the manifest. */
/* SPDX-License-Identifier: MIT */

#include "release/verify_sums.h"

#include <string.h>

enum {
  DIGITS = 64 /* of a SHA-256 in hex */
};

static void
report(Diag *diag, unsigned line, const char *text)
{
  diag_report(diag, DIAG_ERROR, (DiagPos){ MANIFEST_SUMS, line, 0 },
              "release-sums", "%s", text);
}

/* "<64 hex digits>  <name>"; the name is added to `seen`. */
static void
check_line(const VerifySet *set, const char *text, unsigned line,
           GHashTable *seen, Diag *diag)
{
  if (strlen(text) < DIGITS + 3 || strncmp(text + DIGITS, "  ", 2) != 0) {
    report(diag, line, "this is no line that sha256sum writes");
    return;
  }
  const char *name = text + DIGITS + 2;
  GBytes *bytes = g_hash_table_lookup(set->bytes, name);
  g_hash_table_add(seen, g_strdup(name));
  if (!bytes)
    report(diag, line, "the file of this line is missing");
  else if (strncmp(verify_set_sum(set, name), text, DIGITS) != 0)
    report(diag, line, "the file of this line has another SHA-256");
}

static void
check_complete(const Manifest *manifest, GHashTable *seen, Diag *diag)
{
  bool complete = g_hash_table_contains(seen, MANIFEST_NAME);
  for (unsigned i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = g_ptr_array_index(manifest->entries, i);
    complete = complete && g_hash_table_contains(seen, entry->name);
  }
  if (!complete)
    report(diag, 0, "this does not list every file of the release");
}

void
verify_sums(const VerifySet *set, const Manifest *manifest, Diag *diag)
{
  GBytes *bytes = g_hash_table_lookup(set->bytes, MANIFEST_SUMS);
  if (!bytes) {
    report(diag, 0, "this file is missing");
    return;
  }
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autofree char *text = g_strndup(data ? data : "", length);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autoptr(GHashTable) seen =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (unsigned i = 0; lines[i] && (*lines[i] || lines[i + 1]); i++)
    check_line(set, lines[i], i + 1, seen, diag);
  check_complete(manifest, seen, diag);
}
