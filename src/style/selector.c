/* style/selector.c -- which elements a rule is for. */
/* SPDX-License-Identifier: MIT */
#include "style/selector.h"

#include "base/nearest.h"
#include "style/property.h"

#include <string.h>

enum {
  CLASS_WEIGHT = 1000, /* of a class against a name */
  COMPOUNDS_LIMIT = 8
};

static const char *const print_elements[] = {
#define ELEMENT(name) #name,
#include "style/element.inc"
  NULL
};

static const char *const epub_elements[] = {
#define EPUB_ELEMENT(name) #name,
#include "style/element.inc"
  NULL
};

static const char *const *
elements_of(StyleSheetKind kind)
{
  return kind == STYLE_SHEET_EPUB ? epub_elements : print_elements;
}

bool
style_element_is_known(const char *name)
{
  return g_strv_contains(print_elements, name);
}

static void
clear_compound(gpointer compound)
{
  g_ptr_array_unref(((StyleCompound *)compound)->classes);
}

static StyleSelector *
new_selector(void)
{
  StyleSelector *selector = g_new0(StyleSelector, 1);
  selector->compounds = g_array_new(FALSE, FALSE, sizeof(StyleCompound));
  g_array_set_clear_func(selector->compounds, clear_compound);
  return selector;
}

void
style_selector_free(StyleSelector *selector)
{
  if (!selector)
    return;
  g_array_unref(selector->compounds);
  g_free(selector);
}

const StyleCompound *
style_selector_last(const StyleSelector *selector)
{
  return &g_array_index(selector->compounds, StyleCompound,
                        selector->compounds->len - 1);
}

static bool
check_name(StyleTokens *tokens, const StyleToken *token, StyleSheetKind kind)
{
  const char *const *names = elements_of(kind);
  if (g_strv_contains(names, token->text))
    return true;
  Nearest nearest = { .wanted = token->text };
  for (gsize i = 0; names[i]; i++)
    nearest_offer(&nearest, names[i]);
  style_tokens_report(tokens, token, "style-selector",
                      "there is no element %s: did you mean %s? (a class is "
                      "written .%s)",
                      token->text, nearest.name, token->text);
  return false;
}

static void
report_selector(StyleTokens *tokens)
{
  const StyleToken *token = style_tokens_peek(tokens);
  g_autofree char *shown = style_token_print(token);
  style_tokens_report(tokens, token, "style-selector",
                      "%s is no part of a selector: write names and classes, "
                      "such as \"callout.warning p\"",
                      shown);
}

static bool
read_class(StyleTokens *tokens, StyleCompound *compound)
{
  style_tokens_pass(tokens); /* the dot */
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_WORD || token->spaced) {
    style_tokens_report(tokens, token, "style-selector",
                        "the name of the class is missing after the dot: "
                        "write it without a space, such as \".warning\"");
    return false;
  }
  const char *name = style_tokens_pass(tokens)->text;
  g_ptr_array_add(compound->classes, (gpointer)(guintptr)name);
  return true;
}

/* "::before" and "::after", which only the EPUB's sheet has. */
static bool
read_pseudo(StyleTokens *tokens)
{
  if (!style_tokens_accept(tokens, ':') || !style_tokens_accept(tokens, ':'))
    return false;
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_WORD ||
      style_words_find("before after", token->text) < 0)
    return false;
  style_tokens_pass(tokens);
  return true;
}

static bool
read_parts(StyleTokens *tokens, StyleSheetKind kind, StyleCompound *compound)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind == STYLE_TOKEN_WORD) {
    if (!check_name(tokens, token, kind))
      return false;
    compound->name = style_tokens_pass(tokens)->text;
  }
  while (style_tokens_at(tokens, '.') && (style_tokens_peek(tokens) == token ||
                                          !style_tokens_peek(tokens)->spaced))
    if (!read_class(tokens, compound))
      return false;
  bool pseudo = kind == STYLE_SHEET_EPUB && style_tokens_at(tokens, ':');
  if (pseudo ? read_pseudo(tokens) : style_tokens_peek(tokens) != token)
    return true;
  report_selector(tokens);
  return false;
}

static bool
read_compound(StyleTokens *tokens, StyleSheetKind kind, StyleSelector *selector)
{
  StyleCompound compound = { .classes = g_ptr_array_new() };
  if (!read_parts(tokens, kind, &compound)) {
    clear_compound(&compound);
    return false;
  }
  g_array_append_val(selector->compounds, compound);
  selector->specificity +=
      compound.classes->len * CLASS_WEIGHT + (compound.name ? 1 : 0);
  return true;
}

StyleSelector *
style_selector_read(StyleTokens *tokens, StyleSheetKind kind)
{
  const StyleToken *start = style_tokens_peek(tokens);
  g_autoptr(StyleSelector) selector = new_selector();
  do {
    if (!read_compound(tokens, kind, selector))
      return NULL;
  } while (!style_tokens_at(tokens, ',') && !style_tokens_at(tokens, '{') &&
           style_tokens_peek(tokens)->kind != STYLE_TOKEN_END);
  if (selector->compounds->len > COMPOUNDS_LIMIT) {
    style_tokens_report(tokens, start, "style-selector",
                        "this selector is too long: write at most %d names "
                        "and classes in a row",
                        COMPOUNDS_LIMIT);
    return NULL;
  }
  return g_steal_pointer(&selector);
}

static bool
match_compound(const StyleCompound *compound, const StyleElement *element)
{
  if (compound->name && strcmp(compound->name, element->name))
    return false;
  for (guint i = 0; i < compound->classes->len; i++) {
    const char *name = g_ptr_array_index(compound->classes, i);
    if (!element->classes || style_words_find(element->classes, name) < 0)
      return false;
  }
  return true;
}

/* Each compound takes the nearest ancestor that fits: as only "somewhere
 * above" can be asked, no other choice could do better. */
bool
style_selector_match(const StyleSelector *selector, const StyleElement *element)
{
  guint left = selector->compounds->len;
  if (!match_compound(style_selector_last(selector), element))
    return false;
  left--;
  for (const StyleElement *above = element->parent; above && left > 0;
       above = above->parent)
    if (match_compound(
            &g_array_index(selector->compounds, StyleCompound, left - 1),
            above))
      left--;
  return left == 0;
}
