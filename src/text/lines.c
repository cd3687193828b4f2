/* text/lines.c -- words into lines. */
/* SPDX-License-Identifier: MIT */

#include "text/lines.h"

#include "text/text.h"

#include <string.h>

TextLines *
text_lines_new(void)
{
  TextLines *lines = g_new0(TextLines, 1);

  lines->out = g_string_new(NULL);
  lines->words = g_string_new(NULL);
  lines->prefix = g_string_new(NULL);
  lines->tight = true;
  return lines;
}

void
text_lines_free(TextLines *lines)
{
  if (lines == NULL)
    return;
  if (lines->out != NULL)
    g_string_free(lines->out, TRUE);
  g_string_free(lines->words, TRUE);
  g_string_free(lines->prefix, TRUE);
  g_free(lines->mark);
  g_free(lines);
}

unsigned
text_lines_columns(const char *text, gsize length)
{
  unsigned columns = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    columns += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
  }
  return columns;
}

void
text_lines_gap(TextLines *lines)
{
  if (lines->out->len > 0 && !lines->tight)
    g_string_append_c(lines->out, '\n');
  lines->tight = false;
}

/* --- one line --- */

/* A mark ends where the prefix ends. */
static void
begin_line(TextLines *lines)
{
  gsize marked = lines->mark != NULL ? g_utf8_strlen(lines->mark, -1) : 0;
  gsize length = lines->prefix->len - MIN(marked, lines->prefix->len);

  g_string_append_len(lines->out, lines->prefix->str, (gssize)length);
  if (lines->mark != NULL)
    g_string_append(lines->out, lines->mark);
  g_clear_pointer(&lines->mark, g_free);
}

static void
end_line(TextLines *lines)
{
  GString *out = lines->out;

  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  g_string_append_c(out, '\n');
}

/* Spaces that hold words together have done that by now; a soft hyphen says
 * nothing here. */
static void
append_word(GString *out, const char *word, gsize length)
{
  for (const char *at = word; at < word + length; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);

    if (c == 0xA0 || c == 0x202F)
      g_string_append_c(out, ' ');
    else if (c != 0xAD)
      g_string_append_unichar(out, c);
  }
}

void
text_lines_verbatim(TextLines *lines, const char *line, gsize length)
{
  begin_line(lines);
  append_word(lines->out, line, length);
  end_line(lines);
}

/* --- paragraphs --- */

/* The words of one line of the source, which U+2028 ends. */
static void
set_words(TextLines *lines, const char *words)
{
  unsigned column = 0;
  unsigned width =
      TEXT_COLUMNS - text_lines_columns(lines->prefix->str, lines->prefix->len);

  for (const char *word = words; *word != '\0';) {
    gsize length = strcspn(word, " ");
    unsigned columns = text_lines_columns(word, length);

    if (length > 0 && column > 0 && column + 1 + columns > width) {
      end_line(lines);
      column = 0;
    }
    if (length > 0) {
      if (column == 0)
        begin_line(lines);
      else
        g_string_append_c(lines->out, ' ');
      append_word(lines->out, word, length);
      column += columns + (column > 0);
    }
    word += length + strspn(word + length, " ");
  }
  if (column > 0)
    end_line(lines);
}

void
text_lines_flush(TextLines *lines)
{
  g_auto(GStrv) parts = g_strsplit(lines->words->str, "\u2028", -1);

  if (lines->words->str[strspn(lines->words->str, " ")] == '\0') {
    g_string_truncate(lines->words, 0);
    return;
  }
  text_lines_gap(lines);
  for (char **part = parts; *part != NULL; part++)
    set_words(lines, *part);
  g_string_truncate(lines->words, 0);
}

/* Of the longest line from byte `from` on. */
static unsigned
longest_columns(const GString *out, gsize from)
{
  unsigned longest = 0;

  for (const char *line = out->str + from; *line != '\0';) {
    gsize length = strcspn(line, "\n");

    longest = MAX(longest, text_lines_columns(line, length));
    line += length + (line[length] == '\n');
  }
  return longest;
}

void
text_lines_flush_title(TextLines *lines, char rule)
{
  gsize before = lines->out->len;

  text_lines_flush(lines);
  if (lines->out->len == before)
    return;
  g_autofree char *line = g_strnfill(longest_columns(lines->out, before), rule);
  g_string_append(lines->out, line);
  g_string_append_c(lines->out, '\n');
}
