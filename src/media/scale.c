/* media/scale.c -- making pictures smaller by area averaging. */
/* SPDX-License-Identifier: MIT */

#include "media/pixels.h"

#include <string.h>

/* One source pixel is `to` units long and one result pixel `from` units (the
 * lengths of the two sides in px), so that all overlaps are whole numbers and
 * the result is the same on every processor. */
typedef struct {
  guint64 from;
  guint64 to;
} Axis;

/* How many units source pixel `i` and result pixel `j` share. */
static guint64
overlap(Axis axis, guint64 i, guint64 j)
{
  guint64 start = MAX(i * axis.to, j * axis.from);
  guint64 end = MIN((i + 1) * axis.to, (j + 1) * axis.from);

  return end - start;
}

static void
add_pixel(guint64 *sum, const guint8 *pixel, guint64 weight)
{
  for (unsigned channel = 0; channel < 4; channel++)
    sum[channel] += weight * pixel[channel];
}

/* Adds a source row, `weight` units high, to the sums of a result row. */
static void
add_row(guint64 *sums, const guint8 *row, Axis axis, guint64 weight)
{
  for (guint64 j = 0; j < axis.to; j++) {
    guint64 first = j * axis.from / axis.to;
    guint64 last = ((j + 1) * axis.from - 1) / axis.to;

    for (guint64 i = first; i <= last; i++)
      add_pixel(sums + 4 * j, row + 4 * i, weight * overlap(axis, i, j));
  }
}

static void
scale_row(const MediaPixels *from, MediaPixels *to, unsigned y, guint64 *sums)
{
  Axis across = { from->width, to->width };
  Axis down = { from->height, to->height };
  guint64 first = y * down.from / down.to;
  guint64 last = ((y + 1) * down.from - 1) / down.to;
  guint64 area = across.from * down.from;
  guint8 *out = to->data + (gsize)y * to->stride;

  memset(sums, 0, 4 * to->width * sizeof *sums);
  for (guint64 i = first; i <= last; i++)
    add_row(sums, from->data + i * from->stride, across, overlap(down, i, y));
  for (gsize k = 0; k < 4 * (gsize)to->width; k++)
    out[k] = (guint8)((sums[k] + area / 2) / area);
}

static unsigned
shorter(unsigned side, unsigned longer, unsigned limit)
{
  guint64 scaled = ((guint64)side * limit + longer / 2) / longer;

  return (unsigned)MAX(scaled, 1);
}

MediaPixels *
media_scale(MediaPixels *pixels, unsigned limit)
{
  g_autoptr(MediaPixels) from = pixels;
  unsigned longer = MAX(from->width, from->height);

  g_return_val_if_fail(limit > 0 && from->width > 0 && from->height > 0, NULL);
  if (longer <= limit)
    return g_steal_pointer(&from);
  MediaPixels *to = media_pixels_new(shorter(from->width, longer, limit),
                                     shorter(from->height, longer, limit));
  g_autofree guint64 *sums = g_new(guint64, 4 * to->width);
  to->alpha = from->alpha;
  to->grey = from->grey;
  for (unsigned y = 0; y < to->height; y++)
    scale_row(from, to, y, sums);
  return to;
}
