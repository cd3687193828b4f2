/*
 * tests/unit/release_judge.h -- the messages that a book of one article gets.
 *
 * The tests of the lints and of readability share it; each includes it once.
 */
#pragma once

#include "content_load.h"
#include "pass/pass.h"
#include "release/reading.h"

#define JUDGE_BOOK                                                             \
  "id: b\ntitle: B\nlang: en\nedition: '1'\nreleased: 2026-11-22\n"            \
  "draft: true\narticles: [a]\n"
#define JUDGE_SOURCES                                                          \
  "- {id: s, citation: A label, read: 2026-11-22, status: read, "              \
  "supports: [all]}\n"
#define JUDGE_HELPLINES                                                        \
  "- {id: em, country: US, name: Emergency, number: '911', emergency: true, "  \
  "checked: null, expires: 2027-05-22}\n"                                      \
  "- {id: talk, country: US, name: Talk, number: 1-800-555-0199, "             \
  "checked: null, expires: 2027-05-22}\n"
#define JUDGE_TERMS                                                            \
  "user\tdrug user\tperson who uses drugs\terror\tVA NIDA\n"                   \
  "old\told word|OLD\tnew word\twarn\thouse\n"                                 \
  "aka\tslang\tword\terror\tVA\tfirst-aka\n"

/* What the article and the data files hold; NULL: there is no such file. */
typedef struct {
  const char *front; /* lines of the front matter, or NULL */
  const char *text;  /* begins in line 4 where there are none */
  const char *terms;
  const char *helplines;
  const char *steps;
} Judged;

/* (transfer full) */
static inline char *
judge(Judged judged)
{
  const char *front = judged.front != NULL ? judged.front : "";
  g_autofree char *article =
      g_strconcat("---\ntitle: A\n", front, "---\n", judged.text, "\n", NULL);
  TestFile files[8] = { { "book.yaml", JUDGE_BOOK, 0 },
                        { "articles/a.md", article, 0 },
                        { "sources.yaml", JUDGE_SOURCES, 0 } };
  unsigned count = 3;
  TestLoad load;
  char *messages;

  if (judged.terms != NULL)
    files[count++] = (TestFile){ "terms.tsv", judged.terms, 0 };
  if (judged.helplines != NULL)
    files[count++] = (TestFile){ "helplines.yaml", judged.helplines, 0 };
  if (judged.steps != NULL)
    files[count++] = (TestFile){ "emergency.yaml", judged.steps, 0 };
  load = test_load(files, "2026-11-22");
  g_assert_no_error(load.error);
  g_assert_true(reading_read_book(load.book, load.diag));
  g_assert_true(pass_run_all(load.book, load.root, load.diag, NULL));
  messages = diag_print(load.diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  test_load_free(&load);
  return messages;
}

static inline void
assert_has(const char *messages, const char *wanted)
{
  if (strstr(messages, wanted) == NULL)
    g_error("\"%s\" is not among\n%s", wanted, messages);
}

static inline void
assert_lacks(const char *messages, const char *unwanted)
{
  if (strstr(messages, unwanted) != NULL)
    g_error("\"%s\" is among\n%s", unwanted, messages);
}
