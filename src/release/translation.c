/* release/translation.c -- has the original of a translation gone on? */
/* SPDX-License-Identifier: MIT */

#include "release/translation.h"

#include "base/path.h"
#include "release/json_value.h"
#include "release/manifest.h"

#include <string.h>

enum {
  MANIFEST_MAX = 1 << 26 /* bytes */
};

/* The manifest of the original, or NULL if it does not lie there. */
static JsonValue *
read_manifest(const char *target, const char *id)
{
  g_autofree char *whole = g_canonicalize_filename(target, NULL);
  g_autofree char *parent = g_path_get_dirname(whole);
  g_autofree char *folder = g_build_filename(parent, id, NULL);
  g_autoptr(PathRoot) root = path_root_open(folder, NULL);
  g_autoptr(GBytes) bytes =
      root ? path_root_read(root, MANIFEST_NAME, MANIFEST_MAX, NULL) : NULL;
  return bytes ? json_value_read(bytes, NULL) : NULL;
}

/* "2026.9" stands before "2026.11": numbers count, not their figures. */
static bool
is_newer(const char *edition, const char *than)
{
  while (*edition && *than) {
    guint64 left = 0, right = 0;
    bool numbers = g_ascii_isdigit(*edition) && g_ascii_isdigit(*than);
    if (numbers) {
      left = g_ascii_strtoull(edition, (char **)(gpointer)&edition, 10);
      right = g_ascii_strtoull(than, (char **)(gpointer)&than, 10);
    } else {
      left = (guint8)*edition++;
      right = (guint8)*than++;
    }
    if (left != right)
      return left > right;
  }
  return *edition != '\0';
}

void
translation_check(const Book *book, const char *target, Diag *diag)
{
  const BookTranslation *from = &book->translation;
  if (!from->id || !from->edition)
    return;
  g_autoptr(JsonValue) manifest = read_manifest(target, from->id);
  const char *edition = json_value_find_text(manifest, "edition");
  if (!edition || !is_newer(edition, from->edition))
    return;
  diag_report(diag, DIAG_NOTE, (DiagPos){ "book.yaml", 0, 0 },
              "translation-stale",
              "this translates edition %s of %s, of which edition %s is out: "
              "compare the two and bring the translation up to date",
              from->edition, from->id, edition);
}
