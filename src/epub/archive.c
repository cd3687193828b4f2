/* epub/archive.c -- a finished EPUB, unpacked in memory, within limits. */
/* SPDX-License-Identifier: MIT */

#include "epub/archive.h"

#include "base/error.h"
#include "epub/libzip.h"

#define MEBIBYTE ((gsize)1024 * 1024)

enum {
  ENTRIES_MAX = 10000,
  ENTRY_MAX = 256,  /* MiB */
  TOTAL_MAX = 1024, /* MiB */
  RATIO_MAX = 200,  /* bytes out of one byte in, past 1 MiB */
  CHUNK = 65536     /* bytes more, where the header says too few */
};

static void
entry_free(gpointer data)
{
  EpubEntry *entry = data;

  g_free(entry->name);
  g_bytes_unref(entry->bytes);
  g_free(entry);
}

void
epub_archive_free(EpubArchive *archive)
{
  if (archive == NULL)
    return;
  g_hash_table_unref(archive->names);
  g_ptr_array_unref(archive->entries);
  g_free(archive);
}

static bool
refuse(GError **error, ErrorCode code, const char *name, const char *why)
{
  g_set_error(error, HANDBILL_ERROR, code, "EPUB, %s: %s", name, why);
  return false;
}

static gsize
size_limit(const zip_stat_t *stat, gsize total)
{
  gsize limit = MIN(ENTRY_MAX * MEBIBYTE, TOTAL_MAX * MEBIBYTE - total);
  gsize share = MAX(MEBIBYTE, (gsize)MIN(stat->comp_size, limit) * RATIO_MAX);

  return MIN(limit, share);
}

/* The size that the header says is only how much room to begin with; one byte
 * more, and the end is found without another round. */
static bool
read_all(const EpubLibzip *libzip, zip_file_t *file, const zip_stat_t *stat,
         gsize limit, GByteArray *out, GError **error)
{
  gsize used = 0;

  g_byte_array_set_size(out, (guint)MIN(stat->size, limit) + 1);
  for (;;) {
    zip_int64_t count = libzip->fread(file, out->data + used, out->len - used);
    if (count < 0)
      return refuse(error, ERROR_REFUSED, stat->name,
                    libzip->file_strerror(file));
    used += (gsize)count;
    if (used > limit)
      return refuse(error, ERROR_LIMIT, stat->name, "too large when unpacked");
    if (count == 0)
      break;
    if (used == out->len)
      g_byte_array_set_size(out, out->len + CHUNK);
  }
  g_byte_array_set_size(out, (guint)used);
  return true;
}

static bool
read_named(const EpubLibzip *libzip, zip_file_t *file, const zip_stat_t *stat,
           gsize total, GByteArray *out, GError **error)
{
  if (!g_utf8_validate(stat->name, -1, NULL))
    return refuse(error, ERROR_REFUSED, "entry", "its name is not UTF-8");
  if (!read_all(libzip, file, stat, size_limit(stat, total), out, error))
    return false;
  return out->len == stat->size || /* libzip looks at the CRC-32 alone */
         refuse(error, ERROR_REFUSED, stat->name,
                "its size is not the one it says");
}

static EpubEntry *
take_entry(const zip_stat_t *stat, GByteArray *bytes)
{
  EpubEntry *entry = g_new0(EpubEntry, 1);

  entry->name = g_strdup(stat->name);
  entry->stored = stat->comp_method == ZIP_CM_STORE;
  entry->bytes = g_byte_array_free_to_bytes(bytes);
  return entry;
}

static EpubEntry *
read_entry(const EpubLibzip *libzip, zip_t *zip, zip_uint64_t index,
           gsize total, GError **error)
{
  zip_stat_t stat;
  zip_file_t *file = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  bool whole;

  if (libzip->stat_index(zip, index, 0, &stat) != 0 ||
      (file = libzip->fopen_index(zip, index, 0)) == NULL) {
    refuse(error, ERROR_REFUSED, "entry", libzip->strerror(zip));
    return NULL;
  }
  whole = read_named(libzip, file, &stat, total, bytes, error);
  libzip->fclose(file);
  return whole ? take_entry(&stat, g_steal_pointer(&bytes)) : NULL;
}

static bool
read_entries(EpubArchive *archive, const EpubLibzip *libzip, zip_t *zip,
             GError **error)
{
  zip_int64_t count = libzip->get_num_entries(zip, 0);
  gsize total = 0;

  if (count > ENTRIES_MAX)
    return refuse(error, ERROR_LIMIT, "archive", "too many entries");
  for (zip_int64_t i = 0; i < count; i++) {
    EpubEntry *entry = read_entry(libzip, zip, (zip_uint64_t)i, total, error);
    if (entry == NULL)
      return false;
    total += g_bytes_get_size(entry->bytes);
    g_ptr_array_add(archive->entries, entry);
    if (!g_hash_table_contains(archive->names, entry->name))
      g_hash_table_insert(archive->names, entry->name, entry);
  }
  return true;
}

EpubArchive *
epub_archive_read(GBytes *bytes, GError **error)
{
  g_autoptr(EpubArchive) archive = g_new0(EpubArchive, 1);
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  EpubLibzip libzip;
  zip_source_t *source;
  zip_t *zip;
  bool whole;

  archive->entries = g_ptr_array_new_with_free_func(entry_free);
  archive->names = g_hash_table_new(g_str_hash, g_str_equal);
  if (!epub_libzip_load(&libzip, error))
    return NULL;
  source = libzip.source_buffer_create(data, length, 0, NULL);
  g_assert(source != NULL);
  zip = libzip.open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  if (zip == NULL) {
    libzip.source_free(source);
    refuse(error, ERROR_REFUSED, "archive",
           "it is no ZIP file, or a broken one");
    return NULL;
  }
  whole = read_entries(archive, &libzip, zip, error);
  libzip.discard(zip);
  return whole ? g_steal_pointer(&archive) : NULL;
}

const EpubEntry *
epub_archive_find(const EpubArchive *archive, const char *name)
{
  return g_hash_table_lookup(archive->names, name);
}

bool
epub_entry_is_xml(const EpubEntry *entry)
{
  return g_str_has_suffix(entry->name, ".xhtml") ||
         g_str_has_suffix(entry->name, ".opf") ||
         g_str_has_suffix(entry->name, ".ncx") ||
         g_str_has_suffix(entry->name, ".xml");
}
