/* pdf/token.c -- reads a content stream token by token. */
/* SPDX-License-Identifier: MIT */

#include "pdf/token.h"

#include <string.h>

typedef enum {
  CHARACTER_REGULAR,
  CHARACTER_NUMBER, /* what a number has */
  CHARACTER_SPACE,
  CHARACTER_DELIMITER
} Character;

/* PDF 1.7, tables 1 and 2. */
static const guint8 characters[256] = {
  ['0'] = CHARACTER_NUMBER,    ['1'] = CHARACTER_NUMBER,
  ['2'] = CHARACTER_NUMBER,    ['3'] = CHARACTER_NUMBER,
  ['4'] = CHARACTER_NUMBER,    ['5'] = CHARACTER_NUMBER,
  ['6'] = CHARACTER_NUMBER,    ['7'] = CHARACTER_NUMBER,
  ['8'] = CHARACTER_NUMBER,    ['9'] = CHARACTER_NUMBER,
  ['+'] = CHARACTER_NUMBER,    ['-'] = CHARACTER_NUMBER,
  ['.'] = CHARACTER_NUMBER,    ['\0'] = CHARACTER_SPACE,
  ['\t'] = CHARACTER_SPACE,    ['\n'] = CHARACTER_SPACE,
  ['\f'] = CHARACTER_SPACE,    ['\r'] = CHARACTER_SPACE,
  [' '] = CHARACTER_SPACE,     ['%'] = CHARACTER_DELIMITER,
  ['('] = CHARACTER_DELIMITER, [')'] = CHARACTER_DELIMITER,
  ['<'] = CHARACTER_DELIMITER, ['>'] = CHARACTER_DELIMITER,
  ['['] = CHARACTER_DELIMITER, [']'] = CHARACTER_DELIMITER,
  ['{'] = CHARACTER_DELIMITER, ['}'] = CHARACTER_DELIMITER,
  ['/'] = CHARACTER_DELIMITER,
};

enum {
  STOP = 2
};

/* What the characters of an array add to the depth of the string that they are
 * in; those at which there is more to do are a STOP. */
static const gint8 array_characters[256] = {
  ['('] = 1,    [')'] = -1,   ['\\'] = STOP,
  ['['] = STOP, [']'] = STOP, ['%'] = STOP,
};

/* The same for the text of an array. */
static const gint8 text_characters[256] = {
  ['('] = 1, [')'] = -1, ['\\'] = STOP, ['<'] = STOP, ['%'] = STOP,
};

static Character
character_of(char c)
{
  return (Character)characters[(guint8)c];
}

/* --- where what begins at `at` ends --- */

static gsize
comment_end(const char *in, gsize length, gsize at)
{
  while (at < length && in[at] != '\n' && in[at] != '\r')
    at++;
  return at;
}

/* Comments are space, too. */
static inline gsize
space_end(const char *in, gsize length, gsize at)
{
  while (at < length) {
    if (character_of(in[at]) == CHARACTER_SPACE)
      at++;
    else if (in[at] == '%')
      at = comment_end(in, length, at);
    else
      return at;
  }
  return at;
}

static gsize
string_end(const char *in, gsize length, gsize at)
{
  unsigned depth = 0;

  for (; at < length; at++) {
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
  return length;
}

static gsize
angle_end(const char *in, gsize length, gsize at)
{
  if (at + 1 < length && in[at + 1] == in[at])
    return at + 2; /* << or >> */
  if (in[at] == '>')
    return at + 1;
  while (at < length && in[at] != '>')
    at++;
  return MIN(at + 1, length);
}

static inline gsize
word_end(const char *in, gsize length, gsize at)
{
  for (at++; at < length; at++)
    if (character_of(in[at]) >= CHARACTER_SPACE)
      return at;
  return at;
}

static inline gsize
token_end(const char *in, gsize length, gsize at)
{
  switch (in[at]) {
  case '(':
    return string_end(in, length, at);
  case '<':
  case '>':
    return angle_end(in, length, at);
  case '[':
  case ']':
  case '{':
  case '}':
  case ')':
    return at + 1;
  default:
    return word_end(in, length, at);
  }
}

/* Most of a content stream is inside of arrays, in strings of a few letters: a
 * branch at the end of each would be foretold wrong every time, so their ends
 * are counted.  An array where one ends that has not begun goes on forever. */
static gsize
array_end(const char *in, gsize length, gsize at)
{
  int arrays = 1, depth = 0, lowest = 0;

  for (at++; at < length; at++) {
    int step = array_characters[(guint8)in[at]];
    if (step != STOP) {
      depth += step;
      lowest |= depth; /* below zero if one of them is */
      continue;
    }
    if (lowest < 0)
      return length;
    if (depth > 0)
      at += in[at] == '\\';
    else if (in[at] == '%')
      at = comment_end(in, length, at);
    else if (in[at] == '[')
      arrays++;
    else if (in[at] == ']' && --arrays == 0)
      return at + 1;
  }
  return length;
}

/* --- tokens --- */

bool
pdf_scanner_token(PdfScanner *scanner, PdfToken *token)
{
  const char *in = scanner->in;
  gsize length = scanner->length;
  gsize from = space_end(in, length, scanner->at);

  scanner->at = from;
  if (from >= length)
    return false;
  scanner->at = token_end(in, length, from);
  *token = (PdfToken){ in + from, scanner->at - from };
  return true;
}

/* False for everything that is an operand or a bracket. */
static bool
is_operator(PdfToken token)
{
  char c = token.start[0];

  if (character_of(c) != CHARACTER_REGULAR)
    return false;
  if (c != 't' && c != 'f' && c != 'n')
    return true;
  return !pdf_token_is(token, "true") && !pdf_token_is(token, "false") &&
         !pdf_token_is(token, "null");
}

/* --- operations --- */

static inline gsize
numbers_end(const char *in, gsize length, gsize at)
{
  while (at < length && (character_of(in[at]) == CHARACTER_NUMBER ||
                         character_of(in[at]) == CHARACTER_SPACE))
    at++;
  return at;
}

static gsize
operand_end(const char *in, gsize length, gsize at)
{
  if (in[at] == '[')
    return array_end(in, length, at);
  return in[at] == '%' ? comment_end(in, length, at)
                       : token_end(in, length, at);
}

/* A word that begins like a number, "1a", is none, and no operator. */
bool
pdf_scanner_operation(PdfScanner *scanner, PdfOperation *operation)
{
  const char *in = scanner->in;
  gsize length = scanner->length;
  gsize start = space_end(in, length, scanner->at);
  gsize at = numbers_end(in, length, start);

  while (at < length) {
    bool begins = at == start || character_of(in[at - 1]) != CHARACTER_NUMBER;
    PdfToken token = { in + at, 0 };
    at = operand_end(in, length, at);
    token.length = (gsize)(in + at - token.start);
    if (begins && is_operator(token)) {
      *operation = (PdfOperation){ token, start, at };
      scanner->at = at;
      return true;
    }
    at = numbers_end(in, length, at);
  }
  scanner->at = at;
  return false;
}

static void
remember(PdfOperands *operands, PdfToken token)
{
  if (operands->count >= PDF_OPERANDS) {
    memmove(operands->tokens, operands->tokens + 1,
            sizeof(PdfToken) * (PDF_OPERANDS - 1));
    operands->tokens[PDF_OPERANDS - 1] = token;
  } else {
    operands->tokens[operands->count] = token;
  }
  operands->count++;
}

void
pdf_operation_operands(const char *in, const PdfOperation *operation,
                       PdfOperands *operands)
{
  gsize end = operation->end - operation->name.length;
  PdfScanner scanner = { in, end, operation->start };
  PdfToken token;

  operands->count = 0;
  while (pdf_scanner_token(&scanner, &token)) {
    if (token.start[0] == '[') {
      scanner.at = array_end(in, end, (gsize)(token.start - in));
      token.length = (gsize)(in + scanner.at - token.start);
    }
    remember(operands, token);
  }
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

/* --- strings: what they write to `to`, which has room; gives its end --- */

static guint8 *
hexadecimal_bytes(PdfToken token, guint8 *to)
{
  int high = -1;

  for (gsize i = 1; i < token.length; i++) {
    int digit = g_ascii_xdigit_value(token.start[i]);
    if (digit < 0)
      continue;
    if (high >= 0)
      *to++ = (guint8)(high * 16 + digit);
    high = high >= 0 ? -1 : digit;
  }
  if (high >= 0)
    *to++ = (guint8)(high * 16);
  return to;
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

static guint8 *
literal_bytes(PdfToken token, guint8 *to)
{
  gsize end = token.length - 1;

  for (gsize i = 1; i < end; i++) {
    if (token.start[i] != '\\') {
      *to++ = (guint8)token.start[i];
      continue;
    }
    i++;
    int value = escaped_byte(token, &i);
    if (value >= 0)
      *to++ = (guint8)value;
  }
  return to;
}

void
pdf_token_append_bytes(PdfToken token, GByteArray *bytes)
{
  guint before = bytes->len;

  g_byte_array_set_size(bytes, before + (guint)token.length);
  guint8 *to = bytes->data + before;
  if (token.start[0] == '<')
    to = hexadecimal_bytes(token, to);
  else if (token.start[0] == '(')
    to = literal_bytes(token, to);
  g_byte_array_set_size(bytes, (guint)(to - bytes->data));
}

GByteArray *
pdf_token_bytes(PdfToken token)
{
  GByteArray *bytes = g_byte_array_sized_new((guint)token.length);

  pdf_token_append_bytes(token, bytes);
  return bytes;
}

/* What is more than a letter in or out of a string: an escape, a hexadecimal
 * string, a comment.  Moves `*at` to its last character. */
static guint8 *
stop_bytes(PdfToken operands, gsize *at, bool in_string, guint8 *to)
{
  const char *in = operands.start;
  char c = in[*at];

  if (in_string && c == '\\') {
    ++*at; /* the operator stands behind all strings */
    int value = escaped_byte(operands, at);
    if (value >= 0)
      *to++ = (guint8)value;
  } else if (in_string) {
    *to++ = (guint8)c;
  } else if (c == '<') {
    gsize end = angle_end(in, operands.length, *at);
    to = hexadecimal_bytes((PdfToken){ in + *at, end - *at }, to);
    *at = end - 1;
  } else if (c == '%') {
    *at = comment_end(in, operands.length, *at) - 1;
  }
  return to;
}

/* No branch at the ends of strings, as in array_end(): each byte is written,
 * and the next one over it where it is none of a string. */
void
pdf_operation_append_text(const char *in, const PdfOperation *operation,
                          GByteArray *bytes)
{
  PdfToken operands = { in + operation->start,
                        operation->end - operation->start };
  guint before = bytes->len;
  int depth = 0;

  g_byte_array_set_size(bytes, before + (guint)operands.length);
  guint8 *to = bytes->data + before;
  for (gsize at = 0; at < operands.length; at++) {
    guint8 c = (guint8)operands.start[at];
    int step = text_characters[c], outer = depth;
    if (step == STOP) {
      to = stop_bytes(operands, &at, depth > 0, to);
      continue;
    }
    depth += step;
    *to = c;
    to += (outer > 0) & (depth > 0);
  }
  g_byte_array_set_size(bytes, (guint)(to - bytes->data));
}
