/* release/manifest.c -- MANIFEST.json and SHA256SUMS: what a release holds. */
/* SPDX-License-Identifier: MIT */

#include "release/manifest.h"

#include "base/hash.h"
#include "base/json.h"
#include "release/safety.h"

static int
compare_files(gconstpointer a, gconstpointer b)
{
  const ReleaseFile *const *left = a;
  const ReleaseFile *const *right = b;
  return g_strcmp0((*left)->name, (*right)->name);
}

/* Borrows the files.  (transfer full) */
static GPtrArray *
sorted(const GPtrArray *files)
{
  GPtrArray *list = g_ptr_array_new();
  for (unsigned i = 0; i < files->len; i++)
    g_ptr_array_add(list, g_ptr_array_index(files, i));
  g_ptr_array_sort(list, compare_files);
  return list;
}

static void
append_pages(GString *out, const GArray *pages)
{
  json_append_count(out, "pages", pages->len);
  g_string_append(out, ",\n   \"page_list\": [");
  for (unsigned i = 0; i < pages->len; i++) {
    const ReleasePage *page = &g_array_index(pages, ReleasePage, i);
    g_string_append(out, i ? ",\n    {" : "\n    {");
    json_append_field(out, "label", page->label);
    json_append_field(out, "sha256", page->sha256);
    g_string_append_c(out, '}');
  }
  g_string_append_c(out, ']');
}

static void
append_file(GString *out, ReleaseFile *file)
{
  g_string_append_c(out, '{');
  json_append_field(out, "name", file->name);
  json_append_field(out, "kind", release_kind_name(file->kind));
  json_append_count(out, "bytes", g_bytes_get_size(file->bytes));
  json_append_field(out, "sha256", release_file_sum(file));
  if (file->kind == RELEASE_EPUB)
    json_append_count(out, "articles", file->articles);
  if (file->pages->len > 0)
    append_pages(out, file->pages);
  g_string_append_c(out, '}');
}

static void
append_line(GString *out, const char *key, const char *text)
{
  if (!text)
    return;
  g_string_append_c(out, '\n');
  json_append_field(out, key, text);
}

GBytes *
manifest_write(const Book *book, const char *as_of, bool partial,
               const GPtrArray *files)
{
  g_autoptr(GPtrArray) list = sorted(files);
  GString *out = g_string_new("{");
  append_line(out, "format", "handbill-release-1");
  append_line(out, "handbill", HANDBILL_VERSION);
  append_line(out, "book", book->id);
  append_line(out, "title", book->title);
  append_line(out, "lang", book->lang);
  append_line(out, "edition", book->edition);
  append_line(out, "released", book->released);
  append_line(out, "as_of", as_of);
  g_string_append_printf(out, ",\n\"partial\": %s", partial ? "true" : "false");
  safety_append(out, book);
  g_string_append(out, ",\n\"files\": [");
  for (unsigned i = 0; i < list->len; i++) {
    g_string_append(out, i ? ",\n  " : "\n  ");
    append_file(out, g_ptr_array_index(list, i));
  }
  g_string_append(out, "\n]}\n");
  return g_string_free_to_bytes(out);
}

static void
append_sum(GString *out, const char *name, const char *sum)
{
  g_string_append_printf(out, "%s  %s\n", sum, name);
}

GBytes *
manifest_write_sums(const GPtrArray *files, GBytes *manifest)
{
  g_autoptr(GPtrArray) list = sorted(files);
  GString *out = g_string_new(NULL);
  g_autofree char *manifest_sum = hash_sha256(manifest);
  append_sum(out, MANIFEST_NAME, manifest_sum);
  for (unsigned i = 0; i < list->len; i++) {
    ReleaseFile *file = g_ptr_array_index(list, i);
    append_sum(out, file->name, release_file_sum(file));
  }
  return g_string_free_to_bytes(out);
}
