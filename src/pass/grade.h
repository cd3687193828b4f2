/*
 * pass/grade.h -- how hard a text is, by the canonical formulas.
 *
 * Sources    Kincaid and others 1975 (Flesch-Kincaid grade); Flesch 1948
 *            (Reading Ease); McLaughlin 1969 (SMOG); Coleman and Liau 1975;
 *            Senter and Smith 1967 (ARI).
 * Counts     Characters are letters and digits.
 */
#pragma once

#include <stdbool.h>

typedef struct {
  unsigned sentences;
  unsigned words;
  unsigned syllables;
  unsigned long_words; /* of 3 syllables or more */
  unsigned characters;
} PassGradeCounts;

/* Of a text without words or sentences each is 0. */
double pass_grade_flesch_kincaid(const PassGradeCounts *counts);
double pass_grade_reading_ease(const PassGradeCounts *counts);
double pass_grade_coleman_liau(const PassGradeCounts *counts);
double pass_grade_ari(const PassGradeCounts *counts);
double pass_grade_smog(const PassGradeCounts *counts);

/* SMOG was made for samples of 30 sentences, and says nothing of fewer. */
bool pass_grade_has_smog(const PassGradeCounts *counts);
