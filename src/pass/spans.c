/* pass/spans.c -- "[words]{.safety}" becomes a span of that class, and
 * "[words]{lang=de}" one of that language. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

#define CLASS_MARK "]{."
#define LANG_MARK  "]{lang="

/* The length of "]{.name}" or "]{lang=de}" at `at`, or 0. */
static gsize
mark_length(const char *at)
{
  bool lang = g_str_has_prefix(at, LANG_MARK);
  gsize start = strlen(lang ? LANG_MARK : CLASS_MARK);
  gsize name;

  if ((!lang && !g_str_has_prefix(at, CLASS_MARK)) ||
      !g_ascii_islower(at[start]))
    return 0;
  name = strspn(at + start, "abcdefghijklmnopqrstuvwxyz"
                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
  return at[start + name] == '}' ? start + name + 1 : 0;
}

static bool
has_mark(const DocNode *parent)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->kind != DOC_TEXT)
      continue;
    for (const char *at = node->as.text; (at = strchr(at, ']')) != NULL; at++)
      if (mark_length(at) > 0)
        return true;
  }
  return false;
}

static void
insert_part(Doc *doc, DocNode *before, const char *start, gsize length)
{
  g_autofree char *part = g_strndup(start, length);
  DocPos pos = before->pos;

  if (length == 0)
    return;
  if (pos.line > 0)
    pos.column += (unsigned)(start - before->as.text);
  doc_node_insert_before(before, doc_node_new_text(doc, DOC_TEXT, part, pos));
}

/* Brackets and marks become text nodes of their own. */
static void
split(Doc *doc, DocNode *text)
{
  const char *start = text->as.text;
  const char *at = start;

  while (*(at += strcspn(at, "[]")) != '\0') {
    gsize length = MAX(mark_length(at), 1);
    insert_part(doc, text, start, (gsize)(at - start));
    insert_part(doc, text, at, length);
    start = at += length;
  }
  insert_part(doc, text, start, strlen(start));
  doc_node_unlink(text);
}

static void
wrap(Doc *doc, DocNode *open, DocNode *mark)
{
  DocNode *span = doc_node_new(doc, DOC_SPAN, open->pos);
  bool lang = g_str_has_prefix(mark->as.text, LANG_MARK);
  gsize start = strlen(lang ? LANG_MARK : CLASS_MARK);
  g_autofree char *name =
      g_strndup(mark->as.text + start, strlen(mark->as.text) - start - 1);

  if (lang)
    span->lang = doc_string(doc, name);
  else
    doc_node_add_class(doc, span, name);
  while (open->next != mark) {
    DocNode *child = open->next;
    doc_node_unlink(child);
    doc_node_append(span, child);
  }
  doc_node_insert_before(open, span);
  doc_node_unlink(open);
  doc_node_unlink(mark);
}

static void
pair(Doc *doc, DocNode *parent)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new();
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    if (node->kind != DOC_TEXT)
      continue;
    if (strcmp(node->as.text, "[") == 0) {
      g_ptr_array_add(open, node);
    } else if (node->as.text[0] == ']' && open->len > 0) {
      DocNode *start = g_ptr_array_steal_index(open, open->len - 1);
      if (node->as.text[1] == '{')
        wrap(doc, start, node);
    }
  }
}

static void
split_all(Doc *doc, DocNode *parent)
{
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    if (node->kind == DOC_TEXT && strpbrk(node->as.text, "[]") != NULL)
      split(doc, node);
  }
}

static void
visit(Doc *doc, DocNode *parent)
{
  if (has_mark(parent)) {
    split_all(doc, parent);
    pair(doc, parent);
  }
  for (DocNode *node = parent->first; node != NULL; node = node->next)
    visit(doc, node);
}

void
pass_spans_run(Doc *doc, const PassContext *context)
{
  visit(doc, doc_root_mutable(doc));
  pass_merge_text_run(doc, context); /* brackets that were only brackets */
}
