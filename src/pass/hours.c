/* pass/hours.c -- "24/7" is said only of a helpline whose operator says so. */
/* SPDX-License-Identifier: MIT */

#include "pass/number.h"
#include "pass/pass.h"

#include <string.h>

static const char *const phrases[] = { "24/7", "24 hours a day",
                                       "24 hours, 7 days", "around the clock",
                                       "day and night" };

static const char *
find_phrase(const char *text)
{
  g_autofree char *folded = g_ascii_strdown(text, -1);

  for (size_t i = 0; i < G_N_ELEMENTS(phrases); i++)
    if (strstr(folded, phrases[i]) != NULL)
      return phrases[i];
  return NULL;
}

typedef struct {
  unsigned always;
  unsigned others;
} Lines;

static void
count_lines(const DocNode *parent, const Registry *registry, Lines *lines)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    const Helpline *helpline =
        node->kind == DOC_LINK && g_str_has_prefix(node->as.link.target, "tel:")
            ? pass_number_helpline(registry, node->as.link.target + 4)
            : NULL;

    if (helpline != NULL && helpline->always)
      lines->always++;
    else if (helpline != NULL)
      lines->others++;
    count_lines(node, registry, lines);
  }
}

/* A table says the name, the number and the hours in a row. */
static const DocNode *
scope_of(const DocNode *block)
{
  for (const DocNode *node = block; node != NULL; node = node->parent)
    if (node->kind == DOC_ROW)
      return node;
  return block;
}

static void
check_block(const Doc *doc, const DocNode *block, const PassContext *context)
{
  g_autofree char *text = doc_node_plain_text(block);
  const char *phrase = find_phrase(text);
  Lines lines = { 0 };

  if (phrase == NULL)
    return;
  count_lines(scope_of(block), context->book->registry, &lines);
  if (lines.always > 0 && lines.others == 0)
    return;
  diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, block), "always-open",
              "\"%s\" is said here, but %s; write \"always: true\" into "
              "helplines.yaml if its operator says so, or take the words away",
              phrase,
              lines.others > 0 ? "a helpline of this paragraph has no such flag"
                               : "no helpline that has this flag stands here");
}

static void
visit(const Doc *doc, const DocNode *parent, const PassContext *context)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->first != NULL && doc_kind_is_inline(node->first->kind))
      check_block(doc, node, context);
    else
      visit(doc, node, context);
  }
}

void
pass_hours_run(Doc *doc, const PassContext *context)
{
  if (!context->book->bare)
    visit(doc, doc_root(doc), context);
}
