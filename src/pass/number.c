/* pass/number.c -- what in a text looks like a telephone number. */
/* SPDX-License-Identifier: MIT */

#include "pass/number.h"

#include <string.h>

enum {
  DIGITS_MIN = 7,  /* digits that are a number in any case */
  DIGITS_MAX = 15, /* ITU-T E.164 */
  CODE_MIN = 5,    /* digits of a short code for texts */
  SHORT_DIGITS = 3,
  WORDS_BACK = 3
};

/* Emergency and crisis numbers somewhere (ITU-T E.161.1 and national plans). */
static const char *const known[] = { "000", "110", "111", "112", "113", "115",
                                     "117", "118", "119", "120", "122", "190",
                                     "911", "933", "988", "995", "997", "999" };

static const char *const verbs[] = { "call", "calls",  "calling", "dial",
                                     "ring", "phone",  "text",    "texts",
                                     "sms",  "number", "tel",     "fax" };

static void
digits_of(const char *text, gsize length, char *digits, gsize room)
{
  gsize count = 0;

  for (gsize i = 0; i < length && count + 1 < room; i++)
    if (g_ascii_isdigit(text[i]) || (text[i] == '+' && count == 0))
      digits[count++] = text[i];
  digits[count] = '\0';
}

/* The length of what may part two groups of digits, or 0. */
static gsize
separator(const char *at)
{
  static const char *const marks[] = { " ", "-",      ".",      "(",     ")",
                                       "/", "\u00a0", "\u2011", "\u202f" };
  gsize length = 0;
  bool found = true;

  while (found && length < 4) { /* ") " and ".-" are two of them */
    found = false;
    for (size_t i = 0; i < G_N_ELEMENTS(marks) && !found; i++)
      if (g_str_has_prefix(at + length, marks[i])) {
        length += strlen(marks[i]);
        found = true;
      }
  }
  return g_ascii_isdigit(at[length]) ? length : 0;
}

/* The end of the run of digits and separators at `at`; counts the groups. */
static gsize
run_length(const char *at, unsigned *groups)
{
  gsize length = *at == '+' || *at == '(' ? 1 : 0;

  *groups = 1;
  for (;;) {
    gsize gap;

    while (g_ascii_isdigit(at[length]))
      length++;
    gap = separator(at + length);
    if (gap == 0)
      return length;
    length += gap;
    (*groups)++;
  }
}

static bool
is_year(const char *digits)
{
  return (g_str_has_prefix(digits, "19") || g_str_has_prefix(digits, "20")) &&
         g_ascii_isdigit(digits[2]) && g_ascii_isdigit(digits[3]);
}

/* "2026-11-22", "2024-2027", "22.11.2026". */
static bool
is_date(const char *at, gsize length, const char *digits)
{
  if (strlen(digits) != 8)
    return false;
  if (is_year(at) && !g_ascii_isdigit(at[4]))
    return length <= 10;
  return length == 10 && is_year(at + 6);
}

static bool
is_word_before(const char *text, gsize start)
{
  g_autofree char *before = g_ascii_strdown(text, (gssize)start);
  g_auto(GStrv) words = g_strsplit_set(before, " \n\t.,:;()", -1);
  unsigned seen = 0;

  for (guint i = g_strv_length(words); i-- > 0 && seen < WORDS_BACK;) {
    if (words[i][0] == '\0')
      continue;
    seen++;
    for (size_t k = 0; k < G_N_ELEMENTS(verbs); k++)
      if (strcmp(words[i], verbs[k]) == 0)
        return true;
  }
  return false;
}

static bool
is_known(const char *digits)
{
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (strcmp(known[i], digits) == 0)
      return true;
  return false;
}

/* Letters, or "1,000" and "1.5", make it something else. */
static bool
stands_alone(const char *text, gsize start, gsize length)
{
  const char *end = text + start + length;
  const char *before = g_utf8_find_prev_char(text, text + start);
  bool open = before == NULL || (!g_unichar_isalnum(g_utf8_get_char(before)) &&
                                 strchr(",;/", *before) == NULL);

  if ((*end == ',' || *end == '.' || *end == ':') && g_ascii_isdigit(end[1]))
    return false;
  return open && !g_unichar_isalnum(g_utf8_get_char(end)) && *end != '%';
}

static bool
is_number(const Registry *registry, const char *text, const PassNumber *number,
          unsigned groups)
{
  const char *digits = number->digits + (number->digits[0] == '+');
  gsize count = strlen(digits);

  if (!stands_alone(text, number->start, number->length))
    return false;
  if (pass_number_helpline(registry, number->digits) != NULL)
    return true;
  if (count == SHORT_DIGITS && groups == 1)
    return is_known(digits);
  if (count >= CODE_MIN && count < DIGITS_MIN)
    return groups <= 2 && is_word_before(text, number->start);
  return count >= DIGITS_MIN && count <= DIGITS_MAX &&
         !is_date(text + number->start, number->length, digits);
}

const Helpline *
pass_number_helpline(const Registry *registry, const char *digits)
{
  for (unsigned i = 0; i < registry->helplines->len; i++) {
    const Helpline *helpline = registry_helpline(registry, i);
    char own[24] = "";

    if (helpline->number == NULL || helpline->conflict)
      continue;
    digits_of(helpline->number, strlen(helpline->number), own, sizeof own);
    if (own[0] != '\0' && strcmp(own, digits) == 0)
      return helpline;
  }
  return NULL;
}

bool
pass_number_next(const Registry *registry, const char *text, gsize from,
                 PassNumber *number)
{
  for (gsize at = from; text[at] != '\0';) {
    unsigned groups = 0;

    if (!g_ascii_isdigit(text[at]) && !((text[at] == '+' || text[at] == '(') &&
                                        g_ascii_isdigit(text[at + 1]))) {
      at++;
      continue;
    }
    number->start = at;
    number->length = run_length(text + at, &groups);
    digits_of(text + at, number->length, number->digits, sizeof number->digits);
    if (is_number(registry, text, number, groups))
      return true;
    at += number->length;
  }
  return false;
}
