/* content/heading.c -- the first heading of a text, for want of a title. */
/* SPDX-License-Identifier: MIT */

#include "content/heading.h"

#include <stdbool.h>
#include <string.h>

enum {
  TITLE_BYTES_MAX = 1000 /* a longer line is no title */
};

/* NULL when nothing is left.  (transfer full) */
static char *
collapsed(GString *text)
{
  g_auto(GStrv) words = g_strsplit_set(text->str, " \t\r\n", -1);
  g_autoptr(GString) out = g_string_new(NULL);

  for (unsigned i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return out->len > 0 ? g_strdup(out->str) : NULL;
}

/* Cuts "{#id}" and closing "##" from the end of a heading. */
static void
cut_tail(GString *line)
{
  const char *brace = strrchr(line->str, '{');

  if (brace != NULL && g_str_has_suffix(line->str, "}"))
    g_string_truncate(line, (gsize)(brace - line->str));
  while (line->len > 0 && g_ascii_isspace(line->str[line->len - 1]))
    g_string_truncate(line, line->len - 1);

  gsize end = line->len;

  while (end > 0 && line->str[end - 1] == '#')
    end--;
  if (end == 0 || g_ascii_isspace(line->str[end - 1]))
    g_string_truncate(line, end);
}

/* Takes the marks of emphasis, code and links away: "[a](b)" is "a".
 * (transfer full) */
static char *
unmarked(const char *start, gsize length)
{
  g_autoptr(GString) line = g_string_new_len(start, (gssize)length);
  g_autoptr(GString) out = g_string_new(NULL);

  g_strstrip(line->str);
  line->len = strlen(line->str);
  cut_tail(line);
  for (const char *p = line->str; *p != '\0'; p++) {
    const char *end = *p == ']' && p[1] == '(' ? strchr(p, ')') : NULL;

    if (end != NULL)
      p = end;
    else if (*p == '\\' && g_ascii_ispunct(p[1]))
      g_string_append_c(out, *++p);
    else if (strchr("*`[]", *p) == NULL)
      g_string_append_c(out, *p);
  }
  return collapsed(out);
}

static gsize
indent_of(const char *line, gsize length)
{
  gsize indent = 0;

  while (indent < length && line[indent] == ' ')
    indent++;
  return indent;
}

/* CommonMark 4.2: up to 3 spaces, 1 to 6 number signs, a space. */
static char *
atx_heading(const char *line, gsize length)
{
  gsize i = indent_of(line, length);
  gsize start = i;

  while (i < length && line[i] == '#')
    i++;
  if (start > 3 || i == start || i - start > 6 || i == length ||
      !g_ascii_isspace(line[i]))
    return NULL;
  return unmarked(line + i, length - i);
}

/* CommonMark 4.3: a line of nothing but = or -. */
static bool
is_underline(const char *line, gsize length)
{
  gsize i = indent_of(line, length);
  char sign = i < length ? line[i] : '\0';

  if (i > 3 || (sign != '=' && sign != '-'))
    return false;
  while (i < length && line[i] == sign)
    i++;
  while (i < length && g_ascii_isspace(line[i]))
    i++;
  return i == length;
}

/* A line that a heading's underline can make a title of: plain text. */
static bool
is_plain(const char *line, gsize length)
{
  gsize i = indent_of(line, length);

  return i <= 3 && i < length && !g_ascii_isspace(line[i]) &&
         strchr("#>-*+=|`~<", line[i]) == NULL;
}

static bool
is_code_fence(const char *line, gsize length)
{
  gsize i = indent_of(line, length);

  return i <= 3 && length - i >= 3 &&
         (memcmp(line + i, "```", 3) == 0 || memcmp(line + i, "~~~", 3) == 0);
}

char *
content_heading_find_markdown(const char *text, gsize length)
{
  const char *end = text + length;
  const char *previous = NULL; /* a plain line that nothing plain precedes */
  gsize previous_length = 0;
  bool in_code = false;
  bool in_paragraph = false;

  for (const char *line = text, *next; line < end; line = next) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    gsize size = (gsize)((newline != NULL ? newline : end) - line);

    next = newline != NULL ? newline + 1 : end;
    if (is_code_fence(line, size))
      in_code = !in_code;
    if (in_code || size > TITLE_BYTES_MAX) {
      previous = NULL;
      continue;
    }

    char *heading = atx_heading(line, size);

    if (heading != NULL)
      return heading;
    if (previous != NULL && is_underline(line, size))
      return unmarked(previous, previous_length);
    previous = !in_paragraph && is_plain(line, size) ? line : NULL;
    previous_length = size;
    in_paragraph = is_plain(line, size);
  }
  return NULL;
}

/* The five names of XML and a space that does not break. */
static const char *
entity(const char *p, gsize *length)
{
  static const struct {
    const char *name;
    const char *text;
  } entities[] = { { "&amp;", "&" },   { "&lt;", "<" },   { "&gt;", ">" },
                   { "&quot;", "\"" }, { "&apos;", "'" }, { "&#39;", "'" },
                   { "&nbsp;", " " } };

  for (size_t i = 0; i < G_N_ELEMENTS(entities); i++)
    if (g_str_has_prefix(p, entities[i].name)) {
      *length = strlen(entities[i].name);
      return entities[i].text;
    }
  return NULL;
}

/* (transfer full) */
static char *
untagged(const char *start, gsize length)
{
  g_autofree char *html = g_strndup(start, length);
  g_autoptr(GString) out = g_string_new(NULL);

  for (const char *p = html; *p != '\0';) {
    gsize size = 1;
    const char *close = *p == '<' ? strchr(p, '>') : NULL;
    const char *text = entity(p, &size);

    if (close != NULL)
      size = (gsize)(close - p) + 1;
    else if (text != NULL)
      g_string_append(out, text);
    else
      g_string_append_c(out, *p);
    p += size;
  }
  return collapsed(out);
}

/* Where `word` begins in the text, letters of any case; or NULL. */
static const char *
find_word(const char *text, const char *end, const char *word)
{
  gsize size = strlen(word);

  for (const char *p = text; (gsize)(end - p) >= size; p++) {
    p = memchr(p, '<', (gsize)(end - p));
    if (p == NULL || (gsize)(end - p) < size)
      return NULL;
    if (g_ascii_strncasecmp(p, word, size) == 0)
      return p;
  }
  return NULL;
}

static char *
element_text(const char *text, const char *end, const char *name)
{
  g_autofree char *opening = g_strdup_printf("<%s", name);
  g_autofree char *closing = g_strdup_printf("</%s", name);
  const char *start = find_word(text, end, opening);

  if (start != NULL)
    start = memchr(start, '>', (gsize)(end - start));
  if (start == NULL)
    return NULL;

  const char *stop = find_word(start + 1, end, closing);

  if (stop == NULL || stop - start > TITLE_BYTES_MAX)
    return NULL;
  return untagged(start + 1, (gsize)(stop - start - 1));
}

char *
content_heading_find_html(const char *text, gsize length)
{
  char *heading = element_text(text, text + length, "h1");

  return heading != NULL ? heading : element_text(text, text + length, "title");
}
