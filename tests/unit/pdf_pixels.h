/*
 * tests/unit/pdf_pixels.h -- what mutool draws of a painted and of the finished
 * PDF: the same, but for the cuts.
 */
#pragma once

#include "pdf/finisher.h"
#include "pdf/painter.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  DENSITY = 72, /* dpi: a pixel is a pt */
  CUT_ROWS = 2  /* pt; 128 cuts stand in the first, more in the next */
};

/* A page: "P6 width height 255 " and the pixels. */
typedef struct {
  char *data;
  gsize length;
  gsize width; /* pixels */
  gsize start; /* of the first */
} Pixels;

static inline void
pixels_draw(GBytes *bytes, const char *folder, const char *name,
            const char *numbers)
{
  g_autofree char *pdf = g_strdup_printf("%s/%s.pdf", folder, name);
  g_autofree char *pages = g_strdup_printf("%s/%s-%%d.ppm", folder, name);
  g_autofree char *density = g_strdup_printf("%d", DENSITY);
  const char *const arguments[] = { "mutool", "draw", "-q", "-r",    density,
                                    "-o",     pages,  pdf,  numbers, NULL };
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

static inline Pixels
pixels_load(const char *folder, const char *name, int page)
{
  g_autofree char *path = g_strdup_printf("%s/%s-%d.ppm", folder, name, page);
  Pixels pixels = { 0 };
  char *at;

  g_assert_true(g_file_get_contents(path, &pixels.data, &pixels.length, NULL));
  g_assert_true(g_str_has_prefix(pixels.data, "P6"));
  at = pixels.data + 2;
  pixels.width = g_ascii_strtoull(at, &at, 10);
  g_assert_cmpuint(g_ascii_strtoull(at, &at, 10), >, CUT_ROWS);
  g_assert_cmpuint(g_ascii_strtoull(at, &at, 10), ==, 255);
  pixels.start = (gsize)(at + 1 - pixels.data);
  return pixels;
}

/* The cuts, where a page has any, are there before, and gone after. */
static inline void
pixels_compare(const char *folder, int page, bool cut)
{
  Pixels before = pixels_load(folder, "painted", page);
  Pixels after = pixels_load(folder, "finished", page);
  gsize skip = before.start + before.width * CUT_ROWS * 3;

  g_assert_cmpuint(before.length, ==, after.length);
  g_assert_true((memcmp(before.data, after.data, skip) != 0) == cut);
  g_assert_true(
      memcmp(before.data + skip, after.data + skip, before.length - skip) == 0);
  for (gsize i = after.start; i < skip; i++)
    g_assert_cmpint((guchar)after.data[i], ==, 255);
  free(before.data);
  free(after.data);
}

static inline void
pixels_remove(const char *folder, const char *name, int page)
{
  g_autofree char *file =
      page == 0 ? g_strdup_printf("%s/%s.pdf", folder, name)
                : g_strdup_printf("%s/%s-%d.ppm", folder, name, page);

  g_assert_cmpint(g_unlink(file), ==, 0);
}

/* What the finisher makes of it.  `ground`: of a page that has one. */
static inline GBytes *
pixels_finish(const LayoutDocument *document, const LayoutPaper *paper,
              PdfPlan *plan, bool ground, GBytes **painted)
{
  GError *error = NULL;

  plan->ground = ground;
  *painted = pdf_painter_paint(document, paper, plan, &error);
  g_assert_no_error(error);
  GBytes *finished =
      pdf_finisher_finish(document, paper, plan, *painted, &error);
  g_assert_no_error(error);
  return finished;
}

/* The first `count` pages, at most.  The ground makes no difference to what is
 * finished; but it hides what it is behind, so what is compared has none. */
static inline void
pixels_check(const LayoutDocument *document, const LayoutPaper *paper,
             int count)
{
  static const char *const names[] = { "painted", "finished" };
  GError *error = NULL;
  g_autofree char *folder = g_dir_make_tmp("handbill-XXXXXX", &error);
  g_assert_no_error(error);
  g_autoptr(PdfPlan) plan = pdf_plan_new(document, &error);
  g_assert_no_error(error);
  g_autoptr(GBytes) painted = NULL, grounded = NULL;
  g_autoptr(GBytes) ground =
      pixels_finish(document, paper, plan, true, &grounded);
  g_autoptr(GBytes) finished =
      pixels_finish(document, paper, plan, false, &painted);
  count = MIN(count, (int)document->pages->len);
  g_autofree char *numbers = g_strdup_printf("1-%d", count);

  g_assert_true(g_bytes_equal(ground, finished));
  g_assert_false(g_bytes_equal(grounded, painted));
  pixels_draw(painted, folder, names[0], numbers);
  pixels_draw(finished, folder, names[1], numbers);
  for (int page = 1; page <= count; page++)
    pixels_compare(folder, page,
                   pdf_plan_page(plan, (unsigned)page - 1)->len > 0);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    for (int page = 0; page <= count; page++)
      pixels_remove(folder, names[i], page);
  g_rmdir(folder);
}

/* False, and the test is skipped, without mutool. */
static inline bool
pixels_can_draw(void)
{
  g_autofree char *mutool = g_find_program_in_path("mutool");

  if (mutool == NULL)
    g_test_skip("mutool is not installed");
  return mutool != NULL;
}
