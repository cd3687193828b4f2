/* pdf/value.c -- an object of a PDF as its file writes it. */
/* SPDX-License-Identifier: MIT */

#include "pdf/value.h"

#include "pdf/cmap.h"

/* PDF 1.7, D.2: where the encoding of texts is not Latin-1. */
static const gunichar low_characters[] = { 0x02d8, 0x02c7, 0x02c6, 0x02d9,
                                           0x02dd, 0x02db, 0x02da, 0x02dc };
static const gunichar high_characters[] = {
  0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039,
  0x203a, 0x2212, 0x2030, 0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a,
  0x2122, 0xfb01, 0xfb02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017d, 0x0131,
  0x0142, 0x0153, 0x0161, 0x017e, 0xfffd, 0x20ac
};

enum {
  LOW = 0x18,
  HIGH = 0x80
};

static bool
begins_with(PdfValue value, char c)
{
  return value.start != NULL && value.length > 0 && value.start[0] == c;
}

bool
pdf_value_is_null(PdfValue value)
{
  return value.start == NULL || begins_with(value, 'n');
}

bool
pdf_value_is_dictionary(PdfValue value)
{
  return begins_with(value, '<') && value.length > 1 && value.start[1] == '<';
}

bool
pdf_value_is_array(PdfValue value)
{
  return begins_with(value, '[');
}

bool
pdf_value_is_string(PdfValue value)
{
  return begins_with(value, '(') ||
         (begins_with(value, '<') && !pdf_value_is_dictionary(value));
}

static bool
first_token(PdfValue value, PdfToken *token)
{
  PdfScanner scanner = { value.start, value.length, 0 };

  return value.start != NULL && pdf_scanner_token(&scanner, token);
}

static int
token_integer(PdfToken token)
{
  bool negative = token.length > 1 && token.start[0] == '-';
  PdfToken digits = { token.start + negative, token.length - negative };
  int value = pdf_token_integer(digits);

  return negative && value > 0 ? -value : value;
}

bool
pdf_value_is_integer(PdfValue value)
{
  PdfToken token;

  return first_token(value, &token) &&
         (token_integer(token) != -1 || pdf_token_is(token, "-1")) &&
         pdf_value_reference(value) == 0;
}

int
pdf_value_integer(PdfValue value, int otherwise)
{
  PdfToken token;

  return pdf_value_is_integer(value) && first_token(value, &token)
             ? token_integer(token)
             : otherwise;
}

bool
pdf_value_is_name(PdfValue value, const char *name)
{
  PdfToken token;

  return begins_with(value, '/') && first_token(value, &token) &&
         pdf_token_is(token, name);
}

gsize
pdf_value_name_length(PdfValue value)
{
  PdfToken token;

  return begins_with(value, '/') && first_token(value, &token) ? token.length
                                                               : 0;
}

static char *
from_document_encoding(const GByteArray *bytes)
{
  GString *out = g_string_sized_new(bytes->len);

  for (guint i = 0; i < bytes->len; i++) {
    guint8 c = bytes->data[i];
    gunichar character = c;
    if (c >= LOW && c < LOW + G_N_ELEMENTS(low_characters))
      character = low_characters[c - LOW];
    else if (c >= HIGH && c < HIGH + G_N_ELEMENTS(high_characters))
      character = high_characters[c - HIGH];
    g_string_append_unichar(out, character);
  }
  return g_string_free(out, FALSE);
}

char *
pdf_value_text(PdfValue value)
{
  PdfToken token;

  if (!pdf_value_is_string(value) || !first_token(value, &token))
    return NULL;
  g_autoptr(GByteArray) bytes = pdf_token_bytes(token);
  if (bytes->len >= 2 && bytes->data[0] == 0xfe && bytes->data[1] == 0xff)
    return pdf_cmap_text(bytes);
  return from_document_encoding(bytes);
}

/* --- dictionaries and arrays --- */

PdfScanner
pdf_value_items(PdfValue value)
{
  PdfScanner items = { value.start, value.length, value.length };

  if (pdf_value_is_dictionary(value))
    items.at = strlen("<<");
  else if (pdf_value_is_array(value))
    items.at = strlen("[");
  return items;
}

/* "[" or "<<"; "<" begins a string. */
static bool
opens(PdfToken token)
{
  return token.start[0] == '[' ||
         (token.start[0] == '<' && token.length == 2 && token.start[1] == '<');
}

static bool
closes(PdfToken token)
{
  return token.start[0] == ']' || (token.start[0] == '>' && token.length == 2);
}

/* Moves behind the end of the array or dictionary that has begun. */
static void
skip_nested(PdfScanner *scanner)
{
  unsigned depth = 1;
  PdfToken token;

  while (depth > 0 && pdf_scanner_token(scanner, &token)) {
    depth += opens(token);
    depth -= closes(token);
  }
}

/* Moves behind the "0 R" of "12 0 R". */
static void
skip_reference(PdfScanner *scanner)
{
  PdfScanner ahead = *scanner;
  PdfToken generation, letter;

  if (pdf_scanner_token(&ahead, &generation) &&
      g_ascii_isdigit(generation.start[0]) &&
      pdf_scanner_token(&ahead, &letter) && pdf_token_is(letter, "R"))
    *scanner = ahead;
}

bool
pdf_value_next(PdfScanner *items, PdfValue *item)
{
  PdfToken token;

  if (items->in == NULL || !pdf_scanner_token(items, &token) || closes(token))
    return false;
  if (opens(token))
    skip_nested(items);
  else if (g_ascii_isdigit(token.start[0]))
    skip_reference(items);
  item->start = token.start;
  item->length = (gsize)(items->in + items->at - token.start);
  return true;
}

PdfValue
pdf_value_entry(PdfValue dictionary, const char *key, gsize length)
{
  PdfScanner items = pdf_value_items(dictionary);
  PdfValue name, value;

  if (!pdf_value_is_dictionary(dictionary))
    return (PdfValue){ NULL, 0 };
  while (pdf_value_next(&items, &name) && pdf_value_next(&items, &value))
    if (name.length == length && memcmp(name.start, key, length) == 0)
      return value;
  return (PdfValue){ NULL, 0 };
}

PdfValue
pdf_value_key(PdfValue dictionary, const char *key)
{
  return pdf_value_entry(dictionary, key, strlen(key));
}

int
pdf_value_reference(PdfValue value)
{
  PdfScanner scanner = { value.start, value.length, 0 };
  PdfToken token;

  if (value.start == NULL || !g_ascii_isdigit(value.start[0]) ||
      !pdf_scanner_token(&scanner, &token))
    return 0;
  gsize behind = scanner.at;
  skip_reference(&scanner);
  return scanner.at > behind ? MAX(pdf_token_integer(token), 0) : 0;
}
