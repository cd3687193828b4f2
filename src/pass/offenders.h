/*
 * pass/offenders.h -- the sentences and words that make an article hard, and
 * the verdict on it.
 */
#pragma once

#include "pass/grade.h"
#include "pass/pass.h"
#include "pass/prose.h"

typedef struct PassOffenders PassOffenders;

/* (transfer full) */
PassOffenders *pass_offenders_new(void);
void pass_offenders_free(PassOffenders *offenders); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PassOffenders, pass_offenders_free)

void pass_offenders_add_sentence(PassOffenders *offenders,
                                 const PassProse *prose, PassSpan sentence,
                                 const PassGradeCounts *counts);
void pass_offenders_add_word(PassOffenders *offenders, const PassProse *prose,
                             PassSpan word);

/* Warns of or refuses the article if its grade is too high, and then names the
 * three hardest sentences and words. */
void pass_offenders_judge(const PassOffenders *offenders,
                          const PassContext *context,
                          const PassGradeCounts *counts);
