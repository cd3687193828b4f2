/* tests/unit/media_screen.c -- what e-readers get: the picture and no more. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "media/jpeg_write.h"
#include "media/media.h"
#include "media/pixels.h"
#include "media/png_chunk.h"

#include <string.h>
#include <zlib.h>

static bool
holds(GBytes *bytes, const char *word)
{
  gsize length = 0;
  const void *data = g_bytes_get_data(bytes, &length);

  return memmem(data, length, word, strlen(word)) != NULL;
}

static GBytes *
screen(GBytes *bytes, ResourceKind kind, unsigned limit)
{
  g_autoptr(DocResource) resource =
      doc_resource_new("a", "a", kind, g_bytes_ref(bytes));
  g_autoptr(GError) error = NULL;
  GBytes *made = media_for_screen(resource, limit, &error);

  g_assert_no_error(error);
  return made;
}

static MediaInfo
probe(const char *name, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  MediaInfo info;

  media_probe(name, bytes, &info, &error);
  g_assert_no_error(error);
  return info;
}

/* Upright: dark left half, light right half, 40 x 20. */
static MediaPixels *
halves(void)
{
  MediaPixels *pixels = media_pixels_new(40, 20);

  for (unsigned i = 0; i < 40 * 20; i++)
    memcpy(pixels->data + 4 * i,
           i % 40 < 20 ? "\x20\x10\x08\xff" : "\xf0\xe0\xd0\xff", 4);
  media_pixels_finish(pixels);
  return pixels;
}

/* `bytes` with `extra` put in behind the first `head` bytes. */
static GBytes *
insert(GBytes *bytes, gsize head, const void *extra, gsize count)
{
  GByteArray *out = g_byte_array_new();
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(bytes, &length);

  g_byte_array_append(out, data, (guint)head);
  g_byte_array_append(out, extra, (guint)count);
  g_byte_array_append(out, data + head, (guint)(length - head));
  return g_byte_array_free_to_bytes(out);
}

/* A JPEG as cameras write it: EXIF with `orientation`, a comment, a profile,
 * another APPn, bytes after the end. */
static GBytes *
camera_jpeg(guint8 orientation)
{
  const guint8 segments[] = {
    0xff, 0xe1, 0,    34,   'E',  'x', 'i', 'f',         0,   0,    'M',
    'M',  0,    42,   0,    0,    0,   8,   0,           1,   0x01, 0x12,
    0,    3,    0,    0,    0,    1,   0,   orientation, 0,   0,    0,
    0,    0,    0,    0xff, 0xfe, 0,   8,   's',         'e', 'c',  'r',
    'e',  't',  0xff, 0xe2, 0,    18,  'I', 'C',         'C', '_',  'P',
    'R',  'O',  'F',  'I',  'L',  'E', 0,   1,           1,   '!',  '?',
    0xff, 0xed, 0,    8,    's',  'e', 'c', 'r',         'e', 't',
  };
  g_autoptr(MediaPixels) pixels = halves();
  g_autoptr(GBytes) plain = media_jpeg_encode(pixels, false, NULL, NULL);
  gsize length = g_bytes_get_size(plain);
  g_autoptr(GBytes) long_tail = insert(plain, length, "PK\3\4secret", 10);

  return insert(long_tail, 2, segments, sizeof segments);
}

static void
test_jpeg_kept(void)
{
  g_autoptr(GBytes) bytes = camera_jpeg(1);
  g_autoptr(GBytes) made = screen(bytes, RESOURCE_JPEG, 40);
  g_autoptr(MediaPixels) pixels = halves();
  g_autoptr(GBytes) plain = media_jpeg_encode(pixels, false, NULL, NULL);
  gsize length = 0;
  gsize plain_length = 0;
  const guint8 *end = g_bytes_get_data(made, &length);
  const guint8 *plain_end = g_bytes_get_data(plain, &plain_length);
  gsize tail = plain_length - 100;

  g_assert_cmpuint(probe("a.jpg", bytes).orientation, ==, 1);
  g_assert_false(holds(made, "Exif"));
  g_assert_false(holds(made, "secret"));
  g_assert_false(holds(made, "JFIF"));
  g_assert_true(holds(made, "ICC_PROFILE"));
  /* the compressed data are the author's */
  g_assert_cmpint(memcmp(end + length - tail, plain_end + 100, tail), ==, 0);
  g_assert_cmpuint(probe("a.jpg", made).width, ==, 40);
}

static void
test_jpeg_turned(void)
{
  g_autoptr(GBytes) bytes = camera_jpeg(6); /* a quarter turn clockwise */
  g_autoptr(GBytes) made = screen(bytes, RESOURCE_JPEG, 1000);
  MediaInfo before = probe("a.jpg", bytes);
  MediaInfo after = probe("a.jpg", made);
  g_autoptr(DocResource) resource =
      doc_resource_new("a", "a", RESOURCE_JPEG, g_bytes_ref(made));

  g_assert_cmpuint(before.orientation, ==, 6);
  g_assert_cmpuint(before.width, ==, 20);
  g_assert_cmpuint(after.orientation, ==, 1);
  g_assert_cmpuint(after.width, ==, 20);
  g_assert_cmpuint(after.height, ==, 40);
  g_assert_true(holds(made, "ICC_PROFILE"));
  g_assert_false(holds(made, "secret"));
  g_autoptr(MediaPixels) pixels = media_decode(resource, NULL);
  /* the left half is on top now */
  g_assert_cmpuint(pixels->data[4 * pixels->stride + 40], <, 0x40);
  g_assert_cmpuint(pixels->data[35 * pixels->stride + 40], >, 0xa0);
}

static void
test_jpeg_small(void)
{
  g_autoptr(GBytes) bytes = camera_jpeg(1);
  g_autoptr(GBytes) made = screen(bytes, RESOURCE_JPEG, 10);
  MediaInfo info = probe("a.jpg", made);

  g_assert_cmpuint(info.width, ==, 10);
  g_assert_cmpuint(info.height, ==, 5);
  g_assert_false(info.progressive);
}

/* What the probe has made is not made again. */
static void
test_jpeg_plain(void)
{
  g_autoptr(GBytes) bytes = camera_jpeg(6);
  g_autoptr(DocResource) resource =
      doc_resource_new("a", "a", RESOURCE_JPEG, g_bytes_ref(bytes));
  resource->plain = g_bytes_new_static("plain", 5);
  g_autoptr(GBytes) made = media_for_screen(resource, 40, NULL);
  g_autoptr(GBytes) small = media_for_screen(resource, 10, NULL);

  g_assert_true(made == resource->plain);
  g_assert_cmpuint(probe("a.jpg", small).height, ==, 10);
}

static GBytes *
chunk(const char *name, const void *data, guint length)
{
  GByteArray *out = g_byte_array_new();
  guint32 number = GUINT32_TO_BE(length);

  g_byte_array_append(out, (const guint8 *)&number, 4);
  g_byte_array_append(out, (const guint8 *)name, 4);
  g_byte_array_append(out, data, length);
  number = GUINT32_TO_BE((guint32)crc32(0, out->data + 4, length + 4));
  g_byte_array_append(out, (const guint8 *)&number, 4);
  return g_byte_array_free_to_bytes(out);
}

/* `png` with a chunk after IHDR. */
static GBytes *
with_chunk(GBytes *png, const char *name, const void *data, guint length)
{
  g_autoptr(GBytes) extra = chunk(name, data, length);

  return insert(png, 33, g_bytes_get_data(extra, NULL),
                g_bytes_get_size(extra));
}

static GBytes *
editor_png(void)
{
  g_autoptr(MediaPixels) pixels = halves();
  g_autoptr(GBytes) plain = media_encode_png(pixels, NULL);
  g_autoptr(GBytes) text = with_chunk(plain, "tEXt", "k\0secret", 8);
  g_autoptr(GBytes) time = with_chunk(text, "tIME", "\7\xe6\1\1\1\1\1", 7);
  g_autoptr(GBytes) size = with_chunk(time, "pHYs", "\0\0\1\0\0\0\1\0\1", 9);

  return with_chunk(size, "gAMA", "\0\0\xb1\x8f", 4);
}

static void
test_png_kept(void)
{
  g_autoptr(GBytes) bytes = editor_png();
  g_autoptr(GBytes) made = screen(bytes, RESOURCE_PNG, 40);

  g_assert_cmpuint(probe("a.png", made).width, ==, 40);
  g_assert_false(holds(made, "tEXt"));
  g_assert_false(holds(made, "tIME"));
  g_assert_true(holds(made, "pHYs"));
  g_assert_true(holds(made, "gAMA"));
  g_autoptr(GBytes) again = screen(made, RESOURCE_PNG, 40);
  g_assert_true(g_bytes_equal(made, again));
}

static void
test_png_small(void)
{
  g_autoptr(GBytes) bytes = editor_png();
  g_autoptr(GBytes) made = screen(bytes, RESOURCE_PNG, 20);

  g_assert_cmpuint(probe("a.png", made).width, ==, 20);
  g_assert_false(holds(made, "secret"));
  g_assert_true(holds(made, "gAMA"));
  g_assert_false(holds(made, "pHYs")); /* of the old size */
}

/* eXIf turns a PNG too. */
static void
test_png_turned(void)
{
  g_autoptr(MediaPixels) pixels = halves();
  g_autoptr(GBytes) plain = media_encode_png(pixels, NULL);
  g_autoptr(GBytes) bytes =
      with_chunk(plain, "eXIf",
                 "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\10\0\0\0\0\0\0", 26);
  g_autoptr(GBytes) made = screen(bytes, RESOURCE_PNG, 40);
  MediaInfo info = probe("a.png", bytes);

  g_assert_cmpuint(info.orientation, ==, 8);
  g_assert_cmpuint(info.width, ==, 20);
  info = probe("a.png", made);
  g_assert_cmpuint(info.orientation, ==, 1);
  g_assert_cmpuint(info.width, ==, 20);
  g_assert_cmpuint(info.height, ==, 40);
}

static void
test_svg(void)
{
  const char *text = "<svg xmlns='http://www.w3.org/2000/svg' "
                     "viewBox='0 0 30 60'><rect width='30' height='30'/></svg>";
  g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
  g_autoptr(GBytes) made = screen(bytes, RESOURCE_SVG, 1000);
  g_autoptr(GBytes) small = screen(bytes, RESOURCE_SVG, 20);
  g_autoptr(GBytes) again = screen(bytes, RESOURCE_SVG, 20);

  g_assert_cmpuint(probe("a.png", made).width, ==, 60);
  g_assert_cmpuint(probe("a.png", made).height, ==, 120);
  g_assert_true(probe("a.png", made).alpha);
  g_assert_cmpuint(probe("a.png", small).height, ==, 20);
  g_assert_true(g_bytes_equal(small, again));
}

static void
assert_name_refused(const char *name, GBytes *bytes, const char *word)
{
  g_autoptr(GError) error = NULL;
  MediaInfo info;

  g_assert_false(media_probe(name, bytes, &info, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  if (strstr(error->message, word) == NULL)
    g_error("\"%s\" does not say \"%s\"", error->message, word);
}

static void
test_names(void)
{
  g_autoptr(GBytes) png = editor_png();
  g_autoptr(GBytes) jpeg = camera_jpeg(1);
  g_autoptr(GBytes) gif = g_bytes_new_static("GIF89a\1\0\1\0", 10);
  g_autoptr(GBytes) web = g_bytes_new_static("RIFF\1\0\0\0WEBPVP8 ", 16);
  g_autoptr(GBytes) none = g_bytes_new_static("", 0);
  g_autoptr(GBytes) svgz = g_bytes_new_static("\x1f\x8b\x08", 3);
  g_autoptr(GBytes) html = g_bytes_new_static("<p>a.svg</p>", 12);

  assert_name_refused("a.jpg", png, "does not end in .png");
  assert_name_refused("a", png, "does not end in .png");
  assert_name_refused("a.png", jpeg, "does not end in .jpg");
  assert_name_refused("a.svg", jpeg, "does not end in .jpg");
  assert_name_refused("a.png", gif, "a GIF");
  assert_name_refused("a.jpg", web, "a WebP");
  assert_name_refused("a.svg", svgz, "compressed SVG");
  assert_name_refused("a.png", none, "not a PNG, JPEG or SVG");
  assert_name_refused("a.svg", html, "xmlns");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/jpeg/kept", test_jpeg_kept);
  g_test_add_func("/jpeg/turned", test_jpeg_turned);
  g_test_add_func("/jpeg/small", test_jpeg_small);
  g_test_add_func("/jpeg/plain", test_jpeg_plain);
  g_test_add_func("/png/kept", test_png_kept);
  g_test_add_func("/png/small", test_png_small);
  g_test_add_func("/png/turned", test_png_turned);
  g_test_add_func("/svg", test_svg);
  g_test_add_func("/names", test_names);
  return g_test_run();
}
