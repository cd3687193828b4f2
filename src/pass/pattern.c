/* pass/pattern.c -- patterns that find whole words in prose. */
/* SPDX-License-Identifier: MIT */

#include "pass/pattern.h"

#include <regex.h>
#include <string.h>

#define WORD_START "(^|[^[:alnum:]_])("
#define WORD_END   ")($|[^[:alnum:]_])"

enum {
  WINDOW = 4096,
  GROUP = 2, /* of the phrase */
  GROUPS
};

struct PassPattern {
  regex_t folded;
  regex_t exact;
  bool has_folded;
  bool has_exact;
};

/* --- compiling --- */

/* The length of the first alternative: up to a "|" outside of ( ) and [ ]. */
static gsize
alternative_length(const char *at)
{
  const char *start = at;
  unsigned depth = 0;

  for (; *at != '\0'; at++) {
    const char *close;

    if (*at == '\\' && at[1] != '\0')
      at++;
    else if (*at == '(')
      depth++;
    else if (*at == ')' && depth > 0)
      depth--;
    else if (*at == '[' && at[1] != '\0' &&
             (close = strchr(at + 2, ']')) != NULL)
      at = close;
    else if (*at == '|' && depth == 0)
      break;
  }
  return (gsize)(at - start);
}

static bool
is_capitals(const char *text, gsize length)
{
  unsigned capitals = 0;

  for (gsize i = 0; i < length; i++) {
    if (g_ascii_islower(text[i]))
      return false;
    capitals += g_ascii_isupper(text[i]);
  }
  return capitals >= 2;
}

static bool
compile(regex_t *compiled, const GString *alternatives, int flags)
{
  g_autofree char *whole =
      g_strconcat(WORD_START, alternatives->str, WORD_END, NULL);

  return regcomp(compiled, whole, REG_EXTENDED | flags) == 0;
}

static void
add_alternative(GString *to, const char *at, gsize length)
{
  if (to->len > 0)
    g_string_append_c(to, '|');
  g_string_append_len(to, at, (gssize)length);
}

PassPattern *
pass_pattern_new(const char *expression)
{
  g_autoptr(GString) folded = g_string_new(NULL);
  g_autoptr(GString) exact = g_string_new(NULL);
  g_autoptr(PassPattern) pattern = g_new0(PassPattern, 1);

  for (const char *at = expression; *at != '\0';) {
    gsize length = alternative_length(at);

    add_alternative(is_capitals(at, length) ? exact : folded, at, length);
    at += length;
    at += *at == '|';
  }
  if (folded->len > 0)
    pattern->has_folded = compile(&pattern->folded, folded, REG_ICASE);
  if (exact->len > 0)
    pattern->has_exact = compile(&pattern->exact, exact, 0);
  return pattern->has_folded == (folded->len > 0) &&
                 pattern->has_exact == (exact->len > 0)
             ? g_steal_pointer(&pattern)
             : NULL;
}

void
pass_pattern_free(PassPattern *pattern)
{
  if (pattern == NULL)
    return;
  if (pattern->has_folded)
    regfree(&pattern->folded);
  if (pattern->has_exact)
    regfree(&pattern->exact);
  g_free(pattern);
}

/* --- finding --- */

/* The C locale knows no letters beyond ASCII. */
static bool
is_letter_around(const char *text, PassSpan span)
{
  const char *before =
      span.start > 0 ? g_utf8_find_prev_char(text, text + span.start) : NULL;

  return (before != NULL && g_unichar_isalnum(g_utf8_get_char(before))) ||
         g_unichar_isalnum(g_utf8_get_char(text + span.end));
}

static bool
find_in_window(const regex_t *regex, const char *text, PassSpan window,
               PassSpan *found)
{
  regmatch_t groups[GROUPS + 1];

  while (window.start < window.end) {
    /* What stands before a word is part of the match. */
    groups[0].rm_so = (regoff_t)(window.start - (window.start > 0));
    groups[0].rm_eo = (regoff_t)window.end;
    if (regexec(regex, text, GROUPS + 1, groups, REG_STARTEND) != 0)
      return false;
    found->start = (gsize)groups[GROUP].rm_so;
    found->end = (gsize)groups[GROUP].rm_eo;
    if (found->end > found->start && !is_letter_around(text, *found))
      return true;
    window.start = found->start + 1;
  }
  return false;
}

/* Where a window that begins at `start` ends: not within a word. */
static gsize
window_end(const char *text, gsize start, gsize end)
{
  gsize at = start + WINDOW;

  if (end - start <= WINDOW)
    return end;
  while (at > start + WINDOW - PASS_PHRASE_MAX && text[at] != ' ')
    at--;
  return at;
}

static bool
find(const regex_t *regex, const char *text, PassSpan within, PassSpan *found)
{
  while (within.start < within.end) {
    gsize end = window_end(text, within.start, within.end);

    if (find_in_window(regex, text, (PassSpan){ within.start, end }, found))
      return true;
    if (end == within.end)
      return false;
    within.start = end - PASS_PHRASE_MAX;
  }
  return false;
}

bool
pass_pattern_find(const PassPattern *pattern, const char *text, PassSpan within,
                  PassSpan *found)
{
  PassSpan exact;
  bool has_folded =
      pattern->has_folded && find(&pattern->folded, text, within, found);
  bool has_exact =
      pattern->has_exact && find(&pattern->exact, text, within, &exact);

  if (has_exact && (!has_folded || exact.start < found->start))
    *found = exact;
  return has_folded || has_exact;
}
