/* layout/opportunity.c -- where the text itself lets a line end. */
/* SPDX-License-Identifier: MIT */

#include "layout/opportunity.h"

#include <stdbool.h>
#include <string.h>

typedef enum {
  MARK_LETTER, /* AL, NU */
  MARK_QUOTE,  /* QU */
  MARK_INFIX,  /* IS */
  MARK_OPEN,   /* OP */
  MARK_CLOSE,  /* CP, EX */
  MARK_OTHER
} Mark;

static Mark
mark_of(gunichar character)
{
  if (character < 0x80) {
    if (g_ascii_isalnum((char)character))
      return MARK_LETTER;
    if (character == '\'' || character == '"')
      return MARK_QUOTE;
    if (character == '(')
      return MARK_OPEN;
    if (character == ')' || character == '!' || character == '?')
      return MARK_CLOSE;
    return character != 0 && strchr(".,:;", (int)character) ? MARK_INFIX
                                                            : MARK_OTHER;
  }
  if (character >= 0xC0 && character <= 0xFF)
    return character == 0xD7 || character == 0xF7 ? MARK_OTHER : MARK_LETTER;
  return character == 0x2018 || character == 0x2019 || character == 0x201C ||
                 character == 0x201D
             ? MARK_QUOTE
             : MARK_OTHER;
}

/* Letters and digits keep together, whatever infix points and quotes stand
 * between them; here brackets open only at the start, and what closes stands at
 * the end: rules LB13, LB14, LB19, LB23, LB25, LB28, LB29, LB30. */
static bool
is_whole(const char *word, const char *end)
{
  bool begun = false, closed = false;
  Mark before = MARK_OTHER;

  for (; word < end; word = g_utf8_next_char(word)) {
    Mark mark = mark_of(g_utf8_get_char(word));

    if (mark == MARK_OTHER || (mark == MARK_OPEN && begun) ||
        (mark == MARK_INFIX && !begun) || (mark == MARK_LETTER && closed) ||
        (before == MARK_INFIX && g_ascii_isdigit(*word)))
      return false;
    before = mark;
    begun = begun || (mark != MARK_OPEN && mark != MARK_QUOTE);
    closed = closed || mark == MARK_CLOSE;
  }
  return true;
}

static void
mark_word(const char *text, gsize start, gsize end, PangoLanguage *language,
          guint8 *marks)
{
  const char *at = text + start;
  int length = (int)(end - start), i = 0;
  int characters = (int)g_utf8_strlen(at, length);
  g_autofree PangoLogAttr *attributes = g_new0(PangoLogAttr, characters + 1);

  pango_get_log_attrs(at, length, -1, language, attributes, characters + 1);
  for (; at < text + end; at = g_utf8_next_char(at), i++)
    marks[at - text] = i > 0 && attributes[i].is_line_break;
}

guint8 *
opportunity_find(const char *text, gsize length, PangoLanguage *language)
{
  guint8 *marks = g_malloc0(length + 1);
  gsize start = 0;

  while (start < length) {
    const char *space = memchr(text + start, ' ', length - start);
    gsize end = space != NULL ? (gsize)(space - text) : length;

    if (!is_whole(text + start, text + end))
      mark_word(text, start, end, language, marks);
    start = end + 1;
  }
  return marks;
}
