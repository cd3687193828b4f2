/* tests/unit/media_jpeg_plain.c -- a plain copy has the same picture, and only
 * what is whole gets one. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_plain.h"

#include "media/media.h"
#include "media_jpeg_made.h"

#include <string.h>

enum {
  SIDE = 96, /* px: whole units of every sampling */
  WIDTH = 93,
  HEIGHT = 61,
  MUTANTS = 3000
};

/* Slopes that differ in all directions, and some noise. */
static void
make_pixels(guint8 *rgb, unsigned width, unsigned height)
{
  guint32 noise = 1;

  for (unsigned y = 0; y < height; y++)
    for (unsigned x = 0; x < width; x++, rgb += 3) {
      noise = noise * 1664525u + 1013904223u;
      rgb[0] = (guint8)(x * 2 + (noise >> 29));
      rgb[1] = (guint8)(y * 2);
      rgb[2] = (guint8)((x > 30 && y < 40) * 200 + (noise >> 28));
    }
}

/* (transfer full) */
static GByteArray *
make_jpeg(unsigned width, unsigned height, int sampling, int flags)
{
  g_autofree guint8 *rgb = g_malloc_n(3 * width, height);

  make_pixels(rgb, width, height);
  return made_jpeg(rgb, (int)width, (int)height, sampling, 90, flags);
}

/* By the library that the program does not use; NULL if it warns. */
static guint8 *
judge(const guint8 *data, gsize length, unsigned width, unsigned height)
{
  guint8 *rgb = g_malloc0_n(3 * width, height);
  tjhandle handle = tjInitDecompress();
  bool whole =
      tjDecompress2(handle, data, length, rgb, (int)width, 0, (int)height,
                    TJPF_RGB, TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING) == 0;

  tjDestroy(handle);
  if (!whole)
    g_clear_pointer(&rgb, g_free);
  return rgb;
}

static guint8 *
judge_bytes(GBytes *bytes, unsigned width, unsigned height)
{
  gsize length;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  guint8 *rgb = judge(data, length, width, height);

  g_assert_nonnull(rgb);
  return rgb;
}

static MediaJpegHeader
header_of(GBytes *bytes)
{
  MediaJpegHeader header;

  g_assert_true(media_jpeg_segment_check(bytes, &header, NULL));
  return header;
}

/* As if a camera had said so. */
static GBytes *
turn(GBytes *bytes, unsigned orientation)
{
  MediaJpegHeader header = header_of(bytes);

  header.orientation = orientation;
  return media_jpeg_plain_new(bytes, &header);
}

static GBytes *
bytes_of(const GByteArray *jpeg)
{
  return g_bytes_new(jpeg->data, jpeg->len);
}

static void
check_same(int sampling)
{
  g_autoptr(GByteArray) jpeg =
      make_jpeg(WIDTH, HEIGHT, sampling, TJFLAG_PROGRESSIVE);
  g_autoptr(GBytes) bytes = bytes_of(jpeg);
  g_autoptr(GBytes) plain = turn(bytes, 1);
  g_assert_nonnull(plain);
  MediaJpegHeader header = header_of(plain);
  g_autofree guint8 *before = judge_bytes(bytes, WIDTH, HEIGHT);
  g_autofree guint8 *after = judge_bytes(plain, WIDTH, HEIGHT);

  g_assert_true(header_of(bytes).progressive);
  g_assert_true(header.baseline);
  g_assert_cmpuint(header.scans, ==, 1);
  g_assert_cmpuint(header.components, ==, sampling == TJSAMP_GRAY ? 1 : 3);
  g_assert_cmpmem(before, 3 * WIDTH * HEIGHT, after, 3 * WIDTH * HEIGHT);
}

static const int samplings[] = { TJSAMP_444, TJSAMP_422, TJSAMP_420, TJSAMP_440,
                                 TJSAMP_GRAY };

static void
test_same(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(samplings); i++)
    check_same(samplings[i]);
}

/* The pixel of the stored picture that stands at x, y of the upright one. */
static const guint8 *
stored_pixel(const guint8 *rgb, unsigned orientation, unsigned x, unsigned y)
{
  unsigned last = SIDE - 1;
  unsigned row = orientation == 3 || orientation == 4 ? last - y : y;
  unsigned column = orientation == 2 || orientation == 3 ? last - x : x;

  if (orientation >= 5) {
    row = orientation == 6 || orientation == 7 ? last - x : x;
    column = orientation == 7 || orientation == 8 ? last - y : y;
  }
  return rgb + 3 * ((gsize)row * SIDE + column);
}

/* The cosine transform of a turned block is rounded otherwise, and a chroma
 * sample weighs more than a grey one. */
static void
check_turned(int sampling, unsigned orientation)
{
  g_autoptr(GByteArray) jpeg = make_jpeg(SIDE, SIDE, sampling, 0);
  g_autoptr(GBytes) bytes = bytes_of(jpeg);
  g_autoptr(GBytes) plain = turn(bytes, orientation);
  g_assert_nonnull(plain);
  g_autofree guint8 *before = judge_bytes(bytes, SIDE, SIDE);
  g_autofree guint8 *after = judge_bytes(plain, SIDE, SIDE);
  const guint8 *now = after;

  for (unsigned y = 0; y < SIDE; y++)
    for (unsigned x = 0; x < SIDE; x++, now += 3) {
      const guint8 *then = stored_pixel(before, orientation, x, y);
      for (unsigned i = 0; i < 3; i++)
        g_assert_cmpint(ABS(now[i] - then[i]), <=, 5);
    }
}

static void
test_turned(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(samplings); i++)
    for (unsigned orientation = 1; orientation <= 8; orientation++)
      check_turned(samplings[i], orientation);
}

/* A turn and its opposite leave no trace. */
static void
test_there_and_back(void)
{
  static const guint8 opposite[] = { 0, 1, 2, 3, 4, 5, 8, 7, 6 };

  for (gsize i = 0; i < G_N_ELEMENTS(samplings); i++)
    for (unsigned orientation = 1; orientation <= 8; orientation++) {
      g_autoptr(GByteArray) jpeg = make_jpeg(SIDE, SIDE, samplings[i], 0);
      g_autoptr(GBytes) bytes = bytes_of(jpeg);
      g_autoptr(GBytes) same = turn(bytes, 1);
      g_autoptr(GBytes) there = turn(bytes, orientation);
      g_autoptr(GBytes) back = turn(there, opposite[orientation]);
      g_assert_true(g_bytes_equal(same, back));
      g_assert_true(g_bytes_equal(same, there) == (orientation == 1));
    }
}

/* Sides of 93 and 61 px: what is not whole cannot come to the left or top. */
static void
test_edges(void)
{
  g_autoptr(GByteArray) jpeg = make_jpeg(WIDTH, HEIGHT, TJSAMP_444, 0);
  g_autoptr(GByteArray) wide = make_jpeg(SIDE, HEIGHT, TJSAMP_444, 0);
  g_autoptr(GBytes) bytes = bytes_of(jpeg);
  g_autoptr(GBytes) whole = bytes_of(wide);

  for (unsigned orientation = 1; orientation <= 8; orientation++) {
    g_autoptr(GBytes) made = turn(bytes, orientation);
    g_autoptr(GBytes) other = turn(whole, orientation);
    bool across = orientation == 2 || orientation == 8;
    bool none = orientation == 1 || orientation == 5;
    g_assert_true((made != NULL) == none);
    g_assert_true((other != NULL) == (none || across));
  }
}

static bool
holds(GBytes *bytes, const char *word)
{
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);

  return memmem(data, length, word, strlen(word)) != NULL;
}

/* A place where a photograph was taken must not go out with it. */
static void
test_bare(void)
{
  static const guint8 segments[] =
      "\xff\xe1\0\x0e"
      "Exif\0\0secret\xff\xfe\0\x08secret\xff\xed\0\x08secret"
      "\xff\xe2\0\x12ICC_PROFILE\0\1\1!?";
  g_autoptr(GByteArray) jpeg = make_jpeg(SIDE, SIDE, TJSAMP_420, 0);
  g_autoptr(GByteArray) noted = g_byte_array_new();

  g_byte_array_append(noted, jpeg->data, 2);
  g_byte_array_append(noted, segments, sizeof segments - 1);
  g_byte_array_append(noted, jpeg->data + 2, jpeg->len - 2);
  g_byte_array_append(noted, (const guint8 *)"secret", 6);
  g_autoptr(GBytes) bytes = bytes_of(noted);
  for (unsigned orientation = 1; orientation <= 8; orientation++) {
    g_autoptr(GBytes) plain = turn(bytes, orientation);
    g_assert_true(holds(plain, "ICC_PROFILE"));
    g_assert_false(holds(plain, "Exif"));
    g_assert_false(holds(plain, "secret"));
    g_assert_cmpuint(header_of(plain).orientation, ==, 1);
  }
}

/* The first segment with `marker` at or after `from`. */
static guint
find(const GByteArray *jpeg, guint8 marker, guint from)
{
  for (guint i = from; i + 1 < jpeg->len; i++)
    if (jpeg->data[i] == 0xff && jpeg->data[i + 1] == marker)
      return i;
  g_assert_not_reached();
}

/* Without its last scan a picture is whole, but libjpeg smooths it. */
static void
test_incomplete(void)
{
  g_autoptr(GByteArray) jpeg =
      make_jpeg(WIDTH, HEIGHT, TJSAMP_444, TJFLAG_PROGRESSIVE);
  guint last = 0;

  for (guint i = find(jpeg, 0xda, 0); i < jpeg->len - 2; i++)
    if (jpeg->data[i] == 0xff && jpeg->data[i + 1] == 0xda)
      last = i;
  g_byte_array_set_size(jpeg, last);
  g_byte_array_append(jpeg, (const guint8 *)"\xff\xd9", 2);
  g_autoptr(GBytes) bytes = bytes_of(jpeg);
  g_autoptr(GBytes) none = turn(bytes, 1);
  g_autofree guint8 *rgb = judge_bytes(bytes, WIDTH, HEIGHT);
  g_assert_null(none);
}

/* The scan that refines the DC coefficients holds a bit for each block, so it
 * can come five times, which makes them 16 times as large. */
static void
test_large(void)
{
  g_autoptr(GByteArray) jpeg =
      make_jpeg(WIDTH, HEIGHT, TJSAMP_GRAY, TJFLAG_PROGRESSIVE);
  guint first = find(jpeg, 0xda, 0), fine = find(jpeg, 0xda, first + 2);
  g_autoptr(GByteArray) large = g_byte_array_new();
  MediaInfo info;

  while (jpeg->data[fine + 9] != 0x10 || jpeg->data[fine + 7] != 0)
    fine = find(jpeg, 0xda, fine + 2);
  guint after = fine + 10;
  while (jpeg->data[after] != 0xff || jpeg->data[after + 1] == 0)
    after++;
  g_assert_cmpuint(jpeg->data[first + 9], ==, 0x01);
  jpeg->data[first + 9] = 0x05;
  g_byte_array_append(large, jpeg->data, fine);
  for (guint8 bit = 5; bit > 0; bit--) {
    jpeg->data[fine + 9] = (guint8)(bit << 4 | (bit - 1));
    g_byte_array_append(large, jpeg->data + fine, after - fine);
  }
  g_byte_array_append(large, jpeg->data + after, jpeg->len - after);
  g_autoptr(GBytes) bytes = bytes_of(large);
  g_autoptr(GBytes) none = turn(bytes, 1);
  g_assert_null(none);
  g_assert_true(media_probe("a.jpg", bytes, &info, NULL));
}

/* Quantisers of 16 bits (B.2.4.1), the first larger than a baseline file's. */
static void
test_coarse(void)
{
  g_autoptr(GByteArray) jpeg =
      make_jpeg(WIDTH, HEIGHT, TJSAMP_GRAY, TJFLAG_PROGRESSIVE);
  guint table = find(jpeg, 0xdb, 0);
  guint first = table + 5, end = first + 64;
  g_autoptr(GByteArray) coarse = g_byte_array_new();
  MediaInfo info;

  g_assert_cmpuint(jpeg->data[table + 3], ==, 3 + 64);
  jpeg->data[table + 3] += 64;
  jpeg->data[table + 4] |= 0x10;
  g_byte_array_append(coarse, jpeg->data, first);
  for (guint i = first; i < end; i++) {
    guint8 quantum[] = { i == first, jpeg->data[i] };
    g_byte_array_append(coarse, quantum, 2);
  }
  g_byte_array_append(coarse, jpeg->data + end, jpeg->len - end);
  g_autoptr(GBytes) bytes = bytes_of(coarse);
  g_autoptr(GBytes) none = turn(bytes, 1);
  g_assert_null(none);
  g_assert_true(media_probe("a.jpg", bytes, &info, NULL));
}

/* Chroma a quarter as wide: a rare kind, which not all readers know. */
static void
test_strange(void)
{
  g_autoptr(GByteArray) narrow =
      make_jpeg(WIDTH, HEIGHT, TJSAMP_411, TJFLAG_PROGRESSIVE);
  g_autoptr(GBytes) bytes = bytes_of(narrow);
  g_autoptr(GBytes) none = turn(bytes, 1);

  g_assert_null(none);
}

static bool
is_of_size(GBytes *bytes)
{
  MediaJpegHeader header;

  return media_jpeg_segment_check(bytes, &header, NULL) &&
         header.width == WIDTH && header.height == HEIGHT &&
         header.components == 3 && header.orientation == 1;
}

/* Whether there is a plain copy or not, the verdict is the same; and if there
 * is one, it shows what a decoder shows. */
static bool
check_mutant(GBytes *bytes)
{
  g_autoptr(GBytes) plain = NULL;
  MediaInfo info, again;
  bool looked = media_probe("a.jpg", bytes, &again, NULL);
  bool whole = media_probe_plain("a.jpg", bytes, &info, &plain, NULL);

  g_assert_true(whole == looked);
  if (plain == NULL)
    return false;
  g_assert_true(whole);
  g_autofree guint8 *before = judge_bytes(bytes, WIDTH, HEIGHT);
  g_autofree guint8 *after = judge_bytes(plain, WIDTH, HEIGHT);
  g_assert_cmpmem(before, 3 * WIDTH * HEIGHT, after, 3 * WIDTH * HEIGHT);
  return true;
}

static void
test_mutants(void)
{
  static const int kinds[] = { TJSAMP_444, TJSAMP_420 };
  unsigned made = 0, all = 0;

  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_autoptr(GByteArray) jpeg =
        make_jpeg(WIDTH, HEIGHT, kinds[i], TJFLAG_PROGRESSIVE);
    for (guint32 seed = 0; seed < MUTANTS; seed++) {
      g_autoptr(GByteArray) mutant = made_mutant(jpeg, seed, 3);
      g_autoptr(GBytes) bytes = bytes_of(mutant);
      if (!is_of_size(bytes))
        continue;
      all++;
      made += check_mutant(bytes);
    }
  }
  g_test_message("%u of %u", made, all);
  g_assert_cmpuint(made, >, 0);
  g_assert_cmpuint(made, <, all);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/same", test_same);
  g_test_add_func("/turned", test_turned);
  g_test_add_func("/there-and-back", test_there_and_back);
  g_test_add_func("/edges", test_edges);
  g_test_add_func("/bare", test_bare);
  g_test_add_func("/incomplete", test_incomplete);
  g_test_add_func("/large", test_large);
  g_test_add_func("/coarse", test_coarse);
  g_test_add_func("/strange", test_strange);
  g_test_add_func("/mutants", test_mutants);
  return g_test_run();
}
