/* epub/container.c -- files into one ZIP, by libdeflate and libzip, in memory.
 */
/* SPDX-License-Identifier: MIT */

#include "epub/container.h"

#include "base/deflate.h"
#include "base/error.h"
#include "epub/libzip.h"
#include "epub/plan.h"
#include "epub/xml.h"

#include <string.h>

#define MIMETYPE "application/epub+zip"

enum {
  DOS_DATE = 0x21 /* 1980-01-01, the earliest there is */
};

/* What an entry will hold, deflated already: libzip copies it as it is and
 * believes size and CRC-32, where zlib would take twice as long. */
typedef struct {
  GBytes *bytes;
  gsize at;   /* bytes that libzip has read */
  gsize size; /* before it was deflated */
  guint32 sum;
} Packed;

typedef struct {
  const EpubLibzip *libzip;
  zip_t *zip;
  Deflate *deflate;
  GPtrArray *packed; /* of Packed; live until the ZIP is closed */
} Container;

static bool
fail(GError **error, const char *what, const char *reason)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_BUG, "EPUB container, %s: %s", what,
              reason);
  return false;
}

/* --- an entry that is deflated already --- */

static void
packed_free(gpointer data)
{
  Packed *packed = data;

  g_bytes_unref(packed->bytes);
  g_free(packed);
}

static Packed *
packed_new(Deflate *deflate, GBytes *bytes)
{
  Packed *packed = g_new0(Packed, 1);
  const void *data = g_bytes_get_data(bytes, &packed->size);

  packed->bytes = deflate_pack_bare(deflate, bytes);
  packed->sum = deflate_sum(data, packed->size);
  return packed;
}

static zip_int64_t
packed_read(Packed *packed, void *out, zip_uint64_t room)
{
  gsize length;
  const guint8 *data = g_bytes_get_data(packed->bytes, &length);
  gsize count = MIN(length - packed->at, (gsize)room);

  if (count > 0)
    memcpy(out, data + packed->at, count);
  packed->at += count;
  return (zip_int64_t)count;
}

static zip_int64_t
packed_stat(const Packed *packed, zip_stat_t *stat)
{
  stat->comp_method = ZIP_CM_DEFLATE;
  stat->size = packed->size;
  stat->comp_size = g_bytes_get_size(packed->bytes);
  stat->crc = packed->sum;
  stat->valid |=
      ZIP_STAT_COMP_METHOD | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC;
  return sizeof(*stat);
}

/* A zip_source_callback.  No switch: each version of libzip adds commands,
 * which are not asked where they are not supported. */
static zip_int64_t
packed_command(void *data, void *out, zip_uint64_t room,
               zip_source_cmd_t command)
{
  Packed *packed = data;

  if (command == ZIP_SOURCE_SUPPORTS)
    return ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_OPEN) |
           ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_READ) |
           ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_CLOSE) |
           ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_STAT) |
           ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_FREE);
  if (command == ZIP_SOURCE_STAT)
    return packed_stat(packed, out);
  if (command == ZIP_SOURCE_READ)
    return packed_read(packed, out, room);
  if (command == ZIP_SOURCE_OPEN)
    packed->at = 0;
  return 0;
}

/* --- entries --- */

static zip_source_t *
make_source(Container *container, GBytes *bytes, bool deflate)
{
  const EpubLibzip *libzip = container->libzip;
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  Packed *packed;

  if (!deflate)
    return libzip->source_buffer(container->zip, data, length, 0);
  packed = packed_new(container->deflate, bytes);
  g_ptr_array_add(container->packed, packed);
  return libzip->source_function(container->zip, packed_command, packed);
}

/* DOS attributes: libzip would write Unix ones with the mode of a new file. */
static bool
set_entry(const Container *container, zip_uint64_t index, bool deflate)
{
  const EpubLibzip *libzip = container->libzip;
  zip_t *zip = container->zip;
  zip_int32_t method = deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE;

  return libzip->set_file_compression(zip, index, method, 0) == 0 &&
         libzip->file_set_dostime(zip, index, 0, DOS_DATE, 0) == 0 &&
         libzip->file_set_external_attributes(zip, index, 0, ZIP_OPSYS_DOS,
                                              0) == 0;
}

/* `bytes` must live until the ZIP is closed. */
static bool
add_entry(Container *container, const char *name, GBytes *bytes, bool deflate,
          GError **error)
{
  const EpubLibzip *libzip = container->libzip;
  zip_t *zip = container->zip;
  zip_source_t *source = make_source(container, bytes, deflate);
  zip_int64_t index;

  if (source == NULL)
    return fail(error, name, libzip->strerror(zip));
  index = libzip->file_add(zip, name, source, ZIP_FL_ENC_GUESS);
  if (index < 0) {
    libzip->source_free(source);
    return fail(error, name, libzip->strerror(zip));
  }
  if (!set_entry(container, (zip_uint64_t)index, deflate))
    return fail(error, name, libzip->strerror(zip));
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
add_files(Container *container, GBytes *mimetype, GBytes *pointer,
          const GPtrArray *files, GError **error)
{
  if (!add_entry(container, "mimetype", mimetype, false, error) ||
      !add_entry(container, "META-INF/container.xml", pointer, true, error))
    return false;
  for (guint i = 0; i < files->len; i++) {
    const EpubFile *file = g_ptr_array_index(files, i);
    if (!add_entry(container, file->name, file->bytes,
                   file->kind != EPUB_FILE_PICTURE, error))
      return false;
  }
  return true;
}

/* All that libzip wrote into `source`. */
static GBytes *
read_source(const EpubLibzip *libzip, zip_source_t *source, GError **error)
{
  zip_stat_t stat;
  g_autofree char *data = NULL;
  zip_int64_t count;

  if (libzip->source_open(source) < 0 ||
      libzip->source_stat(source, &stat) < 0 ||
      (stat.valid & ZIP_STAT_SIZE) == 0) {
    fail(error, "reading it back", "no size");
    return NULL;
  }
  data = g_malloc(stat.size);
  count = libzip->source_read(source, data, stat.size);
  libzip->source_close(source);
  if (count < 0 || (zip_uint64_t)count != stat.size) {
    fail(error, "reading it back", "short");
    return NULL;
  }
  return g_bytes_new_take(g_steal_pointer(&data), stat.size);
}

/* Adds the files and closes the ZIP: on failure it is discarded. */
static bool
fill_zip(Container *container, GBytes *pointer, const GPtrArray *files,
         GError **error)
{
  const EpubLibzip *libzip = container->libzip;
  g_autoptr(GBytes) mimetype = g_bytes_new_static(MIMETYPE, strlen(MIMETYPE));
  bool added = add_files(container, mimetype, pointer, files, error);

  if (added && libzip->close(container->zip) == 0)
    return true;
  if (added)
    fail(error, "closing", libzip->strerror(container->zip));
  libzip->discard(container->zip);
  return false;
}

/* Writes the ZIP into `source`. */
static bool
write_zip(const EpubLibzip *libzip, zip_source_t *source, GBytes *pointer,
          const GPtrArray *files, GError **error)
{
  g_autoptr(Deflate) deflate = deflate_new(DEFLATE_SMALL);
  g_autoptr(GPtrArray) packed = g_ptr_array_new_with_free_func(packed_free);
  zip_t *zip = libzip->open_from_source(source, ZIP_TRUNCATE, NULL);
  Container container = { libzip, zip, deflate, packed };

  g_assert(zip != NULL);
  libzip->source_keep(source); /* the ZIP owns one reference, we the other */
  return fill_zip(&container, pointer, files, error);
}

GBytes *
epub_container_write(const GPtrArray *files, GError **error)
{
  g_autoptr(GBytes) pointer = write_pointer(error);
  EpubLibzip libzip;
  zip_source_t *source;
  GBytes *bytes = NULL;

  if (pointer == NULL || !epub_libzip_load(&libzip, error))
    return NULL;
  source = libzip.source_buffer_create(NULL, 0, 0, NULL);
  g_assert(source != NULL);
  if (write_zip(&libzip, source, pointer, files, error))
    bytes = read_source(&libzip, source, error);
  libzip.source_free(source);
  return bytes;
}
