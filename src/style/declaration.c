/* style/declaration.c -- "name: value;", read and checked. */
/* SPDX-License-Identifier: MIT */
#include "style/declaration.h"

#include "style/value.h"

const StyleToken *
style_declaration_begin(StyleTokens *tokens)
{
  const StyleToken *name = style_tokens_peek(tokens);
  if (name->kind != STYLE_TOKEN_WORD) {
    g_autofree char *shown = style_token_print(name);
    style_tokens_report(tokens, name, "style-syntax",
                        "%s is no property: write \"name: value;\"", shown);
    style_tokens_skip_declaration(tokens);
    return NULL;
  }
  style_tokens_pass(tokens);
  if (style_tokens_accept(tokens, ':'))
    return name;
  style_tokens_report(tokens, style_tokens_peek(tokens), "style-syntax",
                      "a colon is missing after %s: write \"%s: value;\"",
                      name->text, name->text);
  style_tokens_skip_declaration(tokens);
  return NULL;
}

static void
report_rest(StyleTokens *tokens, const StyleToken *token)
{
  g_autofree char *shown = style_token_print(token);
  if (style_tokens_at(tokens, '!'))
    style_tokens_report(tokens, token, "style-syntax",
                        "there is no !important: a selector with more classes "
                        "or names, or a later rule, has the last word");
  else if (style_tokens_at(tokens, ':'))
    style_tokens_report(tokens, token, "style-syntax",
                        "a semicolon is missing before this: end each "
                        "declaration with one");
  else
    style_tokens_report(tokens, token, "style-value",
                        "%s is too much here: end the value with a semicolon "
                        "before it, or take it out",
                        shown);
}

bool
style_declaration_end(StyleTokens *tokens)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (style_tokens_accept(tokens, ';') || style_tokens_at(tokens, '}') ||
      token->kind == STYLE_TOKEN_END) /* whoever reads the block says so */
    return true;
  report_rest(tokens, token);
  style_tokens_skip_declaration(tokens);
  return false;
}

static void
report_unknown(StyleTokens *tokens, const StyleToken *name)
{
  style_tokens_report(tokens, name, "style-property",
                      "there is no property %s: did you mean %s?", name->text,
                      style_property_suggest(name->text));
}

/* One to four values: the top, right, bottom and left side; a side that is not
 * said is that opposite it, and the right is the top. */
static bool
read_sides(StyleTokens *tokens, const StyleToken *name, StylePropertyId top,
           GArray *declarations)
{
  guint start = declarations->len;
  guint count = 0;
  do {
    if (!style_value_read(tokens, name->text, top + count, declarations))
      return false;
    count++;
  } while (count < 4 && style_property(top)->grammar != STYLE_GRAMMAR_BORDER &&
           style_tokens_peek(tokens)->kind == STYLE_TOKEN_NUMBER);
  for (guint side = count; side < 4; side++) {
    guint from = side == STYLE_LEFT && count > 1 ? STYLE_RIGHT : STYLE_TOP;
    StyleDeclaration copy =
        g_array_index(declarations, StyleDeclaration, start + from);
    copy.property = top + side;
    g_array_append_val(declarations, copy);
  }
  return true;
}

bool
style_declaration_read_value(StyleTokens *tokens, const StyleToken *name,
                             GArray *declarations)
{
  StylePropertyId id = style_property_find(name->text);
  if (id < STYLE_PROPERTY_COUNT)
    return style_value_read(tokens, name->text, id, declarations);
  StylePropertyId top = style_property_find_sides(name->text);
  if (top < STYLE_PROPERTY_COUNT)
    return read_sides(tokens, name, top, declarations);
  report_unknown(tokens, name);
  return false;
}

static void
read_declaration(StyleTokens *tokens, GArray *declarations)
{
  const StyleToken *name = style_declaration_begin(tokens);
  if (!name)
    return;
  guint before = declarations->len;
  bool read = style_declaration_read_value(tokens, name, declarations);
  if (!read)
    style_tokens_skip_declaration(tokens);
  if (!read || !style_declaration_end(tokens))
    g_array_set_size(declarations, before);
}

void
style_declarations_read(StyleTokens *tokens, GArray *declarations)
{
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END &&
         !style_tokens_at(tokens, '}'))
    if (!style_tokens_accept(tokens, ';'))
      read_declaration(tokens, declarations);
}
