/* base/deflate.c -- deflate in memory, by libdeflate. */
/* SPDX-License-Identifier: MIT */

#include "base/deflate.h"

#include <libdeflate.h>

enum {
  FACTOR = 6,             /* bytes out of one byte in, to begin with */
  UNPACKED_MIN = 1 << 12, /* bytes */
  UNPACKED_MAX = 1 << 30
};

struct Deflate {
  struct libdeflate_compressor *compressor;
  struct libdeflate_decompressor *decompressor;
};

Deflate *
deflate_new(DeflateLevel level)
{
  Deflate *deflate = g_new0(Deflate, 1);

  deflate->compressor = libdeflate_alloc_compressor((int)level);
  deflate->decompressor = libdeflate_alloc_decompressor();
  if (deflate->compressor == NULL || deflate->decompressor == NULL)
    g_error("out of memory");
  return deflate;
}

void
deflate_free(Deflate *deflate)
{
  if (deflate == NULL)
    return;
  libdeflate_free_compressor(deflate->compressor);
  libdeflate_free_decompressor(deflate->decompressor);
  g_free(deflate);
}

void
deflate_pack(Deflate *deflate, const void *data, gsize length, GByteArray *out)
{
  gsize bound = libdeflate_zlib_compress_bound(deflate->compressor, length);
  guint before = out->len;

  g_byte_array_set_size(out, (guint)(before + bound));
  gsize packed = libdeflate_zlib_compress(deflate->compressor, data, length,
                                          out->data + before, bound);
  g_byte_array_set_size(out, (guint)(before + packed));
}

GBytes *
deflate_pack_bare(Deflate *deflate, GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  gsize bound = libdeflate_deflate_compress_bound(deflate->compressor, length);
  guint8 *out = g_malloc(bound);
  gsize packed = libdeflate_deflate_compress(deflate->compressor, data, length,
                                             out, bound);

  return g_bytes_new_take(g_realloc(out, packed), packed);
}

guint32
deflate_sum(const void *data, gsize length)
{
  return libdeflate_crc32(0, data, length);
}

/* The size is not said anywhere: room is doubled until it is enough. */
bool
deflate_unpack(Deflate *deflate, const void *data, gsize length,
               GByteArray *out)
{
  guint before = out->len;
  enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;

  for (gsize room = MAX(length * FACTOR, UNPACKED_MIN);
       result == LIBDEFLATE_INSUFFICIENT_SPACE && room <= UNPACKED_MAX;
       room *= 2) {
    gsize unpacked = 0;
    g_byte_array_set_size(out, (guint)(before + room));
    result = libdeflate_zlib_decompress(deflate->decompressor, data, length,
                                        out->data + before, room, &unpacked);
    if (result == LIBDEFLATE_SUCCESS)
      g_byte_array_set_size(out, (guint)(before + unpacked));
  }
  if (result != LIBDEFLATE_SUCCESS)
    g_byte_array_set_size(out, before);
  return result == LIBDEFLATE_SUCCESS;
}
