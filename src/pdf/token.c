/* pdf/token.c -- reads a content stream token by token. */
/* SPDX-License-Identifier: MIT */

#include "pdf/token.h"

#include <string.h>

typedef enum {
  CHARACTER_REGULAR,
  CHARACTER_SPACE,
  CHARACTER_DELIMITER
} Character;

/* PDF 1.7, tables 1 and 2. */
static const guint8 characters[256] = {
  ['\0'] = CHARACTER_SPACE,    ['\t'] = CHARACTER_SPACE,
  ['\n'] = CHARACTER_SPACE,    ['\f'] = CHARACTER_SPACE,
  ['\r'] = CHARACTER_SPACE,    [' '] = CHARACTER_SPACE,
  ['('] = CHARACTER_DELIMITER, [')'] = CHARACTER_DELIMITER,
  ['<'] = CHARACTER_DELIMITER, ['>'] = CHARACTER_DELIMITER,
  ['['] = CHARACTER_DELIMITER, [']'] = CHARACTER_DELIMITER,
  ['{'] = CHARACTER_DELIMITER, ['}'] = CHARACTER_DELIMITER,
  ['/'] = CHARACTER_DELIMITER, ['%'] = CHARACTER_DELIMITER,
};

static Character
character_of(char c)
{
  return (Character)characters[(guint8)c];
}

static void
skip_space(PdfScanner *scanner)
{
  while (scanner->at < scanner->length) {
    char c = scanner->in[scanner->at];
    if (c == '%')
      while (scanner->at < scanner->length &&
             scanner->in[scanner->at] != '\n' &&
             scanner->in[scanner->at] != '\r')
        scanner->at++;
    else if (character_of(c) == CHARACTER_SPACE)
      scanner->at++;
    else
      return;
  }
}

/* Offset behind the string that opens at `at`. */
static gsize
string_end(const PdfScanner *scanner, gsize at)
{
  const char *in = scanner->in;
  unsigned depth = 0;

  for (; at < scanner->length; at++) {
    char c = in[at];
    if (c > '\\' || (c > ')' && c < '\\'))
      continue; /* most letters */
    if (c == '\\')
      at++;
    else if (c == '(')
      depth++;
    else if (c == ')' && --depth == 0)
      return at + 1;
  }
  return scanner->length;
}

static gsize
angle_end(const PdfScanner *scanner, gsize at)
{
  const char *in = scanner->in;

  if (at + 1 < scanner->length && in[at + 1] == in[at])
    return at + 2; /* << or >> */
  if (in[at] == '>')
    return at + 1;
  while (at < scanner->length && in[at] != '>')
    at++;
  return MIN(at + 1, scanner->length);
}

static gsize
word_end(const PdfScanner *scanner, gsize at)
{
  for (at++; at < scanner->length; at++)
    if (character_of(scanner->in[at]) != CHARACTER_REGULAR)
      return at;
  return at;
}

bool
pdf_scanner_token(PdfScanner *scanner, PdfToken *token)
{
  skip_space(scanner);
  if (scanner->at >= scanner->length)
    return false;

  gsize from = scanner->at;
  switch (scanner->in[from]) {
  case '(':
    scanner->at = string_end(scanner, from);
    break;
  case '<':
  case '>':
    scanner->at = angle_end(scanner, from);
    break;
  case '[':
  case ']':
  case '{':
  case '}':
  case ')':
    scanner->at = from + 1;
    break;
  default:
    scanner->at = word_end(scanner, from);
  }
  *token = (PdfToken){ scanner->in + from, scanner->at - from };
  return true;
}

/* An array is one operand: most of a content stream is inside of some. */
static void
skip_array(PdfScanner *scanner, PdfToken *token)
{
  unsigned depth = 1;

  while (scanner->at < scanner->length && depth > 0) {
    switch (scanner->in[scanner->at]) {
    case '(':
      scanner->at = string_end(scanner, scanner->at);
      continue;
    case '%':
      skip_space(scanner);
      continue;
    case '[':
      depth++;
      break;
    case ']':
      depth--;
      break;
    default:
      break;
    }
    scanner->at++;
  }
  token->length = (gsize)(scanner->in + scanner->at - token->start);
}

static void
remember(PdfOperation *operation, PdfToken token)
{
  if (operation->operand_count >= PDF_OPERANDS) {
    memmove(operation->operands, operation->operands + 1,
            sizeof(PdfToken) * (PDF_OPERANDS - 1));
    operation->operands[PDF_OPERANDS - 1] = token;
  } else {
    operation->operands[operation->operand_count] = token;
  }
  operation->operand_count++;
}

bool
pdf_scanner_operation(PdfScanner *scanner, PdfOperation *operation)
{
  PdfToken token;

  operation->operand_count = 0;
  skip_space(scanner);
  operation->start = scanner->at;
  while (pdf_scanner_token(scanner, &token)) {
    if (pdf_token_is_operator(token)) {
      operation->name = token;
      operation->end = scanner->at;
      return true;
    }
    if (token.start[0] == '[')
      skip_array(scanner, &token);
    remember(operation, token);
  }
  return false;
}

bool
pdf_token_is_operator(PdfToken token)
{
  char c = token.start[0];

  if (character_of(c) != CHARACTER_REGULAR || (c >= '+' && c <= '9'))
    return false;
  if (c != 't' && c != 'f' && c != 'n')
    return true;
  return !pdf_token_is(token, "true") && !pdf_token_is(token, "false") &&
         !pdf_token_is(token, "null");
}

int
pdf_token_integer(PdfToken token)
{
  int value = 0;

  if (token.length == 0 || token.length > 9)
    return -1;
  for (gsize i = 0; i < token.length; i++) {
    if (!g_ascii_isdigit(token.start[i]))
      return -1;
    value = value * 10 + g_ascii_digit_value(token.start[i]);
  }
  return value;
}

static void
append_byte(GByteArray *bytes, int value)
{
  guint8 byte = (guint8)value;

  g_byte_array_append(bytes, &byte, 1);
}

static void
hexadecimal_bytes(PdfToken token, GByteArray *bytes)
{
  int high = -1;

  for (gsize i = 1; i < token.length; i++) {
    int digit = g_ascii_xdigit_value(token.start[i]);
    if (digit < 0)
      continue;
    if (high >= 0)
      append_byte(bytes, high * 16 + digit);
    high = high >= 0 ? -1 : digit;
  }
  if (high >= 0)
    append_byte(bytes, high * 16);
}

/* The byte that an escape means; moves `*at` to its last character.  -1: none
 * (a line break that goes on). */
static int
escaped_byte(PdfToken token, gsize *at)
{
  static const char letters[] = "nrtbf", values[] = "\n\r\t\b\f";
  char c = token.start[*at];
  const char *letter = strchr(letters, c);
  int value = 0;

  if (c == '\n')
    return -1;
  if (c == '\r') {
    *at += *at + 1 < token.length && token.start[*at + 1] == '\n';
    return -1;
  }
  if (c != '\0' && letter != NULL)
    return values[letter - letters];
  if (c < '0' || c > '7')
    return (guint8)c;
  for (int i = 0; i < 3 && *at < token.length; i++, (*at)++) {
    c = token.start[*at];
    if (c < '0' || c > '7')
      break;
    value = value * 8 + (c - '0');
  }
  (*at)--;
  return value & 0xff;
}

static void
literal_bytes(PdfToken token, GByteArray *bytes)
{
  gsize end = token.length - 1;

  for (gsize i = 1; i < end; i++) {
    const char *escape = memchr(token.start + i, '\\', end - i);
    gsize plain = escape != NULL ? (gsize)(escape - token.start) - i : end - i;
    g_byte_array_append(bytes, (const guint8 *)token.start + i, (guint)plain);
    i += plain;
    if (escape == NULL)
      return;
    i++;
    int value = escaped_byte(token, &i);
    if (value >= 0)
      append_byte(bytes, value);
  }
}

void
pdf_token_append_bytes(PdfToken token, GByteArray *bytes)
{
  if (token.start[0] == '<')
    hexadecimal_bytes(token, bytes);
  else if (token.start[0] == '(')
    literal_bytes(token, bytes);
}

GByteArray *
pdf_token_bytes(PdfToken token)
{
  GByteArray *bytes = g_byte_array_new();

  pdf_token_append_bytes(token, bytes);
  return bytes;
}
