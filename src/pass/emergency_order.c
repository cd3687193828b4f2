/* pass/emergency_order.c -- steps that an article writes out itself. */
/* SPDX-License-Identifier: MIT */

#include "pass/emergency_order.h"

#include "pass/prose.h"

#include <string.h>

enum {
  LEAD_WORDS = 2, /* by so many first words a step is known */
  ENOUGH = 2      /* so many steps make a list one of emergency steps */
};

/* The first words of a text, without marks and numbers: "give naloxone".
 * (transfer full) */
static char *
lead_of(const char *text)
{
  GString *lead = g_string_new(NULL);
  gsize end = strlen(text);
  PassSpan word = { 0, 0 };

  for (unsigned i = 0;
       i < LEAD_WORDS && pass_prose_word(text, word.end, end, &word);) {
    g_autofree char *folded =
        g_utf8_casefold(text + word.start, (gssize)(word.end - word.start));

    if (g_ascii_isdigit(folded[0]))
      continue;
    g_string_append_printf(lead, "%s ", folded);
    i++;
  }
  return g_string_free(lead, FALSE);
}

/* The registry's own words have no notes behind their numbers yet. */
static void
append_words(GString *text, const DocNode *node)
{
  if (doc_node_has_class(node, "unchecked"))
    return;
  if (doc_kind_has_text(node->kind))
    g_string_append(text, node->as.text);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    append_words(text, child);
  if (node->kind == DOC_SOFT_BREAK || node->kind == DOC_HARD_BREAK)
    g_string_append_c(text, ' ');
}

/* Which step of the registry begins like the item; the count if none does. */
static unsigned
step_of(const Registry *registry, const DocNode *item)
{
  g_autoptr(GString) text = g_string_new(NULL);
  append_words(text, item);
  g_autofree char *lead = lead_of(text->str);
  unsigned count = registry->emergency.steps->len;

  for (unsigned i = 0; i < count; i++) {
    const EmergencyStep *step = registry_emergency_step(registry, i);
    g_autofree char *own = step->text.doc != NULL
                               ? doc_node_plain_text(doc_root(step->text.doc))
                               : g_strdup("");
    g_autofree char *own_lead = lead_of(own);

    if (own_lead[0] != '\0' && strcmp(lead, own_lead) == 0)
      return i;
  }
  return count;
}

static void
report_order(const Doc *doc, const DocNode *item, const PassContext *context,
             unsigned step)
{
  diag_report(
      context->diag, DIAG_ERROR, pass_pos(doc, item), "emergency-step-order",
      "this is step %u of emergency.yaml (\"%.60s\") and stands too "
      "late; keep the order there, or write {{emergency}} in place of "
      "the list",
      step + 1, registry_emergency_step(context->book->registry, step)->id);
}

static void
report_missing(const Doc *doc, const DocNode *list, const PassContext *context,
               unsigned step)
{
  diag_report(
      context->diag, DIAG_ERROR, pass_pos(doc, list), "emergency-step-missing",
      "these are emergency steps, and step %u of emergency.yaml "
      "(\"%.60s\") is not among them; write it, or write "
      "{{emergency}} in place of the list",
      step + 1, registry_emergency_step(context->book->registry, step)->id);
}

static void
check_list(const Doc *doc, const DocNode *list, const PassContext *context)
{
  const Registry *registry = context->book->registry;
  unsigned count = registry->emergency.steps->len;
  g_autofree bool *found = g_new0(bool, count + 1);
  unsigned total = 0;
  unsigned last = 0;

  for (const DocNode *item = list->first; item != NULL; item = item->next) {
    unsigned step = step_of(registry, item);

    total += step < count && !found[step];
    found[step] = true;
  }
  if (total < ENOUGH)
    return;
  for (const DocNode *item = list->first; item != NULL; item = item->next) {
    unsigned step = step_of(registry, item);

    if (step < last)
      report_order(doc, item, context, step);
    last = step < count ? MAX(last, step) : last;
  }
  for (unsigned i = 0; i < count; i++)
    if (!found[i])
      report_missing(doc, list, context, i);
}

static void
visit(const Doc *doc, const DocNode *parent, const PassContext *context)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    if (doc_kind_is_inline(node->kind))
      return;
    if (node->kind == DOC_LIST && node->as.list.ordered)
      check_list(doc, node, context);
    visit(doc, node, context);
  }
}

void
pass_emergency_order_check(const Doc *doc, const PassContext *context)
{
  if (context->book->registry->emergency.steps->len > 0)
    visit(doc, doc_root(doc), context);
}

void
pass_emergency_order_check_brief(const PassContext *context)
{
  const Registry *registry = context->book->registry;

  for (unsigned i = 0; i < registry->emergency.steps->len; i++) {
    const EmergencyStep *step = registry_emergency_step(registry, i);

    if (step->brief.doc == NULL || doc_root(step->brief.doc)->first == NULL)
      diag_report(context->diag, DIAG_ERROR, step->pos,
                  "emergency-step-missing",
                  "step %u (\"%.60s\") has no words for the handouts, which "
                  "would go without it; write \"brief:\" and the step in a "
                  "few words",
                  i + 1, step->id);
  }
}
