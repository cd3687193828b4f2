/* pass/quotes.c -- the quotation marks of languages.
 *
 * Source: Unicode CLDR, delimiters.  U+202F would be the French space, but
 * fonts of ours lack it: U+00A0 stands for it. */
/* SPDX-License-Identifier: MIT */

#include "pass/quotes.h"

#include <glib.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

/* The first is for all others; a region comes before its language. */
static const PassQuotes quotes[] = {
  { "en", "“", "”", "‘", "’", false },
  { "ar", "”", "“", "’", "‘", false },
  { "cs", "„", "“", "‚", "‘", false },
  { "da", "“", "”", "‘", "’", false },
  { "de-CH", "«", "»", "‹", "›", false },
  { "de", "„", "“", "‚", "‘", false },
  { "el", "«", "»", "“", "”", false },
  { "es", "«", "»", "“", "”", false },
  { "fa", "«", "»", "‹", "›", false },
  { "fi", "”", "”", "’", "’", false },
  { "fr-CH", "«", "»", "‹", "›", false },
  { "fr", "«" NO_BREAK_SPACE, NO_BREAK_SPACE "»", "“", "”", true },
  { "hu", "„", "”", "»", "«", false },
  { "it", "«", "»", "“", "”", false },
  { "ja", "「", "」", "『", "』", false },
  { "nb", "«", "»", "‘", "’", false },
  { "nl", "‘", "’", "“", "”", false },
  { "no", "«", "»", "‘", "’", false },
  { "pl", "„", "”", "«", "»", false },
  { "pt-PT", "«", "»", "“", "”", false },
  { "pt", "“", "”", "‘", "’", false },
  { "ro", "„", "”", "«", "»", false },
  { "ru", "«", "»", "„", "“", false },
  { "sk", "„", "“", "‚", "‘", false },
  { "sv", "”", "”", "’", "’", false },
  { "uk", "«", "»", "„", "“", false },
};

static bool
is_for(const PassQuotes *entry, const char *lang)
{
  size_t length = strlen(entry->lang);

  return g_ascii_strncasecmp(entry->lang, lang, length) == 0 &&
         (lang[length] == '\0' || lang[length] == '-');
}

const PassQuotes *
pass_quotes_find(const char *lang)
{
  for (size_t i = 0; lang != NULL && i < G_N_ELEMENTS(quotes); i++)
    if (is_for(&quotes[i], lang))
      return &quotes[i];
  return &quotes[0];
}
