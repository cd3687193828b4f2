/* style/value.c -- what may stand after the colon in a printed sheet. */
/* SPDX-License-Identifier: MIT */
#include "style/value.h"

#include "base/unit.h"

#include <math.h>
#include <string.h>

/* PDF 1.7, annex C: the longest side of a page. */
#define LENGTH_LIMIT 14400.0 /* pt */

static const struct {
  const char *name;
  StyleUnit unit;
  double factor;
} units[] = {
  { "pt", STYLE_UNIT_PT, 1 },
  { "mm", STYLE_UNIT_PT, UNIT_PT_PER_MM },
  { "in", STYLE_UNIT_PT, UNIT_PT_PER_IN },
  { "em", STYLE_UNIT_EM, 1 },
  { "rem", STYLE_UNIT_REM, 1 },
  { "%", STYLE_UNIT_PERCENT, 0.01 },
};

bool
style_length_read(StyleTokens *tokens, StyleLength *length)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_NUMBER)
    return false;
  *length = (StyleLength){ .number = 0, .unit = STYLE_UNIT_PT };
  bool known = token->number == 0 && !*token->text;
  for (gsize i = 0; i < G_N_ELEMENTS(units) && !known; i++) {
    if (strcmp(units[i].name, token->text))
      continue;
    length->unit = units[i].unit;
    length->number = token->number * units[i].factor;
    known = true;
  }
  if (!known || fabs(length->number) > LENGTH_LIMIT)
    return false;
  style_tokens_pass(tokens);
  return true;
}

double
style_length_compute(StyleLength length, double em, double rem, double whole)
{
  switch (length.unit) {
  case STYLE_UNIT_PT:
    return length.number;
  case STYLE_UNIT_EM:
    return length.number * em;
  case STYLE_UNIT_REM:
    return length.number * rem;
  case STYLE_UNIT_PERCENT:
    return length.number * whole;
  }
  g_return_val_if_reached(0);
}

static bool
read_hex_color(const char *digits, guint32 *color)
{
  gsize length = strlen(digits);
  if ((length != 3 && length != 6) ||
      strspn(digits, "0123456789abcdefABCDEF") != length)
    return false;
  *color = 0;
  for (gsize i = 0; i < length; i++) {
    guint32 digit = (guint32)g_ascii_xdigit_value(digits[i]);
    *color = length == 3 ? *color << 8 | digit * 0x11 : *color << 4 | digit;
  }
  return true;
}

bool
style_color_read(StyleTokens *tokens, guint32 *color)
{
  const StyleToken *token = style_tokens_peek(tokens);
  bool read = true;
  if (token->kind == STYLE_TOKEN_WORD && !strcmp(token->text, "black"))
    *color = 0x000000;
  else if (token->kind == STYLE_TOKEN_WORD && !strcmp(token->text, "white"))
    *color = 0xffffff;
  else
    read =
        token->kind == STYLE_TOKEN_HASH && read_hex_color(token->text, color);
  if (read)
    style_tokens_pass(tokens);
  return read;
}

/* What CSS has and we have not: said by name, for people will try it. */
static const char *
explain(const StyleToken *token)
{
  if (token->kind == STYLE_TOKEN_NUMBER)
    return !strcmp(token->text, "px") ? " (px is no size on paper)" : "";
  if (token->kind != STYLE_TOKEN_WORD)
    return "";
  if (style_words_find("inherit initial unset revert", token->text) >= 0)
    return " (there are no inheritance keywords)";
  if (style_words_find("url calc var rgb rgba hsl", token->text) >= 0)
    return " (there are no functions)";
  return "";
}

void
style_value_report(StyleTokens *tokens, const char *name, const char *expected)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind == STYLE_TOKEN_END || style_tokens_at(tokens, ';') ||
      style_tokens_at(tokens, '}')) {
    style_tokens_report(tokens, token, "style-value",
                        "the value of %s is missing: write %s", name, expected);
    return;
  }
  g_autofree char *shown = style_token_print(token);
  style_tokens_report(tokens, token, "style-value",
                      "%s is no value of %s%s: write %s", shown, name,
                      explain(token), expected);
}

static char *
expect_words(const char *words, const char *more)
{
  g_auto(GStrv) list = g_strsplit(words, " ", -1);
  g_autofree char *joined = g_strjoinv(", ", list);
  return g_strconcat(*more ? more : "one of ", *more ? ", " : "", joined, NULL);
}

static char *
expected_by(const StyleProperty *property)
{
  const char *length = "a length in pt, mm, in, em or rem";
  switch (property->grammar) {
  case STYLE_GRAMMAR_LENGTH:
    return g_strconcat(length, ", not negative", NULL);
  case STYLE_GRAMMAR_SIGNED:
    return g_strdup(length);
  case STYLE_GRAMMAR_SIZE:
    return g_strconcat(length, ", or a % of the parent's size", NULL);
  case STYLE_GRAMMAR_LINE:
    return g_strconcat(length, ", a plain number or a % of the font size",
                       NULL);
  case STYLE_GRAMMAR_WIDTH:
    return g_strconcat(length, ", a % of the room up to 100%, or auto", NULL);
  case STYLE_GRAMMAR_LIMIT:
    return g_strconcat(length, ", or none", NULL);
  case STYLE_GRAMMAR_WORD:
    return expect_words(property->words, "");
  case STYLE_GRAMMAR_WEIGHT:
    return expect_words(property->words, "100, 200 and so on to 900");
  case STYLE_GRAMMAR_COUNT:
    return g_strdup("a whole number of lines from 1 to 9");
  case STYLE_GRAMMAR_COLOR:
    return g_strdup("#rgb, #rrggbb, black or white");
  case STYLE_GRAMMAR_FAMILY:
    return g_strdup("names of families, separated by commas, in quotes "
                    "if there are figures in them");
  case STYLE_GRAMMAR_BORDER:
    return g_strdup("none, or a width in pt, solid or dotted, and a colour");
  case STYLE_GRAMMAR_PAGE:
    return g_strdup("the name of an @page rule, or auto");
  case STYLE_GRAMMAR_STRING:
    return g_strdup("a string such as \".\", or none");
  }
  g_return_val_if_reached(NULL);
}

static bool
accept_word(StyleTokens *tokens, const char *word)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_WORD || strcmp(token->text, word))
    return false;
  style_tokens_pass(tokens);
  return true;
}

static bool
read_word(StyleTokens *tokens, const StyleProperty *property,
          StyleDeclaration *value)
{
  const StyleToken *token = style_tokens_peek(tokens);
  int place = token->kind == STYLE_TOKEN_WORD
                  ? style_words_find(property->words, token->text)
                  : -1;
  if (place < 0)
    return false;
  value->length.number = place;
  style_tokens_pass(tokens);
  return true;
}

static bool
read_length(StyleTokens *tokens, StyleDeclaration *value, bool negative,
            bool percent)
{
  guint start = tokens->next;
  if (style_length_read(tokens, &value->length) &&
      (negative || value->length.number >= 0) &&
      (percent || value->length.unit != STYLE_UNIT_PERCENT))
    return true;
  tokens->next = start;
  return false;
}

static bool
read_plain(StyleTokens *tokens, double low, double high, double *number)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_NUMBER || *token->text ||
      token->number < low || token->number > high)
    return false;
  *number = token->number;
  style_tokens_pass(tokens);
  return true;
}

static bool
read_whole(StyleTokens *tokens, int low, int high, int step, double *number)
{
  guint start = tokens->next;
  if (read_plain(tokens, low, high, number) && fmod(*number, step) == 0)
    return true;
  tokens->next = start;
  return false;
}

static bool
read_weight(StyleTokens *tokens, const StyleProperty *property,
            StyleDeclaration *value)
{
  if (read_whole(tokens, 100, 900, 100, &value->length.number))
    return true;
  if (!read_word(tokens, property, value))
    return false;
  value->length.number = value->length.number > 0 ? 700 : 400;
  return true;
}

/* The second declaration is for the row after the property's own. */
static bool
read_line(StyleTokens *tokens, StyleDeclaration *value, GArray *declarations)
{
  StyleDeclaration factor = { .property = STYLE_PROPERTY_LINE_FACTOR };
  if (!read_length(tokens, value, false, true) &&
      !read_plain(tokens, 0.5, 10, &factor.length.number))
    return false;
  g_array_append_val(declarations, factor);
  return true;
}

static bool
read_width(StyleTokens *tokens, StyleDeclaration *value, GArray *declarations)
{
  StyleDeclaration share = { .property = STYLE_PROPERTY_WIDTH_SHARE };
  bool percent = false;
  if (!accept_word(tokens, "auto")) {
    guint start = tokens->next;
    if (!read_length(tokens, value, false, true))
      return false;
    percent = value->length.unit == STYLE_UNIT_PERCENT;
    if (percent && value->length.number > 1) {
      tokens->next = start;
      return false;
    }
  }
  if (percent) {
    share.length.number = value->length.number;
    value->length = (StyleLength){ .number = 0 };
  }
  g_array_append_val(declarations, share);
  return true;
}

/* One name of a family: a string, or words that spaces separate. */
static bool
read_family(StyleTokens *tokens, GString *names)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind == STYLE_TOKEN_STRING && *token->text &&
      !strchr(token->text, ',')) {
    g_string_append(names, style_tokens_pass(tokens)->text);
    return true;
  }
  if (token->kind != STYLE_TOKEN_WORD)
    return false;
  const char *gap = "";
  while (style_tokens_peek(tokens)->kind == STYLE_TOKEN_WORD) {
    g_string_append(names, gap);
    g_string_append(names, style_tokens_pass(tokens)->text);
    gap = " ";
  }
  return style_tokens_peek(tokens)->kind != STYLE_TOKEN_NUMBER;
}

static bool
read_families(StyleTokens *tokens, StyleDeclaration *value)
{
  g_autoptr(GString) names = g_string_new(NULL);
  if (!read_family(tokens, names))
    return false;
  while (style_tokens_accept(tokens, ',')) {
    g_string_append(names, ", ");
    if (!read_family(tokens, names))
      return false;
  }
  value->name = g_string_chunk_insert_const(tokens->texts, names->str);
  return true;
}

/* Width, kind and colour in any order, each once; the colour may be left
 * out. */
static bool
read_border(StyleTokens *tokens, const StyleProperty *property,
            StyleDeclaration *value)
{
  if (accept_word(tokens, "none"))
    return true;
  bool width = false;
  StyleDeclaration kind = { 0 };
  for (;;) {
    if (!width && read_length(tokens, value, false, false))
      width = true;
    else if (!value->kind && read_word(tokens, property, &kind))
      value->kind = (StyleBorderKind)kind.length.number;
    else if (!value->own_color && style_color_read(tokens, &value->color))
      value->own_color = true;
    else
      return width && value->kind != STYLE_BORDER_NONE;
  }
}

static bool
read_page(StyleTokens *tokens, StyleDeclaration *value)
{
  if (accept_word(tokens, "auto"))
    return true;
  if (style_tokens_peek(tokens)->kind != STYLE_TOKEN_WORD)
    return false;
  value->name = style_tokens_pass(tokens)->text;
  return true;
}

static bool
read_string(StyleTokens *tokens, StyleDeclaration *value)
{
  if (accept_word(tokens, "none"))
    return true;
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_STRING || !*token->text)
    return false;
  value->name = style_tokens_pass(tokens)->text;
  return true;
}

static bool
read_by_grammar(StyleTokens *tokens, const StyleProperty *property,
                StyleDeclaration *value, GArray *declarations)
{
  switch (property->grammar) {
  case STYLE_GRAMMAR_LENGTH:
    return read_length(tokens, value, false, false);
  case STYLE_GRAMMAR_SIGNED:
    return read_length(tokens, value, true, false);
  case STYLE_GRAMMAR_SIZE:
    return style_tokens_peek(tokens)->number > 0 &&
           read_length(tokens, value, false, true);
  case STYLE_GRAMMAR_LINE:
    return read_line(tokens, value, declarations);
  case STYLE_GRAMMAR_WIDTH:
    return read_width(tokens, value, declarations);
  case STYLE_GRAMMAR_LIMIT:
    return accept_word(tokens, "none") ||
           read_length(tokens, value, false, false);
  case STYLE_GRAMMAR_WORD:
    return read_word(tokens, property, value);
  case STYLE_GRAMMAR_WEIGHT:
    return read_weight(tokens, property, value);
  case STYLE_GRAMMAR_COUNT:
    return read_whole(tokens, 1, 9, 1, &value->length.number);
  case STYLE_GRAMMAR_COLOR:
    return style_color_read(tokens, &value->color);
  case STYLE_GRAMMAR_FAMILY:
    return read_families(tokens, value);
  case STYLE_GRAMMAR_BORDER:
    return read_border(tokens, property, value);
  case STYLE_GRAMMAR_PAGE:
    return read_page(tokens, value);
  case STYLE_GRAMMAR_STRING:
    return read_string(tokens, value);
  }
  g_return_val_if_reached(false);
}

bool
style_value_read(StyleTokens *tokens, const char *name,
                 StylePropertyId property, GArray *declarations)
{
  StyleDeclaration value = { .property = property };
  const StyleProperty *row = style_property(property);
  if (!read_by_grammar(tokens, row, &value, declarations)) {
    g_autofree char *expected = expected_by(row);
    style_value_report(tokens, name, expected);
    return false;
  }
  g_array_append_val(declarations, value);
  return true;
}
