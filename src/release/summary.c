/* release/summary.c -- what a command says at its end. */
/* SPDX-License-Identifier: MIT */

#include "release/summary.h"

#include "base/bytes.h"

#include <string.h>

void
summary_append_count(GString *out, guint64 count, const char *noun)
{
  g_string_append_printf(out, "%" G_GUINT64_FORMAT " %s%s", count, noun,
                         count == 1 ? "" : "s");
}

void
summary_append_messages(GString *out, const Diag *diag)
{
  static const struct {
    DiagLevel level;
    const char *noun;
  } rows[] = { { DIAG_ERROR, "error" },
               { DIAG_WARNING, "warning" },
               { DIAG_NOTE, "note" } };
  bool first = true;
  for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++) {
    unsigned count = diag_count(diag, rows[i].level);
    if (count == 0)
      continue;
    g_string_append(out, first ? "" : ", ");
    summary_append_count(out, count, rows[i].noun);
    first = false;
  }
}

/* Right-aligned in eight columns: "  1.2 MB". */
static void
append_size(GString *out, gsize bytes)
{
  GString *text = g_string_new(NULL);
  if (bytes < 1000000)
    bytes_append_number(text, (double)bytes / 1000, bytes < 10000 ? 1 : 0);
  else
    bytes_append_number(text, (double)bytes / 1000000, 1);
  g_string_append(text, bytes < 1000000 ? " kB" : " MB");
  g_string_append_printf(out, "%8s", text->str);
  g_string_free(text, TRUE);
}

static void
append_file(GString *out, const ReleaseFile *file, int width)
{
  g_string_append_printf(out, "  %-*s ", width, file->name);
  append_size(out, g_bytes_get_size(file->bytes));
  g_string_append(out, "   ");
  if (file->pages->len > 0)
    summary_append_count(out, file->pages->len, "page");
  else if (file->articles > 0)
    summary_append_count(out, file->articles, "article");
  g_string_append_c(out, '\n');
}

void
summary_append_release(GString *out, const char *target, const GPtrArray *files)
{
  g_autofree char *shown = bytes_printable(target, G_MAXSIZE);
  gsize width = 0;
  for (unsigned i = 0; i < files->len; i++) {
    const ReleaseFile *file = g_ptr_array_index(files, i);
    width = MAX(width, strlen(file->name));
  }
  g_string_append_printf(out, "Made in %s:\n", shown);
  for (unsigned i = 0; i < files->len; i++)
    append_file(out, g_ptr_array_index(files, i), (int)width);
  g_string_append(out, "  MANIFEST.json and SHA256SUMS say what each file "
                       "must be\n");
}
