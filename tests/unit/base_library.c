/* tests/unit/base_library.c -- a library is opened, or its lack is told. */
/* SPDX-License-Identifier: MIT */

#include "base/library.h"

#include "base/error.h"

#include <math.h>
#include <stddef.h>

typedef struct {
  __typeof__(floor) *down;
  __typeof__(ceil) *up;
} Rounding;

static bool
load(const char *file, const char *up, Rounding *rounding, GError **error)
{
  const LibraryFunction functions[] = {
    { up, offsetof(Rounding, up) },
    { "floor", offsetof(Rounding, down) },
  };
  const Library library = { .file = file,
                            .need = "rounding needs",
                            .remedy = "install it",
                            .functions = functions,
                            .count = G_N_ELEMENTS(functions) };

  return library_load(&library, rounding, error);
}

static void
test_found(void)
{
  g_autoptr(GError) error = NULL;
  Rounding rounding;

  g_assert_true(load("libm.so.6", "ceil", &rounding, &error));
  g_assert_no_error(error);
  g_assert_cmpfloat(rounding.down(1.5), ==, 1);
  g_assert_cmpfloat(rounding.up(1.5), ==, 2);
}

static void
test_no_library(void)
{
  g_autoptr(GError) error = NULL;
  Rounding rounding;

  g_assert_false(load("libabsent.so.1", "ceil", &rounding, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  g_assert_cmpstr(error->message, ==,
                  "rounding needs libabsent.so.1, which cannot be loaded: "
                  "install it");
}

static void
test_no_function(void)
{
  g_autoptr(GError) error = NULL;
  Rounding rounding;

  g_assert_false(load("libm.so.6", "no_such_function", &rounding, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/base/library/found", test_found);
  g_test_add_func("/base/library/no_library", test_no_library);
  g_test_add_func("/base/library/no_function", test_no_function);
  return g_test_run();
}
