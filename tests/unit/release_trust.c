/* tests/unit/release_trust.c -- what a reader is told first, and how far he can
 * trust it: the emergency steps, dates, the status line, the report. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/epub.h"
#include "layout/front.h"
#include "release/report.h"
#include "release_gate.h"

/* --- the emergency steps --- */

static const char emergency[] =
    "article: {title: E}\nbrief-title: Now\nintro: '**Go.**'\nsteps:\n"
    "  - {id: c, text: 'Call [](helpline:sam). In 9 s.', brief: 'Call "
    "[](helpline:sam)', source: who, status: read}\n"
    "  - {id: s, text: Stay., brief: Stay, source: who, status: read}\n"
    "after: Rest.\n";

static void
test_emergency(void)
{
  Gate gate =
      gate_open((GateFile[]){ BOOK(""),
                              { "articles/a.md", HEAD "{{emergency}}\n" },
                              { "helplines.yaml", HELPLINES },
                              { "sources.yaml", SOURCES },
                              { "emergency.yaml", emergency },
                              { NULL, NULL } },
                NULL);
  const Doc *brief = gate.input->book->registry->emergency.brief;
  g_autofree char *first = gate_words(&gate, "emergency");
  g_autofree char *taken = gate_words(&gate, "a");
  g_autofree char *few = doc_node_plain_text(doc_root(brief));

  g_assert_cmpstr(gate.messages, ==, "");
  g_assert_cmpstr(first, ==,
                  "Go.Call 116\u00a0123. In 9 s.\u00a0[1]Stay.\u00a0[1]Rest."
                  "SourcesWHO 2009 (example.org)");
  g_assert_cmpstr(taken, ==,
                  "Call 116\u00a0123. In 9 s.\u00a0[1]Stay.\u00a0[1]"
                  "SourcesWHO 2009 (example.org)");
  g_assert_cmpstr(few, ==, "NowCall 116\u00a0123Stay");
  gate_close(&gate);
}

/* --- dates --- */

static Gate
open_dated(const char *date, const char *words)
{
  g_autofree char *article =
      g_strdup_printf("---\ntitle: A\nreview-by: %s\n---\n\nText.\n", date);
  const GateFile files[] = { BOOK(""),
                             { "articles/a.md", article },
                             { NULL, NULL } };

  return gate_open(files, words);
}

static void
test_dates(void)
{
  Gate gate = open_dated("2026-05-31", NULL);

  g_assert_cmpuint(diag_count(gate.diag, DIAG_ERROR), ==, 1);
  g_assert_nonnull(strstr(gate.messages, "[overdue]"));
  gate_close(&gate);

  gate = open_dated("2026-06-01", NULL); /* the last good day */
  g_assert_cmpstr(gate.messages, ==, "");
  gate_close(&gate);

  gate = open_dated("2026-05-31", "--allow-overdue");
  g_assert_cmpuint(diag_count(gate.diag, DIAG_ERROR), ==, 0);
  g_assert_true(gate_article(&gate, "a")->meta->status.overdue);
  gate_close(&gate);

  gate = open_dated("2026-06-01", "--allow-overdue");
  g_assert_false(gate_article(&gate, "a")->meta->status.overdue);
  gate_close(&gate);
}

/* The stamp is of a day, so the day must be said. */
static void
test_overdue_needs_a_day(void)
{
  const char *const without[] = { ".", "--allow-overdue", NULL };
  const char *const wrong[] = { ".", "--report", "sauces", NULL };
  const char *const right[] = { ".",        "--allow-overdue",
                                "--as-of",  GATE_DAY,
                                "--report", "sources",
                                "--quiet",  NULL };
  g_autoptr(GError) error = NULL;

  g_assert_null(options_read(COMMAND_CHECK, without, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_USAGE);
  g_clear_error(&error);
  g_assert_null(options_read(COMMAND_CHECK, wrong, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_USAGE);
  g_clear_error(&error);

  g_autoptr(Options) options = options_read(COMMAND_CHECK, right, &error);

  g_assert_no_error(error);
  g_assert_true(options->allow_overdue);
  g_assert_cmpint(options->report, ==, CHECK_SOURCES);
}

static void
test_report(void)
{
  Gate gate =
      open_text("Half.[](source:who) Nothing. In 9.[](source:hear)", "", NULL);
  g_autoptr(GString) out = g_string_new(NULL);

  report_append_sources(out, gate.input->book);
  g_assert_cmpstr(out->str, ==,
                  "A\n"
                  "  articles/a.md:6: Half.\n"
                  "    [read] WHO 2009\n"
                  "      https://example.org/w\n"
                  "      who, read 2026-01-02\n"
                  "      supports: x\n"
                  "      supports: 9 of 10, 8, 50 %, 4,000, 7.5\n"
                  "  articles/a.md:6: In 9.\n"
                  "    [second-hand] Hearsay\n"
                  "      hear, read 2026-01-02\n"
                  "      supports: 9\n\n");
  gate_close(&gate);
}

/* The EPUB as text.  (transfer full) */
static char *
epub_text(const Gate *gate)
{
  const EpubOptions options = { 0 };
  g_autoptr(GBytes) epub =
      epub_write(gate->input->book, &options, gate->diag, NULL);

  g_assert_nonnull(epub);
  return epub_dump(epub, NULL);
}

static void
test_status(void)
{
  Gate gate = open_dated("2026-05-31", "--allow-overdue");
  g_autofree char *foot =
      front_edition_line(gate.input->book, gate_article(&gate, "a"));
  g_autofree char *late = epub_text(&gate);

  g_assert_nonnull(strstr(foot, "Overdue for review"));
  g_assert_nonnull(strstr(late, "Overdue for review"));
  g_assert_null(strstr(late, "Draft"));
  gate_close(&gate);

  gate = open_text("[](helpline:em) Half.[](source:hear) [](source:none)", "",
                   "--allow-unchecked");

  g_autofree char *draft = epub_text(&gate);

  g_assert_nonnull(strstr(draft, "Not yet reviewed by a clinician \u00b7 Draft "
                                 "\u00b7 Phone numbers not yet checked \u00b7 "
                                 "Some claims are known only second-hand "
                                 "\u00b7 Some claims are not confirmed"));
  gate_close(&gate);
}

/* First in reading order, in contents and landmarks, and one link away. */
static void
test_emergency_first(void)
{
  Gate gate = gate_open((GateFile[]){ BOOK(""),
                                      { "articles/a.md", HEAD "Text.\n" },
                                      { "helplines.yaml", HELPLINES },
                                      { "sources.yaml", SOURCES },
                                      { "emergency.yaml", emergency },
                                      { NULL, NULL } },
                        NULL);
  g_autofree char *text = epub_text(&gate);

  g_assert_nonnull(strstr(text, "itemref idref=\"file-title.xhtml\"\n"
                                "    itemref idref=\"file-emergency.xhtml\""));
  g_assert_nonnull(strstr(text, "ol\n        li\n"
                                "          a href=\"emergency.xhtml\" \"E\""));
  g_assert_nonnull(strstr(text, "a epub:type=\"frontmatter\" "
                                "href=\"emergency.xhtml\" \"E\""));
  g_assert_nonnull(strstr(text, "p class=\"emergency-link\""));
  gate_close(&gate);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/trust/emergency", test_emergency);
  g_test_add_func("/trust/dates", test_dates);
  g_test_add_func("/trust/overdue-needs-a-day", test_overdue_needs_a_day);
  g_test_add_func("/trust/report", test_report);
  g_test_add_func("/trust/status", test_status);
  g_test_add_func("/trust/emergency-first", test_emergency_first);
  return g_test_run();
}
