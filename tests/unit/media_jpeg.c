/* tests/unit/media_jpeg.c -- JPEGs come in upright, in their own colours. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "media/jpeg_write.h"
#include "media/media.h"
#include "media/pixels.h"

#include <string.h>
#include <turbojpeg.h>

#define EXIF SOURCE_DIR "/../shared/corpora/exif"

static GBytes *
read_file(const char *path)
{
  char *data = NULL;
  gsize length = 0;

  g_assert_true(g_file_get_contents(path, &data, &length, NULL));
  return g_bytes_new_take(data, length);
}

static MediaPixels *
decode(GBytes *bytes, GError **error)
{
  g_autoptr(DocResource) resource =
      doc_resource_new("a.jpg", "a.jpg", RESOURCE_JPEG, g_bytes_ref(bytes));

  return media_decode(resource, error);
}

static const guint8 *
pixel(const MediaPixels *pixels, unsigned x, unsigned y)
{
  return pixels->data + y * pixels->stride + 4 * x;
}

/* The mean difference of two pictures of one size, in 1/255. */
static double
difference(const MediaPixels *a, const MediaPixels *b)
{
  double sum = 0;

  g_assert_cmpuint(a->width, ==, b->width);
  g_assert_cmpuint(a->height, ==, b->height);
  for (gsize i = 0; i < (gsize)a->height * a->stride; i++)
    sum += ABS(a->data[i] - b->data[i]);
  return sum / ((double)a->height * a->stride);
}

/* The nine files of a shape show one scene, turned in eight ways. */
static void
check_shape(const char *shape)
{
  g_autofree char *first = g_strdup_printf(EXIF "/%s_1.jpg", shape);
  g_autoptr(GBytes) bytes = read_file(first);
  g_autoptr(MediaPixels) upright = media_scale(decode(bytes, NULL), 200);

  for (unsigned i = 0; i <= 8; i++) {
    g_autofree char *path = g_strdup_printf(EXIF "/%s_%u.jpg", shape, i);
    g_autoptr(GBytes) turned = read_file(path);
    g_autoptr(GError) error = NULL;
    MediaInfo info;

    g_assert_true(media_probe(path, turned, &info, &error));
    g_assert_cmpuint(info.orientation, ==, MAX(i, 1));
    g_autoptr(MediaPixels) pixels = decode(turned, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(info.width, ==, pixels->width);
    g_assert_cmpuint(info.height, ==, pixels->height);
    pixels = media_scale(g_steal_pointer(&pixels), 200);
    double apart = difference(upright, pixels);
    g_test_message("%s_%u: %.2f", shape, i, apart);
    g_assert_cmpfloat(apart, <, 12);
  }
}

static void
test_exif(void)
{
  if (!g_file_test(EXIF, G_FILE_TEST_IS_DIR)) {
    g_test_skip("the exif corpus is not here");
    return;
  }
  check_shape("Landscape");
  check_shape("Portrait");
}

/* Four quarters: red, green, blue, white, clockwise from the top left. */
static MediaPixels *
quarters(void)
{
  MediaPixels *pixels = media_pixels_new(64, 48);

  for (unsigned y = 0; y < 48; y++)
    for (unsigned x = 0; x < 64; x++) {
      guint8 *byte = pixels->data + y * pixels->stride + 4 * x;
      bool right = x >= 32;
      bool low = y >= 24;

      byte[0] = (!right && !low) || (!right && low) ? 255 : 0;
      byte[1] = (right && !low) || (!right && low) ? 255 : 0;
      byte[2] = low ? 255 : 0;
      byte[3] = 255;
    }
  media_pixels_finish(pixels);
  return pixels;
}

static void
assert_near(const guint8 *bgra, int red, int green, int blue)
{
  guint32 word;

  memcpy(&word, bgra, 4);
  g_assert_cmpint(ABS((int)(word >> 16 & 0xff) - red), <, 12);
  g_assert_cmpint(ABS((int)(word >> 8 & 0xff) - green), <, 12);
  g_assert_cmpint(ABS((int)(word & 0xff) - blue), <, 12);
}

static void
test_round_trip(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MediaPixels) pixels = quarters();
  g_autoptr(GBytes) bytes = media_jpeg_encode(pixels, false, NULL, &error);
  g_autoptr(GBytes) again = media_jpeg_encode(pixels, false, NULL, &error);
  MediaInfo info;

  g_assert_no_error(error);
  g_assert_true(g_bytes_equal(bytes, again));
  g_assert_true(media_probe("A.JPEG", bytes, &info, &error));
  g_assert_false(info.progressive);
  g_assert_cmpuint(info.components, ==, 3);
  g_assert_cmpuint(info.width, ==, 64);
  g_autoptr(MediaPixels) back = decode(bytes, &error);
  assert_near(pixel(back, 8, 8), 255, 0, 0);
  assert_near(pixel(back, 56, 8), 0, 255, 0);
  assert_near(pixel(back, 56, 40), 0, 0, 255);
  assert_near(pixel(back, 8, 40), 255, 255, 255);
}

static void
test_grey(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MediaPixels) pixels = media_pixels_new(20, 10);

  memset(pixels->data, 0x80, 20 * 10 * 4); /* half transparent mid grey */
  media_pixels_finish(pixels);
  g_autoptr(GBytes) bytes = media_jpeg_encode(pixels, true, NULL, &error);
  MediaInfo info;
  g_assert_true(media_probe("a.jpg", bytes, &info, &error));
  g_assert_cmpuint(info.components, ==, 1);
  g_autoptr(MediaPixels) back = decode(bytes, &error);
  g_assert_true(back->grey);
  g_assert_false(back->alpha);
  assert_near(pixel(back, 5, 5), 191, 191, 191); /* on white paper */
}

static GBytes *
compress(int format, guint8 first, guint8 second, guint8 third, guint8 fourth,
         int flags)
{
  guint8 rows[16 * 16 * 4];
  unsigned char *made = NULL;
  unsigned long length = 0;
  tjhandle handle = tjInitCompress();

  for (gsize i = 0; i < sizeof rows; i += 4) {
    rows[i] = first;
    rows[i + 1] = second;
    rows[i + 2] = third;
    rows[i + 3] = fourth;
  }
  g_assert_cmpint(tjCompress2(handle, rows, 16, 64, 16, format, &made, &length,
                              TJSAMP_444, 100, flags),
                  ==, 0);
  GBytes *bytes = g_bytes_new(made, length);
  tjFree(made);
  tjDestroy(handle);
  return bytes;
}

/* Without the segment that begins with 0xFF `marker`. */
static GBytes *
without(GBytes *bytes, guint8 marker)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(bytes, &length);

  for (gsize i = 2; i + 4 < length; i++)
    if (data[i] == 0xff && data[i + 1] == marker) {
      gsize size = 2 + ((gsize)data[i + 2] << 8 | data[i + 3]);
      GByteArray *out = g_byte_array_new();

      g_byte_array_append(out, data, (guint)i);
      g_byte_array_append(out, data + i + size, (guint)(length - i - size));
      return g_byte_array_free_to_bytes(out);
    }
  g_assert_not_reached();
}

/* What Adobe's programs write: YCCK, turned over, 255 is no ink. */
static void
test_cmyk_adobe(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = compress(TJPF_CMYK, 255, 51, 0, 204, 0);
  MediaInfo info;

  g_assert_true(media_probe("a.jpg", bytes, &info, &error));
  g_assert_cmpuint(info.components, ==, 4);
  g_autoptr(MediaPixels) pixels = decode(bytes, &error);
  g_assert_no_error(error);
  assert_near(pixel(pixels, 8, 8), 204, 41, 0);
}

/* Plain CMYK without Adobe's segment: the stored numbers are the ink.  The
 * library stores 255, 255, 255 as YCC 0, 128, 128, here read as C, M, Y. */
static void
test_cmyk_plain(void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) adobe = compress(TJPF_CMYK, 255, 255, 255, 51, 0);
  g_autoptr(GBytes) bytes = without(adobe, 0xee);
  g_autoptr(MediaPixels) pixels = decode(bytes, &error);

  g_assert_no_error(error);
  assert_near(pixel(pixels, 8, 8), 204, 127 * 204 / 255, 127 * 204 / 255);
}

static void
assert_refused(const guint8 *data, gsize length, int code, const char *word)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new(data, length);
  MediaInfo info;
  gint64 start = g_get_monotonic_time();

  g_assert_false(media_probe("a.jpg", bytes, &info, &error));
  g_assert_error(error, HANDBILL_ERROR, code);
  if (strstr(error->message, word) == NULL)
    g_error("\"%s\" does not say \"%s\"", error->message, word);
  g_assert_cmpint(g_get_monotonic_time() - start, <, G_TIME_SPAN_SECOND);
}

/* The frame header (SOFn) of a JPEG. */
static guint8 *
find(GByteArray *jpeg, guint8 marker)
{
  for (guint i = 0; i + 1 < jpeg->len; i++)
    if (jpeg->data[i] == 0xff && jpeg->data[i + 1] == marker)
      return jpeg->data + i;
  g_assert_not_reached();
}

static GByteArray *
editable(GBytes *bytes)
{
  GByteArray *out = g_byte_array_new();
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(bytes, &length);

  g_byte_array_append(out, data, (guint)length);
  return out;
}

static void
test_headers_that_lie(void)
{
  g_autoptr(GBytes) bytes = compress(TJPF_RGBX, 1, 2, 3, 0, 0);
  g_autoptr(GByteArray) bomb = editable(bytes);
  g_autoptr(GByteArray) empty = editable(bytes);
  g_autoptr(GByteArray) deep = editable(bytes);
  g_autoptr(GByteArray) kind = editable(bytes);
  g_autoptr(GByteArray) tall = editable(bytes);

  memset(find(bomb, 0xc0) + 5, 0xff, 4); /* 65535 x 65535 */
  assert_refused(bomb->data, bomb->len, ERROR_LIMIT, "16384 px a side");
  memset(find(empty, 0xc0) + 5, 0, 4);
  assert_refused(empty->data, empty->len, ERROR_REFUSED, "empty");
  find(deep, 0xc0)[4] = 12;
  assert_refused(deep->data, deep->len, ERROR_REFUSED, "12-bit");
  find(kind, 0xc0)[1] = 0xc9;
  assert_refused(kind->data, kind->len, ERROR_REFUSED, "arithmetic");
  find(tall, 0xc0)[5] = 1; /* 272 rows said, 16 there */
  assert_refused(tall->data, tall->len, ERROR_REFUSED, "damaged");
}

static void
test_truncated(void)
{
  g_autoptr(GBytes) bytes = compress(TJPF_RGBX, 9, 200, 3, 0, 0);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  MediaInfo info;

  for (gsize i = 0; i < length; i++) {
    g_autoptr(GBytes) cut = g_bytes_new(data, i);
    g_assert_false(media_probe("a.jpg", cut, &info, NULL));
    g_assert_false(media_probe_structure("a.jpg", cut, &info, NULL));
    g_assert_null(decode(cut, NULL));
  }
}

/* Each byte turned over: never a crash, and what the probe lets in decodes. */
static void
test_damage(void)
{
  g_autoptr(GBytes) bytes =
      compress(TJPF_RGBX, 9, 200, 3, 0, TJFLAG_PROGRESSIVE);
  g_autoptr(GByteArray) jpeg = editable(bytes);
  MediaInfo info;

  for (guint i = 0; i < jpeg->len; i++) {
    jpeg->data[i] ^= 0xff;
    g_autoptr(GBytes) turned = g_bytes_new(jpeg->data, jpeg->len);
    if (media_probe("a.jpg", turned, &info, NULL)) {
      g_autoptr(MediaPixels) pixels = decode(turned, NULL);
      g_assert_nonnull(pixels);
    }
    jpeg->data[i] ^= 0xff;
  }
}

/* 101 copies of one scan. */
static void
test_scans(void)
{
  g_autoptr(GBytes) bytes =
      compress(TJPF_RGBX, 9, 200, 3, 0, TJFLAG_PROGRESSIVE);
  g_autoptr(GByteArray) jpeg = editable(bytes);
  guint8 *scan = find(jpeg, 0xda);
  g_autoptr(GByteArray) many = g_byte_array_new();
  guint head = (guint)(scan - jpeg->data);
  g_autofree guint8 *copy = g_memdup2(scan, jpeg->len - head - 2);
  MediaInfo info;

  g_assert_true(media_probe("a.jpg", bytes, &info, NULL));
  g_assert_true(info.progressive);
  g_byte_array_append(many, jpeg->data, head);
  for (unsigned i = 0; i < 101; i++)
    g_byte_array_append(many, copy, jpeg->len - head - 2);
  g_byte_array_append(many, (const guint8 *)"\xff\xd9", 2);
  assert_refused(many->data, many->len, ERROR_LIMIT, "too many scans");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/exif", test_exif);
  g_test_add_func("/round-trip", test_round_trip);
  g_test_add_func("/grey", test_grey);
  g_test_add_func("/cmyk-adobe", test_cmyk_adobe);
  g_test_add_func("/cmyk-plain", test_cmyk_plain);
  g_test_add_func("/headers-that-lie", test_headers_that_lie);
  g_test_add_func("/truncated", test_truncated);
  g_test_add_func("/damage", test_damage);
  g_test_add_func("/scans", test_scans);
  return g_test_run();
}
