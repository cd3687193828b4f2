/*
 * reader/html_token.h -- HTML cut into tags and text, without judging it.
 *
 * A look that cannot lose anything: it finds where tags stand before libxml2
 * sees them, so that limits can be checked beforehand and the text counted.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

enum {
  HTML_TOKEN_NAME_MAX = 31
};

typedef enum {
  HTML_TOKEN_TEXT,
  HTML_TOKEN_RAW_TEXT, /* inside script, style, textarea, title */
  HTML_TOKEN_START,
  HTML_TOKEN_END,
  HTML_TOKEN_COMMENT,
  HTML_TOKEN_DECLARATION, /* <!DOCTYPE …>, <?…?>, <![CDATA[…]]> */
  HTML_TOKEN_UNFINISHED   /* a tag without its >, up to the end of the text */
} HtmlTokenKind;

typedef struct {
  HtmlTokenKind kind;
  const char *start; /* borrowed from the text */
  gsize length;
  char name[HTML_TOKEN_NAME_MAX + 1]; /* of a tag, lower case, cut */
  unsigned attributes;
  gsize longest_attribute; /* bytes of its value */
} HtmlToken;

typedef struct {
  const char *at;
  const char *end;
  char raw[HTML_TOKEN_NAME_MAX + 1]; /* the raw text element we are in */
} HtmlTokenizer;

void html_tokenizer_init(HtmlTokenizer *tokenizer, const char *text,
                         gsize length);

/* False at the end. */
bool html_tokenizer_next(HtmlTokenizer *tokenizer, HtmlToken *token);

/* Elements that have no end tag, and those that may leave theirs out. */
bool html_token_is_void(const HtmlToken *token);
bool html_token_is_optional(const HtmlToken *token);
