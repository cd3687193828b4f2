/* pdf/token.c -- reads a content stream token by token. */
/* SPDX-License-Identifier: MIT */

#include "pdf/token.h"

#include <string.h>

static bool
is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
         c == '\0';
}

static bool
is_delimiter(char c)
{
  return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
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
    else if (is_space(c))
      scanner->at++;
    else
      return;
  }
}

/* Offset behind the string that opens at `at`. */
static gsize
string_end(const PdfScanner *scanner, gsize at)
{
  unsigned depth = 0;

  for (; at < scanner->length; at++) {
    char c = scanner->in[at];
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
    if (is_space(scanner->in[at]) || is_delimiter(scanner->in[at]))
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
    remember(operation, token);
  }
  return false;
}

bool
pdf_token_is(PdfToken token, const char *text)
{
  return strncmp(token.start, text, token.length) == 0 &&
         text[token.length] == '\0';
}

bool
pdf_token_is_operator(PdfToken token)
{
  if (strchr("/()<>[]{}+-.0123456789", token.start[0]) != NULL)
    return false;
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
  for (gsize i = 1; i + 1 < token.length; i++) {
    int value = (guint8)token.start[i];
    if (value == '\\') {
      i++;
      value = escaped_byte(token, &i);
    }
    if (value >= 0)
      append_byte(bytes, value);
  }
}

GByteArray *
pdf_token_bytes(PdfToken token)
{
  GByteArray *bytes = g_byte_array_new();

  if (token.start[0] == '<')
    hexadecimal_bytes(token, bytes);
  else if (token.start[0] == '(')
    literal_bytes(token, bytes);
  return bytes;
}
