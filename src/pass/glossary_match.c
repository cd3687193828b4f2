/* pass/glossary_match.c -- where a text uses a word of the glossary. */
/* SPDX-License-Identifier: MIT */

#include "pass/glossary_match.h"

#include <string.h>

/* The longest first; an apostrophe of a typewriter is a curly one by now, but
 * not in code or in names. */
static const char *const endings[] = { "es\u2019", "\u2019s", "es'",
                                       "s\u2019",  "'s",      "s'",
                                       "es",       "s",       "" };
static const char *const endings_of_y[] = { "ies\u2019", "ies'", "ies" };

static bool
is_word(gunichar c)
{
  return g_unichar_isalnum(c) || c == '-';
}

static bool
begins_word(const char *text, gsize at)
{
  return at == 0 || !is_word(g_utf8_get_char(g_utf8_prev_char(text + at)));
}

static bool
ends_word(const char *at)
{
  return !is_word(g_utf8_get_char(at));
}

static bool
same_letter(const char *a, const char *b)
{
  return g_unichar_tolower(g_utf8_get_char(a)) ==
         g_unichar_tolower(g_utf8_get_char(b));
}

/* Bytes of `text` that are the first `length` of `name`, whatever their case;
 * 0: none. */
static gsize
match_letters(const char *text, const char *name, gsize length)
{
  const char *at = text;

  for (const char *from = name; from < name + length;
       from = g_utf8_next_char(from)) {
    if (*at == '\0' || !same_letter(at, from))
      return 0;
    at = g_utf8_next_char(at);
  }
  return (gsize)(at - text);
}

/* Bytes of `text` that are `stem` and one of `endings`; 0: none. */
static gsize
match_ending(const char *text, gsize stem, const char *const *list,
             size_t count)
{
  for (size_t i = 0; stem > 0 && i < count; i++) {
    const char *at = text + stem;
    gsize length = strlen(list[i]);
    gsize found = match_letters(at, list[i], length);
    if (found == length && ends_word(at + found))
      return stem + found;
  }
  return 0;
}

/* Bytes at the beginning of `text` that are `name`, bent or not. */
static gsize
match_name(const char *text, const char *name, bool english)
{
  gsize length = strlen(name);
  gsize stem = match_letters(text, name, length);
  gsize found;

  if (!english)
    return stem > 0 && ends_word(text + stem) ? stem : 0;
  found = match_ending(text, stem, endings, G_N_ELEMENTS(endings));
  if (found > 0 || length < 2 || name[length - 1] != 'y')
    return found;
  stem = match_letters(text, name, length - 1);
  return match_ending(text, stem, endings_of_y, G_N_ELEMENTS(endings_of_y));
}

static bool
is_english(const char *lang)
{
  return lang == NULL ||
         (g_ascii_strncasecmp(lang, "en", 2) == 0 && !g_ascii_isalnum(lang[2]));
}

/* The names of an entry, each as a sentence may say it.  (transfer full) */
static GStrv
names_of(const GlossaryEntry *entry)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new();
  g_auto(GStrv) parts = g_strsplit_set(entry->term, "()", -1);

  g_strv_builder_add(names, entry->term);
  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip(*part) != '\0')
      g_strv_builder_add(names, *part);
  for (unsigned i = 0; entry->forms[i] != NULL; i++)
    if (entry->forms[i][0] != '\0')
      g_strv_builder_add(names, entry->forms[i]);
  return g_strv_builder_end(names);
}

bool
pass_glossary_match_find(const GlossaryEntry *entry, const char *text,
                         const char *lang, gsize *start, gsize *end)
{
  g_auto(GStrv) names = names_of(entry);
  bool english = is_english(lang);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    gsize longest = 0;

    *start = (gsize)(at - text);
    for (char **name = names; *name != NULL; name++)
      longest = MAX(longest, match_name(at, *name, english));
    *end = *start + longest;
    if (longest > 0 && begins_word(text, *start))
      return true;
  }
  return false;
}
