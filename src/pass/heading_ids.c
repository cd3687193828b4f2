/* pass/heading_ids.c -- "## Why {#why}" gives the heading its id. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

/* Where "{#id}" begins at the end of `text`, or NULL. */
static const char *
find_mark(const char *text)
{
  const char *open = strrchr(text, '{');

  if (open == NULL || open[1] != '#' || !g_str_has_suffix(open, "}") ||
      strchr(open, '}')[1] != '\0')
    return NULL;
  return open;
}

static bool
is_id(const char *id)
{
  return g_ascii_isalpha(*id) &&
         strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    "0123456789-_") == strlen(id);
}

static void
cut(Doc *doc, DocNode *text, const char *mark)
{
  g_autofree char *rest =
      g_strndup(text->as.text, (gsize)(mark - text->as.text));

  g_strchomp(rest);
  if (*rest == '\0' && text->prev != NULL)
    doc_node_unlink(text);
  else
    doc_node_set_text(doc, text, rest);
}

static void
drop_if_empty(Doc *doc, DocNode *heading, const PassContext *context)
{
  g_autofree char *words = doc_node_plain_text(heading);

  if (*g_strstrip(words) != '\0')
    return;
  diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, heading),
              "empty-heading",
              "this heading has no words; write them, or take it away");
  doc_node_unlink(heading);
}

static void
visit_heading(Doc *doc, DocNode *heading, const PassContext *context)
{
  DocNode *text = heading->last;
  const char *mark;
  g_autofree char *id = NULL;

  if (text == NULL || text->kind != DOC_TEXT)
    return;
  mark = find_mark(text->as.text);
  if (mark == NULL)
    return;
  id = g_strndup(mark + 2, strlen(mark) - 3);
  if (is_id(id))
    doc_node_set_id(doc, heading, id);
  else
    diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, heading), "bad-id",
                "{#%s} is no id; write letters a to z, digits and hyphens, a "
                "letter first",
                id);
  cut(doc, text, mark);
  pass_rewrite_trim_end(doc, heading);
  drop_if_empty(doc, heading, context);
}

static void
visit(Doc *doc, DocNode *parent, const PassContext *context)
{
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    if (doc_kind_is_inline(node->kind))
      return;
    if (node->kind == DOC_HEADING)
      visit_heading(doc, node, context);
    else
      visit(doc, node, context);
  }
}

void
pass_heading_ids_run(Doc *doc, const PassContext *context)
{
  visit(doc, doc_root_mutable(doc), context);
}
