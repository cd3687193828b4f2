/*
 * epub/words.h -- the few words that the EPUB says by itself, and dates.
 *
 * They are English whatever the book's language is, and are marked so.
 */
#pragma once

typedef enum {
  EPUB_WORDS_CONTENTS,
  EPUB_WORDS_PAGES,
  EPUB_WORDS_LANDMARKS,
  EPUB_WORDS_BEGIN,
  EPUB_WORDS_TITLE_PAGE,
  EPUB_WORDS_COVER,
  EPUB_WORDS_NO_DESCRIPTION,
  EPUB_WORDS_UNREVIEWED,
  EPUB_WORDS_DRAFT,
  EPUB_WORDS_UNCHECKED,
  EPUB_WORDS_SECOND_HAND,
  EPUB_WORDS_UNVERIFIED,
  EPUB_WORDS_OVERDUE,
  EPUB_WORDS_SOURCES,
  EPUB_WORDS_COUNT
} EpubWords;

#define EPUB_WORDS_LANG "en"

const char *epub_words(EpubWords words);

/* "2026-11-22" as "22 November 2026"; anything else as it is.
 * (transfer full) */
char *epub_words_date(const char *date);

/* "en-GB" as "English"; the tag itself where no name is known. */
const char *epub_words_language(const char *lang);
