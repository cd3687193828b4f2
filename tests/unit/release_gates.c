/* tests/unit/release_gates.c -- no number, figure, word or date gets past its
 * gate: helplines, hours, sources, claims, words, fragments. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "release_gate.h"

/* --- helplines --- */

static void
test_number(void)
{
  Gate gate = open_text("Call [](helpline:sam) or [talk at](helpline:sam). "
                        "<helpline:sam>. Text [](helpline:msg).",
                        "", NULL);
  g_autofree char *words = gate_words(&gate, "a");
  g_autofree char *tree = gate_tree(&gate, "a");

  g_assert_cmpstr(gate.messages, ==, "");
  g_assert_cmpstr(words, ==,
                  "Call 116\u00a0123 or talk at\u00a0"
                  "116\u00a0123. 116\u00a0123. Text 741741.");
  g_assert_nonnull(strstr(tree, "link external \"tel:116123\"\n"
                                "      span .number\n"));
  g_assert_null(strstr(tree, "tel:741741"));
  gate_close(&gate);
}

static void
test_bad_numbers(void)
{
  check_codes("Call [](helpline:sum).", "unknown-helpline");
  check_codes("Call [](helpline:old).", "expired-helpline");
  check_codes("Call [](helpline:nua).", "helpline-conflict");
  check_codes("Call 116 123.", "plain-number");
  check_codes("Call 1-800-555-0199.", "unknown-number");
  check_codes("Call 1-800-555-0101.", "unknown-number"); /* in conflict */
  check_codes("Call 112.", "unknown-number");
  check_codes("[Call](tel:18005550199).", "unknown-number");
  check_codes("[112]{.count} people came.[](source:who)", "");
  check_codes("> quoted: 1-800-555-0199\n\n| a |\n|---|\n| 1-800-555-0198 |",
              "unknown-number,unknown-number");
}

static void
test_conflict_is_never_printed(void)
{
  Gate gate = open_text("Call [them](helpline:nua).", "", NULL);
  g_autofree char *words = gate_words(&gate, "a");

  g_assert_cmpstr(words, ==, "Call them.");
  gate_close(&gate);
}

static void
test_unchecked(void)
{
  Gate gate = open_text("Call [](helpline:em). [](helpline:em).", "", NULL);

  g_assert_cmpuint(diag_count(gate.diag, DIAG_ERROR), ==, 1);
  g_assert_nonnull(strstr(gate.messages, "articles/a.md:6:6: error: nobody "
                                         "has checked \"em\""));
  gate_close(&gate);

  gate = open_text("Call [](helpline:em).", "draft: true\n", NULL);
  g_assert_cmpuint(diag_count(gate.diag, DIAG_ERROR), ==, 0);
  g_assert_cmpuint(diag_count(gate.diag, DIAG_NOTE), ==, 1);
  g_assert_true(gate_article(&gate, "a")->meta->status.unchecked);
  gate_close(&gate);

  gate = open_text("Call [](helpline:em).", "", "--allow-unchecked");
  g_assert_cmpuint(diag_count(gate.diag, DIAG_ERROR), ==, 0);
  g_assert_true(gate.input->book->draft);
  gate_close(&gate);

  gate = open_text("Call [](helpline:sam).", "", "--allow-unchecked");
  g_assert_false(gate.input->book->draft);
  g_assert_false(gate_article(&gate, "a")->meta->status.unchecked);
  gate_close(&gate);
}

/* Beside each number of the row, outside of the link, in the text's language;
 * no gate reads it, and none is put off by it. */
static void
test_unchecked_is_said(void)
{
  Gate gate = open_text("**Call [](helpline:em)** or [us](helpline:em), or "
                        "[](helpline:sam).",
                        "draft: true\n", NULL);
  g_autofree char *words = gate_words(&gate, "a");
  g_autofree char *tree = gate_tree(&gate, "a");

  g_assert_cmpstr(words, ==,
                  "Call 911\u00a0[not yet checked] or us\u00a0"
                  "911\u00a0[not yet checked], or 116\u00a0123.");
  g_assert_nonnull(strstr(tree, "      link external \"tel:911\"\n"
                                "        span .number\n"
                                "          text \"911\"\n"
                                "      span .unchecked\n"));
  gate_close(&gate);

  gate = gate_open(
      (GateFile[]){ BOOK("draft: true\n"),
                    { "articles/a.md", "---\ntitle: A\nlang: de\n---\n\n"
                                       "Ruf [](helpline:em) an.\n" },
                    { "helplines.yaml", HELPLINES },
                    { NULL, NULL } },
      NULL);

  g_autofree char *german = gate_words(&gate, "a");

  g_assert_cmpstr(german, ==, "Ruf 911\u00a0[noch nicht geprüft] an.");
  gate_close(&gate);
}

static void
test_right_to_left(void)
{
  Gate gate =
      gate_open((GateFile[]){ BOOK(""),
                              { "articles/a.md",
                                "---\ntitle: A\nlang: ar\ndir: rtl\n---\n\n"
                                "[](helpline:sam)\n" },
                              { "helplines.yaml", HELPLINES },
                              { NULL, NULL } },
                NULL);
  g_autofree char *words = gate_words(&gate, "a");

  g_assert_cmpstr(words, ==, "\u2066116\u00a0123\u2069");
  gate_close(&gate);
}

static void
test_hours(void)
{
  check_codes("Open 24/7.", "always-open");
  check_codes("[](helpline:sam) is there around the clock.", "");
  check_codes("[](helpline:msg) is there around the clock.", "always-open");
  check_codes("| [](helpline:sam) | day and night |\n|---|---|\n| a | b |", "");
}

/* --- sources and claims --- */

static void
test_source_list(void)
{
  Gate gate = open_text("Most do.[](source:who) Some do.[x](source:hear) "
                        "Again.[](source:who)",
                        "", NULL);
  g_autofree char *words = gate_words(&gate, "a");
  g_autofree char *tree = gate_tree(&gate, "a");
  const MetaStatus *status = &gate_article(&gate, "a")->meta->status;

  g_assert_cmpstr(gate.messages, ==, "");
  g_assert_nonnull(strstr(words, "Most do.\u00a0[1] Some do.\u00a0[2] "
                                 "Again.\u00a0[1]"));
  g_assert_nonnull(
      strstr(words, "SourcesWHO 2009 (example.org)Hearsay (known only from "
                    "pages that report it)"));
  g_assert_nonnull(strstr(tree, "link internal \"a.source-who\" .source-ref"));
  g_assert_nonnull(strstr(tree, "item #a.source-who"));
  g_assert_true(status->second_hand);
  g_assert_false(status->unverified);
  g_assert_cmpuint(gate.input->book->claims->len, ==, 3);
  gate_close(&gate);
  check_codes("Most do.[](source:whom)", "unknown-source");
}

static void
test_figures(void)
{
  check_codes("About 9 times as high.", "no-source");
  check_codes("About 9 times as high.[](source:who)", "");
  check_codes("About 9.[](source:who) And 8.", "no-source");
  check_codes("About 9. [](source:who) And 8.", "no-source");
  check_codes("\"About 9.\"[](source:who)", "");
  check_codes("Two sentences. No figure.", "");
  check_codes("Half of it, 50 %.", "no-source");
  check_codes("In `x = 9`, nothing.", "");
  check_codes("[3]{.count} steps follow.", "");
  check_codes("Nine.[^1]\n\n[^1]: In 9 of 10.[](source:who)", "");
  check_codes("In 9 of 10.[^1]\n\n[^1]: So they say.[](source:who)", "");
  check_codes("Nine.[^1]\n\n[^1]: In 9 of 10.", "no-source");
}

/* A source that was read for one figure does not stand for another. */
static void
test_ledger(void)
{
  check_codes("About 12 times as high.[](source:who)", "figure-not-in-ledger");
  check_codes("About 9 to 12 times.[](source:who)", "figure-not-in-ledger");
  check_codes("Above 90.[](source:who)", "figure-not-in-ledger");
  check_codes("Above 4000, or 4,000.[](source:who)", "");
  check_codes("Above 7.5.[](source:who)", "");
  check_codes("Above 75.[](source:who)", "figure-not-in-ledger");
  check_codes("In 2009, a guide came.[](source:who)", ""); /* its citation */
  check_codes("In 2010, a guide came.[](source:who)", "figure-not-in-ledger");
  check_codes("In 8 of them.[](source:hear)", "figure-not-in-ledger");
  check_codes("In 8 of them.[](source:hear)[](source:who)", "");
  check_codes("In [12]{.count} of them.[](source:who)", "");
  check_codes("| a | b |\n|---|---|\n| 12 | x[](source:who) |",
              "figure-not-in-ledger");
}

static void
test_comparisons(void)
{
  check_codes("It lowers the risk.", "no-source");
  check_codes("The risk is much higher.", "no-source");
  check_codes("More people die in the weeks after.", "no-source");
  check_codes("It is safer than that.[](source:who)", "");
  check_codes("There is a risk.", "");
}

static void
test_tables_and_lists(void)
{
  check_codes("| a | b |\n|---|---|\n| 9 | x[](source:who) |", "");
  check_codes("| a | b[](source:who) |\n|---|---|\n| 9 | x |", "");
  check_codes("| a | b |\n|---|---|\n| 9 | x |\n| y | z[](source:who) |",
              "no-source");
  check_codes("As studies say:[](source:who)\n\n- 9 times\n- 8 times", "");
  check_codes("As studies say.[](source:who)\n\n- 9 times", "no-source");
}

static void
test_summary(void)
{
  Gate gate = gate_open(
      (GateFile[]){
          BOOK(""),
          { "articles/a.md", "---\ntitle: A\nsummary: 9 times.\n---\n\nX.\n" },
          { "sources.yaml", SOURCES },
          { NULL, NULL } },
      NULL);

  g_assert_nonnull(strstr(gate.messages, "[no-source]"));
  gate_close(&gate);
}

/* --- words and fragments --- */

static const char glossary[] =
    "article: {title: Words}\nwords:\n"
    "  - {id: use, term: Use, definition: 'U.', article: a}\n"
    "  - {id: ab, term: ab, definition: 'A.[](source:who)', also-known-as: "
    "[alpha, beta]}\n";

static void
test_terms(void)
{
  Gate gate = gate_open(
      (GateFile[]){ BOOK(""),
                    { "articles/a.md", HEAD "[ab](term:ab) [](term:use) "
                                            "[x](term:ub)\n" },
                    { "sources.yaml", SOURCES },
                    { "glossary.yaml", glossary },
                    { NULL, NULL } },
      NULL);
  g_autofree char *codes = codes_of(&gate);
  g_autofree char *words = gate_words(&gate, "words");
  g_autofree char *tree = gate_tree(&gate, "a");

  g_assert_cmpstr(codes, ==, "unknown-term");
  g_assert_nonnull(strstr(gate.messages, "the nearest is ab"));
  g_assert_nonnull(strstr(tree, "link internal \"words.ab\" #a.use-ab .term"));
  g_assert_nonnull(strstr(tree, "text \"Use\""));
  g_assert_true(
      g_str_has_prefix(words, "abA.\u00a0[1]Also known as: alpha, beta"));
  gate_close(&gate);
}

static void
test_includes(void)
{
  Gate gate = open_text("Before.\n\n{{include f}}\n\nAfter.", "", NULL);
  g_autofree char *words = gate_words(&gate, "a");

  g_assert_cmpstr(gate.messages, ==, "");
  g_assert_cmpstr(words, ==, "Before.Taken in.After.");
  gate_close(&gate);
  check_codes("{{include g}}", "unknown-include");
  check_codes("{{emergency}}", "no-emergency");
}

/* All passes once more over their own work change nothing and say nothing. */
static void
test_twice(void)
{
  Gate gate = open_text("Call [](helpline:sam). In 9 of 10.[](source:who)\n\n"
                        "{{include f}}",
                        "", NULL);
  g_autofree char *once = gate_tree(&gate, "a");

  for (const Pass *pass = pass_table; pass->name != NULL; pass++) {
    BookArticle *article = g_ptr_array_index(gate.input->book->articles, 0);
    PassContext context = { gate.input->book, article, gate.input->root,
                            gate.diag };
    pass->run(article->doc, &context);
  }

  g_autofree char *twice = gate_tree(&gate, "a");

  g_assert_cmpstr(twice, ==, once);
  g_assert_cmpuint(diag_count(gate.diag, DIAG_ERROR), ==, 0);
  g_assert_cmpuint(gate.input->book->claims->len, ==, 1);
  gate_close(&gate);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gates/number", test_number);
  g_test_add_func("/gates/bad-numbers", test_bad_numbers);
  g_test_add_func("/gates/conflict", test_conflict_is_never_printed);
  g_test_add_func("/gates/unchecked", test_unchecked);
  g_test_add_func("/gates/unchecked-is-said", test_unchecked_is_said);
  g_test_add_func("/gates/right-to-left", test_right_to_left);
  g_test_add_func("/gates/hours", test_hours);
  g_test_add_func("/gates/source-list", test_source_list);
  g_test_add_func("/gates/figures", test_figures);
  g_test_add_func("/gates/ledger", test_ledger);
  g_test_add_func("/gates/comparisons", test_comparisons);
  g_test_add_func("/gates/tables-and-lists", test_tables_and_lists);
  g_test_add_func("/gates/summary", test_summary);
  g_test_add_func("/gates/terms", test_terms);
  g_test_add_func("/gates/includes", test_includes);
  g_test_add_func("/gates/twice", test_twice);
  return g_test_run();
}
