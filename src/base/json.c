/* base/json.c -- the one place where text is escaped for JSON. */
/* SPDX-License-Identifier: MIT */

#include "base/json.h"

#include <stdbool.h>
#include <string.h>

static bool
is_plain(gunichar c)
{
  if (c == '"' || c == '\\')
    return false;
  return c < 0x80 ? c >= 0x20 && c < 0x7f : g_unichar_isgraph(c);
}

/* RFC 8259, 7: beyond the BMP as a surrogate pair. */
static void
append_escape(GString *out, gunichar c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf(out, "\\%c", (char)c);
  else if (c < 0x10000)
    g_string_append_printf(out, "\\u%04x", c);
  else
    g_string_append_printf(out, "\\u%04x\\u%04x", 0xd7c0 + (c >> 10),
                           0xdc00 + (c & 0x3ff));
}

void
json_append_string(GString *out, const char *text)
{
  if (!text) {
    g_string_append(out, "null");
    return;
  }
  g_string_append_c(out, '"');
  for (gsize left = strlen(text); left > 0;) {
    gunichar c = g_utf8_get_char_validated(text, (gssize)left);
    bool bad = c == (gunichar)-1 || c == (gunichar)-2;
    gsize size = bad ? 1 : (gsize)g_utf8_skip[(guchar)*text];
    if (!bad && is_plain(c))
      g_string_append_len(out, text, (gssize)size);
    else
      append_escape(out, bad ? 0xfffd : c);
    text += size;
    left -= size;
  }
  g_string_append_c(out, '"');
}

static void
append_key(GString *out, const char *key)
{
  gsize at = out->len;
  while (at > 0 && g_ascii_isspace(out->str[at - 1]))
    at--;
  if (at > 0 && out->str[at - 1] != '{' && out->str[at - 1] != '[')
    g_string_insert(out, (gssize)at, at == out->len ? ", " : ",");
  json_append_string(out, key);
  g_string_append(out, ": ");
}

void
json_append_field(GString *out, const char *key, const char *text)
{
  if (!text)
    return;
  append_key(out, key);
  json_append_string(out, text);
}

void
json_append_count(GString *out, const char *key, guint64 count)
{
  append_key(out, key);
  g_string_append_printf(out, "%" G_GUINT64_FORMAT, count);
}
