/*
 * pass/words.h -- the few words that handbill itself puts into a text, by
 * language.
 */
#pragma once

#include "doc/tree.h"

#include <stddef.h>

typedef struct {
  const char *lang;        /* primary language, "pt" */
  const char *callouts[5]; /* by DocCallout */
  const char *read_more;
  const char *no_description; /* of a picture without alternative text */
  const char *sources;        /* heading above the list */
  const char *second_hand;    /* behind a source */
  const char *unverified;
  const char *also_known_as;
  const char *print_pages; /* with no-break spaces, before the numbers */
  const char *see;         /* of the index */
  const char *see_also;
  const char *index; /* its title */
  /* %d day, %m month, %y year: how the language writes a date. */
  const char *updated;
  const char *months[12];
} PassWords;

/* The words for a BCP 47 tag, by its primary language; English for NULL and
 * for a language we do not know.  Static. */
const PassWords *pass_words_find(const char *lang);

/* `updated` with the words of an ISO 8601 date in it; the date itself in place
 * of its words where it is none.  (transfer full) */
char *pass_words_updated(const PassWords *words, const char *date);
