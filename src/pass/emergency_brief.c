/* pass/emergency_brief.c -- the emergency steps in a few words, for each sheet.
 */
/* SPDX-License-Identifier: MIT */

#include "pass/clone.h"
#include "pass/emergency.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

static void
append_title(Doc *doc, DocNode *panel, const char *title)
{
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, (DocPos){ 0, 0 });
  DocNode *label = doc_node_new(doc, DOC_SPAN, (DocPos){ 0, 0 });

  if (title == NULL)
    return;
  doc_node_add_class(doc, label, "label");
  doc_node_append(label, pass_rewrite_text(doc, title));
  doc_node_append(paragraph, label);
  doc_node_append(panel, paragraph);
}

static void
append_steps(Doc *doc, const Registry *registry)
{
  DocNode *list = doc_node_new(doc, DOC_LIST, (DocPos){ 0, 0 });
  DocNode *panel = pass_emergency_panel(doc);

  list->as.list = (DocList){ .ordered = true, .tight = true, .start = 1 };
  doc_node_add_class(doc, list, "brief");
  for (unsigned i = 0; i < registry->emergency.steps->len; i++) {
    const EmergencyStep *step = registry_emergency_step(registry, i);
    DocNode *item = doc_node_new(doc, DOC_ITEM, (DocPos){ 0, 0 });

    if (step->brief.doc != NULL)
      pass_clone_children(doc, item, doc_root(step->brief.doc),
                          &step->brief.pos);
    if (item->first != NULL)
      doc_node_append(list, item);
  }
  if (list->first == NULL)
    return;
  append_title(doc, panel, registry->emergency.brief_title);
  doc_node_append(panel, list);
  doc_node_append(doc_root_mutable(doc), panel);
}

/* Made once, with the first article's language and direction. */
void
pass_emergency_brief_run(Doc *doc, const PassContext *context)
{
  Emergency *emergency = &context->book->registry->emergency;
  bool first = context->article == book_article(context->book, 0);

  (void)doc;
  if (!first || emergency->brief != NULL || emergency->steps->len == 0)
    return;
  emergency->brief =
      doc_new(registry_emergency_step(context->book->registry, 0)->pos.file);
  pass_language_run(emergency->brief, context);
  append_steps(emergency->brief, context->book->registry);
  pass_merge_text_run(emergency->brief, context);
  pass_helplines_run(emergency->brief, context);
  pass_smart_punctuation_run(emergency->brief, context);
  pass_links_run(emergency->brief, context);
}
