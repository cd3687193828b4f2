/*
 * media/palette.h -- the colours of a page that was drawn, if they are few.
 *
 * Letters on paper have some 250 colours, edges included; one byte a pixel
 * instead of three makes the file smaller and packs three times as fast.
 */
#pragma once

#include "media/media.h"

enum {
  MEDIA_PALETTE_MAX = 256
};

typedef struct {
  guint32 colours[MEDIA_PALETTE_MAX]; /* 0xRRGGBB, in order of first use */
  unsigned count;
} MediaPalette;

/* One byte a pixel, as a PNG packs them: before each row a 0, which is no
 * filter (PNG, third edition, 9.2; 12.7 asks for none with a palette).  NULL if
 * the colours are too many.  Alpha is not looked at.  (transfer full) */
guint8 *media_palette_index(const MediaPixels *pixels, MediaPalette *palette);

/* Bytes of that. */
gsize media_palette_size(const MediaPixels *pixels);
