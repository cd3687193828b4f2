/* tests/unit/content_registry.c -- the data files beside the articles: what is
 * read, and every way to get a row wrong. */
/* SPDX-License-Identifier: MIT */

#include "content_load.h"

#define BOOK                                                                   \
  {                                                                            \
    "book.yaml",                                                               \
        "id: b\ntitle: B\nlang: en\nreleased: 2026-11-22\narticles: [a]\n", 0  \
  }
#define ARTICLE                                                                \
  {                                                                            \
    "articles/a.md", "---\ntitle: A\n---\n\nText.\n", 0                        \
  }
#define END                                                                    \
  {                                                                            \
    NULL, NULL, 0                                                              \
  }

static TestLoad
load_with(const char *name, const char *text)
{
  return test_load((TestFile[]){ BOOK, ARTICLE, { name, text, 0 }, END }, NULL);
}

static void
check_messages(const char *name, const char *text, const char *expected)
{
  TestLoad load = load_with(name, text);

  g_assert_no_error(load.error);
  g_assert_cmpstr(load.messages, ==, expected);
  test_load_free(&load);
}

/* --- helplines --- */

static void
test_helpline(void)
{
  TestLoad load = load_with("helplines.yaml",
                            "- id: h\n  country: US\n  name: N\n"
                            "  number: 1-800-555-0100\n  reach: call or text\n"
                            "  hours: days\n  always: true\n  emergency: true\n"
                            "  checked: {by: P, on: 2026-01-02, how: web}\n"
                            "  expires: 2027-01-02\n  note: x\n"
                            "- id: i\n  country: US\n  name: N\n"
                            "  conflict: true\n  checked: null\n");
  const Registry *registry = load.book->registry;
  const Helpline *helpline = registry_find_helpline(registry, "h");

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpuint(registry->helplines->len, ==, 2);
  g_assert_cmpstr(helpline->number, ==, "1-800-555-0100");
  g_assert_cmpint(helpline->reach, ==, HELPLINE_CALL_OR_TEXT);
  g_assert_cmpstr(helpline->checked.by, ==, "P");
  g_assert_cmpstr(helpline->expires, ==, "2027-01-02");
  g_assert_true(helpline->always && helpline->emergency);
  g_assert_true(registry_helpline(registry, 1)->conflict);
  g_assert_null(registry_helpline(registry, 1)->checked.by);
  g_assert_null(registry_find_helpline(registry, "nobody"));
  test_load_free(&load);
}

#define ROW "country: US\n  name: N\n  checked: null\n"

static void
test_wrong_helplines(void)
{
  check_messages("helplines.yaml",
                 "- id: a\n  number: 911\n  " ROW
                 "- id: a\n  number: 912\n  " ROW,
                 "helplines.yaml:6:3: error: the id \"a\" stands in line 1 "
                 "already; keep one of the two rows [duplicate-helpline]\n");
  check_messages("helplines.yaml",
                 "- id: a\n  number: 1 800 5\n  " ROW
                 "- id: b\n  number: 1-8005\n  " ROW,
                 "helplines.yaml:6:3: error: \"b\" has the number of \"a\" in "
                 "line 1; keep one of the two rows [duplicate-helpline]\n");
  check_messages("helplines.yaml", "- id: a\n  " ROW,
                 "helplines.yaml:1:3: error: number is missing; write it, or "
                 "\"conflict: true\" if sources differ about it "
                 "[missing-key]\n");
  check_messages("helplines.yaml",
                 "- id: a\n  number: 911\n  country: US\n  name: N\n",
                 "helplines.yaml:1:3: error: checked is missing; write "
                 "\"checked: null\" until somebody has checked this row "
                 "[missing-key]\n");
  check_messages(
      "helplines.yaml", "id: a\n",
      "helplines.yaml:1:1: error: this file is a group of keys; write one "
      "\"- id: …\" for each row [wrong-type]\n");
  check_messages("helplines.yaml", "- a\n",
                 "helplines.yaml:1:3: error: a row is a group of keys, not a "
                 "text; write \"- id: a-name\" and its other keys below it "
                 "[wrong-type]\n");
}

/* --- sources --- */

#define SOURCE "citation: C\n  read: 2026-01-02\n  supports: [x]\n"

static void
test_sources(void)
{
  TestLoad load =
      load_with("sources.yaml", "- id: s\n  status: second-hand\n  " SOURCE);
  const Source *source = registry_find_source(load.book->registry, "s");

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpint(source->status, ==, SOURCE_SECOND_HAND);
  g_assert_cmpstr(source_status_name(source->status), ==, "second-hand");
  g_assert_cmpstr(source->supports[0], ==, "x");
  test_load_free(&load);
  check_messages("sources.yaml",
                 "- id: s\n  status: read\n  " SOURCE
                 "- id: s\n  status: read\n  " SOURCE,
                 "sources.yaml:6:3: error: the id \"s\" stands in line 1 "
                 "already; write another one [duplicate-source]\n");
  check_messages("sources.yaml", "- id: s\n  status: heard\n  " SOURCE,
                 "sources.yaml:2:11: error: status wants one of read, "
                 "second-hand, unverified, not \"heard\"; write \"status: "
                 "read\" [bad-value]\n");
  check_messages("helplines.yaml",
                 "- id: a\n  number: 911\n  source: s\n  " ROW,
                 "helplines.yaml:1:3: error: there is no source \"s\"; write a "
                 "row of that id in sources.yaml [unknown-source]\n");
}

/* --- emergency --- */

#define STEP  "id: s\n    text: Do.\n    brief: Do\n    status: read\n"
#define STEPS "article: {title: T}\nsteps:\n"

static void
test_emergency(void)
{
  TestLoad load = test_load(
      (TestFile[]){ BOOK,
                    ARTICLE,
                    { "sources.yaml", "- id: r\n  status: read\n  " SOURCE, 0 },
                    { "emergency.yaml",
                      STEPS "  - " STEP "    source: r\nafter: Wait.\n", 0 },
                    END },
      NULL);
  const Emergency *emergency = &load.book->registry->emergency;
  const EmergencyStep *step = registry_emergency_step(load.book->registry, 0);

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpuint(emergency->steps->len, ==, 1);
  g_assert_cmpstr(emergency->title, ==, "T");
  g_assert_cmpstr(emergency->after.markdown, ==, "Wait.");
  g_assert_cmpstr(step->text.markdown, ==, "Do.");
  g_assert_cmpuint(step->text.pos.line, ==, 4);
  g_assert_cmpuint(step->text.pos.column, ==, 11);
  g_assert_cmpint(book_article(load.book, 0)->origin, ==, BOOK_EMERGENCY);
  g_assert_cmpstr(book_article(load.book, 0)->meta->id, ==, "emergency");
  g_assert_cmpstr(book_article(load.book, 1)->meta->id, ==, "a");
  test_load_free(&load);
}

static void
test_wrong_emergency(void)
{
  check_messages("emergency.yaml", STEPS "  - " STEP "    source: r\n",
                 "emergency.yaml:3:5: error: there is no source \"r\"; write a "
                 "row of that id in sources.yaml [unknown-source]\n");
  check_messages(
      "emergency.yaml", "article: {summary: S}\nsteps: []\n",
      "emergency.yaml:1:1: error: the page made from this file has no title; "
      "write \"article:\" and below it \"  title: What the page is called\" "
      "[missing-title]\n");

  TestLoad load = test_load(
      (TestFile[]){
          BOOK,
          ARTICLE,
          { "sources.yaml", "- id: r\n  status: second-hand\n  " SOURCE, 0 },
          { "emergency.yaml", STEPS "  - " STEP "    source: r\n", 0 },
          END },
      NULL);

  g_assert_cmpstr(load.messages, ==,
                  "emergency.yaml:3:5: error: the step says \"read\", but its "
                  "source is \"second-hand\"; write what the source says "
                  "[step-status]\n");
  test_load_free(&load);
}

/* --- glossary --- */

static void
test_glossary(void)
{
  TestLoad load =
      load_with("glossary.yaml", "article: {title: Words}\nwords:\n"
                                 "  - id: t\n    term: T\n    definition: D.\n"
                                 "    also-known-as: [u]\n    article: a\n"
                                 "    forms: [Ts, Tish]\n");
  const GlossaryEntry *entry =
      registry_find_glossary_entry(load.book->registry, "t");

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpstr(entry->also_known_as[0], ==, "u");
  g_assert_cmpstr(entry->forms[1], ==, "Tish");
  g_assert_cmpuint(load.book->articles->len, ==, 2);
  g_assert_cmpint(book_article(load.book, 1)->origin, ==, BOOK_GLOSSARY);
  test_load_free(&load);
  check_messages("glossary.yaml",
                 "article: {title: Words}\nwords:\n"
                 "  - {id: t, term: T, definition: D, article: x}\n"
                 "  - {id: t, term: T, definition: D}\n",
                 "glossary.yaml:4:5: error: the id \"t\" stands in line 3 "
                 "already; write another one [duplicate-term]\n"
                 "glossary.yaml:3:5: error: the word \"t\" leads to \"x\", "
                 "which is no article of this book; write the id of one, or "
                 "take the line away [no-such-article]\n");
}

/* --- terms --- */

static void
test_terms(void)
{
  TestLoad load = load_with("terms.tsv", "# rules\n\na\tb|c\td\twarn\te\tf\r\n"
                                         "g\th\ti\tinfo\t\n");
  const Registry *registry = load.book->registry;

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpuint(registry->terms->len, ==, 2);
  g_assert_cmpstr(registry_term_rule(registry, 0)->except, ==, "f");
  g_assert_cmpint(registry_term_rule(registry, 0)->severity, ==, TERM_WARN);
  g_assert_cmpuint(registry_term_rule(registry, 0)->pos.line, ==, 3);
  g_assert_null(registry_term_rule(registry, 1)->except);
  test_load_free(&load);
}

static void
test_wrong_terms(void)
{
  check_messages("terms.tsv", "a\tb\tc\n",
                 "terms.tsv:1:1: error: a rule has 5 or 6 columns parted by "
                 "tabs, and this line 3; write id, avoid, use, severity, "
                 "source, except [term-columns]\n");
  check_messages("terms.tsv", "a\tb\tc\tbad\td\n",
                 "terms.tsv:1:7: error: \"bad\" is no severity; write error, "
                 "warn or info [bad-value]\n");
  check_messages("terms.tsv", "a\t(b\tc\twarn\td\na\tb\tc\twarn\td\n",
                 "terms.tsv:1:3: error: this is no POSIX extended regular "
                 "expression; write \\( for a bracket that is meant as such, "
                 "and close each ( and [ [bad-pattern]\n"
                 "terms.tsv:2:1: error: the id \"a\" stands in line 1 already; "
                 "write another one [duplicate-term]\n");
}

/* --- a bare folder has none of this --- */

static void
test_bare(void)
{
  TestLoad load =
      test_load((TestFile[]){ { "a.md", "Text.\n", 0 },
                              { "helplines.yaml", "- nonsense\n", 0 },
                              { "fragments/f.md", "Text.\n", 0 },
                              END },
                NULL);

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpuint(load.book->registry->helplines->len, ==, 0);
  g_assert_cmpuint(load.book->fragments->len, ==, 0);
  test_load_free(&load);
}

static void
test_fragments(void)
{
  TestLoad load = load_with("fragments/call.md", "Call.\n");
  const BookFragment *fragment = book_find_fragment(load.book, "call");

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpstr(fragment->source, ==, "fragments/call.md");
  g_assert_null(book_find_fragment(load.book, "other"));
  test_load_free(&load);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/registry/helpline", test_helpline);
  g_test_add_func("/registry/wrong-helplines", test_wrong_helplines);
  g_test_add_func("/registry/sources", test_sources);
  g_test_add_func("/registry/emergency", test_emergency);
  g_test_add_func("/registry/wrong-emergency", test_wrong_emergency);
  g_test_add_func("/registry/glossary", test_glossary);
  g_test_add_func("/registry/terms", test_terms);
  g_test_add_func("/registry/wrong-terms", test_wrong_terms);
  g_test_add_func("/registry/bare", test_bare);
  g_test_add_func("/registry/fragments", test_fragments);
  return g_test_run();
}
