/* doc/words.c -- the few words that handbill itself says, and dates. */
/* SPDX-License-Identifier: MIT */

#include "doc/words.h"

#include <glib.h>
#include <string.h>

enum {
  CALLOUTS = 5,
  MONTHS = 12
};

typedef struct {
  const char *lang; /* primary language, "pt" */
  const char *say[WORDS_COUNT];
  const char *callouts[CALLOUTS];
  const char *date; /* %d day, %m month, %y year */
  const char *months[MONTHS];
} Language;

static const Language languages[] = {
#include "doc/words.inc"
};

static const struct {
  const char *lang;
  const char *name;
} names[] = {
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

static bool
is_primary(const char *primary, const char *lang)
{
  gsize length = strcspn(lang, "-_");

  return strlen(primary) == length &&
         g_ascii_strncasecmp(primary, lang, length) == 0;
}

/* NULL if it is not in the table. */
static const Language *
find(const char *lang)
{
  for (size_t i = 0; lang != NULL && i < G_N_ELEMENTS(languages); i++)
    if (is_primary(languages[i].lang, lang))
      return &languages[i];
  return NULL;
}

static const Language *
find_or_english(const char *lang)
{
  const Language *found = find(lang);

  return found != NULL ? found : &languages[0];
}

const char *
words_say(Words words, const char *lang)
{
  g_return_val_if_fail(words < WORDS_COUNT, "");
  return find_or_english(lang)->say[words];
}

const char *
words_callout(DocCallout callout, const char *lang)
{
  g_return_val_if_fail((unsigned)callout < CALLOUTS, "");
  return find_or_english(lang)->callouts[callout];
}

bool
words_knows(const char *lang)
{
  return find(lang) != NULL;
}

const char *
words_lang(const char *lang)
{
  return find_or_english(lang)->lang;
}

/* --- dates --- */

static bool
read_date(const char *date, unsigned *year, unsigned *month, unsigned *day)
{
  static const char shape[] = "0000-00-00";

  if (strlen(date) != strlen(shape))
    return false;
  for (size_t i = 0; shape[i] != '\0'; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit(date[i]) : date[i] != shape[i])
      return false;
  *year = (unsigned)g_ascii_strtoull(date, NULL, 10);
  *month = (unsigned)g_ascii_strtoull(date + 5, NULL, 10);
  *day = (unsigned)g_ascii_strtoull(date + 8, NULL, 10);
  return *month >= 1 && *month <= MONTHS;
}

char *
words_date(const char *date, const char *lang)
{
  const Language *language = find_or_english(lang);
  unsigned year, month, day;
  GString *out;

  if (!read_date(date, &year, &month, &day))
    return g_strdup(date);
  out = g_string_new(NULL);
  for (const char *at = language->date; *at != '\0'; at++) {
    if (*at != '%')
      g_string_append_c(out, *at);
    else if (*++at == 'd')
      g_string_append_printf(out, "%u", day);
    else if (*at == 'm')
      g_string_append(out, language->months[month - 1]);
    else
      g_string_append_printf(out, "%u", year);
  }
  return g_string_free(out, FALSE);
}

char *
words_dated(Words label, const char *date, const char *lang)
{
  g_autofree char *said = date != NULL ? words_date(date, lang) : NULL;

  return said != NULL ? g_strdup_printf("%s %s", words_say(label, lang), said)
                      : NULL;
}

const char *
words_language_name(const char *lang)
{
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    if (is_primary(names[i].lang, lang))
      return names[i].name;
  return lang;
}
