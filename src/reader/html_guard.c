/* reader/html_guard.c -- limits before the HTML parser, counts after it. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_guard.h"

#include "reader/html_element.h"
#include "reader/html_token.h"

#include <libxml/HTMLparser.h>
#include <string.h>

enum {
  SIZE_MAX_MIB = 16,
  ATTRIBUTES_MAX = 256,
  ATTRIBUTE_SIZE_MAX = 64 << 10,
  REFERENCE_MAX = 32 /* characters of &name; */
};

static bool
refuse(ReaderContext *context, DocPos pos, const char *code, const char *text)
{
  diag_report(context->diag, DIAG_ERROR, reader_context_pos(context, pos), code,
              "%s", text);
  return false;
}

static bool
check_tag(ReaderContext *context, const HtmlToken *token, unsigned *depth,
          DocPos pos)
{
  if (token->attributes > ATTRIBUTES_MAX)
    return refuse(context, pos, "html-attributes",
                  "an HTML tag with more than 256 attributes; leave them out");
  if (token->longest_attribute > ATTRIBUTE_SIZE_MAX)
    return refuse(context, pos, "html-attributes",
                  "an HTML attribute longer than 64 KiB; put a picture into a "
                  "file of its own");
  if (token->kind == HTML_TOKEN_UNFINISHED || html_token_is_void(token) ||
      html_token_is_optional(token))
    return true;
  if (token->kind == HTML_TOKEN_START)
    ++*depth;
  else if (*depth > 0)
    --*depth;
  if (*depth > DOC_DEPTH_MAX)
    return refuse(context, pos, "too-deep",
                  "HTML nested more than 100 deep; use fewer elements within "
                  "each other");
  return true;
}

bool
html_guard_check(ReaderContext *context, const char *text, gsize length,
                 DocPos pos)
{
  HtmlTokenizer tokenizer;
  HtmlToken token;
  unsigned depth = 0;

  if (length > (gsize)SIZE_MAX_MIB << 20)
    return refuse(context, pos, "too-large",
                  "HTML longer than 16 MiB; divide it into articles");
  html_tokenizer_init(&tokenizer, text, length);
  while (html_tokenizer_next(&tokenizer, &token)) {
    bool tag = token.kind == HTML_TOKEN_START || token.kind == HTML_TOKEN_END ||
               token.kind == HTML_TOKEN_UNFINISHED;
    if (tag && !check_tag(context, &token, &depth, pos))
      return false;
    for (gsize i = 0; i < token.length; i++)
      if (token.start[i] == '\n')
        pos = (DocPos){ pos.line + 1, 1 };
  }
  return true;
}

static void
report_dropped(ReaderContext *context, const HtmlToken *tag, DocPos pos,
               bool page)
{
  const HtmlElement *element = html_element_find(tag->name);

  if (tag->kind != HTML_TOKEN_START || element == NULL ||
      element->role != HTML_ROLE_REFUSED)
    return;
  if (page && strcmp(tag->name, "script") != 0)
    return;
  diag_report(context->diag, page ? DIAG_WARNING : DIAG_CONTENT,
              reader_context_pos(context, pos), "raw-html",
              "<%s> has no place in a book; it is left out, with what is in it",
              tag->name);
}

void
html_guard_report_dropped(ReaderContext *context, const char *text,
                          gsize length, DocPos pos, bool page)
{
  HtmlTokenizer tokenizer;
  HtmlToken token;

  html_tokenizer_init(&tokenizer, text, length);
  while (html_tokenizer_next(&tokenizer, &token)) {
    report_dropped(context, &token, pos, page);
    for (gsize i = 0; i < token.length; i++)
      if (token.start[i] == '\n')
        pos = (DocPos){ pos.line + 1, 1 };
  }
}

/* The character that the reference at `at` ("&eacute;") stands for, or 0. */
static gunichar
resolve(const char *at, const char *end, gsize *length)
{
  char name[REFERENCE_MAX];
  gsize limit = MIN((gsize)(end - at), REFERENCE_MAX);
  const char *close = memchr(at, ';', limit);
  const htmlEntityDesc *entity;

  if (close == NULL || close - at < 2)
    return 0;
  *length = (gsize)(close - at) + 1;
  g_strlcpy(name, at + 1, (gsize)(close - at));
  if (name[0] == '#' && (name[1] == 'x' || name[1] == 'X'))
    return (gunichar)g_ascii_strtoull(name + 2, NULL, 16);
  if (name[0] == '#')
    return (gunichar)g_ascii_strtoull(name + 1, NULL, 10);
  entity = htmlEntityLookup((const xmlChar *)name);
  return entity != NULL ? entity->value : 0;
}

static guint64
count_text(const char *at, const char *end, bool references)
{
  guint64 count = 0;

  while (at < end) {
    gsize length = 0;
    gunichar c = 0;

    if (references && *at == '&')
      c = resolve(at, end, &length);
    if (c == 0) {
      c = g_utf8_get_char(at);
      length = (gsize)(g_utf8_next_char(at) - at);
    }
    if (g_unichar_isalnum(c))
      count++;
    at += length;
  }
  return count;
}

guint64
html_guard_count_source(const char *text, gsize length)
{
  HtmlTokenizer tokenizer;
  HtmlToken token;
  guint64 count = 0;

  html_tokenizer_init(&tokenizer, text, length);
  while (html_tokenizer_next(&tokenizer, &token))
    if (token.kind == HTML_TOKEN_TEXT || token.kind == HTML_TOKEN_UNFINISHED)
      count += count_text(token.start, token.start + token.length, true);
  return count;
}

guint64
html_guard_count_tree(const DocNode *node)
{
  guint64 count = 0;

  if (doc_kind_has_text(node->kind))
    count +=
        count_text(node->as.text, node->as.text + strlen(node->as.text), false);
  if (node->kind == DOC_IMAGE)
    return count;
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    count += html_guard_count_tree(child);
  return count;
}
