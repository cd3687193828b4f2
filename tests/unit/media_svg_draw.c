/* tests/unit/media_svg_draw.c -- the child that draws may crash, hang and eat
 * memory; its parent goes on. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "media/child.h"
#include "media/svg.h"
#include "media/svg_drawing.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD                                                                   \
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 200' "             \
  "width='400' height='200'>"

/* fontconfig keeps its caches until the process ends; the leak checker of
 * ./dev asan calls them leaks. */
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
  return "leak:libfontconfig\n";
}

static GBytes *
drawing(const char *content)
{
  char *text = g_strconcat(HEAD, content, "</svg>", NULL);

  return g_bytes_new_take(text, strlen(text));
}

/* These never pass the door; the child has to hold without it.  A newer
 * librsvg may draw some of them, in time. */
static void
assert_survived(const char *content)
{
  g_autoptr(GBytes) bytes = drawing(content);
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time();
  bool drawn = media_svg_trial(bytes, &error);

  g_assert_cmpint(g_get_monotonic_time() - start, <, 25 * G_TIME_SPAN_SECOND);
  g_assert_true(drawn == (error == NULL));
  g_test_message("%.60s: %s", content, drawn ? "drawn" : error->message);
}

static void
test_attacks(void)
{
  g_autoptr(GString) matrix = g_string_new(NULL);

  for (unsigned i = 0; i < 40 * 40; i++)
    g_string_append(matrix, "1 ");
  g_autofree char *convolve = g_strdup_printf(
      "<filter id='f'><feConvolveMatrix order='40' kernelMatrix='%s'/></filter>"
      "<rect width='9' height='9' filter='url(#f)'/>",
      matrix->str);
  assert_survived(convolve);
  assert_survived("<filter id='f'><feTurbulence baseFrequency='1' "
                  "numOctaves='2000000000'/></filter>"
                  "<rect width='400' height='200' filter='url(#f)'/>");
}

static void
test_rectangles(void)
{
  g_autoptr(GString) text = g_string_new(NULL);

  for (unsigned i = 0; i < 300000; i++)
    g_string_append(text, "<rect width='9' height='9'/>");
  assert_survived(text->str);
}

static bool
hang(gpointer data, char *message)
{
  (void)data;
  (void)message;
  while (pause() != 0)
    continue;
  return true;
}

static bool
spin(gpointer data, char *message)
{
  (void)message;
  volatile unsigned *count = data;
  while (*count != G_MAXUINT)
    *count = (*count + 1) % 1000;
  return true;
}

static bool
crash(gpointer data, char *message)
{
  (void)data;
  (void)message;
  abort();
}

static bool
hoard(gpointer data, char *message)
{
  (void)data;
  (void)message;
  return malloc((gsize)600 << 20) != NULL;
}

static bool
complain(gpointer data, char *message)
{
  (void)data;
  g_strlcpy(message, "red \033[31m alert", MEDIA_CHILD_MESSAGE);
  return false;
}

static void
assert_fails(MediaChildWork work, int code, const char *word, gint64 seconds)
{
  g_autoptr(GError) error = NULL;
  unsigned count = 0;
  gint64 start = g_get_monotonic_time();
  MediaShared shared;

  g_assert_true(media_child_share(&shared, MEDIA_CHILD_MESSAGE, NULL));
  g_assert_false(
      media_child_run(work, &count, shared.memory, "the drawing", &error));
  media_child_unshare(&shared);
  g_assert_error(error, HANDBILL_ERROR, code);
  if (strstr(error->message, word) == NULL)
    g_error("\"%s\" does not say \"%s\"", error->message, word);
  g_assert_cmpint(g_get_monotonic_time() - start, <,
                  seconds * G_TIME_SPAN_SECOND);
  g_assert_cmpuint(count, ==, 0); /* the child has a copy */
}

static void
test_child(void)
{
  assert_fails(crash, ERROR_LIMIT, "the drawing", 5);
  assert_fails(hoard, ERROR_LIMIT, "512 MiB", 5);
  assert_fails(complain, ERROR_REFUSED, "red \\x1b[31m alert", 5);
}

static void
test_child_time(void)
{
  if (!g_test_slow()) {
    g_test_skip("takes 25 s; run with -m slow");
    return;
  }
  assert_fails(spin, ERROR_LIMIT, "5 s", 25);
  assert_fails(hang, ERROR_LIMIT, "5 s", 25);
}

static guint32
pixel(const MediaPixels *pixels, unsigned x, unsigned y)
{
  guint32 word;

  memcpy(&word, pixels->data + y * pixels->stride + 4 * x, 4);
  return word;
}

static void
test_picture(void)
{
  g_autoptr(GBytes) bytes =
      drawing("<rect width='200' height='200' fill='#f00'/>"
              "<rect x='200' width='200' height='100' fill='#00f' "
              "fill-opacity='.5'/>");
  g_autoptr(GError) error = NULL;
  g_autoptr(MediaPixels) pixels = media_svg_draw(bytes, 100, 50, &error);

  g_assert_no_error(error);
  g_assert_cmphex(pixel(pixels, 10, 10), ==, 0xffff0000);
  g_assert_cmphex(pixel(pixels, 60, 10), ==, 0x80000080);
  g_assert_cmphex(pixel(pixels, 60, 40), ==, 0);
  g_assert_true(pixels->alpha);
}

/* What the painter does between two trials: draws in this process. */
static void
draw_here(GBytes *bytes)
{
  g_autoptr(MediaSvgDrawing) drawing = media_svg_drawing_new(bytes, NULL);
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 400, 200);
  cairo_t *cairo = cairo_create(surface);

  g_assert_nonnull(drawing);
  g_assert_true(media_svg_drawing_paint(drawing, cairo, 0, 0, 400, 200, NULL));
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
}

/* Threads and locks of the libraries stay behind in the parent; the child must
 * not wait for them. */
static void
test_after_drawing(void)
{
  static const char *const contents[] = {
    "<text x='9' y='90' font-family='serif' font-size='40'>one</text>",
    "<text x='9' y='90' font-family='monospace' font-size='40'>Ελ</text>",
    "<filter id='f'><feGaussianBlur stdDeviation='9'/></filter>"
    "<text x='9' y='90' font-size='50' filter='url(#f)'>blur</text>",
    "<filter id='f'><feGaussianBlur stdDeviation='5'/><feOffset dx='3'/>"
    "</filter><rect width='300' height='150' filter='url(#f)'/>",
  };

  for (unsigned i = 0; i < 3 * G_N_ELEMENTS(contents); i++) {
    g_autoptr(GBytes) bytes = drawing(contents[i % G_N_ELEMENTS(contents)]);
    g_autoptr(GError) error = NULL;

    g_assert_true(media_svg_trial(bytes, &error));
    g_assert_no_error(error);
    if (!media_svg_has_filter(bytes))
      draw_here(bytes);
  }
}

static GBytes *
drawn_text(const char *family)
{
  g_autofree char *text = g_strdup_printf(
      "<text x='9' y='90' font-family='%s' font-size='40'>Will it</text>",
      family);
  g_autoptr(GBytes) bytes = drawing(text);
  g_autoptr(GError) error = NULL;
  g_autoptr(MediaPixels) pixels = media_svg_draw(bytes, 400, 200, &error);

  g_assert_no_error(error);
  return g_bytes_new(pixels->data, pixels->stride * pixels->height);
}

/* Without the set both families would be the same one of the system. */
static void
test_fonts(void)
{
  FcConfig *config = FcConfigCreate();

  g_assert_true(
      FcConfigAppFontAddDir(config, (const FcChar8 *)SOURCE_DIR "/fonts"));
  g_assert_true(FcConfigSetCurrent(config));
  g_autoptr(GBytes) wide = drawn_text("Noto Sans Mono");
  g_autoptr(GBytes) narrow = drawn_text("Literata");
  g_autoptr(GBytes) again = drawn_text("Literata");
  g_assert_false(g_bytes_equal(wide, narrow));
  g_assert_true(g_bytes_equal(narrow, again));
  FcConfigDestroy(config);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/picture", test_picture);
  g_test_add_func("/after-drawing", test_after_drawing);
  g_test_add_func("/fonts", test_fonts);
  g_test_add_func("/child", test_child);
  g_test_add_func("/child-time", test_child_time);
  g_test_add_func("/attacks", test_attacks);
  g_test_add_func("/rectangles", test_rectangles);
  return g_test_run();
}
