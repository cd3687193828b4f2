/* tests/unit/pdf_picture.c -- pictures go into a PDF once, and bare. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_segment.h"
#include "media/jpeg_write.h"
#include "pdf_sample.h"

static unsigned
count(GBytes *bytes, const char *text, gsize length)
{
  gsize left;
  const char *at = g_bytes_get_data(bytes, &left);
  unsigned found = 0;

  for (; left >= length; at++, left--)
    found += memcmp(at, text, length) == 0;
  return found;
}

static void
expect(GBytes *bytes, const char *text, unsigned times)
{
  g_assert_cmpuint(count(bytes, text, strlen(text)), ==, times);
}

static bool
holds(GBytes *bytes, GBytes *part)
{
  gsize length;
  const char *wanted = g_bytes_get_data(part, &length);

  return count(bytes, wanted, length) == 1;
}

static GBytes *
make_jpeg(bool gray)
{
  g_autoptr(GByteArray) rows = g_byte_array_new();
  GError *error = NULL;

  for (int i = 0; i < 60 * 40; i++) {
    guint32 value = (guint32)(i % 60) * 4;
    guint32 pixel =
        0xff000000 | value << 16 | value << 8 | (gray ? value : 255 - value);
    g_byte_array_append(rows, (const guint8 *)&pixel, sizeof pixel);
  }
  MediaPixels pixels = { 60, 40, 240, false, gray, rows->data };
  GBytes *jpeg = media_jpeg_encode(&pixels, gray, NULL, &error);
  g_assert_no_error(error);
  return jpeg;
}

/* The same with a camera's notes behind SOI. */
static GBytes *
add_notes(GBytes *jpeg)
{
  static const guint8 notes[] = "\xff\xe1\x00\x10"
                                "Exif\0\0SECRETXX";
  gsize length;
  const guint8 *data = g_bytes_get_data(jpeg, &length);
  GByteArray *out = g_byte_array_new();

  g_byte_array_append(out, data, 2);
  g_byte_array_append(out, notes, 18);
  g_byte_array_append(out, data + 2, (guint)length - 2);
  g_byte_array_append(out, (const guint8 *)"TRAILER", 7);
  return g_byte_array_free_to_bytes(out);
}

static GBytes *
write_picture(DocResource *resource)
{
  Fixture *fixture = fixture_new();
  GError *error = NULL;

  for (int i = 0; i < 2; i++) {
    int page = fixture_page(fixture, "1");
    add_figure(fixture, page, 20, resource, "A wedge");
    add_figure(fixture, page, 120, resource, "The wedge");
  }
  GBytes *pdf = pdf_write(fixture->document, &fixture->paper, &error);
  g_assert_no_error(error);
  fixture_free(fixture);
  return pdf;
}

static void
check_jpeg(bool gray)
{
  g_autoptr(GBytes) jpeg = make_jpeg(gray);
  g_autoptr(GBytes) noted = add_notes(jpeg);
  g_autoptr(GBytes) bare = media_jpeg_segment_strip(jpeg);
  g_autoptr(DocResource) resource =
      doc_resource_new("a.jpg", "a.jpg", RESOURCE_JPEG, g_bytes_ref(noted));
  g_autoptr(GBytes) pdf = write_picture(resource);

  g_assert_true(holds(pdf, bare));
  expect(pdf, "/DCTDecode", 1);
  expect(pdf, "/Subtype /Image", 1);
  expect(pdf, gray ? "/ColorSpace /DeviceGray" : "/ColorSpace /DeviceRGB", 1);
  expect(pdf, "SECRET", 0);
  expect(pdf, "TRAILER", 0);
}

static void
test_jpeg(void)
{
  check_jpeg(true);
  check_jpeg(false);
}

static void
test_png_once(void)
{
  g_autoptr(DocResource) gray = make_picture(false);
  g_autoptr(GBytes) pdf = write_picture(gray);

  expect(pdf, "/Subtype /Image", 1);
  expect(pdf, "/ColorSpace /DeviceGray", 1);
  expect(pdf, "/Interpolate", 0);
}

static void
test_damaged(void)
{
  g_autoptr(DocResource) resource =
      doc_resource_new("a/b.jpg", "b.jpg", RESOURCE_JPEG,
                       g_bytes_new_static("\xff\xd8\xff\xd9", 4));
  Fixture *fixture = fixture_new();
  GError *error = NULL;

  add_figure(fixture, fixture_page(fixture, "1"), 20, resource, "Nothing");
  g_assert_null(pdf_write(fixture->document, &fixture->paper, &error));
  g_assert_nonnull(error);
  g_assert_nonnull(strstr(error->message, "page 1: a/b.jpg: "));
  g_clear_error(&error);
  fixture_free(fixture);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/jpeg", test_jpeg);
  g_test_add_func("/png-once", test_png_once);
  g_test_add_func("/damaged", test_damaged);
  return g_test_run();
}
