/* tests/unit/pdf_pixels.c -- the finisher changes no pixel but those of the
 * cuts. */
/* SPDX-License-Identifier: MIT */

#include "pdf/finisher.h"
#include "pdf/painter.h"
#include "pdf_sample.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  DENSITY = 72, /* dpi: a pixel is a pt */
  CUT_ROWS = 2  /* pt; 128 cuts stand in the first, more in the next */
};

/* A page as mutool draws it: "P6 width height 255 " and the pixels. */
typedef struct {
  char *data;
  gsize length;
  gsize width; /* pixels */
  gsize start; /* of the first */
} Picture;

static void
draw(GBytes *bytes, const char *folder, const char *name)
{
  g_autofree char *pdf = g_strdup_printf("%s/%s.pdf", folder, name);
  g_autofree char *pages = g_strdup_printf("%s/%s-%%d.ppm", folder, name);
  g_autofree char *density = g_strdup_printf("%d", DENSITY);
  const char *const arguments[] = { "mutool", "draw", "-q", "-r", density,
                                    "-o",     pages,  pdf,  NULL };
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  GError *error = NULL;
  int status = -1;

  g_assert_true(g_file_set_contents(pdf, data, (gssize)length, NULL));
  g_spawn_sync(NULL, (char **)(guintptr)arguments, NULL,
               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
               NULL, NULL, &status, &error);
  g_assert_no_error(error);
  g_assert_cmpint(status, ==, 0);
}

static Picture
load(const char *folder, const char *name, int page)
{
  g_autofree char *path = g_strdup_printf("%s/%s-%d.ppm", folder, name, page);
  Picture picture = { 0 };
  char *at;

  g_assert_true(
      g_file_get_contents(path, &picture.data, &picture.length, NULL));
  g_assert_true(g_str_has_prefix(picture.data, "P6"));
  at = picture.data + 2;
  picture.width = g_ascii_strtoull(at, &at, 10);
  g_assert_cmpuint(g_ascii_strtoull(at, &at, 10), >, CUT_ROWS);
  g_assert_cmpuint(g_ascii_strtoull(at, &at, 10), ==, 255);
  picture.start = (gsize)(at + 1 - picture.data);
  return picture;
}

/* The cuts are there before, and gone after. */
static void
compare_page(const char *folder, int page)
{
  Picture before = load(folder, "painted", page);
  Picture after = load(folder, "finished", page);
  gsize skip = before.start + before.width * CUT_ROWS * 3;

  g_assert_cmpuint(before.length, ==, after.length);
  g_assert_true(memcmp(before.data, after.data, skip) != 0);
  g_assert_true(
      memcmp(before.data + skip, after.data + skip, before.length - skip) == 0);
  for (gsize i = after.start; i < skip; i++)
    g_assert_cmpint((guchar)after.data[i], ==, 255);
  free(before.data);
  free(after.data);
}

static void
clean(const char *folder)
{
  static const char *const names[] = { "painted.pdf",    "finished.pdf",
                                       "painted-1.ppm",  "painted-2.ppm",
                                       "finished-1.ppm", "finished-2.ppm" };

  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);
    g_unlink(path);
  }
  g_rmdir(folder);
}

static void
test_same_pixels(void)
{
  g_autofree char *mutool = g_find_program_in_path("mutool");
  Pictures pictures;
  GError *error = NULL;

  if (mutool == NULL) {
    g_test_skip("mutool is not installed");
    return;
  }
  g_autofree char *folder = g_dir_make_tmp("handbill-XXXXXX", &error);
  g_assert_no_error(error);
  Fixture *fixture = make_document(&pictures);
  g_autoptr(PdfPlan) plan = pdf_plan_new(fixture->document, &error);
  g_assert_no_error(error);
  plan->ground = false;
  g_autoptr(GBytes) painted =
      pdf_painter_paint(fixture->document, &fixture->paper, plan, &error);
  g_assert_no_error(error);
  g_autoptr(GBytes) finished = pdf_finisher_finish(
      fixture->document, &fixture->paper, plan, painted, &error);
  g_assert_no_error(error);
  draw(painted, folder, "painted");
  draw(finished, folder, "finished");
  for (int page = 1; page <= 2; page++)
    compare_page(folder, page);
  clean(folder);
  free_document(fixture, &pictures);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/same-pixels", test_same_pixels);
  return g_test_run();
}
