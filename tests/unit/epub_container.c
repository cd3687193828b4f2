/* tests/unit/epub_container.c -- what libdeflate packed, zlib unpacks: bytes
 * and sums are right, and a wrong one is found. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/archive.h"
#include "epub/container.h"
#include "epub/plan.h"

#include <string.h>
#include <zip.h>
#include <zlib.h>

enum {
  LONG = 300000, /* bytes, more than libzip or zlib take at a time */
  LOCAL_SUM = 14,
  LOCAL_SIZE = 22, /* offsets in a local header (APPNOTE 4.3.7) */
  CENTRAL_SUM = 16,
  CENTRAL_SIZE = 24 /* in the central directory (4.3.12) */
};

/* Letters that look random, the same every time. */
static GBytes *
noise(gsize length)
{
  guint8 *out = g_malloc(length);
  guint32 state = 1;

  for (gsize i = 0; i < length; i++) {
    state = state * 1664525 + 1013904223;
    out[i] = (guint8)(state >> 24);
  }
  return g_bytes_new_take(out, length);
}

static GBytes *
prose(gsize length)
{
  GString *out = g_string_new(NULL);

  for (unsigned i = 0; out->len < length; i++)
    g_string_append_printf(out, "<p>Sentence %u of a long text.</p>\n", i * i);
  return g_string_free_to_bytes(out);
}

static GPtrArray *
sample_files(void)
{
  GPtrArray *files = epub_files_new();

  epub_files_add(files, EPUB_FILE_STYLE, g_strdup("empty.css"),
                 g_bytes_new_static("", 0));
  epub_files_add(files, EPUB_FILE_STYLE, g_strdup("one.css"),
                 g_bytes_new_static("p", 1));
  epub_files_add(files, EPUB_FILE_TEXT, g_strdup("short.xhtml"), prose(100));
  epub_files_add(files, EPUB_FILE_TEXT, g_strdup("long.xhtml"), prose(LONG));
  epub_files_add(files, EPUB_FILE_FONT, g_strdup("noise.ttf"), noise(LONG));
  epub_files_add(files, EPUB_FILE_PICTURE, g_strdup("photo.jpg"), noise(LONG));
  return files;
}

static zip_t *
open_zip(GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  zip_source_t *source = zip_source_buffer_create(data, length, 0, NULL);
  zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);

  g_assert_nonnull(zip);
  return zip;
}

/* Behind the local header, whose last field before the name is how many bytes
 * stand between the name and the data.  (libzip 1.11 reads nothing of an empty
 * entry that is deflated.) */
static guint8 *
packed_entry(GBytes *archive, const char *name)
{
  gsize length;
  const guint8 *data = g_bytes_get_data(archive, &length);
  const guint8 *found = memmem(data, length, name, strlen(name));

  g_assert_nonnull(found);
  return (guint8 *)(guintptr)found + strlen(name) +
         (found[-2] | found[-1] << 8);
}

/* By zlib alone, and without a byte left over. */
static GBytes *
inflate_entry(GBytes *archive, const zip_stat_t *stat)
{
  guint8 *out = g_malloc(stat->size + 1);
  z_stream stream = { .next_in = packed_entry(archive, stat->name),
                      .avail_in = (uInt)stat->comp_size,
                      .next_out = out,
                      .avail_out = (uInt)stat->size + 1 };

  g_assert_cmpint(inflateInit2(&stream, -MAX_WBITS), ==, Z_OK);
  g_assert_cmpint(inflate(&stream, Z_FINISH), ==, Z_STREAM_END);
  g_assert_cmpuint(stream.total_out, ==, stat->size);
  g_assert_cmpuint(stream.avail_in, ==, 0);
  inflateEnd(&stream);
  return g_bytes_new_take(out, stat->size);
}

static void
check_deflated(zip_t *zip, GBytes *archive, const EpubFile *file)
{
  zip_stat_t stat;
  gsize length;
  const guint8 *data = g_bytes_get_data(file->bytes, &length);

  g_assert_cmpint(zip_stat(zip, file->name, 0, &stat), ==, 0);
  g_assert_cmpuint(stat.comp_method, ==, ZIP_CM_DEFLATE);
  g_assert_cmpuint(stat.size, ==, length);
  g_assert_cmpuint(stat.crc, ==, crc32(0, data, (uInt)length));
  g_autoptr(GBytes) back = inflate_entry(archive, &stat);
  g_assert_true(g_bytes_equal(back, file->bytes));
}

static void
test_deflated(void)
{
  g_autoptr(GPtrArray) files = sample_files();
  g_autoptr(GBytes) bytes = epub_container_write(files, NULL);
  zip_t *zip = open_zip(bytes);
  zip_stat_t stat;

  g_assert_cmpint(zip_get_num_entries(zip, 0), ==, files->len + 2);
  for (guint i = 0; i < files->len - 1; i++)
    check_deflated(zip, bytes, g_ptr_array_index(files, i));
  g_assert_cmpint(zip_stat(zip, "long.xhtml", 0, &stat), ==, 0);
  g_assert_cmpuint(stat.comp_size, <, stat.size / 4);
  g_assert_cmpint(zip_stat(zip, "photo.jpg", 0, &stat), ==, 0);
  g_assert_cmpuint(stat.comp_method, ==, ZIP_CM_STORE);
  zip_discard(zip);
}

static void
test_read_back(void)
{
  g_autoptr(GPtrArray) files = sample_files();
  g_autoptr(GBytes) bytes = epub_container_write(files, NULL);
  g_autoptr(GBytes) again = epub_container_write(files, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(EpubArchive) archive = epub_archive_read(bytes, &error);

  g_assert_no_error(error);
  g_assert_true(g_bytes_equal(bytes, again));
  for (guint i = 0; i < files->len; i++) {
    const EpubFile *file = g_ptr_array_index(files, i);
    const EpubEntry *entry = epub_archive_find(archive, file->name);
    g_assert_true(g_bytes_equal(entry->bytes, file->bytes));
  }
}

/* What stands in front of the name, in its local header and in the central
 * directory, becomes another number: 30 and 46 bytes long they are. */
static GBytes *
spoil(GBytes *bytes, const char *name, gsize local, gsize central)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autofree char *copy = g_memdup2(data, length);
  char *first = memmem(copy, length, name, strlen(name));
  char *behind = first + 1;
  char *second =
      memmem(behind, length - (gsize)(behind - copy), name, strlen(name));

  g_assert_nonnull(second);
  first[(gssize)local - 30] ^= 1;
  second[(gssize)central - 46] ^= 1;
  return g_bytes_new_take(g_steal_pointer(&copy), length);
}

static void
assert_refused(GBytes *bytes, const char *name, gsize local, gsize central)
{
  g_autoptr(GBytes) wrong = spoil(bytes, name, local, central);
  g_autoptr(GError) error = NULL;
  g_autoptr(EpubArchive) archive = epub_archive_read(wrong, &error);

  g_assert_null(archive);
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  g_assert_nonnull(strstr(error->message, name));
}

/* Both headers agree, so that only reading the bytes can show it. */
static void
test_wrong(void)
{
  g_autoptr(GPtrArray) files = sample_files();
  g_autoptr(GBytes) bytes = epub_container_write(files, NULL);

  assert_refused(bytes, "long.xhtml", LOCAL_SUM, CENTRAL_SUM);
  assert_refused(bytes, "long.xhtml", LOCAL_SIZE, CENTRAL_SIZE);
  assert_refused(bytes, "photo.jpg", LOCAL_SUM, CENTRAL_SUM);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/epub/container/deflated", test_deflated);
  g_test_add_func("/epub/container/read-back", test_read_back);
  g_test_add_func("/epub/container/wrong", test_wrong);
  return g_test_run();
}
