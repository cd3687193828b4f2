/* reader/html_token.c -- HTML cut into tags and text, without judging it. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_token.h"

#include <string.h>

void
html_tokenizer_init(HtmlTokenizer *tokenizer, const char *text, gsize length)
{
  *tokenizer = (HtmlTokenizer){ .at = text, .end = text + length };
}

static bool
is_one_of(const char *name, const char *const *names)
{
  for (; *names != NULL; names++)
    if (strcmp(name, *names) == 0)
      return true;
  return false;
}

/* HTML 5, 13.1.2 "Elements". */
bool
html_token_is_void(const HtmlToken *token)
{
  static const char *const names[] = { "area",  "base", "br",    "col",
                                       "embed", "hr",   "img",   "input",
                                       "link",  "meta", "param", "source",
                                       "track", "wbr",  NULL };
  return is_one_of(token->name, names);
}

bool
html_token_is_optional(const HtmlToken *token)
{
  static const char *const names[] = {
    "p",     "li",     "dt",       "dd", "tr", "td",   "th",   "thead", "tbody",
    "tfoot", "option", "colgroup", "rt", "rp", "html", "body", "head",  NULL
  };
  return is_one_of(token->name, names);
}

static bool
is_raw_text(const char *name)
{
  static const char *const names[] = { "script", "style", "textarea", "title",
                                       NULL };
  return is_one_of(name, names);
}

/* Behind `mark`, or the end. */
static const char *
find_end(const char *at, const char *end, const char *mark)
{
  const char *found = memmem(at, (gsize)(end - at), mark, strlen(mark));

  return found != NULL ? found + strlen(mark) : end;
}

static const char *
skip_space(const char *at, const char *end)
{
  while (at < end && g_ascii_isspace(*at))
    at++;
  return at;
}

/* Behind the value of an attribute that begins at `at`. */
static const char *
skip_value(const char *at, const char *end)
{
  if (at < end && (*at == '"' || *at == '\'')) {
    const char *close = memchr(at + 1, *at, (gsize)(end - at - 1));
    return close != NULL ? close + 1 : end;
  }
  while (at < end && !g_ascii_isspace(*at) && *at != '>')
    at++;
  return at;
}

static const char *
skip_attribute(const char *at, const char *end, HtmlToken *token)
{
  const char *value;

  token->attributes++;
  at++; /* whatever it is, an attribute's name has a character */
  while (at < end && !g_ascii_isspace(*at) && strchr("=>/", *at) == NULL)
    at++;
  value = skip_space(at, end);
  if (value >= end || *value != '=')
    return at;
  value = skip_space(value + 1, end);
  at = skip_value(value, end);
  token->longest_attribute = MAX(token->longest_attribute, (gsize)(at - value));
  return at;
}

/* `at` is behind "<" or "</". */
static const char *
read_tag(const char *at, const char *end, HtmlToken *token)
{
  gsize length = 0;

  for (; at < end && !g_ascii_isspace(*at) && *at != '>' && *at != '/'; at++)
    if (length < HTML_TOKEN_NAME_MAX)
      token->name[length++] = g_ascii_tolower(*at);
  token->name[length] = '\0';
  while (at < end && *at != '>') {
    if (g_ascii_isspace(*at) || *at == '/')
      at++;
    else
      at = skip_attribute(at, end, token);
  }
  return at < end ? at + 1 : end;
}

/* HTML 5, 13.2.5: "--!>" ends a comment, too, and "<!-->" is a whole one. */
static const char *
read_comment(const char *at, const char *end)
{
  const char *plain = find_end(at + 2, end, "-->");

  return find_end(at + 2, plain, "--!>");
}

static const char *
read_declaration(const char *at, const char *end, HtmlToken *token)
{
  static const char cdata[] = "<![CDATA[";

  token->kind = HTML_TOKEN_DECLARATION;
  if (end - at >= 4 && memcmp(at, "<!--", 4) == 0) {
    token->kind = HTML_TOKEN_COMMENT;
    return read_comment(at, end);
  }
  if (end - at >= 9 && memcmp(at, cdata, 9) == 0)
    return find_end(at, end, "]]>");
  return find_end(at, end, at[1] == '?' ? "?>" : ">");
}

static bool
is_tag(const char *at, const char *end)
{
  if (end - at < 2 || *at != '<')
    return false;
  if (g_ascii_isalpha(at[1]) || at[1] == '!' || at[1] == '?')
    return true;
  return at[1] == '/' && end - at > 2 && g_ascii_isalpha(at[2]);
}

static const char *
read_text(const char *at, const char *end)
{
  do
    at++;
  while (at < end && !is_tag(at, end));
  return at;
}

/* True if the raw text ends at `at`. */
static bool
ends_raw(const HtmlTokenizer *tokenizer, const char *at)
{
  gsize length = strlen(tokenizer->raw);

  return (gsize)(tokenizer->end - at) >= length + 2 && at[0] == '<' &&
         at[1] == '/' &&
         g_ascii_strncasecmp(at + 2, tokenizer->raw, length) == 0;
}

static const char *
read_raw_text(const HtmlTokenizer *tokenizer)
{
  const char *at = tokenizer->at;

  while (at < tokenizer->end && !ends_raw(tokenizer, at))
    at++;
  return at;
}

static const char *
read_markup(HtmlTokenizer *tokenizer, HtmlToken *token)
{
  const char *at = tokenizer->at;

  if (at[1] == '!' || at[1] == '?')
    return read_declaration(at, tokenizer->end, token);
  token->kind = at[1] == '/' ? HTML_TOKEN_END : HTML_TOKEN_START;
  at = read_tag(at + (at[1] == '/' ? 2 : 1), tokenizer->end, token);
  if (at[-1] != '>')
    token->kind = HTML_TOKEN_UNFINISHED;
  if (token->kind == HTML_TOKEN_START && is_raw_text(token->name))
    memcpy(tokenizer->raw, token->name, sizeof token->name);
  return at;
}

bool
html_tokenizer_next(HtmlTokenizer *tokenizer, HtmlToken *token)
{
  const char *next;

  *token = (HtmlToken){ .start = tokenizer->at };
  if (tokenizer->at >= tokenizer->end)
    return false;
  if (tokenizer->raw[0] != '\0') {
    next = read_raw_text(tokenizer);
    tokenizer->raw[0] = '\0';
    token->kind = HTML_TOKEN_RAW_TEXT;
    if (next == tokenizer->at)
      return html_tokenizer_next(tokenizer, token);
  } else if (is_tag(tokenizer->at, tokenizer->end)) {
    next = read_markup(tokenizer, token);
  } else {
    next = read_text(tokenizer->at, tokenizer->end);
    token->kind = HTML_TOKEN_TEXT;
  }
  token->length = (gsize)(next - tokenizer->at);
  tokenizer->at = next;
  return true;
}
