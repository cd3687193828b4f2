/*
 * release/safety.h -- what of an article must not be wrong on paper: its
 * telephone numbers, the emergency steps, the sentences marked {.safety}.
 *
 * MANIFEST.json keeps a hash of each, so that the next edition can say which
 * printed sheets must be destroyed (release/recall.h).
 */
#pragma once

#include "doc/book.h"

typedef enum {
  SAFETY_NUMBERS,
  SAFETY_STEPS, /* also those that a sheet says in a few words */
  SAFETY_SENTENCES,
  SAFETY_COUNT
} SafetyKind;

/* "numbers", "steps", "sentences": keys of the manifest; static. */
const char *safety_kind_name(SafetyKind kind);

/* SHA-256 of that kind's texts in the article, whose passes have run.
 * (transfer full) */
char *safety_hash(const Book *book, const BookArticle *article,
                  SafetyKind kind);

/* Appends `"safety": […]` and, where there are any, `"recall": […]`, as members
 * of the manifest. */
void safety_append(GString *out, const Book *book);
