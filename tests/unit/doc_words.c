/* tests/unit/doc_words.c -- what handbill itself says, in every language it
 * knows, and the lines of an article's standing. */
/* SPDX-License-Identifier: MIT */

#include "doc/status.h"
#include "doc/words.h"

#include <glib.h>

static const char *const tags[] = { "en", "de", "fr", "es", "pt",
                                    "it", "nl", "pl", "ar" };

static void
test_dates(void)
{
  static const struct {
    const char *date;
    const char *lang;
    const char *words;
  } cases[] = {
    { "2026-11-22", "en", "22 November 2026" },
    { "2026-03-01", "en-GB", "1 March 2026" },
    { "2026-03-01", "de-AT", "1. M\u00e4rz 2026" },
    { "2026-03-01", "pt_BR", "1 de mar\u00e7o de 2026" },
    { "2026-03-01", "fi", "1 March 2026" },
    { "2026-13-01", "en", "2026-13-01" },
    { "2026-00-01", "en", "2026-00-01" },
    { "2026-11", "en", "2026-11" },
    { "22/11/2026", "en", "22/11/2026" },
    { "2026-11-220", "en", "2026-11-220" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *words = words_date(cases[i].date, cases[i].lang);
    g_assert_cmpstr(words, ==, cases[i].words);
  }
  g_assert_null(words_dated(WORDS_UPDATED, NULL, "en"));

  g_autofree char *soon = words_dated(WORDS_UPDATED, "soon", NULL);
  g_assert_cmpstr(soon, ==, "Updated soon");
}

/* A phrase that somebody forgot in one language would be NULL there. */
static void
test_every_phrase(void)
{
  for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
    g_assert_true(words_knows(tags[i]));
    g_assert_cmpstr(words_lang(tags[i]), ==, tags[i]);
    for (int k = 0; k < WORDS_COUNT; k++)
      g_assert_nonnull(words_say((Words)k, tags[i]));
    for (int k = DOC_CALLOUT_NOTE; k <= DOC_CALLOUT_CAUTION; k++)
      g_assert_nonnull(words_callout((DocCallout)k, tags[i]));
    for (char month = '1'; month <= '9'; month++) {
      g_autofree char *date = g_strdup_printf("2026-0%c-01", month);
      g_autofree char *words = words_date(date, tags[i]);
      g_assert_cmpstr(words, !=, date);
    }
  }
}

/* "del" (Delaware) is not "de". */
static void
test_primary_language(void)
{
  g_assert_cmpstr(words_say(WORDS_CONTENTS, "DE-ch"), ==, "Inhalt");
  g_assert_cmpstr(words_say(WORDS_CONTENTS, "del"), ==, "Contents");
  g_assert_cmpstr(words_say(WORDS_CONTENTS, NULL), ==, "Contents");
  g_assert_false(words_knows("del"));
  g_assert_false(words_knows(NULL));
  g_assert_cmpstr(words_lang("fi"), ==, "en");
}

static void
test_language_names(void)
{
  g_assert_cmpstr(words_language_name("en"), ==, "English");
  g_assert_cmpstr(words_language_name("de-AT"), ==, "Deutsch");
  g_assert_cmpstr(words_language_name("tlh"), ==, "tlh");
}

/* --- status --- */

static void
say(char **to, const char *text)
{
  g_free(*to);
  *to = g_strdup(text);
}

static void
test_status(void)
{
  g_autoptr(Book) book = book_new();
  Meta *meta = book_add_article(book)->meta;

  say(&book->lang, "en");
  say(&book->edition, "2026.11");
  say(&meta->lang, "de");
  book->draft = true;
  g_assert_null(status_dates(meta));
  g_assert_null(status_names(meta));
  g_assert_null(status_doubts(meta));
  say(&meta->updated, "2026-11-22");
  meta->status.unchecked = true;

  g_autofree char *dates = status_dates(meta);
  g_autofree char *trust = status_trust(meta, book);
  g_autofree char *edition = status_edition(book);

  g_assert_cmpstr(dates, ==, "Aktualisiert am 22. November 2026");
  g_assert_cmpstr(trust, ==,
                  "Noch nicht \u00e4rztlich gepr\u00fcft \u00b7 Entwurf "
                  "\u00b7 Telefonnummern noch nicht gepr\u00fcft");
  g_assert_cmpstr(edition, ==,
                  "Edition 2026.11 \u00b7 Not yet reviewed by a clinician "
                  "\u00b7 Draft");
}

static void
test_review(void)
{
  g_autoptr(Book) book = book_new();
  Meta *meta = book_add_article(book)->meta;

  say(&meta->lang, "en");
  say(&meta->author, "Ada Byron");
  say(&meta->review.by, "Elizabeth Blackwell");
  say(&meta->review.role, "physician");
  say(&meta->review.on, "2026-03-03");

  g_autofree char *dates = status_dates(meta);

  g_assert_cmpstr(dates, ==,
                  "Ada Byron \u00b7 Reviewed by Elizabeth Blackwell, "
                  "physician, 3 March 2026");
  g_assert_null(status_trust(meta, book));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/words/dates", test_dates);
  g_test_add_func("/words/every-phrase", test_every_phrase);
  g_test_add_func("/words/primary-language", test_primary_language);
  g_test_add_func("/words/language-names", test_language_names);
  g_test_add_func("/status/draft", test_status);
  g_test_add_func("/status/review", test_review);
  return g_test_run();
}
