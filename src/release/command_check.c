/* release/command_check.c -- check: every message, and nothing written. */
/* SPDX-License-Identifier: MIT */

#include "release/command.h"
#include "release/input.h"
#include "release/make.h"
#include "release/readability_report.h"
#include "release/report.h"
#include "release/summary.h"

bool
command_check(const Options *options, const Console *console, Diag *diag,
              GString *out, GError **error)
{
  g_autoptr(Input) input = input_load(options, console, diag, error);
  if (!input || !input_load_styles(input, options, console, diag, error))
    return false;
  /* A tree with errors may lack what layout counts on. */
  if (diag_count(diag, DIAG_ERROR) == 0 &&
      !make_messages(input, options, console, diag, error))
    return false;
  if (options->report == CHECK_SOURCES)
    report_append_sources(out, input->book);
  else if (options->report == CHECK_READABILITY)
    readability_report_append(out, input->book);
  gsize start = out->len;
  summary_append_messages(out, diag);
  g_string_append(out, out->len > start ? " in " : "Nothing is wrong with ");
  summary_append_count(out, input->book->articles->len, "article");
  g_string_append_c(out, '\n');
  return true;
}
