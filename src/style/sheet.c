/* style/sheet.c -- a style sheet in our subset of CSS, parsed and checked. */
/* SPDX-License-Identifier: MIT */
#include "style/sheet.h"

#include "style/cascade.h"
#include "style/check.h"
#include "style/page_rule.h"
#include "style/value.h"

#include <string.h>

struct StyleSheet {
  GStringChunk *texts;
  StyleCascade *cascade;
  StylePageRules *pages;
};

typedef struct {
  StyleSheet *sheet;
  StyleSheetKind kind;
  StyleTokens *tokens;
  GArray *page_uses; /* of StyleToken: the names after "page:" */
} Reading;

static StyleSheet *
new_sheet(void)
{
  StyleSheet *sheet = g_new0(StyleSheet, 1);
  sheet->texts = g_string_chunk_new(1024);
  sheet->cascade = style_cascade_new();
  sheet->pages = style_page_rules_new();
  return sheet;
}

void
style_sheet_free(StyleSheet *sheet)
{
  if (!sheet)
    return;
  style_page_rules_free(sheet->pages);
  style_cascade_free(sheet->cascade);
  g_string_chunk_free(sheet->texts);
  g_free(sheet);
}

/* The selectors of one list; NULL if any of them is wrong, for half a rule
 * would be a surprise. */
static GPtrArray *
read_selectors(Reading *reading)
{
  g_autoptr(GPtrArray) selectors =
      g_ptr_array_new_with_free_func((GDestroyNotify)style_selector_free);
  do {
    StyleSelector *selector =
        style_selector_read(reading->tokens, reading->kind);
    if (!selector)
      return NULL;
    g_ptr_array_add(selectors, selector);
  } while (style_tokens_accept(reading->tokens, ','));
  return g_steal_pointer(&selectors);
}

static void
close_block(StyleTokens *tokens)
{
  if (!style_tokens_accept(tokens, '}'))
    style_tokens_report(tokens, style_tokens_peek(tokens), "style-syntax",
                        "the sheet ends inside a rule: close it with }");
}

/* Notes where a page is named, as the @page rule may come later. */
static void
note_page_uses(Reading *reading, guint from)
{
  StyleTokens *tokens = reading->tokens;
  for (guint i = from; i + 2 < tokens->next; i++) {
    const StyleToken *token = &g_array_index(tokens->list, StyleToken, i);
    if (token[0].kind == STYLE_TOKEN_WORD && !strcmp(token[0].text, "page") &&
        token[1].text[0] == ':' && token[2].kind == STYLE_TOKEN_WORD &&
        strcmp(token[2].text, "auto"))
      g_array_append_val(reading->page_uses, token[2]);
  }
}

static void
add_rules(StyleSheet *sheet, GPtrArray *selectors, GArray *declarations)
{
  while (selectors->len > 0)
    style_cascade_add(sheet->cascade, g_ptr_array_steal_index(selectors, 0),
                      declarations);
}

static void
read_rule(Reading *reading)
{
  StyleTokens *tokens = reading->tokens;
  g_autoptr(GPtrArray) selectors = read_selectors(reading);
  if (!selectors) {
    style_tokens_skip_block(tokens);
    return;
  }
  if (!style_tokens_accept(tokens, '{')) {
    style_tokens_report(tokens, style_tokens_peek(tokens), "style-syntax",
                        "{ is missing after the selector");
    return;
  }
  guint start = tokens->next;
  g_autoptr(GArray) declarations =
      g_array_new(FALSE, FALSE, sizeof(StyleDeclaration));
  if (reading->kind == STYLE_SHEET_EPUB)
    style_check_declarations(tokens);
  else
    style_declarations_read(tokens, declarations);
  note_page_uses(reading, start);
  close_block(tokens);
  if (reading->kind == STYLE_SHEET_PRINT)
    add_rules(reading->sheet, selectors, declarations);
}

/* "(max-width: 30em)": all that an EPUB's sheet may ask of the screen. */
static bool
read_screen(StyleTokens *tokens)
{
  StyleLength width;
  return style_tokens_accept(tokens, '(') &&
         !strcmp(style_tokens_pass(tokens)->text, "max-width") &&
         style_tokens_accept(tokens, ':') &&
         style_tokens_peek(tokens)->kind == STYLE_TOKEN_NUMBER &&
         style_tokens_peek(tokens)->number > 0 &&
         !strcmp(style_tokens_peek(tokens)->text, "em") &&
         style_length_read(tokens, &width) &&
         style_tokens_accept(tokens, ')') && style_tokens_accept(tokens, '{');
}

/* The rules for narrow screens; readers that know no @media pass them over. */
static void
read_media_rule(Reading *reading, const StyleToken *token)
{
  StyleTokens *tokens = reading->tokens;
  if (!read_screen(tokens)) {
    style_tokens_report(tokens, token, "style-at-rule",
                        "the sheet of the EPUB may ask for a narrow screen "
                        "alone: write @media (max-width: 30em) { rules }");
    style_tokens_skip_block(tokens);
    return;
  }
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END &&
         !style_tokens_at(tokens, '}'))
    read_rule(reading);
  close_block(tokens);
}

static void
read_at_rule(Reading *reading)
{
  const StyleToken *token = style_tokens_pass(reading->tokens);
  bool print = reading->kind == STYLE_SHEET_PRINT;
  if (print && !strcmp(token->text, "page")) {
    style_page_rules_read(reading->sheet->pages, reading->tokens);
    return;
  }
  if (!print && !strcmp(token->text, "media")) {
    read_media_rule(reading, token);
    return;
  }
  const char *remedy =
      print ? "only @page; put everything into this one sheet"
            : "only @media, for narrow screens; leave the rest to the reader";
  style_tokens_report(reading->tokens, token, "style-at-rule",
                      "there is no rule @%s here: %s", token->text, remedy);
  style_tokens_skip_block(reading->tokens);
}

static void
check_page_uses(Reading *reading)
{
  if (reading->kind == STYLE_SHEET_EPUB)
    return;
  for (guint i = 0; i < reading->page_uses->len; i++) {
    const StyleToken *token = &g_array_index(reading->page_uses, StyleToken, i);
    if (!style_page_rules_find(reading->sheet->pages, token->text))
      style_tokens_report(reading->tokens, token, "style-page",
                          "there is no @page %s: write the rule, or name one "
                          "that is there",
                          token->text);
  }
}

static void
settle(Reading *reading)
{
  StyleSheet *sheet = reading->sheet;
  StyleElement root = { .name = "book" };
  style_cascade_settle(sheet->cascade);
  const Style *book = style_cascade_resolve(sheet->cascade, &root, NULL);
  style_page_rules_settle(sheet->pages, reading->tokens, sheet->cascade, book);
}

static void
read_all(Reading *reading)
{
  StyleTokens *tokens = reading->tokens;
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END) {
    if (style_tokens_peek(tokens)->kind == STYLE_TOKEN_AT)
      read_at_rule(reading);
    else
      read_rule(reading);
  }
  check_page_uses(reading);
  settle(reading);
}

StyleSheet *
style_sheet_read(const char *name, StyleSheetKind kind, GBytes *bytes,
                 Diag *diag)
{
  StyleSheet *sheet = new_sheet();
  g_autoptr(StyleTokens) tokens =
      style_tokens_new(name, bytes, sheet->texts, diag);
  g_autoptr(GArray) page_uses = g_array_new(FALSE, FALSE, sizeof(StyleToken));
  Reading reading = {
    .sheet = sheet, .kind = kind, .tokens = tokens, .page_uses = page_uses
  };
  read_all(&reading);
  return sheet;
}

const Style *
style_sheet_resolve(StyleSheet *sheet, const StyleElement *element,
                    const Style *parent)
{
  return style_cascade_resolve(sheet->cascade, element, parent);
}

const StylePage *
style_sheet_page(const StyleSheet *sheet, const char *name)
{
  return style_page_rules_find(sheet->pages, name);
}
