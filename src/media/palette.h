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

/* One byte a pixel, row by row without a gap; NULL if the colours are too many.
 * Alpha is not looked at.  (transfer full) */
guint8 *media_palette_index(const MediaPixels *pixels, MediaPalette *palette);
