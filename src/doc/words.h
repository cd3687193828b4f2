/*
 * doc/words.h -- the few words that handbill itself says, by language: the
 * same in print, in the EPUB and in the plain text edition.
 *
 * Table      doc/words.inc, one entry a language; a test sees that none lacks
 *            a phrase.
 * Languages  A BCP 47 tag is known by its primary language.  What the table
 *            does not know is said in English, and words_lang() says so.
 */
#pragma once

#include "doc/kind.h"

#include <stdbool.h>

typedef enum {
  /* An article's and a book's standing: doc/status.h puts them together. */
  WORDS_UPDATED,
  WORDS_REVIEWED,
  WORDS_NOT_REVIEWED,
  WORDS_REVIEW_BY,
  WORDS_DRAFT,
  WORDS_OVERDUE,
  WORDS_UNCHECKED,
  WORDS_SECOND_HAND,
  WORDS_UNVERIFIED,
  WORDS_ALSO_KNOWN_AS,
  WORDS_EDITION,
  WORDS_DISCREET, /* a title that tells nothing */
  /* The imprint. */
  WORDS_RELEASED,
  WORDS_REPLACES,
  WORDS_PUBLISHED_BY,
  WORDS_LICENCE,
  WORDS_ON_THE_WEB,
  WORDS_REPORT_ERRORS,
  WORDS_NO_REPORT_ADDRESS,
  /* The ways through a book. */
  WORDS_CONTENTS,
  WORDS_INDEX,
  WORDS_SEE,
  WORDS_SEE_ALSO,
  WORDS_PAGE,
  WORDS_PRINT_PAGES, /* with no-break spaces, before the numbers */
  WORDS_PAGE_LIST,
  WORDS_LANDMARKS,
  WORDS_BEGIN,
  WORDS_TITLE_PAGE,
  WORDS_COVER,
  WORDS_READ_MORE,
  /* In the text. */
  WORDS_SOURCES,
  WORDS_SOURCE_SECOND_HAND, /* behind a source */
  WORDS_SOURCE_UNVERIFIED,
  WORDS_NOT_CHECKED,    /* behind a telephone number */
  WORDS_NO_DESCRIPTION, /* of a picture without alternative text */
  WORDS_STAMP,
  WORDS_COUNT
} Words;

/* Static, as all strings here that are not (transfer full). */
const char *words_say(Words words, const char *lang);
const char *words_callout(DocCallout callout, const char *lang);

/* True if the table has this language.  NULL: false. */
bool words_knows(const char *lang);

/* The language in which words_say() answers for `lang`: "de" for "de-AT". */
const char *words_lang(const char *lang);

/* "22 November 2026" of "2026-11-22", as the language writes it; what is no
 * date stays as it is.  (transfer full) */
char *words_date(const char *date, const char *lang);

/* "Updated 22 November 2026"; NULL for NULL.  (transfer full) */
char *words_dated(Words label, const char *date, const char *lang);

/* "en-GB" as "English", as its speakers write it, so that a reader finds their
 * own; the tag itself where no name is known. */
const char *words_language_name(const char *lang);
