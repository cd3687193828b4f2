/* pass/callouts.c -- "> [!WARNING]" becomes a callout that says its name. */
/* SPDX-License-Identifier: MIT */

#include "doc/words.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

/* The text that begins the quote's first line, or NULL. */
static DocNode *
first_text(const DocNode *quote)
{
  DocNode *paragraph = quote->first;

  if (paragraph == NULL || paragraph->kind != DOC_PARAGRAPH ||
      paragraph->first == NULL || paragraph->first->kind != DOC_TEXT)
    return NULL;
  return paragraph->first;
}

/* What stands between "[!" and "]", as it is written.  (transfer full) */
static char *
marker(const char *text)
{
  const char *close;

  if (!g_str_has_prefix(text, "[!"))
    return NULL;
  close = strchr(text, ']');
  if (close == NULL || close == text + 2)
    return NULL;
  for (const char *at = text + 2; at < close; at++)
    if (!g_ascii_isalpha(*at))
      return NULL;
  return g_strndup(text + 2, (gsize)(close - text - 2));
}

static bool
find_callout(const char *name, DocCallout *callout)
{
  for (int i = DOC_CALLOUT_NOTE; i <= DOC_CALLOUT_CAUTION; i++)
    if (g_ascii_strcasecmp(name, doc_callout_name((DocCallout)i)) == 0) {
      *callout = (DocCallout)i;
      return true;
    }
  return false;
}

static void
drop_marker(Doc *doc, DocNode *text)
{
  const char *rest = strchr(text->as.text, ']') + 1;

  rest += strspn(rest, " ");
  if (*rest == '\0')
    doc_node_unlink(text);
  else
    doc_node_set_text(doc, text, rest);
}

/* The rest of the marker's line, or else the language's own word. */
static DocNode *
make_label(Doc *doc, DocNode *paragraph, DocCallout callout)
{
  DocNode *label = doc_node_new(doc, DOC_SPAN, paragraph->pos);
  const char *lang = doc_node_lang(paragraph);

  doc_node_add_class(doc, label, "label");
  pass_rewrite_take_line(paragraph, label);
  pass_rewrite_trim_end(doc, label);
  if (label->first == NULL)
    doc_node_append(label,
                    pass_rewrite_text(doc, words_callout(callout, lang)));
  return label;
}

static void
place_label(Doc *doc, DocNode *callout, DocNode *label)
{
  DocNode *paragraph = callout->first;

  if (paragraph->first == NULL) {
    DocNode *after = paragraph->next;
    if (after != NULL && after->kind == DOC_PARAGRAPH && after->first != NULL) {
      doc_node_unlink(paragraph);
      paragraph = after;
    } else {
      doc_node_append(paragraph, label);
      return;
    }
  }
  pass_rewrite_prepend(paragraph, pass_rewrite_text(doc, " "));
  pass_rewrite_prepend(paragraph, label);
}

static DocNode *
convert(Doc *doc, DocNode *quote, DocCallout kind)
{
  DocNode *callout = doc_node_new(doc, DOC_CALLOUT, quote->pos);
  DocNode *label;

  callout->as.callout = kind;
  pass_rewrite_replace(quote, callout);
  doc_node_move_children(callout, quote);
  drop_marker(doc, first_text(callout));
  label = make_label(doc, callout->first, kind);
  place_label(doc, callout, label);
  return callout;
}

static DocNode *
visit_quote(Doc *doc, DocNode *quote, const PassContext *context)
{
  DocNode *text = first_text(quote);
  g_autofree char *name = text != NULL ? marker(text->as.text) : NULL;
  DocCallout callout;

  if (name == NULL)
    return quote;
  if (find_callout(name, &callout))
    return convert(doc, quote, callout);
  diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, text),
              "unknown-callout",
              "there is no callout [!%s]; write NOTE, TIP, IMPORTANT, WARNING "
              "or CAUTION",
              name);
  return quote;
}

static void
visit(Doc *doc, DocNode *parent, const PassContext *context)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (doc_kind_is_inline(node->kind))
      return;
    if (node->kind == DOC_QUOTE)
      node = visit_quote(doc, node, context);
    visit(doc, node, context);
  }
}

void
pass_callouts_run(Doc *doc, const PassContext *context)
{
  visit(doc, doc_root_mutable(doc), context);
  pass_merge_text_run(doc, context); /* the label's space and what follows */
}
