/* pass/words.c -- the few words that handbill itself puts into a text. */
/* SPDX-License-Identifier: MIT */

#include "pass/words.h"

#include <stdio.h>
#include <string.h>

static const PassWords words[] = {
#include "pass/words.inc"
};

const PassWords *
pass_words_find(const char *lang)
{
  size_t length = lang != NULL ? strcspn(lang, "-_") : 0;

  for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i].lang) == length &&
        g_ascii_strncasecmp(words[i].lang, lang, length) == 0)
      return &words[i];
  return &words[0];
}

static bool
parse_date(const char *date, unsigned *year, unsigned *month, unsigned *day)
{
  int end = 0;

  return sscanf(date, "%4u-%2u-%2u%n", year, month, day, &end) == 3 &&
         date[end] == '\0' && *month >= 1 && *month <= 12;
}

/* `%d %m %y` becomes the date as it stands where it has no words. */
static char *
replace_date(const char *pattern, const char *date)
{
  const char *first = strchr(pattern, '%');
  const char *last = strstr(pattern, "%y") + 2;

  return g_strdup_printf("%.*s%s%s", (int)(first - pattern), pattern, date,
                         last);
}

char *
pass_words_updated(const PassWords *found, const char *date)
{
  unsigned year;
  unsigned month;
  unsigned day;
  GString *out;

  if (!parse_date(date, &year, &month, &day))
    return replace_date(found->updated, date);
  out = g_string_new(NULL);
  for (const char *at = found->updated; *at != '\0'; at++) {
    if (*at != '%')
      g_string_append_c(out, *at);
    else if (*++at == 'd')
      g_string_append_printf(out, "%u", day);
    else if (*at == 'm')
      g_string_append(out, found->months[month - 1]);
    else
      g_string_append_printf(out, "%u", year);
  }
  return g_string_free(out, FALSE);
}
