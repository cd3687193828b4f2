/* tests/unit/release_readability.c -- how hard an article is, what of it is
 * counted, and when that is too hard. */
/* SPDX-License-Identifier: MIT */

#include "pass/readability.h"
#include "release_judge.h"

#define HARD                                                                   \
  "Notwithstanding considerable organizational responsibilities, "             \
  "multidisciplinary interventions systematically facilitate rehabilitation. "
#define EASY "You can call us. We are here to help you. Talk to us soon. "

static char *
repeat(const char *text, unsigned times)
{
  GString *out = g_string_new(NULL);

  for (unsigned i = 0; i < times; i++)
    g_string_append(out, text);
  return g_string_free(out, FALSE);
}

static void
test_grade(void)
{
  g_autofree char *hard = repeat(HARD, 12);
  g_autofree char *easy = repeat(EASY, 12);
  g_autofree char *refused =
      judge((Judged){ .text = hard, .terms = JUDGE_TERMS });
  g_autofree char *taken =
      judge((Judged){ .text = easy, .terms = JUDGE_TERMS });
  g_autofree char *not_asked = judge((Judged){ .text = hard });

  assert_has(refused, "a.md:1:1: error: this is of grade ");
  assert_has(refused, "a.md:4:1: note: \"Notwithstanding considerable");
  assert_has(refused, "[hard-sentence]");
  assert_has(refused, "note: \"multidisciplinary\" has ");
  assert_lacks(taken, "hard-");
  assert_lacks(not_asked, "hard-");
}

static void
test_warning(void)
{
  g_autofree char *text =
      repeat("A person who takes this medicine for a number of weeks, and who "
             "then decides to go without it, may find that pain returns. ",
             5);
  g_autofree char *messages =
      judge((Judged){ .text = text, .terms = JUDGE_TERMS });

  assert_has(messages, "a.md:1:1: warning: this is of grade ");
}

static void
test_max_grade(void)
{
  Judged judged = { .text = "Your doctor may suggest another medicine in the "
                            "morning, and a different one in the evening.",
                    .terms = JUDGE_TERMS };
  g_autofree char *unsaid = judge(judged);

  judged.front = "max-grade: 14\n";
  g_autofree char *kept = judge(judged);

  judged.front = "max-grade: 4\n";
  g_autofree char *over = judge(judged);

  assert_lacks(unsaid, "hard-to-read");
  assert_lacks(kept, "hard-to-read");
  assert_has(over, "error: this is of grade ");
}

static void
test_language(void)
{
  g_autofree char *hard = repeat(HARD, 12);
  g_autofree char *messages = judge(
      (Judged){ .front = "lang: es\n", .text = hard, .terms = JUDGE_TERMS });

  assert_has(messages, "note: how hard a text is to read is judged for "
                       "English only");
  assert_lacks(messages, "hard-");
}

/* --- what is counted --- */

typedef struct {
  const char *text;
  unsigned sentences;
  unsigned words;
  unsigned characters;
  unsigned plain; /* words without those of the glossary */
} Counted;

static const Counted counted[] = {
  { "One two. Three!", 2, 3, 11, 3 },
  { "The U.S. Office of Dr. Who, e.g. here. It is 5 p.m. Go home.", 3, 14, 37,
    14 },
  { "It is 1.5 or 4,000, and don't mind long-lasting ones.", 1, 10, 38, 10 },
  { "\"Is it so?\" he said. He asked \"Why?\" Nobody knew.", 3, 10, 32, 10 },
  { "## A heading\n\n- one thing\n- another thing\n", 2, 4, 20, 4 },
  { "| A label | x |\n|---|---|\n| Name | It hurts. |", 1, 2, 7, 2 },
  { "An opioid withdrawal. Opioids and OPIOID withdrawal", 2, 7, 44, 2 },
  { "Read on.[^1]\n\n[^1]: A note.\n", 2, 4, 11, 4 },
  { "Say `code here` now.\n\n    code\n", 1, 4, 14, 4 },
};

#define GLOSSARY                                                               \
  "article: {title: Words}\nwords:\n"                                          \
  "  - {id: w, term: Opioid withdrawal, definition: It., "                     \
  "also-known-as: [opioid]}\n"

static void
check_counted(const Counted *row)
{
  g_autofree char *article =
      g_strconcat("---\ntitle: A\n---\n", row->text, "\n", NULL);
  const TestFile files[] = { { "book.yaml", JUDGE_BOOK, 0 },
                             { "articles/a.md", article, 0 },
                             { "glossary.yaml", GLOSSARY, 0 },
                             { NULL, NULL, 0 } };
  TestLoad load = test_load(files, "2026-11-22");
  PassReadability counts;

  g_assert_true(reading_read_book(load.book, load.diag));
  g_assert_true(pass_run_all(load.book, load.root, load.diag, NULL));
  counts = pass_readability_count(load.book, book_article(load.book, 0));
  g_test_message("%s", row->text);
  g_assert_cmpuint(counts.all.sentences, ==, row->sentences);
  g_assert_cmpuint(counts.all.words, ==, row->words);
  g_assert_cmpuint(counts.all.characters, ==, row->characters);
  g_assert_cmpuint(counts.plain.words, ==, row->plain);
  test_load_free(&load);
}

static void
test_counted(void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(counted); i++)
    check_counted(&counted[i]);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/readability/grade", test_grade);
  g_test_add_func("/readability/warning", test_warning);
  g_test_add_func("/readability/max-grade", test_max_grade);
  g_test_add_func("/readability/language", test_language);
  g_test_add_func("/readability/counted", test_counted);
  return g_test_run();
}
