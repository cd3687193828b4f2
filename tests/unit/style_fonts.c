/* tests/unit/style_fonts.c -- the private set, and what it refuses. */
/* SPDX-License-Identifier: MIT */
#include "style/fonts.h"

#include "base/error.h"

#include <glib/gstdio.h>
#include <string.h>

#define FONTS SOURCE_DIR "/fonts"

typedef struct {
  char *folder;
  Diag *diag;
} Case;

/* A folder with two of our fonts and their lines. */
static void
setup(Case *test, gconstpointer unused)
{
  (void)unused;
  test->diag = diag_new();
  test->folder = g_dir_make_tmp("fonts-XXXXXX", NULL);
  const char *names[] = { "Literata-Regular.ttf", "Literata-Bold.ttf" };
  g_autofree char *lock = NULL;
  g_assert_true(g_file_get_contents(FONTS "/fonts.lock", &lock, NULL, NULL));
  g_autoptr(GString) kept = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *from = g_build_filename(FONTS, names[i], NULL);
    g_autofree char *to = g_build_filename(test->folder, names[i], NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(from, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
    const char *line = strstr(lock, names[i]);
    g_string_append_len(kept, line, strchr(line, '\n') + 1 - line);
  }
  g_autofree char *path = g_build_filename(test->folder, "fonts.lock", NULL);
  g_assert_true(g_file_set_contents(path, kept->str, -1, NULL));
}

static void
teardown(Case *test, gconstpointer unused)
{
  (void)unused;
  g_autoptr(GDir) dir = g_dir_open(test->folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name(dir))) {
    g_autofree char *path = g_build_filename(test->folder, name, NULL);
    g_remove(path);
  }
  g_rmdir(test->folder);
  g_free(test->folder);
  diag_free(test->diag);
}

static void
put(const Case *test, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename(test->folder, name, NULL);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
assert_refused(Case *test, const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Fonts) fonts = fonts_load(test->folder, test->diag, &error);
  g_assert_null(fonts);
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  g_autofree char *text = diag_print(test->diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  g_autofree char *expected = g_build_filename(test->folder, message, NULL);
  if (!strstr(text, expected))
    g_error("expected %s in %s", expected, text);
}

static void
test_locked(Case *test, gconstpointer unused)
{
  (void)unused;
  g_autoptr(GError) error = NULL;
  g_autoptr(Fonts) fonts = fonts_load(test->folder, test->diag, &error);
  g_assert_no_error(error);
  g_assert_true(fonts_has_family(fonts, "literata"));
  g_assert_cmpuint(diag_count(test->diag, DIAG_NOTE), ==, 0);
}

/* One bit of the file, far behind its tables of contents. */
static void
test_tampered(Case *test, gconstpointer unused)
{
  (void)unused;
  g_autofree char *path =
      g_build_filename(test->folder, "Literata-Bold.ttf", NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;
  g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
  bytes[size / 2] ^= 1;
  g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
  assert_refused(test, "fonts.lock:2:1: error: Literata-Bold.ttf is not the "
                       "file of this line");
}

static void
test_unlocked(Case *test, gconstpointer unused)
{
  (void)unused;
  put(test, "Other.ttf", "anything");
  assert_refused(test, "fonts.lock: error: Other.ttf has no line here");
}

static void
test_missing(Case *test, gconstpointer unused)
{
  (void)unused;
  g_autofree char *path =
      g_build_filename(test->folder, "Literata-Bold.ttf", NULL);
  g_remove(path);
  assert_refused(test,
                 "fonts.lock:2:1: error: there is no file Literata-Bold.ttf");
}

static void
test_lock_lines(Case *test, gconstpointer unused)
{
  (void)unused;
  put(test, "fonts.lock", "# a comment\n\nLiterata-Bold.ttf\t1\tOFL-1.1\n");
  assert_refused(test, "fonts.lock:3:1: error: this line is not understood");
}

static void
test_no_lock(Case *test, gconstpointer unused)
{
  (void)unused;
  g_autofree char *path = g_build_filename(test->folder, "fonts.lock", NULL);
  g_remove(path);
  g_autoptr(GError) error = NULL;
  g_autoptr(Fonts) fonts = fonts_load(test->folder, test->diag, &error);
  g_assert_no_error(error);
  g_assert_nonnull(fonts);
  g_assert_cmpuint(diag_count(test->diag, DIAG_NOTE), ==, 1);
}

static void
test_no_font(Case *test, gconstpointer unused)
{
  (void)unused;
  g_autofree char *lock = g_build_filename(test->folder, "fonts.lock", NULL);
  g_remove(lock);
  put(test, "Literata-Bold.ttf", "no font at all");
  assert_refused(test, "Literata-Bold.ttf: error: this is no font");
}

/* Byte 8 of OS/2 is fsType: 2 is "restricted license embedding". */
static void
test_embedding(Case *test, gconstpointer unused)
{
  (void)unused;
  g_autofree char *lock = g_build_filename(test->folder, "fonts.lock", NULL);
  g_remove(lock);
  g_autofree char *path =
      g_build_filename(test->folder, "Literata-Bold.ttf", NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;
  g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
  const guchar *entry = memmem(bytes, 400, "OS/2", 4);
  g_assert_nonnull(entry);
  guint32 table = (guint32)entry[8] << 24 | (guint32)entry[9] << 16 |
                  (guint32)entry[10] << 8 | entry[11];
  bytes[table + 9] = 2;
  g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
  assert_refused(test, "Literata-Bold.ttf: error: this font forbids");
}

static void
test_no_folder(void)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  g_assert_null(fonts_load("/nowhere/fonts", diag, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
}

static Fonts *
load_ours(void)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  Fonts *fonts = fonts_load(FONTS, diag, &error);
  g_assert_no_error(error);
  return fonts;
}

/* The face that Pango chooses says its own name: no weight is made up. */
static void
assert_face(const Fonts *fonts, const char *family, int weight, bool italic,
            const char *expected)
{
  Style style = { .font_family = family,
                  .font_size = 10.5,
                  .font_weight = weight,
                  .italic = italic };
  PangoFontDescription *wanted = fonts_describe(&style);
  PangoFont *font = pango_context_load_font(fonts_context(fonts), wanted);
  PangoFontDescription *found = pango_font_describe_with_absolute_size(font);
  g_autofree char *text = pango_font_description_to_string(found);
  g_assert_cmpstr(text, ==, expected);
  pango_font_description_free(found);
  pango_font_description_free(wanted);
  g_object_unref(font);
}

static void
test_faces(void)
{
  g_autoptr(Fonts) fonts = load_ours();
  assert_face(fonts, "Literata", 400, false, "Literata 10.5px");
  assert_face(fonts, "Literata", 700, true, "Literata Bold Italic 10.5px");
  assert_face(fonts, "Atkinson Hyperlegible Next", 700, false,
              "Atkinson Hyperlegible Next Bold 10.5px");
  assert_face(fonts, "Noto Sans Mono", 700, false,
              "Noto Sans Mono Bold 10.5px");
  assert_face(fonts, "Noto Sans Symbols 2", 400, false,
              "Noto Sans Symbols 2 10.5px");
  assert_face(fonts, "DejaVu Sans, Literata", 400, false, "Literata 10.5px");
}

/* Nothing but our own: not even a family that every system has. */
static void
test_hermetic(void)
{
  g_autoptr(Fonts) fonts = load_ours();
  PangoFontMap *map = pango_context_get_font_map(fonts_context(fonts));
  PangoFontFamily **families = NULL;
  int count = 0;
  pango_font_map_list_families(map, &families, &count);
  for (int i = 0; i < count; i++) {
    const char *name = pango_font_family_get_name(families[i]);
    g_assert_true(fonts_has_family(fonts, name) || g_str_equal(name, "Sans") ||
                  g_str_equal(name, "Serif") ||
                  g_str_equal(name, "Monospace") ||
                  g_str_equal(name, "System-ui"));
  }
  g_free(families);
  g_assert_false(fonts_has_family(fonts, "DejaVu Sans"));
}

static int
text_width(const Fonts *fonts, const char *text)
{
  Style style = { .font_family = "Literata",
                  .font_size = 12,
                  .font_weight = 400 };
  PangoFontDescription *description = fonts_describe(&style);
  PangoLayout *layout = pango_layout_new(fonts_context(fonts));
  pango_layout_set_font_description(layout, description);
  pango_layout_set_text(layout, text, -1);
  int width = 0;
  pango_layout_get_size(layout, &width, NULL);
  g_object_unref(layout);
  pango_font_description_free(description);
  return width;
}

/* Advances scale with the size and are not rounded: ten letters are ten times
 * one. */
static void
test_metrics(void)
{
  g_autoptr(Fonts) fonts = load_ours();
  int one = text_width(fonts, "o");
  g_assert_cmpint(one % PANGO_SCALE, !=, 0);
  g_assert_cmpint(ABS(text_width(fonts, "oooooooooo") - 10 * one), <=, 10);
  g_assert_cmpint(one, >, 6 * PANGO_SCALE); /* 12 units are 12 pt, not 16 */
  g_assert_cmpint(one, <, 8 * PANGO_SCALE);
}

static void
test_file(void)
{
  g_autoptr(Fonts) fonts = load_ours();
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes =
      fonts_file(fonts, "Literata", 700, true, &name, NULL);
  g_assert_cmpstr(name, ==, "Literata-BoldItalic.ttf");
  g_assert_cmpuint(g_bytes_get_size(bytes), >, 200000);
  g_assert_null(fonts_file(fonts, "Literata", 600, false, NULL, NULL));
  g_assert_null(fonts_file(fonts, "Noto Sans Mono", 400, true, NULL, NULL));
  g_assert_null(fonts_file(fonts, "Helvetica", 400, false, NULL, NULL));
}

static void
test_describe(void)
{
  Style style = { .font_family = "Literata, Noto Naskh Arabic",
                  .font_size = 10.5,
                  .font_weight = 700,
                  .italic = true,
                  .small_caps = true };
  PangoFontDescription *description = fonts_describe(&style);
  g_autofree char *text = pango_font_description_to_string(description);
  g_assert_cmpstr(text, ==,
                  "Literata, Noto Naskh Arabic Bold Italic Small-Caps 10.5px");
  pango_font_description_free(description);
}

static void
add(const char *name, void (*run)(Case *, gconstpointer))
{
  g_test_add(name, Case, NULL, setup, run, teardown);
}

int
main(int argc, char **argv)
{
  /* nothing of the system may be needed */
  g_setenv("FONTCONFIG_FILE", "/nowhere/fonts.conf", TRUE);
  g_setenv("FONTCONFIG_PATH", "/nowhere", TRUE);
  g_setenv("HOME", "/nowhere", TRUE);
  g_test_init(&argc, &argv, NULL);
  add("/style/fonts/locked", test_locked);
  add("/style/fonts/tampered", test_tampered);
  add("/style/fonts/unlocked", test_unlocked);
  add("/style/fonts/missing", test_missing);
  add("/style/fonts/lock-lines", test_lock_lines);
  add("/style/fonts/no-lock", test_no_lock);
  add("/style/fonts/no-font", test_no_font);
  add("/style/fonts/embedding", test_embedding);
  g_test_add_func("/style/fonts/no-folder", test_no_folder);
  g_test_add_func("/style/fonts/faces", test_faces);
  g_test_add_func("/style/fonts/hermetic", test_hermetic);
  g_test_add_func("/style/fonts/metrics", test_metrics);
  g_test_add_func("/style/fonts/file", test_file);
  g_test_add_func("/style/fonts/describe", test_describe);
  return g_test_run();
}
