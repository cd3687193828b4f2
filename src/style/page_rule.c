/* style/page_rule.c -- "@page name { ... @top-inside { ... } }". */
/* SPDX-License-Identifier: MIT */
#include "style/page_rule.h"

#include "base/nearest.h"
#include "base/unit.h"
#include "style/margin_box.h"
#include "style/value.h"

#include <math.h>
#include <string.h>

typedef enum {
  PAGE_SIZE,
  PAGE_MARGIN_TOP,
  PAGE_MARGIN_INSIDE,
  PAGE_TEXT_BLOCK,
  PAGE_GRID,
  PAGE_SINK,
  PAGE_SIDES,
  PAGE_COUNT
} PageProperty;

/* Each takes one length, or two: width and height. */
static const struct {
  const char *name;
  const char *expected;
} page_properties[PAGE_COUNT] = {
  [PAGE_SIZE] = { "size", "a4, letter, a5, or width and height" },
  [PAGE_MARGIN_TOP] = { "margin-top", "a length, not negative" },
  [PAGE_MARGIN_INSIDE] = { "margin-inside", "a length, not negative" },
  [PAGE_TEXT_BLOCK] = { "text-block", "two lengths: width and height" },
  [PAGE_GRID] = { "grid", "a length, not negative" },
  [PAGE_SINK] = { "sink", "a length, not negative" },
  [PAGE_SIDES] = { "sides", "one or two" },
};

/* ISO 216 and ANSI/ASME Y14.1. */
static const struct {
  const char *name;
  double width;  /* pt */
  double height; /* pt */
} papers[] = {
  { "a4", 210 * UNIT_PT_PER_MM, 297 * UNIT_PT_PER_MM },
  { "letter", 8.5 * UNIT_PT_PER_IN, 11 * UNIT_PT_PER_IN },
  { "a5", 148 * UNIT_PT_PER_MM, 210 * UNIT_PT_PER_MM },
};

typedef struct {
  bool said;
  StyleLength first;
  StyleLength second; /* of a pair */
} Setting;

typedef struct {
  const char *name; /* "": without a name */
  StyleToken place; /* of the name, for messages */
  Setting settings[PAGE_COUNT];
  StyleMarginRule *boxes[STYLE_BOX_COUNT]; /* NULL: not said */
  StylePage page;                          /* once settled */
} PageRule;

struct StylePageRules {
  GPtrArray *rules; /* of PageRule, the one without a name first */
};

static void
free_rule(gpointer data)
{
  PageRule *rule = data;
  for (StyleBoxPlace place = 0; place < STYLE_BOX_COUNT; place++)
    style_margin_rule_free(rule->boxes[place]);
  g_free(rule);
}

static PageRule *
find_rule(const StylePageRules *rules, const char *name)
{
  for (guint i = 0; i < rules->rules->len; i++) {
    PageRule *rule = rules->rules->pdata[i];
    if (!strcmp(rule->name, name))
      return rule;
  }
  return NULL;
}

static PageRule *
make_rule(StylePageRules *rules, const char *name, const StyleToken *place)
{
  PageRule *rule = find_rule(rules, name);
  if (rule)
    return rule;
  rule = g_new0(PageRule, 1);
  rule->name = name;
  if (place)
    rule->place = *place;
  g_ptr_array_add(rules->rules, rule);
  return rule;
}

StylePageRules *
style_page_rules_new(void)
{
  StylePageRules *rules = g_new0(StylePageRules, 1);
  rules->rules = g_ptr_array_new_with_free_func(free_rule);
  make_rule(rules, "", NULL);
  return rules;
}

void
style_page_rules_free(StylePageRules *rules)
{
  if (!rules)
    return;
  g_ptr_array_unref(rules->rules);
  g_free(rules);
}

static bool
read_amount(StyleTokens *tokens, StyleLength *length)
{
  return style_tokens_peek(tokens)->number >= 0 &&
         style_length_read(tokens, length) &&
         length->unit != STYLE_UNIT_PERCENT;
}

static bool
read_pair(StyleTokens *tokens, Setting *setting)
{
  return read_amount(tokens, &setting->first) &&
         read_amount(tokens, &setting->second);
}

static bool
read_size(StyleTokens *tokens, Setting *setting)
{
  const StyleToken *token = style_tokens_peek(tokens);
  if (token->kind != STYLE_TOKEN_WORD)
    return read_pair(tokens, setting);
  for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
    if (strcmp(papers[i].name, token->text))
      continue;
    setting->first.number = papers[i].width;
    setting->second.number = papers[i].height;
    style_tokens_pass(tokens);
    return true;
  }
  return false;
}

static bool
read_sides(StyleTokens *tokens, Setting *setting)
{
  const StyleToken *token = style_tokens_peek(tokens);
  int sides = token->kind == STYLE_TOKEN_WORD
                  ? style_words_find("one two", token->text)
                  : -1;
  if (sides < 0)
    return false;
  setting->first.number = sides + 1;
  style_tokens_pass(tokens);
  return true;
}

static bool
read_setting(StyleTokens *tokens, PageProperty property, Setting *setting)
{
  switch (property) {
  case PAGE_SIZE:
    return read_size(tokens, setting);
  case PAGE_TEXT_BLOCK:
    return read_pair(tokens, setting);
  case PAGE_SIDES:
    return read_sides(tokens, setting);
  case PAGE_MARGIN_TOP:
  case PAGE_MARGIN_INSIDE:
  case PAGE_GRID:
  case PAGE_SINK:
  case PAGE_COUNT:
    return read_amount(tokens, &setting->first);
  }
  g_return_val_if_reached(false);
}

static PageProperty
find_property(StyleTokens *tokens, const StyleToken *name)
{
  Nearest nearest = { .wanted = name->text };
  for (PageProperty property = 0; property < PAGE_COUNT; property++) {
    if (!strcmp(page_properties[property].name, name->text))
      return property;
    nearest_offer(&nearest, page_properties[property].name);
  }
  style_tokens_report(tokens, name, "style-property",
                      "a page has no property %s: did you mean %s?", name->text,
                      nearest.name);
  return PAGE_COUNT;
}

static void
read_property(StyleTokens *tokens, PageRule *rule)
{
  const StyleToken *name = style_declaration_begin(tokens);
  if (!name)
    return;
  PageProperty property = find_property(tokens, name);
  Setting setting = { .said = true };
  bool read = property < PAGE_COUNT && read_setting(tokens, property, &setting);
  if (property < PAGE_COUNT && !read)
    style_value_report(tokens, name->text, page_properties[property].expected);
  if (!read)
    style_tokens_skip_declaration(tokens);
  else if (style_declaration_end(tokens))
    rule->settings[property] = setting;
}

static void
read_box(StyleTokens *tokens, PageRule *rule)
{
  StyleBoxPlace place = style_margin_rule_find_place(tokens);
  if (place == STYLE_BOX_COUNT) {
    style_tokens_skip_block(tokens);
    return;
  }
  if (!rule->boxes[place])
    rule->boxes[place] = style_margin_rule_new();
  style_margin_rule_read(rule->boxes[place], tokens);
}

static void
read_block(StyleTokens *tokens, PageRule *rule)
{
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END &&
         !style_tokens_at(tokens, '}')) {
    if (style_tokens_peek(tokens)->kind == STYLE_TOKEN_AT)
      read_box(tokens, rule);
    else if (!style_tokens_accept(tokens, ';'))
      read_property(tokens, rule);
  }
  if (!style_tokens_accept(tokens, '}'))
    style_tokens_report(tokens, style_tokens_peek(tokens), "style-syntax",
                        "the sheet ends inside @page: close it with }");
}

void
style_page_rules_read(StylePageRules *rules, StyleTokens *tokens)
{
  const StyleToken *token = style_tokens_peek(tokens);
  const char *name = "";
  if (token->kind == STYLE_TOKEN_WORD)
    name = style_tokens_pass(tokens)->text;
  if (!style_tokens_accept(tokens, '{')) {
    style_tokens_report(tokens, style_tokens_peek(tokens), "style-syntax",
                        "{ is missing here: write \"@page { ... }\" or "
                        "\"@page name { ... }\"");
    style_tokens_skip_block(tokens);
    return;
  }
  read_block(tokens, make_rule(rules, name, token));
}

/* The setting of `rule`, else that of the rule without a name. */
static const Setting *
choose_setting(const StylePageRules *rules, const PageRule *rule,
               PageProperty property)
{
  const PageRule *base = rules->rules->pdata[0];
  return rule->settings[property].said ? &rule->settings[property]
                                       : &base->settings[property];
}

static void
compute_page(StylePageRules *rules, PageRule *rule, StyleCascade *cascade,
             const Style *book)
{
  double first[PAGE_COUNT];
  double second[PAGE_COUNT];
  double rem = style_cascade_rem(cascade);
  for (PageProperty property = 0; property < PAGE_COUNT; property++) {
    const Setting *setting = choose_setting(rules, rule, property);
    first[property] = style_length_compute(setting->first, rem, rem, 0);
    second[property] = style_length_compute(setting->second, rem, rem, 0);
  }
  rule->page = (StylePage){ .width = first[PAGE_SIZE],
                            .height = second[PAGE_SIZE],
                            .margin_top = first[PAGE_MARGIN_TOP],
                            .margin_inside = first[PAGE_MARGIN_INSIDE],
                            .block_width = first[PAGE_TEXT_BLOCK],
                            .block_height = second[PAGE_TEXT_BLOCK],
                            .grid = first[PAGE_GRID],
                            .sink = first[PAGE_SINK],
                            .one_sided = first[PAGE_SIDES] == 1 };
  const PageRule *base = rules->rules->pdata[0];
  for (StyleBoxPlace place = 0; place < STYLE_BOX_COUNT; place++)
    rule->page.box[place] = style_margin_rule_compute(
        base->boxes[place], rule == base ? NULL : rule->boxes[place], cascade,
        book);
}

static void
check_room(StyleTokens *tokens, const PageRule *rule)
{
  const StylePage *page = &rule->page;
  if (page->width <= 0)
    return;
  if (page->margin_inside + page->block_width > page->width + UNIT_EPSILON)
    style_tokens_report(tokens, &rule->place, "style-page",
                        "the paper %s has no room for the width of the text "
                        "block: make margin-inside smaller",
                        rule->name);
  if (page->margin_top + page->block_height > page->height + UNIT_EPSILON)
    style_tokens_report(tokens, &rule->place, "style-page",
                        "the paper %s has no room for the height of the text "
                        "block: make margin-top smaller",
                        rule->name);
}

void
style_page_rules_settle(StylePageRules *rules, StyleTokens *tokens,
                        StyleCascade *cascade, const Style *book)
{
  for (guint i = 0; i < rules->rules->len; i++) {
    PageRule *rule = rules->rules->pdata[i];
    compute_page(rules, rule, cascade, book);
    check_room(tokens, rule);
  }
}

const StylePage *
style_page_rules_find(const StylePageRules *rules, const char *name)
{
  const PageRule *rule = find_rule(rules, name ? name : "");
  return rule ? &rule->page : NULL;
}
