/* style/check.c -- declarations of the sheet that is shipped in the EPUB. */
/* SPDX-License-Identifier: MIT */
#include "style/check.h"

#include "base/nearest.h"
#include "style/declaration.h"
#include "style/value.h"

#include <string.h>

enum {
  LENGTH = 1 << 0,
  PERCENT = 1 << 1,
  NUMBER = 1 << 2,
  COLOR = 1 << 3,
  STRING = 1 << 4,
  FAMILY = 1 << 5, /* names, separated by commas */
  MANY = 1 << 6,   /* up to four values */
  LABEL = 1 << 7,  /* attr(data-label) */
  VALUES_LIMIT = 4
};

typedef struct {
  const char *name;
  unsigned types;
  const char *words;
} EpubProperty;

static const EpubProperty properties[] = {
#define EPUB_PROPERTY(name_, types_, words_)                                   \
  { .name = name_, .types = types_, .words = words_ },
#include "style/property.inc"
};

static const EpubProperty *
find_property(StyleTokens *tokens, const StyleToken *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(properties); i++)
    if (!strcmp(properties[i].name, name->text))
      return &properties[i];
  Nearest nearest = { .wanted = name->text };
  for (gsize i = 0; i < G_N_ELEMENTS(properties); i++)
    nearest_offer(&nearest, properties[i].name);
  style_tokens_report(tokens, name, "style-property",
                      "the sheet of the EPUB has no property %s: did you mean "
                      "%s?",
                      name->text, nearest.name);
  return NULL;
}

static void
append_kind(GString *out, bool fits, const char *kind)
{
  if (fits)
    g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", kind);
}

static char *
expected_by(const EpubProperty *property)
{
  unsigned types = property->types;
  GString *out = g_string_new(NULL);
  append_kind(out, types & LENGTH, "a length in em, rem, pt, mm, in or px");
  append_kind(out, types & PERCENT, "a %");
  append_kind(out, types & NUMBER, "a plain number");
  append_kind(out, types & COLOR, "#rgb, #rrggbb, black, white");
  append_kind(out, types & STRING, "a string");
  append_kind(out, types & LABEL, "attr(data-label)");
  g_auto(GStrv) words = g_strsplit(property->words, " ", -1);
  for (gsize i = 0; words[i]; i++)
    append_kind(out, *words[i], words[i]);
  return g_string_free(out, FALSE);
}

/* A pixel is fine on a screen, as the least width of a rule. */
static bool
read_number(StyleTokens *tokens, unsigned types)
{
  const StyleToken *token = style_tokens_peek(tokens);
  bool plain = !*token->text;
  unsigned type = plain && (types & NUMBER)   ? NUMBER
                  : !strcmp(token->text, "%") ? PERCENT
                                              : LENGTH;
  StyleLength length;
  if (!(types & type))
    return false;
  if (type != NUMBER && strcmp(token->text, "px"))
    return style_length_read(tokens, &length);
  style_tokens_pass(tokens);
  return true;
}

/* The head of a cell's column: epub/table_list.c. */
static bool
read_label(StyleTokens *tokens)
{
  style_tokens_pass(tokens);
  if (!style_tokens_accept(tokens, '(') ||
      strcmp(style_tokens_peek(tokens)->text, "data-label"))
    return false;
  style_tokens_pass(tokens);
  return style_tokens_accept(tokens, ')');
}

static bool
read_one(StyleTokens *tokens, const EpubProperty *property)
{
  const StyleToken *token = style_tokens_peek(tokens);
  guint32 color = 0;
  if ((property->types & COLOR) && style_color_read(tokens, &color))
    return true;
  if (token->kind == STYLE_TOKEN_NUMBER)
    return read_number(tokens, property->types);
  if ((property->types & LABEL) && token->kind == STYLE_TOKEN_WORD &&
      !strcmp(token->text, "attr"))
    return read_label(tokens);
  bool fits =
      (token->kind == STYLE_TOKEN_STRING && (property->types & STRING)) ||
      (token->kind == STYLE_TOKEN_WORD &&
       style_words_find(property->words, token->text) >= 0);
  if (fits)
    style_tokens_pass(tokens);
  return fits;
}

static bool
at_end(const StyleTokens *tokens)
{
  return style_tokens_at(tokens, ';') || style_tokens_at(tokens, '}') ||
         style_tokens_peek(tokens)->kind == STYLE_TOKEN_END;
}

static bool
read_value(StyleTokens *tokens, const EpubProperty *property)
{
  unsigned limit = property->types & MANY ? VALUES_LIMIT : 1;
  if (!read_one(tokens, property))
    return false;
  for (unsigned count = 1; count < limit && !at_end(tokens); count++)
    if (!read_one(tokens, property))
      return false;
  while ((property->types & FAMILY) && style_tokens_accept(tokens, ','))
    if (!read_one(tokens, property))
      return false;
  return true;
}

static void
check_declaration(StyleTokens *tokens)
{
  const StyleToken *name = style_declaration_begin(tokens);
  if (!name)
    return;
  const EpubProperty *property = find_property(tokens, name);
  bool read = property && read_value(tokens, property);
  if (property && !read) {
    g_autofree char *expected = expected_by(property);
    style_value_report(tokens, name->text, expected);
  }
  if (read)
    style_declaration_end(tokens);
  else
    style_tokens_skip_declaration(tokens);
}

void
style_check_declarations(StyleTokens *tokens)
{
  while (style_tokens_peek(tokens)->kind != STYLE_TOKEN_END &&
         !style_tokens_at(tokens, '}'))
    if (!style_tokens_accept(tokens, ';'))
      check_declaration(tokens);
}
