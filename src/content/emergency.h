/*
 * content/emergency.h -- emergency.yaml: what to do, step by step.
 *
 *     article: {title: "Overdose: act now", updated: 2026-11-22}
 *     brief-title: Overdose          # above the short form on sheets
 *     intro: Call first …            # Markdown, in one paragraph
 *     steps:
 *       - id: call
 *         text: "**Call** [](helpline:em-us)."
 *         brief: Call 911
 *         source: santa-clara        # a row of sources.yaml
 *         status: read
 *     after: Do not use a bath …
 *
 * The book's first article is made of it, and articles take the steps in by
 * {{emergency}}.
 *
 * Errors     as content/field.h; duplicate-step, missing-title.
 */
#pragma once

#include "content/article.h"

#define CONTENT_EMERGENCY_FILE "emergency.yaml"

bool content_emergency_load(const ContentArticleContext *context,
                            GError **error);
