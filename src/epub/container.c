/* epub/container.c -- files into one ZIP, by libzip, in memory. */
/* SPDX-License-Identifier: MIT */

#include "epub/container.h"

#include "base/error.h"
#include "epub/plan.h"
#include "epub/xml.h"

#include <string.h>
#include <zip.h>

#define MIMETYPE "application/epub+zip"

enum {
  DOS_DATE = 0x21, /* 1980-01-01, the earliest there is */
  DEFLATE_LEVEL = 9
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC(zip_t, zip_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(zip_source_t, zip_source_free)

static bool
fail(GError **error, const char *what, const char *reason)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_BUG, "EPUB container, %s: %s", what,
              reason);
  return false;
}

/* DOS attributes: libzip would write Unix ones with the mode of a new file. */
static bool
set_entry(zip_t *zip, zip_uint64_t index, bool deflate)
{
  zip_int32_t method = deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  zip_uint32_t level = deflate ? DEFLATE_LEVEL : 0;

  return zip_set_file_compression(zip, index, method, level) == 0 &&
         zip_file_set_dostime(zip, index, 0, DOS_DATE, 0) == 0 &&
         zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_DOS, 0) == 0;
}

/* `bytes` must live until the ZIP is closed. */
static bool
add_entry(zip_t *zip, const char *name, GBytes *bytes, bool deflate,
          GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  zip_source_t *source = zip_source_buffer(zip, data, length, 0);
  zip_int64_t index;

  if (source == NULL)
    return fail(error, name, zip_strerror(zip));
  index = zip_file_add(zip, name, source, ZIP_FL_ENC_GUESS);
  if (index < 0) {
    zip_source_free(source);
    return fail(error, name, zip_strerror(zip));
  }
  if (!set_entry(zip, (zip_uint64_t)index, deflate))
    return fail(error, name, zip_strerror(zip));
  return true;
}

static GBytes *
write_pointer(GError **error)
{
  g_autoptr(EpubXml) xml = epub_xml_new();

  epub_xml_open(xml, "container");
  epub_xml_attribute(xml, "version", "1.0");
  epub_xml_attribute(xml, "xmlns",
                     "urn:oasis:names:tc:opendocument:xmlns:container");
  epub_xml_open(xml, "rootfiles");
  epub_xml_open(xml, "rootfile");
  epub_xml_attribute(xml, "full-path", "package.opf");
  epub_xml_attribute(xml, "media-type", "application/oebps-package+xml");
  epub_xml_close_empty(xml);
  epub_xml_close(xml);
  epub_xml_close(xml);
  return epub_xml_finish(xml, error);
}

static bool
add_files(zip_t *zip, GBytes *mimetype, GBytes *pointer, const GPtrArray *files,
          GError **error)
{
  if (!add_entry(zip, "mimetype", mimetype, false, error) ||
      !add_entry(zip, "META-INF/container.xml", pointer, true, error))
    return false;
  for (guint i = 0; i < files->len; i++) {
    const EpubFile *file = g_ptr_array_index(files, i);
    if (!add_entry(zip, file->name, file->bytes,
                   file->kind != EPUB_FILE_PICTURE, error))
      return false;
  }
  return true;
}

/* All that libzip wrote into `source`. */
static GBytes *
read_source(zip_source_t *source, GError **error)
{
  zip_stat_t stat;
  g_autofree char *data = NULL;
  zip_int64_t count;

  if (zip_source_open(source) < 0 || zip_source_stat(source, &stat) < 0 ||
      (stat.valid & ZIP_STAT_SIZE) == 0) {
    fail(error, "reading it back", "no size");
    return NULL;
  }
  data = g_malloc(stat.size);
  count = zip_source_read(source, data, stat.size);
  zip_source_close(source);
  if (count < 0 || (zip_uint64_t)count != stat.size) {
    fail(error, "reading it back", "short");
    return NULL;
  }
  return g_bytes_new_take(g_steal_pointer(&data), stat.size);
}

GBytes *
epub_container_write(const GPtrArray *files, GError **error)
{
  g_autoptr(GBytes) mimetype = g_bytes_new_static(MIMETYPE, strlen(MIMETYPE));
  g_autoptr(GBytes) pointer = write_pointer(error);
  g_autoptr(zip_source_t) source = NULL;
  g_autoptr(zip_t) zip = NULL;

  if (pointer == NULL)
    return NULL;
  source = zip_source_buffer_create(NULL, 0, 0, NULL);
  g_assert(source != NULL);
  zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
  g_assert(zip != NULL);
  zip_source_keep(source); /* the ZIP owns one reference, we the other */
  if (!add_files(zip, mimetype, pointer, files, error))
    return NULL;
  if (zip_close(zip) != 0) {
    fail(error, "closing", zip_strerror(zip));
    return NULL;
  }
  zip = NULL;
  return read_source(source, error);
}
