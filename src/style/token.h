/*
 * style/token.h -- a style sheet cut into tokens, and the reading head on them.
 *
 * White space and comments are no tokens; a token says whether they stand
 * before it (a space between selectors has a meaning).  What is no token at
 * all (an unclosed comment or string, bytes that are not UTF-8) is reported
 * while cutting.
 *
 * Ownership  Token texts live in the GStringChunk that style_tokens_new() is
 *            given, equal texts once.
 * Source     CSS Syntax Module Level 3, section 4, without escapes in names,
 *            exponents in numbers and url().
 */
#pragma once

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
  STYLE_TOKEN_END,
  STYLE_TOKEN_WORD,   /* text: the name */
  STYLE_TOKEN_NUMBER, /* number; text: its unit, "%" or "" */
  STYLE_TOKEN_STRING, /* text: without quotes */
  STYLE_TOKEN_HASH,   /* text: what follows the # */
  STYLE_TOKEN_AT,     /* text: what follows the @ */
  STYLE_TOKEN_MARK    /* text: one character */
} StyleTokenKind;

typedef struct {
  StyleTokenKind kind;
  const char *text;
  double number;
  unsigned line;   /* from 1 */
  unsigned column; /* from 1, in bytes */
  bool spaced;     /* white space or a comment stands before it */
} StyleToken;

typedef struct {
  const char *name; /* of the sheet, for messages */
  Diag *diag;
  GStringChunk *texts; /* borrowed */
  GArray *list;        /* of StyleToken, ends with one STYLE_TOKEN_END */
  guint next;
  unsigned faults; /* reported by style_tokens_report() */
} StyleTokens;

/* (transfer full) */
StyleTokens *style_tokens_new(const char *name, GBytes *bytes,
                              GStringChunk *texts, Diag *diag);
void style_tokens_free(StyleTokens *tokens); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StyleTokens, style_tokens_free)

const StyleToken *style_tokens_peek(const StyleTokens *tokens);

/* The next token, stepping past it; the end stays the next for ever. */
const StyleToken *style_tokens_pass(StyleTokens *tokens);

/* True if the next token is this mark. */
bool style_tokens_at(const StyleTokens *tokens, char mark);

/* Steps past this mark if it is next. */
bool style_tokens_accept(StyleTokens *tokens, char mark);

/* Steps past the ";" that ends a declaration, or stops before "}". */
void style_tokens_skip_declaration(StyleTokens *tokens);

/* Steps past a whole "{ ... }", or past a ";" that comes before any. */
void style_tokens_skip_block(StyleTokens *tokens);

/* Reports an error at `token`. */
void style_tokens_report(StyleTokens *tokens, const StyleToken *token,
                         const char *code, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* How messages show a token: "12pt", "\"Literata\"", "end of the sheet".
 * (transfer full) */
char *style_token_print(const StyleToken *token);
