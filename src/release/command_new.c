/* release/command_new.c -- new: a small book to start from. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "base/error.h"
#include "base/write.h"
#include "release/command.h"
#include "release/template.h"

#include <string.h>

static bool
refuse(const char *place, const char *why, GError **error)
{
  g_autofree char *shown = bytes_printable(place, 200);
  g_set_error(error, HANDBILL_ERROR, ERROR_CANNOT_WRITE, "\"%s\" %s", shown,
              why);
  return false;
}

/* Nothing of anybody's is replaced. */
static bool
check_place(const char *place, const char *folder, GError **error)
{
  g_autofree char *here = g_get_current_dir();
  if (strcmp(folder, here) == 0)
    return refuse(place,
                  "is the folder you are in; write handbill new and a new name",
                  error);
  if (!g_file_test(folder, G_FILE_TEST_EXISTS))
    return true;
  g_autoptr(GDir) directory = g_dir_open(folder, 0, NULL);
  if (!directory)
    return refuse(place, "is there and is no folder; choose another name",
                  error);
  if (g_dir_read_name(directory))
    return refuse(place,
                  "is not empty, and would be replaced; choose another "
                  "name",
                  error);
  return true;
}

bool
command_new(const Options *options, const Console *console, Diag *diag,
            GString *out, GError **error)
{
  g_autofree char *folder = g_canonicalize_filename(options->place, NULL);
  (void)console;
  (void)diag;
  if (!check_place(options->place, folder, error))
    return false;
  g_autoptr(WriteStage) stage = write_stage_open(folder, error);
  if (!stage || !template_write(stage, error) ||
      !write_stage_publish(stage, error))
    return false;
  g_autofree char *shown = bytes_printable(options->place, 200);
  g_string_append_printf(out,
                         "A book is in %s: begin with its README.md.\n"
                         "handbill build %s makes it.\n",
                         shown, shown);
  return true;
}
