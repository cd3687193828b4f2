/* media/orient.c -- turning pixels upright. */
/* SPDX-License-Identifier: MIT */

#include "media/orient.h"

#include "media/pixels.h"

/* Where the stored picture's x and y axes run on the upright one. */
typedef struct {
  bool swap;     /* stored rows are upright columns */
  bool mirror_x; /* the upright x runs against the stored axis */
  bool mirror_y;
} Turn;

static const Turn turns[] = {
  [1] = { false, false, false }, [2] = { false, true, false },
  [3] = { false, true, true },   [4] = { false, false, true },
  [5] = { true, false, false },  [6] = { true, true, false },
  [7] = { true, true, true },    [8] = { true, false, true },
};

bool
media_orient_swaps(unsigned orientation)
{
  return orientation < G_N_ELEMENTS(turns) && turns[orientation].swap;
}

static void
copy_row(const MediaPixels *from, unsigned y, MediaPixels *to, Turn turn)
{
  const guint32 *row =
      (const guint32 *)(const void *)(from->data + (gsize)y * from->stride);
  guint32 *out = (guint32 *)(void *)to->data;

  for (unsigned x = 0; x < from->width; x++) {
    unsigned column = turn.swap ? y : x;
    unsigned line = turn.swap ? x : y;

    if (turn.mirror_x)
      column = to->width - 1 - column;
    if (turn.mirror_y)
      line = to->height - 1 - line;
    out[(gsize)line * to->width + column] = row[x];
  }
}

MediaPixels *
media_orient_apply(MediaPixels *pixels, unsigned orientation)
{
  g_autoptr(MediaPixels) stored = pixels;

  if (orientation < 2 || orientation >= G_N_ELEMENTS(turns))
    return g_steal_pointer(&stored);
  Turn turn = turns[orientation];
  MediaPixels *upright = turn.swap
                             ? media_pixels_new(stored->height, stored->width)
                             : media_pixels_new(stored->width, stored->height);
  upright->alpha = stored->alpha;
  upright->grey = stored->grey;
  for (unsigned y = 0; y < stored->height; y++)
    copy_row(stored, y, upright, turn);
  return upright;
}
