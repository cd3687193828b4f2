/* pass/emergency.c -- the article of the emergency steps is made. */
/* SPDX-License-Identifier: MIT */

#include "pass/emergency.h"

#include "pass/clone.h"
#include "pass/rewrite.h"

static const DocPos nowhere = { 0, 0 };

/* Only in the steps' own article do their places stand in its source. */
static const DiagPos *
origin_of(const PassContext *context, const RegistryText *text)
{
  return context->article->origin == BOOK_EMERGENCY ? &text->pos : NULL;
}

static void
append_text(Doc *doc, DocNode *to, const PassContext *context,
            const RegistryText *text)
{
  if (text->doc != NULL)
    pass_clone_children(doc, to, doc_root(text->doc), origin_of(context, text));
}

/* Behind the step's last words. */
static void
append_source(Doc *doc, DocNode *item, const EmergencyStep *step)
{
  DocNode *last = item->last;
  DocNode *link = doc_node_new(doc, DOC_LINK, nowhere);
  g_autofree char *target = g_strconcat("source:", step->source, NULL);

  if (last == NULL || last->kind != DOC_PARAGRAPH || step->source == NULL)
    return;
  doc_node_set_link(doc, link, target, NULL);
  doc_node_append(last, link);
}

static void
append_step(Doc *doc, DocNode *list, const PassContext *context,
            const EmergencyStep *step)
{
  DocNode *item = doc_node_new(doc, DOC_ITEM, nowhere);

  doc_node_add_class(doc, item, "step");
  append_text(doc, item, context, &step->text);
  append_source(doc, item, step);
  if (item->first != NULL)
    doc_node_append(list, item);
}

DocNode *
pass_emergency_panel(Doc *doc)
{
  DocNode *panel = doc_node_new(doc, DOC_CALLOUT, nowhere);

  panel->as.callout = DOC_CALLOUT_WARNING;
  doc_node_add_class(doc, panel, "emergency");
  return panel;
}

void
pass_emergency_append(Doc *doc, DocNode *to, const PassContext *context,
                      bool whole)
{
  const Registry *registry = context->book->registry;
  DocNode *list = doc_node_new(doc, DOC_LIST, nowhere);
  DocNode *panel = pass_emergency_panel(doc);

  if (whole)
    append_text(doc, panel, context, &registry->emergency.intro);
  list->as.list = (DocList){ .ordered = true, .tight = true, .start = 1 };
  doc_node_add_class(doc, list, "steps");
  for (unsigned i = 0; i < registry->emergency.steps->len; i++)
    append_step(doc, list, context, registry_emergency_step(registry, i));
  if (list->first == NULL)
    return;
  doc_node_append(panel, list);
  doc_node_append(to, panel);
  if (whole)
    append_text(doc, to, context, &registry->emergency.after);
}

void
pass_emergency_run(Doc *doc, const PassContext *context)
{
  DocNode *root = doc_root_mutable(doc);

  if (context->article->origin == BOOK_EMERGENCY && root->first == NULL)
    pass_emergency_append(doc, root, context, true);
}
