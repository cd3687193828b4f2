/* epub/inspect.c -- reads a finished EPUB back: the container's own rules,
 * then those of package, documents and navigation. */
/* SPDX-License-Identifier: MIT */

#include "epub/inspect.h"

#include "epub/audit.h"

#include <string.h>

#define MIMETYPE "application/epub+zip"
#define POINTER  "META-INF/container.xml"

/* Offsets into a ZIP's first local header (APPNOTE 4.3.7). */
enum {
  METHOD_OFFSET = 8,
  NAME_LENGTH_OFFSET = 26,
  EXTRA_LENGTH_OFFSET = 28,
  NAME_OFFSET = 30,
  NAME_MAX_LENGTH = 255 /* bytes, EPUB 3.3, 4.2.3 */
};

static unsigned
short_at(const guint8 *data, gsize offset)
{
  return data[offset] | (unsigned)data[offset + 1] << 8;
}

/* What file(1) and many readers look for: the name at byte 30, the type at
 * byte 38 (EPUB 3.3, 4.2.6.2). */
static void
check_mimetype(EpubAudit *audit)
{
  gsize length;
  const guint8 *data = g_bytes_get_data(audit->epub->bytes, &length);
  const char expected[] = "mimetype" MIMETYPE;
  gsize expected_length = strlen(expected);
  const EpubEntry *entry = epub_archive_find(audit->epub->archive, "mimetype");

  if (length < NAME_OFFSET + expected_length ||
      memcmp(data + NAME_OFFSET, expected, expected_length) != 0 ||
      short_at(data, METHOD_OFFSET) != 0 ||
      short_at(data, NAME_LENGTH_OFFSET) != strlen("mimetype") ||
      short_at(data, EXTRA_LENGTH_OFFSET) != 0)
    epub_audit_fault(audit, "mimetype",
                     "is not first, stored and without extra field");
  if (entry == NULL || g_bytes_get_size(entry->bytes) != strlen(MIMETYPE))
    epub_audit_fault(audit, "mimetype", "does not say " MIMETYPE " alone");
}

/* Our own rule is narrower than the standard's: [a-z0-9._-] and folders. */
static bool
is_safe_name(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);

  if (strcmp(name, POINTER) == 0)
    return true;
  if (strlen(name) > NAME_MAX_LENGTH ||
      name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789._-/")] != '\0')
    return false;
  for (char **part = parts; *part != NULL; part++)
    if (**part == '\0' || **part == '.' || g_str_has_suffix(*part, "."))
      return false;
  return true;
}

static void
check_names(EpubAudit *audit)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

  for (guint i = 0; i < audit->epub->archive->entries->len; i++) {
    const EpubEntry *entry =
        g_ptr_array_index(audit->epub->archive->entries, i);
    g_ptr_array_add(audit->report->names, g_strdup(entry->name));
    if (!is_safe_name(entry->name))
      epub_audit_fault(audit, entry->name, "is no safe name");
    if (!g_hash_table_add(seen, entry->name))
      epub_audit_fault(audit, entry->name, "is twice in the archive");
  }
}

static void
find_package(EpubAudit *audit)
{
  const xmlNode *root = epub_audit_root(audit, POINTER);
  const xmlNode *file = epub_audit_find(root, "rootfile");
  const char *path =
      file != NULL ? epub_audit_attribute(file, "full-path") : NULL;

  if (epub_archive_find(audit->epub->archive, POINTER) == NULL)
    epub_audit_fault(audit, POINTER, "is missing");
  else if (root != NULL && path == NULL)
    epub_audit_fault(audit, POINTER, "names no package");
  else if (path != NULL &&
           epub_archive_find(audit->epub->archive, path) == NULL)
    epub_audit_fault(audit, POINTER, "the package %s is missing", path);
  else
    audit->package = g_strdup(path);
}

static void
audit_open(EpubAudit *audit, const EpubFinished *epub, EpubReport *report)
{
  audit->report = report;
  audit->epub = epub;
  audit->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  audit->manifest =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  audit->listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  audit->spine = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  audit->order = g_ptr_array_new_with_free_func(g_free);
  audit->marks = g_ptr_array_new_with_free_func(g_free);
}

static void
audit_close(EpubAudit *audit)
{
  g_hash_table_unref(audit->ids);
  g_hash_table_unref(audit->manifest);
  g_hash_table_unref(audit->listed);
  g_hash_table_unref(audit->spine);
  g_ptr_array_unref(audit->order);
  g_ptr_array_unref(audit->marks);
  g_free(audit->package);
  g_free(audit->navigation);
  g_free(audit->ncx);
}

static void
page_free(gpointer data)
{
  EpubPageWords *page = data;

  g_free(page->label);
  g_free(page->words);
  g_free(page);
}

static EpubReport *
report_new(void)
{
  EpubReport *report = g_new0(EpubReport, 1);

  report->names = g_ptr_array_new_with_free_func(g_free);
  report->faults = g_ptr_array_new_with_free_func(g_free);
  report->pages = g_ptr_array_new_with_free_func(page_free);
  return report;
}

void
epub_report_free(EpubReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref(report->names);
  g_ptr_array_unref(report->faults);
  g_ptr_array_unref(report->pages);
  g_free(report->title);
  g_free(report->identifier);
  g_free(report);
}

EpubReport *
epub_inspect(const EpubFinished *epub)
{
  EpubReport *report = report_new();
  EpubAudit audit = { 0 };

  audit_open(&audit, epub, report);
  check_mimetype(&audit);
  check_names(&audit);
  for (guint i = 0; i < epub->faults->len; i++)
    g_ptr_array_add(report->faults,
                    g_strdup(g_ptr_array_index(epub->faults, i)));
  find_package(&audit);
  if (audit.package != NULL) {
    epub_audit_package(&audit);
    epub_audit_documents(&audit);
    epub_audit_navigation(&audit);
    epub_audit_readers(&audit);
    epub_audit_claims(&audit);
    epub_audit_pages(&audit);
  }
  audit_close(&audit);
  return report;
}
