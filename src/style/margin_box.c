/* style/margin_box.c -- "@top-inside { content: ...; offset: ...; }". */
/* SPDX-License-Identifier: MIT */
#include "style/margin_box.h"

#include "base/nearest.h"
#include "style/value.h"

#include <string.h>

struct StyleMarginRule {
  bool content_said;
  bool offset_said;
  StyleContent content;
  StyleLength offset;
  GArray *declarations; /* of StyleDeclaration */
};

static const char *const places[STYLE_BOX_COUNT] = {
  [STYLE_BOX_TOP_INSIDE] = "top-inside",
  [STYLE_BOX_TOP_CENTER] = "top-center",
  [STYLE_BOX_TOP_OUTSIDE] = "top-outside",
  [STYLE_BOX_BOTTOM_INSIDE] = "bottom-inside",
  [STYLE_BOX_BOTTOM_CENTER] = "bottom-center",
  [STYLE_BOX_BOTTOM_OUTSIDE] = "bottom-outside",
  [STYLE_BOX_MIDDLE_OUTSIDE] = "middle-outside",
};

static const struct {
  const char *function;
  const char *argument; /* NULL: a word alone */
  StyleContent content;
} contents[] = {
  { "none", NULL, STYLE_CONTENT_NONE },
  { "string", "article", STYLE_CONTENT_TITLE },
  { "string", "section", STYLE_CONTENT_SECTION },
  { "string", "book", STYLE_CONTENT_BOOK },
  { "string", "edition", STYLE_CONTENT_EDITION },
  { "counter", "page", STYLE_CONTENT_FOLIO },
  { "counter", "article", STYLE_CONTENT_ARTICLE },
};

#define CONTENT_EXPECTED                                                       \
  "string(article), string(section), string(book), string(edition), "          \
  "counter(page), counter(article) or none"

StyleMarginRule *
style_margin_rule_new(void)
{
  StyleMarginRule *rule = g_new0(StyleMarginRule, 1);
  rule->declarations = g_array_new(FALSE, FALSE, sizeof(StyleDeclaration));
  return rule;
}

void
style_margin_rule_free(StyleMarginRule *rule)
{
  if (!rule)
    return;
  g_array_unref(rule->declarations);
  g_free(rule);
}

StyleBoxPlace
style_margin_rule_find_place(StyleTokens *tokens)
{
  const StyleToken *token = style_tokens_pass(tokens);
  Nearest nearest = { .wanted = token->text };
  for (StyleBoxPlace place = 0; place < STYLE_BOX_COUNT; place++) {
    if (!strcmp(places[place], token->text))
      return place;
    nearest_offer(&nearest, places[place]);
  }
  style_tokens_report(tokens, token, "style-page",
                      "a page has no margin box @%s: did you mean @%s?",
                      token->text, nearest.name);
  return STYLE_BOX_COUNT;
}

static bool
accept_argument(StyleTokens *tokens, const char *argument)
{
  if (!argument)
    return true;
  if (!style_tokens_accept(tokens, '('))
    return false;
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_WORD || strcmp(token->text, argument))
    return false;
  style_tokens_pass(tokens);
  return style_tokens_accept(tokens, ')');
}

static bool
read_content(StyleTokens *tokens, StyleContent *content)
{
  guint start = tokens->next;
  for (gsize i = 0; i < G_N_ELEMENTS(contents); i++) {
    const StyleToken *token = style_tokens_peek(tokens);
    if (token->kind == STYLE_TOKEN_WORD &&
        !strcmp(token->text, contents[i].function)) {
      style_tokens_pass(tokens);
      *content = contents[i].content;
      if (accept_argument(tokens, contents[i].argument))
        return true;
    }
    tokens->next = start;
  }
  style_value_report(tokens, "content", CONTENT_EXPECTED);
  return false;
}

static bool
read_offset(StyleTokens *tokens, StyleLength *offset)
{
  guint start = tokens->next;
  if (style_length_read(tokens, offset) && offset->unit != STYLE_UNIT_PERCENT)
    return true;
  tokens->next = start;
  style_value_report(tokens, "offset", "a length in pt, mm, in, em or rem");
  return false;
}

static bool
read_value(StyleMarginRule *rule, StyleTokens *tokens, const StyleToken *name)
{
  if (!strcmp(name->text, "content")) {
    StyleContent content = STYLE_CONTENT_NONE;
    if (!read_content(tokens, &content))
      return false;
    rule->content = content;
    rule->content_said = true;
    return true;
  }
  if (!strcmp(name->text, "offset")) {
    StyleLength offset = { .number = 0 };
    if (!read_offset(tokens, &offset))
      return false;
    rule->offset = offset;
    rule->offset_said = true;
    return true;
  }
  return style_declaration_read_value(tokens, name, rule->declarations);
}

static void
read_property(StyleMarginRule *rule, StyleTokens *tokens)
{
  const StyleToken *name = style_declaration_begin(tokens);
  if (!name)
    return;
  if (read_value(rule, tokens, name))
    style_declaration_end(tokens);
  else
    style_tokens_skip_declaration(tokens);
}

void
style_margin_rule_read(StyleMarginRule *rule, StyleTokens *tokens)
{
  if (!style_tokens_accept(tokens, '{')) {
    style_tokens_report(tokens, style_tokens_peek(tokens), "style-syntax",
                        "{ is missing here: write \"@top-inside { ... }\"");
    style_tokens_skip_block(tokens);
    return;
  }
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END &&
         !style_tokens_at(tokens, '}'))
    if (!style_tokens_accept(tokens, ';'))
      read_property(rule, tokens);
  if (!style_tokens_accept(tokens, '}'))
    style_tokens_report(tokens, style_tokens_peek(tokens), "style-syntax",
                        "the sheet ends inside a margin box: close it with }");
}

static void
overlay(StyleMarginRule *sum, const StyleMarginRule *rule)
{
  if (!rule)
    return;
  if (rule->content_said)
    sum->content = rule->content;
  if (rule->offset_said)
    sum->offset = rule->offset;
  g_array_append_vals(sum->declarations, rule->declarations->data,
                      rule->declarations->len);
}

StyleMarginBox
style_margin_rule_compute(const StyleMarginRule *base,
                          const StyleMarginRule *own, StyleCascade *cascade,
                          const Style *book)
{
  StyleMarginRule *sum = style_margin_rule_new();
  overlay(sum, base);
  overlay(sum, own);
  const Style *style = style_cascade_compute(cascade, book, sum->declarations);
  double rem = style_cascade_rem(cascade);
  StyleMarginBox box = { .content = sum->content,
                         .style = style,
                         .offset = style_length_compute(
                             sum->offset, style->font_size, rem, 0) };
  style_margin_rule_free(sum);
  return box;
}
