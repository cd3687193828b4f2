/* epub/words.c -- the few words that the EPUB says by itself, and dates. */
/* SPDX-License-Identifier: MIT */

#include "epub/words.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static const char *const words_table[EPUB_WORDS_COUNT] = {
  [EPUB_WORDS_CONTENTS] = "Contents",
  [EPUB_WORDS_PAGES] = "Pages of the print edition",
  [EPUB_WORDS_LANDMARKS] = "Landmarks",
  [EPUB_WORDS_BEGIN] = "Start of the text",
  [EPUB_WORDS_TITLE_PAGE] = "Title page",
  [EPUB_WORDS_COVER] = "Cover",
  [EPUB_WORDS_NO_DESCRIPTION] = "picture without description",
  [EPUB_WORDS_UNREVIEWED] = "Not yet reviewed by a clinician",
  [EPUB_WORDS_DRAFT] = "Draft",
  [EPUB_WORDS_UNCHECKED] = "Phone numbers not yet checked",
  [EPUB_WORDS_SECOND_HAND] = "Some claims are known only second-hand",
  [EPUB_WORDS_UNVERIFIED] = "Some claims are not confirmed",
  [EPUB_WORDS_OVERDUE] = "Overdue for review",
  [EPUB_WORDS_SOURCES] = "Sources",
};

static const char *const months[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

/* Names as speakers write them, so that a reader finds their own. */
static const struct {
  const char *code;
  const char *name;
} languages[] = {
  { "ar", "العربية" },    { "cs", "Čeština" },    { "da", "Dansk" },
  { "de", "Deutsch" },    { "el", "Ελληνικά" },   { "en", "English" },
  { "es", "Español" },    { "et", "Eesti" },      { "fa", "فارسی" },
  { "fi", "Suomi" },      { "fr", "Français" },   { "hu", "Magyar" },
  { "it", "Italiano" },   { "lt", "Lietuvių" },   { "lv", "Latviešu" },
  { "nl", "Nederlands" }, { "no", "Norsk" },      { "pl", "Polski" },
  { "pt", "Português" },  { "ro", "Română" },     { "ru", "Русский" },
  { "sv", "Svenska" },    { "tr", "Türkçe" },     { "uk", "Українська" },
  { "ur", "اردو" },       { "vi", "Tiếng Việt" },
};

const char *
epub_words(EpubWords words)
{
  g_return_val_if_fail(words < EPUB_WORDS_COUNT, "");
  return words_table[words];
}

static bool
is_date(const char *date)
{
  if (strlen(date) != 10)
    return false;
  for (int i = 0; i < 10; i++)
    if ((i == 4 || i == 7) ? date[i] != '-' : !g_ascii_isdigit(date[i]))
      return false;
  return true;
}

char *
epub_words_date(const char *date)
{
  unsigned month;
  unsigned day;

  if (!is_date(date))
    return g_strdup(date);
  month = (unsigned)(date[5] - '0') * 10 + (unsigned)(date[6] - '0');
  day = (unsigned)(date[8] - '0') * 10 + (unsigned)(date[9] - '0');
  if (month < 1 || month > 12)
    return g_strdup(date);
  return g_strdup_printf("%u %s %.4s", day, months[month - 1], date);
}

const char *
epub_words_language(const char *lang)
{
  gsize length = strcspn(lang, "-");

  for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
    if (strlen(languages[i].code) == length &&
        g_ascii_strncasecmp(languages[i].code, lang, length) == 0)
      return languages[i].name;
  return lang;
}
