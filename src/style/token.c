/* style/token.c -- a style sheet cut into tokens. */
/* SPDX-License-Identifier: MIT */
#include "style/token.h"

#include "base/bytes.h"

#include <string.h>

enum {
  DIGITS_LIMIT = 12, /* of a number: more is never meant */
  PRINT_LIMIT = 40,  /* characters of a token in a message */
  FAULTS_LIMIT = 100 /* messages about one sheet */
};

typedef struct {
  StyleTokens *tokens;
  const char *at;
  const char *end;
  const char *line_start;
  unsigned line;
} Scanner;

void
style_tokens_report(StyleTokens *tokens, const StyleToken *token,
                    const char *code, const char *format, ...)
{
  if (++tokens->faults > FAULTS_LIMIT)
    return;
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  DiagPos pos = { .file = tokens->name,
                  .line = token->line,
                  .column = token->column };
  diag_report(tokens->diag, DIAG_ERROR, pos, code, "%s", text);
}

static StyleToken
begin_token(const Scanner *scanner)
{
  return (StyleToken){ .kind = STYLE_TOKEN_END,
                       .text = "",
                       .line = scanner->line,
                       .column =
                           (unsigned)(scanner->at - scanner->line_start) + 1 };
}

static void
step(Scanner *scanner)
{
  if (*scanner->at++ == '\n') {
    scanner->line++;
    scanner->line_start = scanner->at;
  }
}

static char
look(const Scanner *scanner, gsize ahead)
{
  return (gsize)(scanner->end - scanner->at) > ahead ? scanner->at[ahead]
                                                     : '\0';
}

static void
skip_comment(Scanner *scanner)
{
  StyleToken token = begin_token(scanner);
  scanner->at += 2;
  while (scanner->at < scanner->end) {
    if (look(scanner, 0) == '*' && look(scanner, 1) == '/') {
      scanner->at += 2;
      return;
    }
    step(scanner);
  }
  style_tokens_report(scanner->tokens, &token, "style-syntax",
                      "this comment has no end: close it with */");
}

static bool
skip_space(Scanner *scanner)
{
  const char *start = scanner->at;
  for (;;) {
    if (scanner->at < scanner->end && g_ascii_isspace(*scanner->at))
      step(scanner);
    else if (look(scanner, 0) == '/' && look(scanner, 1) == '*')
      skip_comment(scanner);
    else
      return scanner->at > start;
  }
}

static bool
is_name_start(char c)
{
  return g_ascii_isalpha(c) || c == '_' || (guchar)c >= 0x80;
}

static bool
is_name(char c)
{
  return is_name_start(c) || g_ascii_isdigit(c) || c == '-';
}

static bool
starts_name(const Scanner *scanner)
{
  char c = look(scanner, 0);
  return is_name_start(c) || (c == '-' && (is_name_start(look(scanner, 1)) ||
                                           look(scanner, 1) == '-'));
}

static bool
starts_number(const Scanner *scanner)
{
  gsize sign = strchr("+-", look(scanner, 0)) && look(scanner, 0) ? 1 : 0;
  char c = look(scanner, sign);
  return g_ascii_isdigit(c) ||
         (c == '.' && g_ascii_isdigit(look(scanner, sign + 1)));
}

static const char *
keep_text(const Scanner *scanner, const char *start)
{
  g_autofree char *text = g_strndup(start, (gsize)(scanner->at - start));
  return g_string_chunk_insert_const(scanner->tokens->texts, text);
}

static const char *
scan_name(Scanner *scanner)
{
  const char *start = scanner->at;
  while (scanner->at < scanner->end && is_name(*scanner->at))
    scanner->at++;
  return keep_text(scanner, start);
}

static void
scan_digits(Scanner *scanner)
{
  while (g_ascii_isdigit(look(scanner, 0)))
    scanner->at++;
}

static void
scan_number(Scanner *scanner, StyleToken *token)
{
  const char *start = scanner->at;
  if (!g_ascii_isdigit(*scanner->at) && *scanner->at != '.')
    scanner->at++;
  scan_digits(scanner);
  if (look(scanner, 0) == '.' && g_ascii_isdigit(look(scanner, 1))) {
    scanner->at++;
    scan_digits(scanner);
  }
  token->kind = STYLE_TOKEN_NUMBER;
  if (scanner->at - start > DIGITS_LIMIT)
    style_tokens_report(scanner->tokens, token, "style-syntax",
                        "this number is too long: write at most %d digits",
                        DIGITS_LIMIT - 2);
  else
    token->number = g_ascii_strtod(keep_text(scanner, start), NULL);
  if (look(scanner, 0) == '%') {
    token->text = "%";
    scanner->at++;
  } else if (starts_name(scanner)) {
    token->text = scan_name(scanner);
  }
}

/* A backslash takes the next character as it is. */
static void
scan_string(Scanner *scanner, StyleToken *token)
{
  char quote = *scanner->at++;
  g_autoptr(GString) text = g_string_new(NULL);
  token->kind = STYLE_TOKEN_STRING;
  while (scanner->at < scanner->end && *scanner->at != quote &&
         *scanner->at != '\n') {
    if (*scanner->at == '\\' && look(scanner, 1) > ' ')
      scanner->at++;
    g_string_append_c(text, *scanner->at++);
  }
  token->text = g_string_chunk_insert_const(scanner->tokens->texts, text->str);
  if (look(scanner, 0) == quote)
    scanner->at++;
  else
    style_tokens_report(scanner->tokens, token, "style-syntax",
                        "this string has no end on its line: close it with %c",
                        quote);
}

static void
scan_token(Scanner *scanner, StyleToken *token)
{
  char c = *scanner->at;
  if (starts_number(scanner)) {
    scan_number(scanner, token);
  } else if (starts_name(scanner)) {
    token->kind = STYLE_TOKEN_WORD;
    token->text = scan_name(scanner);
  } else if (c == '"' || c == '\'') {
    scan_string(scanner, token);
  } else if ((c == '#' || c == '@') && is_name(look(scanner, 1))) {
    scanner->at++;
    token->kind = c == '#' ? STYLE_TOKEN_HASH : STYLE_TOKEN_AT;
    token->text = scan_name(scanner);
  } else {
    scanner->at++;
    token->kind = STYLE_TOKEN_MARK;
    token->text = keep_text(scanner, scanner->at - 1);
  }
}

static void
scan_all(Scanner *scanner)
{
  GArray *list = scanner->tokens->list;
  for (;;) {
    bool spaced = skip_space(scanner);
    StyleToken token = begin_token(scanner);
    token.spaced = spaced;
    if (scanner->at < scanner->end)
      scan_token(scanner, &token);
    g_array_append_val(list, token);
    if (token.kind == STYLE_TOKEN_END)
      return;
  }
}

/* Where the first `offset` bytes end. */
static StyleToken
place_of(const char *text, gsize offset)
{
  StyleToken token = { .text = "", .line = 1, .column = 1 };
  for (gsize i = 0; i < offset; i++) {
    token.line += text[i] == '\n';
    token.column = text[i] == '\n' ? 1 : token.column + 1;
  }
  return token;
}

StyleTokens *
style_tokens_new(const char *name, GBytes *bytes, GStringChunk *texts,
                 Diag *diag)
{
  StyleTokens *tokens = g_new0(StyleTokens, 1);
  tokens->name = name;
  tokens->diag = diag;
  tokens->texts = texts;
  tokens->list = g_array_new(FALSE, FALSE, sizeof(StyleToken));
  gsize size = 0;
  const char *text = g_bytes_get_data(bytes, &size);
  gsize offset = 0;
  if (size > 0 && !bytes_is_text(text, size, &offset)) {
    StyleToken place = place_of(text, offset);
    style_tokens_report(tokens, &place, "style-syntax",
                        "here is a byte that is not UTF-8 text: the sheet is "
                        "not read; save it as UTF-8");
    size = 0;
  }
  const char *start = size > 0 ? text : "";
  Scanner scanner = { .tokens = tokens,
                      .at = start,
                      .end = start + size,
                      .line_start = start,
                      .line = 1 };
  scan_all(&scanner);
  return tokens;
}

void
style_tokens_free(StyleTokens *tokens)
{
  if (!tokens)
    return;
  g_array_unref(tokens->list);
  g_free(tokens);
}

const StyleToken *
style_tokens_peek(const StyleTokens *tokens)
{
  return &g_array_index(tokens->list, StyleToken, tokens->next);
}

const StyleToken *
style_tokens_pass(StyleTokens *tokens)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_END)
    tokens->next++;
  return token;
}

bool
style_tokens_at(const StyleTokens *tokens, char mark)
{
  const StyleToken *token = style_tokens_peek(tokens);
  return token->kind == STYLE_TOKEN_MARK && token->text[0] == mark;
}

bool
style_tokens_accept(StyleTokens *tokens, char mark)
{
  if (!style_tokens_at(tokens, mark))
    return false;
  tokens->next++;
  return true;
}

void
style_tokens_skip_declaration(StyleTokens *tokens)
{
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END &&
         !style_tokens_at(tokens, '}')) {
    if (style_tokens_accept(tokens, ';'))
      return;
    if (style_tokens_at(tokens, '{'))
      style_tokens_skip_block(tokens);
    else
      style_tokens_pass(tokens);
  }
}

void
style_tokens_skip_block(StyleTokens *tokens)
{
  unsigned depth = 0;
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END) {
    if (depth == 0 && style_tokens_accept(tokens, ';'))
      return;
    if (style_tokens_at(tokens, '{'))
      depth++;
    bool closes = style_tokens_at(tokens, '}');
    style_tokens_pass(tokens);
    if (closes && depth <= 1)
      return;
    depth -= closes;
  }
}

static char *
print_raw(const StyleToken *token)
{
  switch (token->kind) {
  case STYLE_TOKEN_END:
    return g_strdup("end of the sheet");
  case STYLE_TOKEN_NUMBER: {
    GString *out = g_string_new(NULL);
    bytes_append_number(out, token->number, 6);
    g_string_append(out, token->text);
    return g_string_free(out, FALSE);
  }
  case STYLE_TOKEN_STRING:
    return g_strdup_printf("\"%s\"", token->text);
  case STYLE_TOKEN_HASH:
    return g_strdup_printf("#%s", token->text);
  case STYLE_TOKEN_AT:
    return g_strdup_printf("@%s", token->text);
  case STYLE_TOKEN_WORD:
  case STYLE_TOKEN_MARK:
    return g_strdup(token->text);
  }
  g_return_val_if_reached(NULL);
}

char *
style_token_print(const StyleToken *token)
{
  g_autofree char *raw = print_raw(token);
  return bytes_printable(raw, PRINT_LIMIT);
}
