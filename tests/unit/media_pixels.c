/* tests/unit/media_pixels.c -- pixels are turned and made smaller rightly. */
/* SPDX-License-Identifier: MIT */

#include "media/media.h"
#include "media/orient.h"
#include "media/pixels.h"

#include <string.h>

static void
put(MediaPixels *pixels, unsigned x, unsigned y, guint32 word)
{
  memcpy(pixels->data + y * pixels->stride + 4 * x, &word, 4);
}

static guint32
take(const MediaPixels *pixels, unsigned x, unsigned y)
{
  guint32 word;

  memcpy(&word, pixels->data + y * pixels->stride + 4 * x, 4);
  return word;
}

/* The upright picture "abc" over "def", stored in each orientation: what EXIF
 * 2.32 says of row 0 and column 0. */
static const struct {
  unsigned orientation;
  unsigned width;
  const char *stored;
} stored[] = {
  { 1, 3, "abcdef" }, /* row 0 top, column 0 left */
  { 2, 3, "cbafed" }, /* top, right */
  { 3, 3, "fedcba" }, /* bottom, right */
  { 4, 3, "defabc" }, /* bottom, left */
  { 5, 2, "adbecf" }, /* left, top */
  { 6, 2, "cfbead" }, /* right, top */
  { 7, 2, "fcebda" }, /* right, bottom */
  { 8, 2, "daebfc" }, /* left, bottom */
};

static void
test_orient(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(stored); i++) {
    unsigned width = stored[i].width;
    MediaPixels *pixels = media_pixels_new(width, 6 / width);
    char seen[7] = "";

    for (unsigned k = 0; k < 6; k++)
      put(pixels, k % width, k / width, (guint32)stored[i].stored[k]);
    g_autoptr(MediaPixels) upright =
        media_orient_apply(pixels, stored[i].orientation);
    g_assert_cmpuint(upright->width, ==, 3);
    for (unsigned k = 0; k < 6; k++)
      seen[k] = (char)take(upright, k % 3, k / 3);
    g_test_message("orientation %u", stored[i].orientation);
    g_assert_cmpstr(seen, ==, "abcdef");
    g_assert_true(media_orient_swaps(stored[i].orientation) == (width == 2));
  }
}

static void
test_scale_whole(void)
{
  MediaPixels *pixels = media_pixels_new(4, 2);

  for (unsigned y = 0; y < 2; y++)
    for (unsigned x = 0; x < 4; x++)
      put(pixels, x, y, (x + y) % 2 ? 0xffffffff : 0xff000000);
  media_pixels_classify(pixels);
  g_autoptr(MediaPixels) small = media_scale(pixels, 2);
  g_assert_cmpuint(small->width, ==, 2);
  g_assert_cmpuint(small->height, ==, 1);
  g_assert_true(small->grey);
  g_assert_cmphex(take(small, 0, 0), ==, 0xff808080);
  g_assert_cmphex(take(small, 1, 0), ==, 0xff808080);
}

/* Three px onto two: the middle one belongs to both, half and half. */
static void
test_scale_parts(void)
{
  MediaPixels *pixels = media_pixels_new(3, 1);

  put(pixels, 0, 0, 0xff0000ff);
  put(pixels, 1, 0, 0xff00ff00);
  put(pixels, 2, 0, 0xffff0000);
  g_autoptr(MediaPixels) small = media_scale(pixels, 2);
  g_assert_cmpuint(small->height, ==, 1);
  g_assert_cmphex(take(small, 0, 0), ==, 0xff0055aa);
  g_assert_cmphex(take(small, 1, 0), ==, 0xffaa5500);
}

/* Transparent pixels bring no colour along. */
static void
test_scale_alpha(void)
{
  MediaPixels *pixels = media_pixels_new(2, 2);

  put(pixels, 0, 0, 0xffff0000);
  media_pixels_classify(pixels);
  g_autoptr(MediaPixels) small = media_scale(pixels, 1);
  guint8 row[4];
  g_assert_cmphex(take(small, 0, 0), ==, 0x40400000);
  g_assert_true(small->alpha);
  media_pixels_row(small, 0, row);
  g_assert_cmpuint(row[0], ==, 255);
  g_assert_cmpuint(row[1], ==, 0);
  g_assert_cmpuint(row[3], ==, 64);
}

static void
test_scale_same(void)
{
  MediaPixels *pixels = media_pixels_new(5, 9);
  g_autoptr(MediaPixels) same = media_scale(pixels, 9);

  g_assert_true(same == pixels);
  g_autoptr(MediaPixels) thin = media_scale(media_pixels_new(1000, 1), 10);
  g_assert_cmpuint(thin->width, ==, 10);
  g_assert_cmpuint(thin->height, ==, 1);
}

/* A flat colour stays itself at every size. */
static void
test_scale_flat(void)
{
  for (unsigned limit = 1; limit < 60; limit++) {
    MediaPixels *pixels = media_pixels_new(61, 37);

    for (unsigned i = 0; i < 61 * 37; i++)
      put(pixels, i % 61, i / 61, 0xff123456);
    g_autoptr(MediaPixels) small = media_scale(pixels, limit);
    for (unsigned i = 0; i < small->width * small->height; i++)
      g_assert_cmphex(take(small, i % small->width, i / small->width), ==,
                      0xff123456);
  }
}

static void
test_premultiply(void)
{
  for (unsigned alpha = 1; alpha < 256; alpha++) {
    g_autoptr(MediaPixels) pixels = media_pixels_new(1, 1);
    guint8 row[4];

    memcpy(pixels->data, (guint8[]){ 255, 0, 255, (guint8)alpha }, 4);
    media_pixels_finish(pixels);
    g_assert_cmphex(take(pixels, 0, 0), ==, alpha << 24 | alpha << 16 | alpha);
    media_pixels_row(pixels, 0, row);
    g_assert_cmpuint(row[0], ==, 255);
    g_assert_cmpuint(row[3], ==, alpha);
    g_assert_true(pixels->alpha == (alpha < 255));
  }
}

/* What comes back from the PNG of a page with `colours` colours, and its colour
 * type (byte 25, W3C PNG 11.2.1). */
static void
check_page(unsigned colours, guint8 type)
{
  MediaPixels *pixels = media_pixels_new(20, 20);

  for (unsigned k = 0; k < 400; k++) /* the first byte is undefined */
    put(pixels, k % 20, k / 20, (k % 3) << 24 | (k % colours) * 0x010203);
  g_autoptr(MediaPixels) page = pixels;
  g_autoptr(GBytes) png = media_encode_page(page, NULL);
  const guint8 *data = g_bytes_get_data(png, NULL);
  g_assert_cmpuint(data[25], ==, type);
  g_autoptr(DocResource) resource =
      doc_resource_new("a.png", "a.png", RESOURCE_PNG, g_bytes_ref(png));
  g_autoptr(MediaPixels) read = media_decode(resource, NULL);
  for (unsigned k = 0; k < 400; k++)
    g_assert_cmphex(take(read, k % 20, k / 20), ==,
                    0xff000000 | (k % colours) * 0x010203);
}

static void
test_page(void)
{
  check_page(1, 3);
  check_page(256, 3);
  check_page(257, 2);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/orient", test_orient);
  g_test_add_func("/scale/whole", test_scale_whole);
  g_test_add_func("/scale/parts", test_scale_parts);
  g_test_add_func("/scale/alpha", test_scale_alpha);
  g_test_add_func("/scale/same", test_scale_same);
  g_test_add_func("/scale/flat", test_scale_flat);
  g_test_add_func("/premultiply", test_premultiply);
  g_test_add_func("/page", test_page);
  return g_test_run();
}
