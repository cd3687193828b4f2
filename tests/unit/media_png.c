/* tests/unit/media_png.c -- good PNGs come in, damaged ones stay out. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "media/media.h"
#include "media/pixels.h"
#include "media/png_chunk.h"

#include <string.h>
#include <zlib.h>

#define SUITE SOURCE_DIR "/../shared/corpora/pngsuite/png"

static GPtrArray *
suite_names(void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GDir *dir = g_dir_open(SUITE, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
    if (g_str_has_suffix(name, ".png"))
      g_ptr_array_add(names, g_strdup(name));
  if (dir != NULL)
    g_dir_close(dir);
  return names;
}

static GBytes *
read_file(const char *name)
{
  g_autofree char *path = g_build_filename(SUITE, name, NULL);
  char *data = NULL;
  gsize length = 0;

  g_assert_true(g_file_get_contents(path, &data, &length, NULL));
  return g_bytes_new_take(data, length);
}

static MediaPixels *
decode(GBytes *bytes, GError **error)
{
  g_autoptr(DocResource) resource =
      doc_resource_new("a.png", "a.png", RESOURCE_PNG, g_bytes_ref(bytes));

  return media_decode(resource, error);
}

static void
accept(const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_file(name);
  MediaInfo info;

  if (!media_probe(name, bytes, &info, &error))
    g_error("%s: %s", name, error->message);
  g_autoptr(MediaPixels) pixels = decode(bytes, &error);
  g_assert_no_error(error);
  g_assert_nonnull(pixels);
  g_assert_cmpuint(pixels->width, ==, info.width);
  g_assert_cmpuint(pixels->height, ==, info.height);
}

static void
refuse(const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_file(name);
  MediaInfo info;

  g_test_message("%s", name);
  g_assert_false(media_probe(name, bytes, &info, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  g_assert_cmpuint(strlen(error->message), >, 20);
  g_test_message("%s: %s", name, error->message);
}

static void
test_suite(void)
{
  g_autoptr(GPtrArray) names = suite_names();
  unsigned good = 0;
  unsigned bad = 0;

  if (names->len == 0) {
    g_test_skip("the pngsuite corpus is not here");
    return;
  }
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);

    if (name[0] == 'x') {
      refuse(name);
      bad++;
    } else {
      accept(name);
      good++;
    }
  }
  g_assert_cmpuint(good, ==, 161);
  g_assert_cmpuint(bad, ==, 14);
}

/* The same picture stored in two ways gives the same pixels. */
static void
assert_same(const char *one, const char *other)
{
  g_autoptr(GBytes) first = read_file(one);
  g_autoptr(GBytes) second = read_file(other);
  g_autoptr(MediaPixels) a = decode(first, NULL);
  g_autoptr(MediaPixels) b = decode(second, NULL);

  g_test_message("%s %s", one, other);
  g_assert_cmpmem(a->data, a->height * a->stride, b->data,
                  b->height * b->stride);
}

static void
test_twins(void)
{
  static const char *const kinds[] = { "0g01", "0g02", "0g04", "0g08", "0g16",
                                       "2c08", "2c16", "3p01", "3p02", "3p04",
                                       "3p08", "4a08", "4a16", "6a08", "6a16" };

  if (!g_file_test(SUITE, G_FILE_TEST_IS_DIR)) {
    g_test_skip("the pngsuite corpus is not here");
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_autofree char *plain = g_strdup_printf("basn%s.png", kinds[i]);
    g_autofree char *laced = g_strdup_printf("basi%s.png", kinds[i]);

    assert_same(plain, laced);
  }
  assert_same("oi1n2c16.png", "oi9n2c16.png");
  assert_same("z00n2c08.png", "z09n2c08.png");
}

static void
assert_pixel(const char *name, unsigned x, unsigned y, guint32 expected)
{
  g_autoptr(GBytes) bytes = read_file(name);
  g_autoptr(MediaPixels) pixels = decode(bytes, NULL);
  guint32 word;

  memcpy(&word, pixels->data + y * pixels->stride + 4 * x, 4);
  g_test_message("%s %u,%u", name, x, y);
  g_assert_cmphex(word, ==, expected);
}

/* Values read with another decoder (the suite's own pictures are made of
 * simple ramps). */
static void
test_values(void)
{
  if (!g_file_test(SUITE, G_FILE_TEST_IS_DIR)) {
    g_test_skip("the pngsuite corpus is not here");
    return;
  }
  assert_pixel("basn0g01.png", 0, 0, 0xffffffff);
  assert_pixel("basn0g01.png", 31, 31, 0xff000000);
  assert_pixel("tbbn0g04.png", 0, 0, 0x00000000); /* tRNS of a grey picture */
  assert_pixel("tbbn3p08.png", 0, 0, 0x00000000); /* tRNS of a palette */
  assert_pixel("tbrn2c08.png", 0, 0, 0x00000000); /* tRNS of RGB */
}

static void
append_number(GByteArray *out, guint32 value)
{
  guint32 big = GUINT32_TO_BE(value);

  g_byte_array_append(out, (const guint8 *)&big, 4);
}

static void
append_chunk(GByteArray *out, const char *name, const void *data, guint length)
{
  append_number(out, length);
  guint start = out->len;
  g_byte_array_append(out, (const guint8 *)name, 4);
  g_byte_array_append(out, data, length);
  append_number(out, (guint32)crc32(0, out->data + start, length + 4));
}

static void
append_header(GByteArray *out, guint32 width, guint32 height, guint8 depth,
              guint8 colour)
{
  g_autoptr(GByteArray) data = g_byte_array_new();
  const guint8 rest[] = { depth, colour, 0, 0, 0 };

  append_number(data, width);
  append_number(data, height);
  g_byte_array_append(data, rest, sizeof rest);
  append_chunk(out, "IHDR", data->data, data->len);
}

static GByteArray *
begin(guint32 width, guint32 height)
{
  GByteArray *out = g_byte_array_new();

  g_byte_array_append(out, (const guint8 *)MEDIA_PNG_SIGNATURE, 8);
  append_header(out, width, height, 8, 0);
  return out;
}

static void
append_rows(GByteArray *out, guint count)
{
  g_autofree guint8 *rows = g_malloc0(count);
  uLongf length = compressBound(count);
  g_autofree guint8 *packed = g_malloc(length);

  compress2(packed, &length, rows, count, 9);
  append_chunk(out, "IDAT", packed, (guint)length);
}

static void
assert_refused(GByteArray *png, int code, const char *word)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new(png->data, png->len);
  MediaInfo info;
  gint64 start = g_get_monotonic_time();

  g_assert_false(media_probe("a.png", bytes, &info, &error));
  g_assert_error(error, HANDBILL_ERROR, code);
  if (strstr(error->message, word) == NULL)
    g_error("\"%s\" does not say \"%s\"", error->message, word);
  g_assert_cmpint(g_get_monotonic_time() - start, <, G_TIME_SPAN_SECOND);
  g_assert_null(decode(bytes, NULL));
}

static void
test_bombs(void)
{
  g_autoptr(GByteArray) side = begin(65535, 65535);
  g_autoptr(GByteArray) area = begin(16384, 16384);
  g_autoptr(GByteArray) huge = begin(0x7fffffff, 1);
  g_autoptr(GByteArray) empty = begin(0, 4);

  assert_refused(side, ERROR_LIMIT, "16384 px a side");
  assert_refused(area, ERROR_LIMIT, "64 megapixels");
  assert_refused(huge, ERROR_LIMIT, "16384 px a side");
  assert_refused(empty, ERROR_REFUSED, "empty");
}

static void
test_long_chunk(void)
{
  g_autoptr(GByteArray) png = begin(1, 1);
  guint length = 8 * 1024 * 1024 + 1;
  g_autofree guint8 *data = g_malloc0(length);

  append_chunk(png, "teXt", data, length);
  append_rows(png, 2);
  append_chunk(png, "IEND", "", 0);
  assert_refused(png, ERROR_LIMIT, "8 MiB");
}

static void
test_pixels_that_lie(void)
{
  g_autoptr(GByteArray) few = begin(10, 10);
  g_autoptr(GByteArray) many = begin(10, 10);
  g_autoptr(GByteArray) noise = begin(10, 10);

  append_rows(few, 60);
  append_chunk(few, "IEND", "", 0);
  assert_refused(few, ERROR_REFUSED, "damaged");
  append_rows(many, 60000);
  append_chunk(many, "IEND", "", 0);
  assert_refused(many, ERROR_REFUSED, "damaged");
  append_chunk(noise, "IDAT", "\x78\x9c this is not deflate", 22);
  append_chunk(noise, "IEND", "", 0);
  assert_refused(noise, ERROR_REFUSED, "damaged");
}

static void
test_order(void)
{
  g_autoptr(GByteArray) two = begin(2, 2);
  g_autoptr(GByteArray) split = begin(2, 2);
  g_autoptr(GByteArray) critical = begin(2, 2);
  g_autoptr(GByteArray) after = begin(2, 2);
  g_autoptr(GByteArray) none = begin(2, 2);

  append_header(two, 2, 2, 8, 0);
  assert_refused(two, ERROR_REFUSED, "twice");
  append_rows(split, 6);
  append_chunk(split, "tEXt", "a\0b", 3);
  append_rows(split, 6);
  assert_refused(split, ERROR_REFUSED, "IDAT is out of order");
  append_chunk(critical, "CgBI", "abcd", 4);
  assert_refused(critical, ERROR_REFUSED, "CgBI");
  append_rows(after, 6);
  append_chunk(after, "IEND", "", 0);
  g_byte_array_append(after, (const guint8 *)"PK\3\4", 4);
  assert_refused(after, ERROR_REFUSED, "follows its end");
  append_chunk(none, "IEND", "", 0);
  assert_refused(none, ERROR_REFUSED, "IDAT");
}

/* A small good file, cut off everywhere and with each byte turned over. */
static void
test_damage(void)
{
  g_autoptr(GByteArray) png = begin(3, 3);

  append_rows(png, 12);
  append_chunk(png, "IEND", "", 0);
  g_autoptr(GBytes) whole = g_bytes_new(png->data, png->len);
  MediaInfo info;
  g_assert_true(media_probe("a.png", whole, &info, NULL));
  for (guint i = 0; i < png->len; i++) {
    g_autoptr(GBytes) cut = g_bytes_new(png->data, i);
    g_assert_false(media_probe("a.png", cut, &info, NULL));
    g_assert_false(media_probe_structure("a.png", cut, &info, NULL));
    png->data[i] ^= 0xff;
    g_autoptr(GBytes) turned = g_bytes_new(png->data, png->len);
    g_assert_false(media_probe("a.png", turned, &info, NULL));
    png->data[i] ^= 0xff;
  }
}

static MediaPixels *
pattern(unsigned width, unsigned height, bool alpha, bool grey)
{
  MediaPixels *pixels = media_pixels_new(width, height);

  for (unsigned i = 0; i < width * height; i++) {
    guint8 *byte = pixels->data + 4 * i;

    byte[0] = (guint8)(i * 7);
    byte[1] = grey ? byte[0] : (guint8)(i * 13);
    byte[2] = grey ? byte[0] : (guint8)(i * 29);
    byte[3] = alpha ? (guint8)(i * 3) : 255;
  }
  media_pixels_finish(pixels);
  return pixels;
}

static void
round_trip(bool alpha, bool grey)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MediaPixels) pixels = pattern(33, 17, alpha, grey);
  g_autoptr(GBytes) bytes = media_encode_png(pixels, &error);
  g_autoptr(GBytes) again = media_encode_png(pixels, &error);
  MediaInfo info;

  g_assert_no_error(error);
  g_assert_true(g_bytes_equal(bytes, again));
  g_assert_true(media_probe("a.png", bytes, &info, &error));
  g_assert_cmpint(info.alpha, ==, alpha);
  g_assert_cmpuint(info.components, ==, grey && !alpha ? 1 : 3);
  g_autoptr(MediaPixels) back = decode(bytes, &error);
  g_assert_cmpint(back->alpha, ==, alpha);
  g_assert_cmpint(back->grey, ==, grey && !alpha);
  g_assert_cmpmem(back->data, back->height * back->stride, pixels->data,
                  pixels->height * pixels->stride);
}

static void
test_round_trip(void)
{
  round_trip(false, false);
  round_trip(false, true);
  round_trip(true, false);
  round_trip(true, true);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/suite", test_suite);
  g_test_add_func("/twins", test_twins);
  g_test_add_func("/values", test_values);
  g_test_add_func("/bombs", test_bombs);
  g_test_add_func("/long-chunk", test_long_chunk);
  g_test_add_func("/pixels-that-lie", test_pixels_that_lie);
  g_test_add_func("/order", test_order);
  g_test_add_func("/damage", test_damage);
  g_test_add_func("/round-trip", test_round_trip);
  return g_test_run();
}
