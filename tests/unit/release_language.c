/* tests/unit/release_language.c -- each rule of content/terms.tsv hits and
 * spares what tests/lint/terms.txt says; places, exceptions, capitals. */
/* SPDX-License-Identifier: MIT */

#include "release_judge.h"

static char *
read_file(const char *name)
{
  g_autofree char *path = g_build_filename(SOURCE_DIR, name, NULL);
  char *text = NULL;

  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  return text;
}

static void
check_line(char **cells, const char *terms)
{
  const char *names = cells[3] != NULL ? cells[3] : "none";
  g_autofree char *front = g_strdup_printf("also-known-as: [%s]\n", names);
  g_autofree char *messages =
      judge((Judged){ .front = front, .text = cells[2], .terms = terms });
  g_autofree char *mark = g_strdup_printf(": %s) [avoided-word]", cells[0]);

  g_test_message("%s %s: %s", cells[0], cells[1], cells[2]);
  if (strcmp(cells[1], "hit") == 0)
    assert_has(messages, mark);
  else
    assert_lacks(messages, mark);
}

static unsigned
count_lines(const char *lines, const char *id, const char *kind)
{
  g_autofree char *start = g_strdup_printf("\n%s\t%s\t", id, kind);
  unsigned count = 0;

  for (const char *at = lines; (at = strstr(at, start)) != NULL; at++)
    count++;
  return count;
}

/* The rows that are in force, not a copy: a new row without lines fails. */
static void
test_coverage(void)
{
  g_autofree char *terms = read_file("content/terms.tsv");
  g_autofree char *lines = read_file("tests/lint/terms.txt");
  g_auto(GStrv) rows = g_strsplit(terms, "\n", -1);

  for (char **row = rows; *row != NULL; row++) {
    g_auto(GStrv) cells = g_strsplit(*row, "\t", -1);

    if (**row == '#' || **row == '\0')
      continue;
    g_test_message("the rule %s", cells[0]);
    g_assert_cmpuint(count_lines(lines, cells[0], "hit"), >, 0);
    g_assert_cmpuint(count_lines(lines, cells[0], "spared"), >, 0);
  }
}

static void
test_terms(void)
{
  g_autofree char *terms = read_file("content/terms.tsv");
  g_autofree char *lines = read_file("tests/lint/terms.txt");
  g_auto(GStrv) cases = g_strsplit(lines, "\n", -1);

  for (char **line = cases; *line != NULL; line++) {
    g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);

    if (**line != '#' && **line != '\0')
      check_line(cells, terms);
  }
}

/* The word's own place: behind escapes, entities, marks and line ends. */
static void
test_positions(void)
{
  g_autofree char *messages = judge((Judged){
      .text = "One \\* two &amp; three **drug\nuser**. \"So\"... a drug user."
              "\n\n> - A \"drug *user*\" here. [A]{.x} drug user.",
      .terms = JUDGE_TERMS });

  assert_has(messages, "a.md:4:26: error: \"drug user\": say \"person who uses "
                       "drugs\" instead (VA and NIDA; terms.tsv, line 1: "
                       "user) [avoided-word]");
  assert_has(messages, "a.md:5:19: error: \"drug user\"");
  assert_has(messages, "a.md:7:8: error: \"drug user\"");
  assert_has(messages, "a.md:7:35: error: \"drug user\"");
}

static void
test_verbatim(void)
{
  g_autofree char *messages = judge((Judged){
      .text = "`drug user`, <https://example.org/drug%20user>,\n"
              "[The drug user](https://example.org/), old@word.example.org.\n"
              "\n    drug user\n\nA claim of 3.[](source:s)",
      .terms = JUDGE_TERMS });

  assert_lacks(messages, "avoided-word");
}

static void
test_capitals(void)
{
  g_autofree char *messages =
      judge((Judged){ .text = "Old words. An old\u00a0word. An Old Word. Old. "
                              "OLD.",
                      .terms = JUDGE_TERMS });

  assert_has(messages, "a.md:4:15: warning: \"old word\": say \"new word\" "
                       "instead (house style;");
  assert_has(messages, "a.md:4:29: warning: \"Old Word\"");
  assert_has(messages, "a.md:4:44: warning: \"OLD\"");
  assert_lacks(messages, "a.md:4:39");
  assert_lacks(messages, "a.md:4:1:");
}

static void
test_search_term(void)
{
  g_autofree char *once =
      judge((Judged){ .front = "also-known-as: [slang name]\n",
                      .text = "Some say slang.",
                      .terms = JUDGE_TERMS });
  g_autofree char *twice =
      judge((Judged){ .front = "also-known-as: [slang name]\n",
                      .text = "Some say slang.\n\nIt is slang.",
                      .terms = JUDGE_TERMS });
  g_autofree char *unlisted =
      judge((Judged){ .text = "Some say slang.", .terms = JUDGE_TERMS });

  assert_lacks(once, "avoided-word");
  assert_has(twice, "a.md:7:7: error: \"slang\"");
  assert_has(unlisted, "a.md:4:10: error: \"slang\"");
}

static void
test_front_matter(void)
{
  g_autofree char *messages =
      judge((Judged){ .front = "summary: It is slang.\n"
                               "also-known-as: [slang]\n",
                      .text = "Text.",
                      .terms = JUDGE_TERMS });

  assert_has(messages, "a.md:3:1: error: \"slang\"");
}

/* "drug user" says all of "user", unless that weighs more. */
static void
test_overlap(void)
{
  const char *light = "a\tuser\tx\twarn\tVA\nb\tdrug user\ty\terror\tVA\n";
  const char *heavy = "a\tdrug\tx\terror\tVA\nb\tdrug user\ty\twarn\tVA\n";
  g_autofree char *one =
      judge((Judged){ .text = "A drug user.", .terms = light });
  g_autofree char *both =
      judge((Judged){ .text = "A drug user.", .terms = heavy });

  assert_has(one, ": b) [avoided-word]");
  assert_lacks(one, ": a) [avoided-word]");
  assert_has(both, ": b) [avoided-word]");
  assert_has(both, ": a) [avoided-word]");
}

static void
test_other_language(void)
{
  g_autofree char *messages = judge((Judged){
      .front = "lang: de\n", .text = "Ein drug user.", .terms = JUDGE_TERMS });

  assert_lacks(messages, "avoided-word");
}

/* A line of a megabyte takes no more than its share of time. */
static void
test_long_line(void)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_autofree char *messages = NULL;

  while (text->len < 1 << 20)
    g_string_append(text, "many words without an end, and old words too, ");
  g_string_append(text, "of a drug user");
  g_test_timer_start();
  messages = judge((Judged){
      .text = text->str, .terms = JUDGE_TERMS, .helplines = JUDGE_HELPLINES });
  g_assert_cmpfloat(g_test_timer_elapsed(), <, 20);
  assert_has(messages, "avoided-word");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/language/coverage", test_coverage);
  g_test_add_func("/language/terms", test_terms);
  g_test_add_func("/language/positions", test_positions);
  g_test_add_func("/language/verbatim", test_verbatim);
  g_test_add_func("/language/capitals", test_capitals);
  g_test_add_func("/language/search-term", test_search_term);
  g_test_add_func("/language/front-matter", test_front_matter);
  g_test_add_func("/language/overlap", test_overlap);
  g_test_add_func("/language/other", test_other_language);
  g_test_add_func("/language/long-line", test_long_line);
  return g_test_run();
}
