/* pass/grade.c -- how hard a text is, by the canonical formulas. */
/* SPDX-License-Identifier: MIT */

#include "pass/grade.h"

#include <math.h>

enum {
  SMOG_SENTENCES = 30
};

static bool
is_empty(const PassGradeCounts *counts)
{
  return counts->words == 0 || counts->sentences == 0;
}

static double
words_per_sentence(const PassGradeCounts *counts)
{
  return (double)counts->words / counts->sentences;
}

static double
syllables_per_word(const PassGradeCounts *counts)
{
  return (double)counts->syllables / counts->words;
}

double
pass_grade_flesch_kincaid(const PassGradeCounts *counts)
{
  return is_empty(counts) ? 0
                          : 0.39 * words_per_sentence(counts) +
                                11.8 * syllables_per_word(counts) - 15.59;
}

double
pass_grade_reading_ease(const PassGradeCounts *counts)
{
  return is_empty(counts) ? 0
                          : 206.835 - 1.015 * words_per_sentence(counts) -
                                84.6 * syllables_per_word(counts);
}

/* Its letters and sentences are those in 100 words. */
double
pass_grade_coleman_liau(const PassGradeCounts *counts)
{
  return is_empty(counts)
             ? 0
             : 0.0588 * 100 * counts->characters / counts->words -
                   0.296 * 100 * counts->sentences / counts->words - 15.8;
}

double
pass_grade_ari(const PassGradeCounts *counts)
{
  return is_empty(counts) ? 0
                          : 4.71 * counts->characters / counts->words +
                                0.5 * words_per_sentence(counts) - 21.43;
}

double
pass_grade_smog(const PassGradeCounts *counts)
{
  return counts->sentences == 0
             ? 0
             : 1.0430 * sqrt((double)counts->long_words * SMOG_SENTENCES /
                             counts->sentences) +
                   3.1291;
}

bool
pass_grade_has_smog(const PassGradeCounts *counts)
{
  return counts->sentences >= SMOG_SENTENCES;
}
