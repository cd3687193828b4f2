/*
 * pass/safety_words.h -- what no sentence of a health book may say: doses,
 * schedules, promises.
 *
 * English; the rules are those of the project's language paper.
 *
 * Codes      dose-amount, dose-percent, dose-interval, safe-dose,
 *            false-promise, stop-taking, naloxone-dose.
 */
#pragma once

#include "pass/pass.h"

typedef struct PassSafetyWords PassSafetyWords;

/* (transfer full) */
PassSafetyWords *pass_safety_words_new(const PassContext *context);
void pass_safety_words_free(PassSafetyWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PassSafetyWords, pass_safety_words_free)

/* Every sentence of the article. */
void pass_safety_words_check(const PassSafetyWords *words);
