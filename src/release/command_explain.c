/* release/command_explain.c -- explain: what a message means. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "base/error.h"
#include "release/command.h"
#include "release/explain.h"

bool
command_explain(const Options *options, const Console *console, Diag *diag,
                GString *out, GError **error)
{
  (void)console;
  (void)diag;
  if (!options->place) {
    explain_append_list(out);
    return true;
  }
  if (explain_append(out, options->place))
    return true;
  g_autofree char *shown = bytes_printable(options->place, 80);
  g_set_error(error, HANDBILL_ERROR, ERROR_USAGE,
              "no message has the code \"%s\"; the nearest is %s, and handbill "
              "explain lists all",
              shown, explain_nearest(options->place));
  return false;
}
