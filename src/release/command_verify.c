/* release/command_verify.c -- verify: a finished release, proved again. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "release/command.h"
#include "release/summary.h"
#include "release/verify.h"

bool
command_verify(const Options *options, const Console *console, Diag *diag,
               GString *out, GError **error)
{
  console_step(console, "Reading the release");
  g_autoptr(PathRoot) root = path_root_open(options->place, error);
  g_autoptr(VerifySet) set = root ? verify_set_read(root, error) : NULL;
  if (!set)
    return false;
  console_step(console, "Checking the files");
  g_autofree char *shown = bytes_printable(options->place, G_MAXSIZE);
  bool whole = verify_release(set, diag);
  g_string_append_printf(out, "%s: ", shown);
  if (whole)
    summary_append_count(out, set->names->len, "file");
  else
    summary_append_messages(out, diag);
  g_string_append(out, whole ? ", all as they were made\n" : "\n");
  return true;
}
