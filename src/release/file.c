/* release/file.c -- one finished file of a release, in memory. */
/* SPDX-License-Identifier: MIT */

#include "release/file.h"

#include "base/hash.h"

static void
clear_page(gpointer data)
{
  ReleasePage *page = data;
  g_free(page->label);
  g_free(page->sha256);
}

ReleaseFile *
release_file_new(ReleaseKind kind, char *name, GBytes *bytes)
{
  ReleaseFile *file = g_new0(ReleaseFile, 1);
  file->kind = kind;
  file->name = name;
  file->bytes = bytes;
  file->pages = g_array_new(FALSE, TRUE, sizeof(ReleasePage));
  g_array_set_clear_func(file->pages, clear_page);
  return file;
}

void
release_file_free(ReleaseFile *file)
{
  if (!file)
    return;
  g_free(file->name);
  g_clear_pointer(&file->bytes, g_bytes_unref);
  g_array_unref(file->pages);
  g_free(file->sha256);
  g_free(file);
}

const char *
release_file_sum(ReleaseFile *file)
{
  if (!file->sha256)
    file->sha256 = hash_sha256(file->bytes);
  return file->sha256;
}

static void
free_file(gpointer file)
{
  release_file_free(file);
}

GPtrArray *
release_file_list_new(void)
{
  return g_ptr_array_new_with_free_func(free_file);
}

const char *
release_kind_name(ReleaseKind kind)
{
  static const char *const names[RELEASE_KIND_COUNT] = {
    [RELEASE_EPUB] = "epub",
    [RELEASE_READER] = "reader",
    [RELEASE_TEXT] = "text",
    [RELEASE_HANDOUT] = "handout",
  };
  g_return_val_if_fail(kind < RELEASE_KIND_COUNT, NULL);
  return names[kind];
}

ReleaseKind
release_kind_find(const char *name)
{
  unsigned kind = 0;
  while (kind < RELEASE_KIND_COUNT &&
         g_strcmp0(release_kind_name((ReleaseKind)kind), name) != 0)
    kind++;
  return (ReleaseKind)kind;
}
