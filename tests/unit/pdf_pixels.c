/* tests/unit/pdf_pixels.c -- the finisher changes no pixel but those of the
 * cuts. */
/* SPDX-License-Identifier: MIT */

#include "pdf_pixels.h"
#include "pdf_sample.h"

static void
test_same_pixels(void)
{
  Pictures pictures;

  if (!pixels_can_draw())
    return;
  Fixture *fixture = make_document(&pictures);
  pixels_check(fixture->document, &fixture->paper, 2);
  free_document(fixture, &pictures);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/same-pixels", test_same_pixels);
  return g_test_run();
}
