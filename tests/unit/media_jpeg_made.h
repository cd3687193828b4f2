/*
 * tests/unit/media_jpeg_made.h -- JPEGs of all kinds, whole and spoilt.  They
 * are made by libturbojpeg's own interface, which the program does not use.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <turbojpeg.h>

/* Of R, G, B rows without a gap.  (transfer full) */
static inline GByteArray *
made_jpeg(const guint8 *rgb, int width, int height, int sampling, int quality,
          int flags)
{
  unsigned char *made = NULL;
  unsigned long length = 0;
  tjhandle handle = tjInitCompress();
  GByteArray *out = g_byte_array_new();

  g_assert_cmpint(tjCompress2(handle, rgb, width, 0, height, TJPF_RGB, &made,
                              &length, sampling, quality, flags),
                  ==, 0);
  g_byte_array_append(out, made, (guint)length);
  tjFree(made);
  tjDestroy(handle);
  return out;
}

/* Spoils one bit, one byte, or takes a stretch away, or adds one: the first
 * `kinds` of these, in turn; where, `seed` says.  (transfer full) */
static inline GByteArray *
made_mutant(const GByteArray *jpeg, guint32 seed, unsigned kinds)
{
  GRand *rand = g_rand_new_with_seed(seed);
  GByteArray *out = g_byte_array_new();
  guint at = (guint)g_rand_int_range(rand, 2, (gint32)jpeg->len - 2);
  guint many = (guint)g_rand_int_range(rand, 1, 40);

  g_byte_array_append(out, jpeg->data, jpeg->len);
  switch (seed % kinds) {
  case 0:
    out->data[at] ^= (guint8)(1 << g_rand_int_range(rand, 0, 8));
    break;
  case 1:
    out->data[at] = (guint8)g_rand_int_range(rand, 0, 256);
    break;
  case 2:
    g_byte_array_remove_range(out, at, MIN(many, out->len - 2 - at));
    break;
  case 3:
    g_byte_array_append(out, jpeg->data + at, jpeg->len - at);
    break;
  }
  g_rand_free(rand);
  return out;
}
