/* media/pixels.c -- making and describing decoded pixels. */
/* SPDX-License-Identifier: MIT */

#include "media/pixels.h"

MediaPixels *
media_pixels_new(unsigned width, unsigned height)
{
  MediaPixels *pixels = g_new0(MediaPixels, 1);

  pixels->width = width;
  pixels->height = height;
  pixels->stride = 4 * width;
  pixels->data = g_malloc0_n(height, pixels->stride);
  return pixels;
}

void
media_pixels_free(MediaPixels *pixels)
{
  if (pixels == NULL)
    return;
  g_free(pixels->data);
  g_free(pixels);
}

/* c * a / 255, rounded to nearest. */
static guint32
multiply(guint32 c, guint32 a)
{
  guint32 product = c * a + 128;

  return (product + (product >> 8)) >> 8;
}

static guint32 *
words(const MediaPixels *pixels, unsigned y)
{
  /* Rows come from g_malloc and are multiples of 4: aligned. */
  return (guint32 *)(void *)(pixels->data + (gsize)y * pixels->stride);
}

static void
finish_row(guint32 *row, unsigned width)
{
  for (unsigned x = 0; x < width; x++) {
    const guint8 *byte = (const guint8 *)(row + x);
    guint32 a = byte[3];
    guint32 r = multiply(byte[0], a);
    guint32 g = multiply(byte[1], a);
    guint32 b = multiply(byte[2], a);

    row[x] = a << 24 | r << 16 | g << 8 | b;
  }
}

void
media_pixels_finish(MediaPixels *pixels)
{
  for (unsigned y = 0; y < pixels->height; y++)
    finish_row(words(pixels, y), pixels->width);
  media_pixels_classify(pixels);
}

void
media_pixels_classify(MediaPixels *pixels)
{
  bool alpha = false;
  bool colour = false;

  for (unsigned y = 0; y < pixels->height; y++) {
    const guint32 *row = words(pixels, y);

    for (unsigned x = 0; x < pixels->width; x++) {
      guint32 word = row[x];

      alpha |= word >> 24 != 0xff;
      colour |= (word >> 8 & 0xffff) != (word & 0xffff);
    }
  }
  pixels->alpha = alpha;
  pixels->grey = !alpha && !colour;
}

void
media_pixels_make_opaque(MediaPixels *pixels)
{
  for (unsigned y = 0; y < pixels->height; y++) {
    guint32 *row = words(pixels, y);

    for (unsigned x = 0; x < pixels->width; x++)
      row[x] |= 0xff000000;
  }
  media_pixels_classify(pixels);
}

static guint8
divide(guint32 c, guint32 a)
{
  guint32 value = a == 0 ? 0 : (c * 255 + a / 2) / a;

  return (guint8)MIN(value, 255);
}

void
media_pixels_row(const MediaPixels *pixels, unsigned y, guint8 *out)
{
  const guint32 *row = words(pixels, y);

  for (unsigned x = 0; x < pixels->width; x++, out += 4) {
    guint32 a = row[x] >> 24;

    out[0] = divide(row[x] >> 16 & 0xff, a);
    out[1] = divide(row[x] >> 8 & 0xff, a);
    out[2] = divide(row[x] & 0xff, a);
    out[3] = (guint8)a;
  }
}
