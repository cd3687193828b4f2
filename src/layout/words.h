/*
 * layout/words.h -- the few words that the layout itself says, by language.
 */
#pragma once

typedef enum {
  WORDS_CONTENTS,
  WORDS_NOT_REVIEWED,
  WORDS_UPDATED,
  WORDS_REVIEWED,
  WORDS_REVIEW_BY,
  WORDS_ALSO_KNOWN_AS,
  WORDS_EDITION,
  WORDS_DRAFT,
  WORDS_REPORT_ERRORS,
  WORDS_NO_REPORT_ADDRESS,
  WORDS_LICENCE,
  WORDS_UNCHECKED,
  WORDS_SECOND_HAND,
  WORDS_UNVERIFIED,
  WORDS_OVERDUE,
  WORDS_SOURCES,
  WORDS_REPLACES,
  WORDS_STAMP,
  WORDS_COUNT
} Words;

/* English where the language is not known; static. */
const char *words_say(Words words, const char *lang);

/* "22 November 2026" of "2026-11-22", the month by language; the date itself
 * where it is no date.  (transfer full) */
char *words_date(const char *date, const char *lang);
