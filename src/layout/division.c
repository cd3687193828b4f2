/* layout/division.c -- where a word may be divided with a hyphen. */
/* SPDX-License-Identifier: MIT */

#include "layout/division.h"

static guint32
count_letters(const char *text, gsize length)
{
  guint32 letters = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char(at))
    letters += g_unichar_isalnum(g_utf8_get_char(at));
  return letters;
}

/* Letters only, but for apostrophes and what stands around the word. */
static bool
is_plain_word(const char *text, gsize length, guint32 *first, guint32 *last)
{
  const char *end = text + length;
  bool begun = false, ended = false;

  *first = *last = 0;
  for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
    gunichar character = g_utf8_get_char(at);
    bool letter = g_unichar_isalpha(character) || g_unichar_ismark(character);

    if (letter && ended)
      return false;
    if (letter && !begun)
      *first = (guint32)(at - text);
    if (letter)
      *last = (guint32)(g_utf8_next_char(at) - text);
    else if (begun && character != 0x2019 && character != '\'')
      ended = true;
    else if (begun)
      continue;
    begun |= letter;
    if (g_unichar_isdigit(character) || character == '_')
      return false;
  }
  return begun;
}

/* A capital behind a small letter makes a word code: fooBar. */
static bool
has_inner_capital(const char *text, gsize length)
{
  bool small = false;

  for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
    gunichar character = g_utf8_get_char(at);
    if (small && g_unichar_isupper(character))
      return true;
    small = g_unichar_islower(character);
  }
  return false;
}

const WordDivision *
division_look(ShapedWord *word, const char *text, gsize length)
{
  WordDivision *division = &word->division;

  if (division->known)
    return division;
  division->known = true;
  division->letters = count_letters(text, length);
  division->plain =
      is_plain_word(text, length, &division->first, &division->last) &&
      !has_inner_capital(text, length);
  return division;
}

DivisionPoint
division_point(Shaper *shaper, const ShapedWord *word, const ShapeRun *run,
               const char *text, gsize length, gsize bytes)
{
  DivisionPoint point = { .bytes = (guint32)bytes };

  if (shaped_word_divides(word, bytes)) {
    const char *last = g_utf8_prev_char(text + bytes);
    gsize before = (gsize)(last - text);
    point.after = shaped_word_prefix(word, bytes);
    point.before = point.after;
    /* At a line's end the last letter is not kerned with the next one. */
    if (shaped_word_divides(word, before))
      point.before = shaped_word_prefix(word, before) +
                     shaper_word(shaper, run, last, bytes - before)->width;
  } else {
    point.before = shaper_word(shaper, run, text, bytes)->width;
    point.after = word->width -
                  shaper_word(shaper, run, text + bytes, length - bytes)->width;
  }
  point.letters = count_letters(text, bytes);
  point.glyphs = shaped_word_glyphs(word, bytes);
  return point;
}

const WordDivision *
division_find(const Divider *divider, ShapedWord *word, const ShapeRun *run,
              const char *text, gsize length)
{
  WordDivision *division = &word->division;

  if (division->divided)
    return division;
  division->divided = true;
  g_array_set_size(divider->offsets, 0);
  hyphenation_find(divider->hyphenation,
                   pango_language_to_string(run->analysis->language),
                   text + division->first, division->last - division->first,
                   divider->offsets);
  division->count = divider->offsets->len;
  division->points = g_new(DivisionPoint, division->count);
  for (unsigned i = 0; i < division->count; i++)
    division->points[i] = division_point(
        divider->shaper, word, run, text, length,
        division->first + g_array_index(divider->offsets, gsize, i));
  return division;
}
