/* pdf/spelling.c -- ligatures and joined forms spelled out as letters. */
/* SPDX-License-Identifier: MIT */

#include "pdf/spelling.h"

#include <string.h>

typedef struct {
  gunichar first;
  gunichar last;
} Range;

/* Alphabetic Presentation Forms: Latin, Armenian, Hebrew; Arabic Presentation
 * Forms A and B. */
static const Range ranges[] = {
  { 0xfb00, 0xfb06 }, { 0xfb13, 0xfb17 }, { 0xfb1d, 0xfb4f },
  { 0xfb50, 0xfdfb }, { 0xfe70, 0xfefc },
};

/* The hyphen at a line's end has U+2010's glyph where the font has one, and is
 * U+00AD in the text.  An author's own U+2010 is then told apart by a code
 * point that no text has (Unicode's private use). */
static gunichar
hyphen_of(gunichar form)
{
  if (form == 0x2010)
    return 0x00ad;
  return form == PDF_SPELLING_HYPHEN ? 0x2010 : 0;
}

/* The letters of a form, at most G_UNICHAR_MAX_DECOMPOSITION_LENGTH; 0 if it
 * is none.  Isolated marks, which decompose to a space and the mark, are not
 * spelled: no text of an author looks like that. */
static gsize
letters_of(gunichar form, gunichar *letters)
{
  bool known = false;
  gsize count;

  letters[0] = hyphen_of(form);
  if (letters[0] != 0)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
    known |= form >= ranges[i].first && form <= ranges[i].last;
  if (!known || !g_unichar_isdefined(form))
    return 0;
  count = g_unichar_fully_decompose(form, TRUE, letters,
                                    G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
  if (letters[0] == form || letters[0] == ' ')
    return 0;
  return count;
}

static void
add_form(GHashTable *forms, hb_font_t *font, gunichar form)
{
  gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  hb_codepoint_t glyph, plain;
  gsize count = letters_of(form, letters);

  if (count == 0 || !hb_font_get_nominal_glyph(font, form, &glyph))
    return;
  /* The lower code point is the one that cairo finds. */
  if (count == 1 && hb_font_get_nominal_glyph(font, letters[0], &plain) &&
      plain == glyph)
    return;
  if (!g_hash_table_contains(forms, GUINT_TO_POINTER(glyph)))
    g_hash_table_insert(forms, GUINT_TO_POINTER(glyph), GUINT_TO_POINTER(form));
}

static void
add_hyphen(GHashTable *forms, hb_font_t *font)
{
  hb_codepoint_t plain, own;

  if (hb_font_get_nominal_glyph(font, '-', &plain) &&
      hb_font_get_nominal_glyph(font, 0x2010, &own) && own != plain)
    g_hash_table_insert(forms, GUINT_TO_POINTER(own), GUINT_TO_POINTER(0x2010));
}

GHashTable *
pdf_spelling_forms(hb_font_t *font)
{
  GHashTable *forms = g_hash_table_new(NULL, NULL);

  add_hyphen(forms, font);
  for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
    for (gunichar form = ranges[i].first; form <= ranges[i].last; form++)
      add_form(forms, font, form);
  return forms;
}

bool
pdf_spelling_matches(gunichar form, const char *text, gsize length)
{
  gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize count = letters_of(form, letters);
  const char *end = text + length;

  for (gsize i = 0; i < count; i++) {
    if (text >= end || g_utf8_get_char(text) != letters[i])
      return false;
    text = g_utf8_next_char(text);
  }
  return count > 0 && text == end;
}

static bool
read_unit(const char *text, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value(text[i]);
    if (digit < 0)
      return false;
    *unit = *unit * 16 + (gunichar)digit;
  }
  return true;
}

/* All letters of presentation forms are in the basic plane: a unit each. */
static bool
append_letters(GString *out, gunichar form)
{
  gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize count = letters_of(form, letters);

  for (gsize i = 0; i < count; i++)
    g_string_append_printf(out, "%04x", letters[i]);
  return count > 0;
}

/* cairo writes "<code> <text>" pairs, one a line. */
GString *
pdf_spelling_map(const char *map, gsize length)
{
  g_autoptr(GString) out = g_string_sized_new(length + 64);
  bool changed = false;
  gunichar form;

  for (gsize i = 0; i < length;) {
    bool pair = i + 8 <= length && memcmp(map + i, "> <", 3) == 0 &&
                map[i + 7] == '>' && read_unit(map + i + 3, &form);
    gsize mark = out->len;
    if (pair)
      g_string_append(out, "> <");
    if (pair && append_letters(out, form)) {
      g_string_append_c(out, '>');
      changed = true;
      i += 8;
      continue;
    }
    g_string_truncate(out, mark);
    g_string_append_c(out, map[i++]);
  }
  return changed ? g_steal_pointer(&out) : NULL;
}

void
pdf_spelling_append(GString *out, PdfToken hexadecimal)
{
  gsize end = hexadecimal.length;
  gsize at = 1;
  gunichar form;

  g_string_append_c(out, '<');
  for (; at + 4 < end && read_unit(hexadecimal.start + at, &form); at += 4)
    if (!append_letters(out, form))
      g_string_append_len(out, hexadecimal.start + at, 4);
  g_string_append_len(out, hexadecimal.start + at, (gssize)(end - at));
}
