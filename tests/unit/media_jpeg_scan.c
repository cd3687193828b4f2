/* tests/unit/media_jpeg_scan.c -- what is proved whole is whole. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_scan.h"

#include "base/error.h"
#include "media/jpeg_segment.h"
#include "media_jpeg_made.h"

#include <string.h>

enum {
  WIDTH = 93, /* px; no multiple of an MCU */
  HEIGHT = 61,
  MUTANTS = 4000
};

/* Noise over a slope: long and short codes. */
static void
make_pixels(guint8 *rgb)
{
  guint32 noise = 1;

  for (unsigned i = 0; i < 3 * WIDTH * HEIGHT; i++) {
    noise = noise * 1664525u + 1013904223u;
    rgb[i] = (guint8)(i / 97 + (i % 900 < 300 ? noise >> 24 : 0));
  }
}

/* (transfer full) */
static GByteArray *
make_jpeg(int sampling, int quality, int flags)
{
  guint8 rgb[3 * WIDTH * HEIGHT];

  make_pixels(rgb);
  return made_jpeg(rgb, WIDTH, HEIGHT, sampling, quality, flags);
}

/* What media_jpeg_check() asks of libjpeg. */
static bool
library_accepts(const guint8 *data, gsize length)
{
  guint8 out[4 * WIDTH * HEIGHT];
  tjhandle handle = tjInitDecompress();
  bool whole = tjDecompress2(handle, data, length, out, WIDTH, 0, HEIGHT,
                             TJPF_RGBA, TJFLAG_STOPONWARNING) == 0;

  tjDestroy(handle);
  return whole;
}

static bool
is_whole(const GByteArray *jpeg)
{
  return media_jpeg_scan_is_whole(jpeg->data, jpeg->len);
}

static void
test_plain(void)
{
  static const int samplings[] = { TJSAMP_444, TJSAMP_422, TJSAMP_420,
                                   TJSAMP_440, TJSAMP_GRAY };

  for (gsize i = 0; i < G_N_ELEMENTS(samplings); i++)
    for (int quality = 1; quality <= 100; quality += 33) {
      g_autoptr(GByteArray) jpeg = make_jpeg(samplings[i], quality, 0);
      g_assert_true(is_whole(jpeg));
    }
}

static void
test_left_to_library(void)
{
  g_autoptr(GByteArray) slow = make_jpeg(TJSAMP_420, 85, TJFLAG_PROGRESSIVE);
  g_autoptr(GByteArray) narrow = make_jpeg(TJSAMP_411, 85, 0);

  g_assert_false(is_whole(slow));
  g_assert_false(is_whole(narrow));
  g_assert_true(library_accepts(slow->data, slow->len));
  g_assert_true(library_accepts(narrow->data, narrow->len));
}

/* The byte behind the first colour's number; a grey picture's means nothing,
 * but libjpeg wants one from 1 to 4. */
static void
test_factors(void)
{
  static const guint8 wrong[] = { 0x00, 0x01, 0x10, 0x15, 0x51, 0xff };
  static const guint8 frame[] = { 0xff, 0xc0, 0, 11 };
  g_autoptr(GByteArray) jpeg = make_jpeg(TJSAMP_GRAY, 85, 0);
  guint8 *found = memmem(jpeg->data, jpeg->len, frame, sizeof frame);

  g_assert_nonnull(found);
  found[11] = 0x44;
  g_assert_true(is_whole(jpeg));
  g_assert_true(library_accepts(jpeg->data, jpeg->len));
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    found[11] = wrong[i];
    g_assert_false(is_whole(jpeg));
    g_assert_false(library_accepts(jpeg->data, jpeg->len));
  }
}

/* As check_jpeg() in media/probe.c asks: the structure comes first. */
static bool
is_proved(const GByteArray *jpeg, gsize *length)
{
  g_autoptr(GBytes) bytes = g_bytes_new(jpeg->data, jpeg->len);
  MediaJpegHeader header;

  if (!media_jpeg_segment_check(bytes, &header, NULL) || header.width > WIDTH ||
      header.height > HEIGHT)
    return false;
  *length = header.length;
  return media_jpeg_scan_is_whole(jpeg->data, header.length);
}

static void
test_mutants(void)
{
  static const int samplings[] = { TJSAMP_444, TJSAMP_420, TJSAMP_GRAY };
  unsigned proved = 0;

  for (gsize i = 0; i < G_N_ELEMENTS(samplings); i++) {
    g_autoptr(GByteArray) jpeg = make_jpeg(samplings[i], 90, 0);
    for (guint32 seed = 0; seed < MUTANTS; seed++) {
      g_autoptr(GByteArray) mutant = made_mutant(jpeg, seed, 4);
      gsize length = 0;
      if (!is_proved(mutant, &length))
        continue;
      proved++;
      if (!library_accepts(mutant->data, length))
        g_test_message("sampling %d, seed %u", samplings[i], seed);
      g_assert_true(library_accepts(mutant->data, length));
    }
  }
  g_assert_cmpuint(proved, >, 0); /* a changed quantiser harms nothing */
  g_assert_cmpuint(proved, <, G_N_ELEMENTS(samplings) * MUTANTS / 2);
}

static void
test_cut(void)
{
  g_autoptr(GByteArray) jpeg = make_jpeg(TJSAMP_420, 90, 0);
  guint whole = jpeg->len;

  for (guint missing = 1; missing < 600; missing++) {
    g_byte_array_set_size(jpeg, whole - missing);
    jpeg->data[jpeg->len - 2] = 0xff;
    jpeg->data[jpeg->len - 1] = 0xd9;
    g_assert_false(is_whole(jpeg));
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/media/jpeg-scan/plain", test_plain);
  g_test_add_func("/media/jpeg-scan/library", test_left_to_library);
  g_test_add_func("/media/jpeg-scan/factors", test_factors);
  g_test_add_func("/media/jpeg-scan/mutants", test_mutants);
  g_test_add_func("/media/jpeg-scan/cut", test_cut);
  return g_test_run();
}
