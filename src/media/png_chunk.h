/*
 * media/png_chunk.h -- a PNG as a row of chunks (W3C PNG, third edition).
 *
 * Nothing is decoded here.  The walk refuses a wrong signature, a wrong CRC, a
 * chunk that is too long or cut off, a missing, repeated or misplaced critical
 * chunk, an unknown critical chunk and bytes after IEND.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
  char name[5];
  const guint8 *data;
  guint32 length;      /* of data */
  const guint8 *whole; /* with length, name and CRC */
  gsize whole_length;
} MediaPngChunk;

typedef struct {
  unsigned width;
  unsigned height;
  unsigned depth;  /* bits a sample */
  unsigned colour; /* colour type: 0 grey, 2 RGB, 3 palette, 4, 6 alpha */
  bool interlaced;
  bool transparent; /* a colour type with alpha, or tRNS */
  unsigned orientation;
} MediaPngHeader;

#define MEDIA_PNG_SIGNATURE        "\x89PNG\r\n\x1a\n"
#define MEDIA_PNG_SIGNATURE_LENGTH 8

/* Reads the chunk at `*at` (the first one stands after the signature) and
 * moves on. */
bool media_png_chunk_next(const guint8 **at, const guint8 *end,
                          MediaPngChunk *chunk, GError **error);

/* Walks the whole file. */
bool media_png_chunk_check(GBytes *bytes, MediaPngHeader *header,
                           GError **error);

/* A copy of a checked file with only the chunks in `names`, a list that ends
 * with NULL.  (transfer full) */
GBytes *media_png_chunk_keep(GBytes *bytes, const char *const *names);
