/* media/palette.c -- the colours of a page that was drawn, if they are few. */
/* SPDX-License-Identifier: MIT */

#include "media/palette.h"

#define SLOTS 1024 /* a power of two, four times the colours */

/* Open addressing; 0 is free, else an index plus 1. */
typedef struct {
  guint16 slots[SLOTS];
  MediaPalette *palette;
} Finder;

/* Knuth's multiplicative hash: 2^32 by the golden section. */
static unsigned
slot_of(guint32 colour)
{
  return colour * 2654435761u >> 22;
}

/* The colour's index, or MEDIA_PALETTE_MAX if there is no room for it. */
static unsigned
find(Finder *finder, guint32 colour)
{
  MediaPalette *palette = finder->palette;
  unsigned slot = slot_of(colour);

  while (finder->slots[slot] != 0) {
    unsigned index = finder->slots[slot] - 1u;
    if (palette->colours[index] == colour)
      return index;
    slot = (slot + 1) % SLOTS;
  }
  if (palette->count == MEDIA_PALETTE_MAX)
    return MEDIA_PALETTE_MAX;
  palette->colours[palette->count++] = colour;
  finder->slots[slot] = (guint16)palette->count;
  return palette->count - 1;
}

/* Neighbours are mostly alike. */
static bool
index_row(Finder *finder, const guint32 *row, unsigned width, guint8 *out)
{
  guint32 last = ~row[0];
  unsigned index = 0;

  for (unsigned x = 0; x < width; x++) {
    if (row[x] != last)
      index = find(finder, row[x] & 0xffffff);
    if (index == MEDIA_PALETTE_MAX)
      return false;
    last = row[x];
    out[x] = (guint8)index;
  }
  return true;
}

gsize
media_palette_size(const MediaPixels *pixels)
{
  return (gsize)pixels->height * (pixels->width + 1);
}

guint8 *
media_palette_index(const MediaPixels *pixels, MediaPalette *palette)
{
  g_autofree guint8 *out = g_malloc(media_palette_size(pixels));
  guint8 *to = out;
  Finder finder = { .palette = palette };

  *palette = (MediaPalette){ .count = 0 };
  for (unsigned y = 0; y < pixels->height; y++) {
    const void *row = pixels->data + (gsize)y * pixels->stride;
    *to++ = 0;
    if (!index_row(&finder, row, pixels->width, to))
      return NULL;
    to += pixels->width;
  }
  return g_steal_pointer(&out);
}
