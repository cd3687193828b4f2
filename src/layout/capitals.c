/* layout/capitals.c -- text in capitals, and the author's letters behind it. */
/* SPDX-License-Identifier: MIT */

#include "layout/capitals.h"

#include <string.h>

/* Letter by letter, so that capitals_source() may count. */
void
capitals_append(GString *capitals, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *next; text < end; text = next) {
    next = g_utf8_next_char(text);
    g_autofree char *letter = g_utf8_strup(text, next - text);
    g_string_append(capitals, letter);
  }
}

gsize
capitals_source(const char *text, gsize bytes)
{
  const char *at = text;

  for (gsize done = 0; done < bytes && *at != '\0';) {
    const char *next = g_utf8_next_char(at);
    g_autofree char *letter = g_utf8_strup(at, next - at);
    done += strlen(letter);
    at = next;
  }
  return (gsize)(at - text);
}
