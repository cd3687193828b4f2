/* pass/syllables.c -- how many syllables an English word has. */
/* SPDX-License-Identifier: MIT */

#include "pass/syllables.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
  const char *word;
  unsigned count;
} Exception;

/* In the order of strcmp(). */
static const Exception exceptions[] = {
#include "pass/syllables.inc"
};

static unsigned
find_exception(const char *word)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS(exceptions);

  while (low < high) {
    gsize middle = (low + high) / 2;
    int order = strcmp(word, exceptions[middle].word);

    if (order == 0)
      return exceptions[middle].count;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return 0;
}

static bool
is_vowel(char c)
{
  return c != '\0' && strchr("aeiouy", c) != NULL;
}

static bool
ends(const char *word, gsize length, const char *with)
{
  gsize size = strlen(with);

  return length >= size && memcmp(word + length - size, with, size) == 0;
}

/* Each run of vowels is one, "y" before a vowel is none. */
static int
vowel_runs(const char *word, gsize length)
{
  int runs = 0;
  bool inside = false;

  for (gsize i = 0; i < length; i++) {
    bool glide = word[i] == 'y' && i + 1 < length && is_vowel(word[i + 1]) &&
                 word[i + 1] != 'i';
    bool vowel = is_vowel(word[i]) && !glide;

    /* "qu" is one sound. */
    if (word[i] == 'u' && i > 0 && word[i - 1] == 'q')
      vowel = false;
    runs += vowel && !inside;
    inside = vowel;
  }
  return runs;
}

/* Two vowels that are said apart. */
static int
split_vowels(const char *word, gsize length)
{
  static const char *const pairs[] = { "ia",    "io",   "iu",   "eo",   "uou",
                                       "ying",  "oing", "uing", "eing", "uity",
                                       "ual",   "uate", "iet",  "oer",  "ier",
                                       "ience", "ient", "uel",  "uen",  "ciate",
                                       "tiat",  "ciat" };
  static const char *const joined[] = {
    "tia",    "cia",   "tio",  "sio",  "gio",  "cio",  "xio",  "people",
    "tient",  "cient", "geon", "iage", "qual", "quel", "quen", "tience",
    "cience", "ciate", "lio",  "nio",  "vio",  "guel"
  };
  int count = 0;

  for (gsize i = 0; i < length; i++) {
    for (gsize k = 0; k < G_N_ELEMENTS(pairs); k++)
      count += g_str_has_prefix(word + i, pairs[k]);
    for (gsize k = 0; k < G_N_ELEMENTS(joined); k++)
      count -= g_str_has_prefix(word + i, joined[k]);
  }
  return count;
}

/* Vowels at the end that are written and not said. */
static int
silent_end(const char *word, gsize length)
{
  char before = length >= 3 ? word[length - 3] : '\0';

  if (ends(word, length, "ely") || ends(word, length, "eful") ||
      ends(word, length, "eless"))
    return length > 5;
  if (ends(word, length, "ement"))
    return length > 6 && strchr("tvsgckr", word[length - 6]) != NULL;
  if (ends(word, length, "gue") || ends(word, length, "gues"))
    return 1;
  if (ends(word, length, "ed"))
    return length > 3 && before != 't' && before != 'd' && !is_vowel(before);
  if (ends(word, length, "es"))
    return length > 3 && !is_vowel(before) && strchr("sxzcg", before) == NULL &&
           !ends(word, length, "ches") && !ends(word, length, "shes") &&
           !(before == 'l' && length > 4 && !is_vowel(word[length - 4]));
  if (!ends(word, length, "e") || length < 3)
    return 0;
  /* "little" and "litre" say their last one, "while" does not. */
  if ((word[length - 2] == 'l' && !is_vowel(before)) ||
      (word[length - 2] == 'r' && strchr("tb", before) != NULL))
    return 0;
  return !is_vowel(word[length - 2]);
}

/* "rhythm", "prism", "didn't": said with a vowel that is not written. */
static int
unwritten(const char *word, gsize length)
{
  if (ends(word, length, "n't"))
    return length > 3 && strchr("ds", word[length - 4]) != NULL;
  return ends(word, length, "sm") || ends(word, length, "thm");
}

static unsigned
count_part(const char *part, gsize length)
{
  g_autofree char *word = g_ascii_strdown(part, (gssize)length);
  unsigned known;
  int count;

  if (ends(word, length, "'s")) {
    length -= 2;
    word[length] = '\0';
  }
  known = find_exception(word);
  if (known == 0 && length > 3 && ends(word, length, "s") &&
      !ends(word, length, "ss")) {
    word[length - 1] = '\0'; /* the plural of one of the list */
    known = find_exception(word);
    word[length - 1] = 's';
  }
  if (known > 0)
    return known;
  count = vowel_runs(word, length) + split_vowels(word, length) -
          silent_end(word, length) + unwritten(word, length);
  return count > 0 ? (unsigned)count : 1;
}

unsigned
pass_syllables_count(const char *word, gsize length)
{
  unsigned count = 0;

  for (gsize start = 0; start < length;) {
    const char *hyphen = memchr(word + start, '-', length - start);
    gsize end = hyphen != NULL ? (gsize)(hyphen - word) : length;

    if (end > start)
      count += count_part(word + start, end - start);
    start = end + 1;
  }
  return MAX(count, 1);
}
