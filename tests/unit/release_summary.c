/* tests/unit/release_summary.c -- what a command says at its end. */
/* SPDX-License-Identifier: MIT */

#include "release/help.h"
#include "release/summary.h"

#include <string.h>

static void
test_release(void)
{
  g_autoptr(GPtrArray) files = release_file_list_new();
  ReleaseFile *epub = release_file_new(RELEASE_EPUB, g_strdup("stop.epub"),
                                       g_bytes_new_take(g_malloc0(1234), 1234));
  epub->articles = 3;
  g_ptr_array_add(files, epub);
  ReleaseFile *pdf =
      release_file_new(RELEASE_READER, g_strdup("stop.letter.pdf"),
                       g_bytes_new_take(g_malloc0(2345678), 2345678));
  ReleasePage page = { g_strdup("1"), g_strdup("x") };
  g_array_append_val(pdf->pages, page);
  g_ptr_array_add(files, pdf);
  g_autoptr(GString) out = g_string_new(NULL);
  summary_append_release(out, "dist/st\x1bop", files);
  g_assert_cmpstr(out->str, ==,
                  "Made in dist/st\\x1bop:\n"
                  "  stop.epub         1.2 kB   3 articles\n"
                  "  stop.letter.pdf   2.3 MB   1 page\n"
                  "  MANIFEST.json and SHA256SUMS say what each file must "
                  "be\n");
}

static void
test_messages(void)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GString) out = g_string_new(NULL);
  summary_append_messages(out, diag);
  g_assert_cmpstr(out->str, ==, "");
  DiagPos pos = { NULL, 0, 0 };
  diag_report(diag, DIAG_NOTE, pos, "x", "n");
  diag_report(diag, DIAG_ERROR, pos, "x", "e");
  diag_report(diag, DIAG_NOTE, pos, "x", "n");
  summary_append_messages(out, diag);
  g_assert_cmpstr(out->str, ==, "1 error, 2 notes");
}

/* A help text fits a terminal, and names the exit codes. */
static void
test_help(void)
{
  for (unsigned i = 0; i <= COMMAND_COUNT; i++) {
    g_autofree char *text = help_text((Command)i);
    g_assert_nonnull(strstr(text, "73 cannot write"));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
      g_assert_cmpuint(strlen(*line), <=, 78);
  }
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/summary/release", test_release);
  g_test_add_func("/summary/messages", test_messages);
  g_test_add_func("/summary/help", test_help);
  return g_test_run();
}
