/* base/bytes.c -- text and numbers that look the same in every locale. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"

#include <math.h>
#include <string.h>

enum {
  DIGITS = 20 /* of the largest number */
};

static bool
is_control(gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

/* Unicode 15, 23.7. */
static bool
is_noncharacter(gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* Reorders or hides what a terminal shows: UAX 9 controls, line and paragraph
 * separators, language tags, the byte order mark. */
static bool
is_deceptive(gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

/* The character at `text`, or -1 where the bytes are not UTF-8. */
static gunichar
character_at(const char *text, gsize length)
{
  if ((guchar)*text < 0x80)
    return (guchar)*text;
  gunichar c = g_utf8_get_char_validated(text, (gssize)length);
  return c == (gunichar)-2 ? (gunichar)-1 : c;
}

bool
bytes_is_text(const char *text, gsize length, gsize *offset)
{
  const char *end = text + length;
  for (const char *p = text; p < end;) {
    gunichar c = character_at(p, (gsize)(end - p));
    bool white = c == '\t' || c == '\n' || c == '\r';
    if (c == (gunichar)-1 || is_noncharacter(c) || (is_control(c) && !white)) {
      if (offset)
        *offset = (gsize)(p - text);
      return false;
    }
    p += c < 0x80 ? 1 : g_utf8_skip[(guchar)*p];
  }
  return true;
}

/* At least `count` digits, zeros in front. */
static void
append_digits(GString *out, guint64 value, unsigned count)
{
  char digits[DIGITS];
  unsigned at = DIGITS;

  while (value > 0 || at + count > DIGITS) {
    digits[--at] = (char)('0' + value % 10);
    value /= 10;
  }
  g_string_append_len(out, digits + at, DIGITS - at);
}

void
bytes_append_integer(GString *out, gint64 value)
{
  if (value < 0)
    g_string_append_c(out, '-');
  append_digits(out, value < 0 ? 0 - (guint64)value : (guint64)value, 1);
}

void
bytes_append_number(GString *out, double value, unsigned decimals)
{
  static const guint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  g_return_if_fail(decimals < G_N_ELEMENTS(powers));
  g_return_if_fail(isfinite(value) && value < 1e9 && value > -1e9);
  double scaled = (value < 0 ? -value : value) * (double)powers[decimals];
  guint64 whole = (guint64)scaled;
  if (scaled - (double)whole >= 0.5)
    whole++;
  if (value < 0 && whole > 0)
    g_string_append_c(out, '-');
  while (decimals > 0 && whole % 10 == 0) {
    whole /= 10;
    decimals--;
  }
  guint64 fraction = whole % powers[decimals];
  append_digits(out, whole / powers[decimals], 1);
  if (decimals > 0) {
    g_string_append_c(out, '.');
    append_digits(out, fraction, decimals);
  }
}

static void
append_hex(GString *out, const char *bytes, gsize count)
{
  for (gsize i = 0; i < count; i++)
    g_string_append_printf(out, "\\x%02x", (unsigned)(guchar)bytes[i]);
}

char *
bytes_printable(const char *text, gsize limit)
{
  GString *out = g_string_new(NULL);
  gsize left = strlen(text);
  for (gsize shown = 0; left > 0; shown++) {
    if (shown == limit) {
      g_string_append(out, "…");
      break;
    }
    gunichar c = character_at(text, left);
    bool bad = c == (gunichar)-1;
    gsize size = bad ? 1 : (gsize)g_utf8_skip[(guchar)*text];
    if (bad || is_control(c) || is_noncharacter(c) || is_deceptive(c))
      append_hex(out, text, size);
    else
      g_string_append_len(out, text, (gssize)size);
    text += size;
    left -= size;
  }
  return g_string_free(out, FALSE);
}

/* What `c` becomes in a slug, of at least 8 bytes; "" for a mark or an
 * apostrophe, which join what stands around them; false for a gap. */
static bool
slug_of(gunichar c, bool keep_unicode, bool after_ascii, char *out)
{
  out[0] = '\0';
  if (c == '\'' || c == 0x2019 || c == 0xad)
    return true;
  if (g_unichar_ismark(c) && after_ascii)
    return true;
  char one[8] = { 0 };
  g_unichar_to_utf8(g_unichar_tolower(c), one);
  if (g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN && c >= 0x80) {
    g_autofree char *plain = g_str_to_ascii(one, "C");
    gsize letters = strspn(plain, "abcdefghijklmnopqrstuvwxyz");
    if (letters > 0 && letters < 8) {
      plain[letters] = '\0';
      strcpy(out, plain);
      return true;
    }
  }
  bool kept = keep_unicode && c >= 0x80 &&
              (g_unichar_isalnum(c) || g_unichar_ismark(c));
  if (!kept && !(c < 0x80 && g_ascii_isalnum((char)c)))
    return false;
  strcpy(out, one);
  return true;
}

char *
bytes_slug(const char *text, bool keep_unicode)
{
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  g_autofree char *composed =
      g_utf8_normalize(valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *out = g_string_new(NULL);
  bool gap = false;
  for (const char *p = composed; *p; p = g_utf8_next_char(p)) {
    char piece[8];
    bool ascii = out->len > 0 && (guchar)out->str[out->len - 1] < 0x80;
    if (!slug_of(g_utf8_get_char(p), keep_unicode, ascii, piece)) {
      gap = true;
      continue;
    }
    if (gap && out->len > 0 && piece[0])
      g_string_append_c(out, '-');
    if (piece[0])
      gap = false;
    g_string_append(out, piece);
  }
  if (out->len == 0)
    g_string_append_c(out, 'x');
  return g_string_free(out, FALSE);
}

bool
bytes_has_letter(const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char(text))
    if (g_unichar_isalpha(g_utf8_get_char(text)))
      return true;
  return false;
}
