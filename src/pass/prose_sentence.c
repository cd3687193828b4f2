/* pass/prose_sentence.c -- where sentences and words begin and end. */
/* SPDX-License-Identifier: MIT */

#include "pass/prose.h"

#include <string.h>

/* English: a full stop behind one of these ends no sentence. */
static const char *const abbreviations[] = {
  "mr",     "mrs", "ms",  "dr",  "prof", "st",   "vs",    "e.g", "i.e",
  "cf",     "no",  "nos", "fig", "dept", "inc",  "jr",    "sr",  "al",
  "approx", "vol", "pp",  "ed",  "eds",  "govt", "acetam"
};

/* These end one if a capital follows. */
static const char *const ambiguous[] = { "etc", "a.m", "p.m" };

static bool
is_listed(const char *const *words, size_t count, const char *word)
{
  for (size_t i = 0; i < count; i++)
    if (g_ascii_strcasecmp(words[i], word) == 0)
      return true;
  return false;
}

static bool
is_closer(char c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']';
}

/* The word before the full stop at `stop`, its own full stops with it. */
static char *
word_before(const char *text, gsize start, gsize stop)
{
  gsize at = stop;

  while (at > start && (g_ascii_isalnum(text[at - 1]) || text[at - 1] == '.' ||
                        (text[at - 1] & 0x80) != 0))
    at--;
  return g_strndup(text + at, stop - at);
}

/* "U.S": letters alone. */
static bool
is_initials(const char *word)
{
  for (gsize i = 0; word[i] != '\0'; i++)
    if (i % 2 == 0 ? !g_ascii_isupper(word[i]) : word[i] != '.')
      return false;
  return strlen(word) >= 3 && strlen(word) % 2 == 1;
}

static bool
is_digits(const char *word)
{
  return word[0] != '\0' && strspn(word, "0123456789") == strlen(word);
}

/* True if the stop at `stop` belongs to a short form; `next` is the character
 * behind it and its space. */
static bool
is_abbreviation(const char *text, gsize start, gsize stop, gunichar next)
{
  g_autofree char *word = word_before(text, start, stop);

  if (text[stop] != '.')
    return false;
  if (is_listed(ambiguous, G_N_ELEMENTS(ambiguous), word))
    return !g_unichar_isupper(next);
  /* "1. First": the number of what follows. */
  if (is_digits(word) && strlen(word) + start == stop)
    return true;
  return is_listed(abbreviations, G_N_ELEMENTS(abbreviations), word) ||
         is_initials(word);
}

/* The end of a sentence whose mark stands at `at`, or 0. */
static gsize
end_at(const char *text, gsize start, gsize at)
{
  gsize end = at + 1;
  gsize next;
  gunichar c;

  while (text[end] == '.' || text[end] == '!' || text[end] == '?' ||
         is_closer(text[end]))
    end++;
  if (text[end] == '\0')
    return end;
  if (text[end] != ' ')
    return 0;
  next = end + strspn(text + end, " \"'([");
  c = g_utf8_get_char(text + next);
  if (g_unichar_islower(c) || is_abbreviation(text, start, at, c))
    return 0;
  return end;
}

bool
pass_prose_sentence(const PassProse *prose, gsize from, PassSpan *sentence)
{
  const char *text = pass_prose_text(prose);
  gsize at = from + strspn(text + from, " ");

  if (text[at] == '\0')
    return false;
  sentence->start = at;
  for (; text[at] != '\0'; at++) {
    gsize end =
        strchr(".!?", text[at]) != NULL ? end_at(text, sentence->start, at) : 0;

    if (end > 0) {
      sentence->end = end;
      return true;
    }
  }
  sentence->end = at;
  return true;
}

/* --- words --- */

static bool
is_word_char(const char *at)
{
  return (*at & 0x80) == 0 ? g_ascii_isalnum(*at)
                           : g_unichar_isalnum(g_utf8_get_char(at));
}

/* True if the mark at `at` stands inside a word. */
static bool
joins(const char *text, gsize start, gsize at)
{
  bool digits = g_ascii_isdigit(text[at - 1]) && g_ascii_isdigit(text[at + 1]);

  if (strchr(",.'-", text[at]) == NULL || !is_word_char(text + at + 1))
    return false;
  if (text[at] == ',')
    return digits;
  if (text[at] == '.')
    return digits || at - start == 1 || text[at - 2] == '.';
  return text[at] == '\'' || text[at] == '-';
}

bool
pass_prose_word(const char *text, gsize from, gsize end, PassSpan *word)
{
  gsize at = from;

  while (at < end && !is_word_char(text + at))
    at = (gsize)(g_utf8_next_char(text + at) - text);
  if (at >= end)
    return false;
  word->start = at;
  while (at < end && (is_word_char(text + at) || joins(text, word->start, at)))
    at = (gsize)(g_utf8_next_char(text + at) - text);
  word->end = at;
  return true;
}
