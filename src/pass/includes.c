/* pass/includes.c -- "{{include ID}}" and "{{emergency}}" take a text in. */
/* SPDX-License-Identifier: MIT */

#include "pass/clone.h"
#include "pass/emergency.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

/* The text of a paragraph that is one mark, or NULL. */
static const char *
mark_of(const DocNode *node)
{
  bool alone = node->kind == DOC_PARAGRAPH && node->first != NULL &&
               node->first == node->last && node->first->kind == DOC_TEXT;

  return alone && g_str_has_prefix(node->first->as.text, "{{") &&
                 g_str_has_suffix(node->first->as.text, "}}")
             ? node->first->as.text
             : NULL;
}

/* What stands behind "include" in the mark; NULL if it is another.
 * (transfer full) */
static char *
include_id(const char *mark)
{
  static const char word[] = "{{include ";

  if (!g_str_has_prefix(mark, word))
    return NULL;
  return g_strstrip(
      g_strndup(mark + strlen(word), strlen(mark) - strlen(word) - 2));
}

static void
report_unknown(const Doc *doc, const DocNode *place, const PassContext *context,
               const char *id)
{
  diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, place),
              "unknown-include",
              "there is no file fragments/%.100s.md; write it, or the name of "
              "one that is there",
              id);
}

/* The blocks below `from` take the place of the mark.  Gives the last of them.
 */
static DocNode *
take_in(Doc *doc, DocNode *place, const DocNode *from)
{
  DocNode *holder = doc_node_new(doc, DOC_QUOTE, place->pos);
  DocNode *last = place;

  pass_clone_children(doc, holder, from, NULL);
  while (holder->first != NULL) {
    DocNode *child = holder->first;

    doc_node_unlink(child);
    child->pos = place->pos; /* for messages */
    doc_node_insert_before(place, child);
    last = child;
  }
  doc_node_unlink(place);
  return last;
}

static DocNode *
include_fragment(Doc *doc, DocNode *place, const PassContext *context,
                 const char *id)
{
  const BookFragment *fragment = book_find_fragment(context->book, id);

  if (fragment == NULL) {
    report_unknown(doc, place, context, id);
    return place;
  }
  return fragment->doc != NULL ? take_in(doc, place, doc_root(fragment->doc))
                               : place;
}

static DocNode *
include_emergency(Doc *doc, DocNode *place, const PassContext *context)
{
  DocNode *holder = doc_node_new(doc, DOC_QUOTE, place->pos);

  pass_emergency_append(doc, holder, context, false);
  if (holder->first == NULL) {
    diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, place),
                "no-emergency",
                "the book has no emergency steps; write them into "
                "emergency.yaml, or take {{emergency}} away");
    return place;
  }

  DocNode *list = holder->first;

  list->pos = place->pos;
  doc_node_unlink(list);
  doc_node_insert_before(place, list);
  doc_node_unlink(place);
  return list;
}

static DocNode *
resolve(Doc *doc, DocNode *place, const PassContext *context)
{
  const char *mark = mark_of(place);
  g_autofree char *id = mark != NULL ? include_id(mark) : NULL;

  if (id != NULL)
    return include_fragment(doc, place, context, id);
  if (mark != NULL && strcmp(mark, "{{emergency}}") == 0)
    return include_emergency(doc, place, context);
  return place;
}

/* What was taken in is not looked through: a fragment includes nothing. */
static void
visit(Doc *doc, DocNode *parent, const PassContext *context)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (doc_kind_is_inline(node->kind))
      return;
    if (mark_of(node) != NULL)
      node = resolve(doc, node, context);
    else
      visit(doc, node, context);
  }
}

void
pass_includes_run(Doc *doc, const PassContext *context)
{
  visit(doc, doc_root_mutable(doc), context);
  pass_merge_text_run(doc, context);
}
