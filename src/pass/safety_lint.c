/* pass/safety_lint.c -- what a health book must say, and in which order. */
/* SPDX-License-Identifier: MIT */

#include "pass/emergency_order.h"
#include "pass/gate.h"
#include "pass/number.h"
#include "pass/pass.h"
#include "pass/pattern.h"
#include "pass/safety_words.h"

#include <string.h>

/* --- the article on restarting says to call first --- */

static bool
names_restarting(GStrv words)
{
  g_autoptr(PassPattern) restarting = pass_pattern_new("restarting");
  PassSpan found;

  for (unsigned i = 0; words[i] != NULL; i++)
    if (pass_pattern_find(restarting, words[i],
                          (PassSpan){ 0, strlen(words[i]) }, &found))
      return true;
  return false;
}

static void
look_for_call(const PassProse *prose, gpointer data)
{
  g_autoptr(PassPattern) line = pass_pattern_new("before restarting,? call");
  const char *text = pass_prose_text(prose);
  PassSpan found;
  bool *there = data;

  *there = *there ||
           pass_pattern_find(line, text, (PassSpan){ 0, strlen(text) }, &found);
}

static void
check_restarting(const PassContext *context)
{
  const Meta *meta = context->article->meta;
  bool there = false;

  if (!names_restarting(meta->also_known_as) && !names_restarting(meta->index))
    return;
  pass_prose_each(context->article, false, look_for_call, &there);
  if (!there)
    diag_report(context->diag, DIAG_ERROR,
                (DiagPos){ context->article->source, 1, 1 },
                "no-call-before-restart",
                "people find this article under \"restarting\", and it has no "
                "line \"Before restarting, call …\"; write one, near the top");
}

/* --- in an emergency panel, the emergency number is the first --- */

typedef struct {
  const PassContext *context;
  const Doc *doc;
  const DocNode *other; /* the first number that is none of an emergency */
} Panel;

static const Helpline *
helpline_of(const Panel *panel, const DocNode *node)
{
  return node->kind == DOC_LINK && node->as.link.target != NULL &&
                 g_str_has_prefix(node->as.link.target, "tel:")
             ? pass_number_helpline(panel->context->book->registry,
                                    node->as.link.target + strlen("tel:"))
             : NULL;
}

static void
read_numbers(Panel *panel, const DocNode *parent)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    const Helpline *helpline = helpline_of(panel, node);

    if (helpline != NULL && !helpline->emergency && panel->other == NULL)
      panel->other = node;
    else if (helpline != NULL && helpline->emergency && panel->other != NULL) {
      diag_report(panel->context->diag, DIAG_ERROR,
                  pass_pos(panel->doc, panel->other), "emergency-number-late",
                  "this number stands before the emergency number %s; in an "
                  "emergency panel that one comes first",
                  helpline->number);
      panel->other = NULL;
    }
    read_numbers(panel, node);
  }
}

static bool
is_panel(const DocNode *node)
{
  return node->kind == DOC_CALLOUT ||
         doc_node_has_class(node, PASS_EMERGENCY_CLASS);
}

static void
check_panels(const Doc *doc, const DocNode *parent, const PassContext *context)
{
  Panel panel = { context, doc, NULL };

  if (is_panel(parent) || (parent->kind == DOC_DOCUMENT &&
                           context->article->origin == BOOK_EMERGENCY)) {
    read_numbers(&panel, parent);
    return;
  }
  for (const DocNode *node = parent->first; node != NULL; node = node->next)
    check_panels(doc, node, context);
}

void
pass_safety_lint_run(Doc *doc, const PassContext *context)
{
  if (!pass_gate_has_safety(context->book) ||
      !pass_gate_is_english(context->article->meta->lang))
    return;

  g_autoptr(PassSafetyWords) words = pass_safety_words_new(context);

  pass_safety_words_check(words);
  check_restarting(context);
  check_panels(doc, doc_root(doc), context);
  pass_emergency_order_check(doc, context);
  if (context->article->origin == BOOK_EMERGENCY)
    pass_emergency_order_check_brief(context);
}
