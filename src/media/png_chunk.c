/* media/png_chunk.c -- a PNG as a row of chunks. */
/* SPDX-License-Identifier: MIT */

#include "media/png_chunk.h"

#include "base/error.h"
#include "media/exif.h"
#include "media/limit.h"

#include <string.h>
#include <zlib.h>

#define OVERHEAD 12u /* length, name, CRC */

typedef enum {
  STAGE_START,
  STAGE_HEADER,
  STAGE_PALETTE,
  STAGE_DATA,  /* among the IDAT chunks */
  STAGE_AFTER, /* another chunk came after them */
  STAGE_END
} Stage;

typedef struct {
  MediaPngHeader *header;
  Stage stage;
} Walk;

static bool
refuse(GError **error, const char *text)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "damaged PNG: %s; save the picture again", text);
  return false;
}

static bool
refuse_chunk(GError **error, const char *name, const char *text)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "damaged PNG: chunk %s %s; save the picture again", name, text);
  return false;
}

static guint32
read_number(const guint8 *at)
{
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 |
         at[3];
}

static bool
is_name(const guint8 *at)
{
  return g_ascii_isalpha(at[0]) && g_ascii_isalpha(at[1]) &&
         g_ascii_isalpha(at[2]) && g_ascii_isalpha(at[3]);
}

bool
media_png_chunk_next(const guint8 **at, const guint8 *end, MediaPngChunk *chunk,
                     GError **error)
{
  gsize left = (gsize)(end - *at);

  if (left < OVERHEAD)
    return refuse(error, "it is cut off (no IEND)");
  if (!is_name(*at + 4))
    return refuse(error, "a chunk has no proper name");
  memcpy(chunk->name, *at + 4, 4);
  chunk->name[4] = '\0';
  chunk->length = read_number(*at);
  if (chunk->length > left - OVERHEAD)
    return refuse_chunk(error, chunk->name, "is cut off");
  if (chunk->length > MEDIA_LIMIT_CHUNK) {
    g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
                "chunk %s of the PNG is over %u MiB: save the picture smaller",
                chunk->name, MEDIA_LIMIT_CHUNK >> 20);
    return false;
  }
  chunk->data = *at + 8;
  chunk->whole = *at;
  chunk->whole_length = (gsize)chunk->length + OVERHEAD;
  if (crc32(0, *at + 4, chunk->length + 4) !=
      read_number(chunk->data + chunk->length))
    return refuse_chunk(error, chunk->name, "has a wrong checksum");
  *at += chunk->whole_length;
  return true;
}

/* Table 8 of the specification: the bit depths of each colour type. */
static bool
is_depth_allowed(unsigned colour, unsigned depth)
{
  static const guint32 depths[] = {
    [0] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8 | 1u << 16,
    [2] = 1u << 8 | 1u << 16,
    [3] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8,
    [4] = 1u << 8 | 1u << 16,
    [6] = 1u << 8 | 1u << 16,
  };

  return colour < G_N_ELEMENTS(depths) && depth <= 16 &&
         (depths[colour] & 1u << depth) != 0;
}

static bool
read_header(Walk *walk, const MediaPngChunk *chunk, GError **error)
{
  MediaPngHeader *header = walk->header;
  const guint8 *data = chunk->data;

  if (walk->stage != STAGE_START)
    return refuse_chunk(error, "IHDR", "comes twice");
  if (chunk->length != 13)
    return refuse_chunk(error, "IHDR", "has a wrong length");
  header->width = read_number(data);
  header->height = read_number(data + 4);
  header->depth = data[8];
  header->colour = data[9];
  header->interlaced = data[12] == 1;
  header->transparent = header->colour == 4 || header->colour == 6;
  header->orientation = 1;
  walk->stage = STAGE_HEADER;
  if (!is_depth_allowed(header->colour, header->depth)) {
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "damaged PNG: colour type %u with %u bits a sample does not "
                "exist; save the picture again",
                header->colour, header->depth);
    return false;
  }
  if (data[10] != 0 || data[11] != 0 || data[12] > 1)
    return refuse_chunk(error, "IHDR", "names an unknown method");
  return media_limit_check(header->width, header->height, error);
}

static bool
read_palette(Walk *walk, const MediaPngChunk *chunk, GError **error)
{
  if (walk->stage != STAGE_HEADER)
    return refuse_chunk(error, "PLTE", "is out of order");
  if (walk->header->colour == 0 || walk->header->colour == 4)
    return refuse_chunk(error, "PLTE", "stands in a grey picture");
  if (chunk->length == 0 || chunk->length % 3 != 0 || chunk->length > 3 * 256)
    return refuse_chunk(error, "PLTE", "has a wrong length");
  walk->stage = STAGE_PALETTE;
  return true;
}

static bool
read_data(Walk *walk, GError **error)
{
  if (walk->stage > STAGE_DATA)
    return refuse_chunk(error, "IDAT", "is out of order");
  if (walk->header->colour == 3 && walk->stage == STAGE_HEADER)
    return refuse(error, "the palette (PLTE) is missing");
  walk->stage = STAGE_DATA;
  return true;
}

static bool
read_transparency(Walk *walk, GError **error)
{
  if (walk->stage > STAGE_PALETTE)
    return refuse_chunk(error, "tRNS", "is out of order");
  walk->header->transparent = true;
  return true;
}

static bool
read_end(Walk *walk, const MediaPngChunk *chunk, GError **error)
{
  if (walk->stage < STAGE_DATA)
    return refuse(error, "the pixels (IDAT) are missing");
  if (chunk->length != 0)
    return refuse_chunk(error, "IEND", "is not empty");
  walk->stage = STAGE_END;
  return true;
}

static bool
read_other(Walk *walk, const MediaPngChunk *chunk, GError **error)
{
  if (g_ascii_isupper(chunk->name[0])) /* critical: section 5.4 */
    return refuse_chunk(error, chunk->name, "is unknown and needed");
  if (g_str_equal(chunk->name, "eXIf"))
    walk->header->orientation =
        media_exif_orientation(chunk->data, chunk->length);
  if (walk->stage == STAGE_DATA)
    walk->stage = STAGE_AFTER;
  return true;
}

static bool
read_chunk(Walk *walk, const MediaPngChunk *chunk, GError **error)
{
  if (g_str_equal(chunk->name, "IHDR"))
    return read_header(walk, chunk, error);
  if (walk->stage == STAGE_START)
    return refuse(error, "it does not begin with IHDR");
  if (g_str_equal(chunk->name, "PLTE"))
    return read_palette(walk, chunk, error);
  if (g_str_equal(chunk->name, "IDAT"))
    return read_data(walk, error);
  if (g_str_equal(chunk->name, "tRNS"))
    return read_transparency(walk, error);
  if (g_str_equal(chunk->name, "IEND"))
    return read_end(walk, chunk, error);
  return read_other(walk, chunk, error);
}

bool
media_png_chunk_check(GBytes *bytes, MediaPngHeader *header, GError **error)
{
  gsize length = 0;
  const guint8 *at = g_bytes_get_data(bytes, &length);
  const guint8 *end = at + length;
  Walk walk = { header, STAGE_START };

  if (length < MEDIA_PNG_SIGNATURE_LENGTH ||
      memcmp(at, MEDIA_PNG_SIGNATURE, MEDIA_PNG_SIGNATURE_LENGTH) != 0)
    return refuse(error, "the signature is wrong");
  at += MEDIA_PNG_SIGNATURE_LENGTH;
  while (walk.stage != STAGE_END) {
    MediaPngChunk chunk;

    if (!media_png_chunk_next(&at, end, &chunk, error) ||
        !read_chunk(&walk, &chunk, error))
      return false;
  }
  if (at != end)
    return refuse(error, "something follows its end (IEND)");
  return true;
}

GBytes *
media_png_chunk_keep(GBytes *bytes, const char *const *names)
{
  gsize length = 0;
  const guint8 *at = g_bytes_get_data(bytes, &length);
  const guint8 *end = at + length;
  GByteArray *out = g_byte_array_new();
  MediaPngChunk chunk;

  g_byte_array_append(out, at, MEDIA_PNG_SIGNATURE_LENGTH);
  at += MEDIA_PNG_SIGNATURE_LENGTH;
  while (at < end && media_png_chunk_next(&at, end, &chunk, NULL)) {
    if (g_strv_contains(names, chunk.name))
      g_byte_array_append(out, chunk.whole, (guint)chunk.whole_length);
  }
  return g_byte_array_free_to_bytes(out);
}
