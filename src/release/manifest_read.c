/* release/manifest_read.c -- MANIFEST.json read back. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "base/path.h"
#include "release/json_value.h"
#include "release/manifest.h"

#include <string.h>

static void
entry_free(gpointer data)
{
  ManifestEntry *entry = data;
  g_free(entry->name);
  g_free(entry->sha256);
  g_array_unref(entry->page_list);
  g_free(entry);
}

void
manifest_free(Manifest *manifest)
{
  if (!manifest)
    return;
  g_free(manifest->book);
  g_ptr_array_unref(manifest->entries);
  g_free(manifest);
}

static void
clear_page(gpointer data)
{
  ReleasePage *page = data;
  g_free(page->label);
  g_free(page->sha256);
}

static bool
read_pages(const GPtrArray *items, GArray *pages)
{
  for (unsigned i = 0; items && i < items->len; i++) {
    const JsonValue *item = g_ptr_array_index(items, i);
    ReleasePage page = { g_strdup(json_value_find_text(item, "label")),
                         g_strdup(json_value_find_text(item, "sha256")) };
    g_array_append_val(pages, page);
    if (!page.label || !page.sha256)
      return false;
  }
  return true;
}

/* Names are joined to the folder that is verified. */
static bool
is_safe_name(const char *name)
{
  g_autofree char *normal = name ? path_resolve("", name) : NULL;
  return g_strcmp0(normal, name) == 0;
}

static bool
read_entry(const JsonValue *value, ManifestEntry *entry)
{
  entry->name = g_strdup(json_value_find_text(value, "name"));
  entry->sha256 = g_strdup(json_value_find_text(value, "sha256"));
  entry->kind = release_kind_find(json_value_find_text(value, "kind"));
  json_value_find_count(value, "articles", &entry->articles);
  json_value_find_count(value, "pages", &entry->pages);
  return entry->name && entry->sha256 && is_safe_name(entry->name) &&
         json_value_find_count(value, "bytes", &entry->bytes) &&
         read_pages(json_value_find_items(value, "page_list"),
                    entry->page_list) &&
         entry->pages == entry->page_list->len;
}

static bool
read_files(Manifest *manifest, const GPtrArray *files)
{
  for (unsigned i = 0; files && i < files->len; i++) {
    ManifestEntry *entry = g_new0(ManifestEntry, 1);
    entry->page_list = g_array_new(FALSE, TRUE, sizeof(ReleasePage));
    g_array_set_clear_func(entry->page_list, clear_page);
    bool fine = read_entry(g_ptr_array_index(files, i), entry) &&
                !manifest_find(manifest, entry->name);
    g_ptr_array_add(manifest->entries, entry);
    if (!fine)
      return false;
  }
  return files != NULL;
}

Manifest *
manifest_read(GBytes *bytes, GError **error)
{
  g_autoptr(JsonValue) value = json_value_read(bytes, error);
  if (!value)
    return NULL;
  const char *format = json_value_find_text(value, "format");
  if (g_strcmp0(format, "handbill-release-1") != 0) {
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "this is no manifest that this version of handbill reads");
    return NULL;
  }
  g_autoptr(Manifest) manifest = g_new0(Manifest, 1);
  manifest->entries = g_ptr_array_new_with_free_func(entry_free);
  manifest->book = g_strdup(json_value_find_text(value, "book"));
  const JsonValue *partial = json_value_find(value, "partial");
  manifest->partial = partial && partial->kind == JSON_BOOL && partial->truth;
  if (!partial || partial->kind != JSON_BOOL || !manifest->book ||
      !read_files(manifest, json_value_find_items(value, "files"))) {
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "a field of the manifest is missing or wrong");
    return NULL;
  }
  return g_steal_pointer(&manifest);
}

const ManifestEntry *
manifest_find(const Manifest *manifest, const char *name)
{
  for (unsigned i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = g_ptr_array_index(manifest->entries, i);
    if (strcmp(entry->name, name) == 0)
      return entry;
  }
  return NULL;
}
