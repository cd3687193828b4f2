/* media/svg_value.c -- what an attribute of an SVG may hold. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_value.h"

#include <string.h>

#define LONGEST_PATH  ((gsize)1 << 20) /* bytes */
#define LONGEST_VALUE ((gsize)64 << 10)
#define LONGEST_ID    256
#define LARGEST       8388608.0 /* 2^23 */
#define LARGEST_BLUR  100.0     /* user units */

static void
skip_gaps(const char **at)
{
  *at += strspn(*at, " \t\r\n,");
}

static bool
starts_number(const char *at)
{
  if (*at == '+' || *at == '-')
    at++;
  if (*at == '.')
    at++;
  return g_ascii_isdigit(*at);
}

bool
media_svg_value_number(const char **at, double *number)
{
  char *end = NULL;

  if (!starts_number(*at))
    return false;
  *number = g_ascii_strtod(*at, &end);
  /* g_ascii_strtod() would also take hexadecimal. */
  if (memchr(*at, 'x', (gsize)(end - *at)) != NULL ||
      memchr(*at, 'X', (gsize)(end - *at)) != NULL)
    return false;
  *at = end;
  return *number >= -LARGEST && *number <= LARGEST;
}

static bool
skip_word(const char **at)
{
  if (!g_ascii_isalpha(**at) && **at != '-')
    return false;
  while (g_ascii_isalnum(**at) || **at == '-' || **at == '_')
    (*at)++;
  return true;
}

/* "12", "1.5em", "50%". */
static bool
skip_length(const char **at)
{
  double number;

  if (!media_svg_value_number(at, &number))
    return false;
  *at += **at == '%' ? 1 : strspn(*at, "abcdeghimnoprtuvwx");
  return true;
}

static bool
is_plain(const char *at)
{
  for (skip_gaps(&at); *at != '\0'; skip_gaps(&at)) {
    bool fits = starts_number(at) ? skip_length(&at) : skip_word(&at);

    if (!fits)
      return false;
  }
  return true;
}

static bool
is_path(const char *at)
{
  double number;

  for (skip_gaps(&at); *at != '\0'; skip_gaps(&at)) {
    if (strchr("MmZzLlHhVvCcSsQqTtAa", *at) != NULL)
      at++;
    else if (!media_svg_value_number(&at, &number))
      return false;
  }
  return true;
}

/* The numbers of "(1, 2%, 3deg / 4)". */
static bool
skip_arguments(const char **at)
{
  if (*(*at)++ != '(')
    return false;
  for (skip_gaps(at); **at != ')'; skip_gaps(at)) {
    if (**at == '/')
      (*at)++;
    else if (!skip_length(at))
      return false;
  }
  (*at)++;
  return true;
}

static bool
skip_function(const char **at, const char *const *names)
{
  g_autofree char *name = g_strndup(*at, strspn(*at, "abcdefghijklmnopqrstuvwx"
                                                     "yzXY"));

  if (!g_strv_contains(names, name))
    return false;
  *at += strlen(name);
  *at += strspn(*at, " \t\r\n");
  return skip_arguments(at);
}

static bool
is_transform(const char *at)
{
  static const char *const names[] = { "matrix", "translate", "scale", "rotate",
                                       "skewX",  "skewY",     NULL };

  if (g_str_equal(at, "none"))
    return true;
  for (skip_gaps(&at); *at != '\0'; skip_gaps(&at))
    if (!skip_function(&at, names))
      return false;
  return true;
}

static gsize
id_length(const char *at)
{
  return strcspn(at, " \t\r\n\"'()<>\\;#");
}

static bool
is_id(const char *at)
{
  gsize length = id_length(at);

  return length > 0 && length <= LONGEST_ID && at[length] == '\0';
}

/* url(#id), also with quotes. */
static bool
skip_reference(const char **at)
{
  const char *next = *at + strlen("url(");
  char quote = '\0';

  next += strspn(next, " \t\r\n");
  if (*next == '"' || *next == '\'')
    quote = *next++;
  if (*next++ != '#')
    return false;
  gsize length = id_length(next);
  next += length;
  if (length == 0 || length > LONGEST_ID || (quote != '\0' && *next++ != quote))
    return false;
  next += strspn(next, " \t\r\n");
  *at = next + 1;
  return *next == ')';
}

static bool
is_reference(const char *at)
{
  skip_gaps(&at);
  if (g_str_has_prefix(at, "url("))
    return skip_reference(&at) && at[strspn(at, " \t\r\n")] == '\0';
  return is_plain(at);
}

static bool
skip_colour(const char **at)
{
  static const char *const names[] = { "rgb", "rgba", "hsl", "hsla", NULL };
  const char *word = *at;

  if (**at == '#') {
    gsize digits = strspn(*at + 1, "0123456789abcdefABCDEF");

    *at += 1 + digits;
    return digits == 3 || digits == 4 || digits == 6 || digits == 8;
  }
  if (!skip_word(at))
    return false;
  if (**at != '(')
    return true;
  *at = word;
  return skip_function(at, names);
}

static bool
is_paint(const char *at)
{
  skip_gaps(&at);
  if (g_str_has_prefix(at, "url(") && !skip_reference(&at))
    return false;
  skip_gaps(&at);
  if (*at != '\0' && !skip_colour(&at))
    return false;
  return at[strspn(at, " \t\r\n")] == '\0';
}

static bool
is_family(const char *at)
{
  return strpbrk(at, "<>\\@(){};") == NULL;
}

static bool
is_blur(const char *at)
{
  double number;

  for (skip_gaps(&at); *at != '\0'; skip_gaps(&at))
    if (!media_svg_value_number(&at, &number) || number < 0 ||
        number > LARGEST_BLUR)
      return false;
  return true;
}

bool
media_svg_value_fits(MediaSvgValue kind, const char *text)
{
  gsize longest = kind == SVG_VALUE_PATH ? LONGEST_PATH : LONGEST_VALUE;

  if (strlen(text) > longest)
    return false;
  switch (kind) {
  case SVG_VALUE_PLAIN:
    return is_plain(text);
  case SVG_VALUE_PATH:
    return is_path(text);
  case SVG_VALUE_TRANSFORM:
    return is_transform(text);
  case SVG_VALUE_PAINT:
    return is_paint(text);
  case SVG_VALUE_REFERENCE:
    return is_reference(text);
  case SVG_VALUE_HREF:
    return *text == '#' && is_id(text + 1);
  case SVG_VALUE_ID:
    return is_id(text);
  case SVG_VALUE_FAMILY:
    return is_family(text);
  case SVG_VALUE_BLUR:
    return is_blur(text);
  case SVG_VALUE_STYLE:
    return true;
  }
  g_return_val_if_reached(false);
}

bool
media_svg_value_is_local(const char *text)
{
  g_autofree char *lower = g_ascii_strdown(text, -1);

  if (strstr(lower, "@import") != NULL || strstr(lower, "script:") != NULL)
    return false;
  for (const char *at = strstr(lower, "url("); at != NULL;
       at = strstr(at, "url("))
    if (!skip_reference(&at))
      return false;
  return true;
}
