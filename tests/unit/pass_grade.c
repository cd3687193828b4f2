/* tests/unit/pass_grade.c -- the readability formulas give the published
 * numbers, and syllables are those of a dictionary. */
/* SPDX-License-Identifier: MIT */

#include "pass/grade.h"
#include "pass/syllables.h"

#include <glib.h>
#include <string.h>

static void
assert_near(double value, double wanted, double by)
{
  if (value < wanted - by || value > wanted + by)
    g_error("%f is not %f", value, wanted);
}

static void
test_flesch_kincaid(void)
{
  const PassGradeCounts counts = { .sentences = 8,
                                   .words = 100,
                                   .syllables = 130 };

  assert_near(pass_grade_flesch_kincaid(&counts), 4.625, 0.0005);
  assert_near(pass_grade_reading_ease(&counts), 84.17, 0.005);
}

static void
test_smog(void)
{
  const PassGradeCounts many = { .sentences = 30, .long_words = 10 };
  const PassGradeCounts few = { .sentences = 10, .long_words = 4 };

  assert_near(pass_grade_smog(&many), 6.427, 0.0005);
  assert_near(pass_grade_smog(&few), 6.742, 0.0005);
  g_assert_true(pass_grade_has_smog(&many));
  g_assert_false(pass_grade_has_smog(&few));
}

/* The passage of Coleman and Liau: 119 words, 5 sentences. */
static void
test_characters(void)
{
  PassGradeCounts counts = { .sentences = 5, .words = 119, .characters = 639 };

  assert_near(pass_grade_coleman_liau(&counts), 14.53, 0.005);
  assert_near(pass_grade_ari(&counts), 15.76, 0.005);
  counts.characters = 633; /* letters only */
  assert_near(pass_grade_coleman_liau(&counts), 14.23, 0.005);
}

static void
test_nothing(void)
{
  const PassGradeCounts none = { 0 };

  assert_near(pass_grade_flesch_kincaid(&none), 0, 0);
  assert_near(pass_grade_reading_ease(&none), 0, 0);
  assert_near(pass_grade_coleman_liau(&none), 0, 0);
  assert_near(pass_grade_ari(&none), 0, 0);
  assert_near(pass_grade_smog(&none), 0, 0);
}

static void
test_syllables(void)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  unsigned count = 0;

  g_assert_true(g_file_get_contents(SOURCE_DIR "/tests/lint/syllables.txt",
                                    &text, NULL, NULL));
  lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    gsize length = strcspn(*line, " ");

    if (**line == '#' || **line == '\0')
      continue;
    g_test_message("%s", *line);
    g_assert_cmpuint(pass_syllables_count(*line, length), ==,
                     g_ascii_strtoull(*line + length, NULL, 10));
    count++;
  }
  g_assert_cmpuint(count, >, 500);
}

static unsigned
syllables(const char *word)
{
  return pass_syllables_count(word, strlen(word));
}

static void
test_forms(void)
{
  g_assert_cmpuint(syllables("4,000"), ==, 1);
  g_assert_cmpuint(syllables("long-lasting"), ==, 3);
  g_assert_cmpuint(syllables("MEDICINE"), ==, 3);
  g_assert_cmpuint(syllables("people's"), ==, 2);
  g_assert_cmpuint(syllables("diabetes's"), ==, 4);
  g_assert_cmpuint(syllables("x"), ==, 1);
  g_assert_cmpuint(syllables("été"), >=, 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/grade/flesch-kincaid", test_flesch_kincaid);
  g_test_add_func("/grade/smog", test_smog);
  g_test_add_func("/grade/characters", test_characters);
  g_test_add_func("/grade/nothing", test_nothing);
  g_test_add_func("/grade/syllables", test_syllables);
  g_test_add_func("/grade/forms", test_forms);
  return g_test_run();
}
