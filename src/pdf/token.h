/*
 * pdf/token.h -- reads a content stream token by token (PDF 1.7, 7.2 and
 * 7.8.2).
 *
 * Shape      Tokens are slices of the input: a number, a name with its slash,
 *            a string with its parentheses, a hexadecimal string with its
 *            angle brackets, one of << >> [ ], or an operator.  As an operand
 *            an array is one token.
 * Limits     Inline images (BI) are not understood; the callers refuse them.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <string.h>

typedef struct {
  const char *start;
  gsize length;
} PdfToken;

enum {
  PDF_OPERANDS = 8 /* remembered of one operation; the last ones */
};

typedef struct {
  PdfToken name; /* the operator */
  gsize start;   /* offset of the first operand */
  gsize end;     /* offset behind the operator */
} PdfOperation;

typedef struct {
  PdfToken tokens[PDF_OPERANDS];
  unsigned count; /* all of them, also those not remembered */
} PdfOperands;

typedef struct {
  const char *in;
  gsize length;
  gsize at;
} PdfScanner;

/* The next token; false at the end. */
bool pdf_scanner_token(PdfScanner *scanner, PdfToken *token);

/* Up to and with the next operator; false at the end. */
bool pdf_scanner_operation(PdfScanner *scanner, PdfOperation *operation);

/* What stands before the operator; most callers need it of few.  `in` is the
 * scanner's. */
void pdf_operation_operands(const char *in, const PdfOperation *operation,
                            PdfOperands *operands);

static inline bool
pdf_token_is(PdfToken token, const char *text)
{
  return token.length == strlen(text) &&
         memcmp(token.start, text, token.length) == 0;
}

/* A name of up to three characters as a number, for switches. */
#define PDF_NAME(a, b, c)                                                      \
  ((guint32)(a) | (guint32)(b) << 8 | (guint32)(c) << 16)

/* The same of a token; no PDF_NAME() if it is longer. */
static inline guint32
pdf_token_name(PdfToken token)
{
  guint32 name = 0;

  for (gsize i = 0; i < MIN(token.length, sizeof name); i++)
    name |= (guint32)(guint8)token.start[i] << (8 * i);
  return name;
}

/* The value of up to nine decimal digits; -1 for anything else. */
int pdf_token_integer(PdfToken token);

/* Appends the bytes of a string or hexadecimal string, without brackets and
 * escapes. */
void pdf_token_append_bytes(PdfToken token, GByteArray *bytes);

/* (transfer full) */
GByteArray *pdf_token_bytes(PdfToken token);

/* Appends the bytes of all strings before the operator. */
void pdf_operation_append_text(const char *in, const PdfOperation *operation,
                               GByteArray *bytes);
