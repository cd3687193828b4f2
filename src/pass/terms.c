/* pass/terms.c -- "[words](term:ID)" leads to the glossary's entry. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

#define SCHEME "term:"

static const BookArticle *
find_glossary(const Book *book)
{
  for (unsigned i = 0; i < book->articles->len; i++)
    if (book_article(book, i)->origin == BOOK_GLOSSARY)
      return book_article(book, i);
  return NULL;
}

static void
report_unknown(const Doc *doc, const DocNode *link, const PassContext *context,
               const char *id)
{
  const Registry *registry = context->book->registry;
  const char *nearest = registry_nearest_id(registry->glossary, id);

  diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, link), "unknown-term",
              "glossary.yaml has no word \"%.100s\"; %s%s", id,
              nearest != NULL ? "the nearest is " : "write it first",
              nearest != NULL ? nearest : "");
}

/* A book that is narrowed has no glossary: the words stay, marked. */
static void
resolve(Doc *doc, DocNode *link, const PassContext *context)
{
  const char *id = link->as.link.target + strlen(SCHEME);
  const GlossaryEntry *entry =
      registry_find_glossary_entry(context->book->registry, id);
  const BookArticle *glossary = find_glossary(context->book);

  if (entry == NULL)
    report_unknown(doc, link, context, id);
  else if (link->first == NULL)
    doc_node_append(link, pass_rewrite_text(doc, entry->term));
  if (entry == NULL || glossary == NULL) {
    DocNode *span = doc_node_new(doc, DOC_SPAN, link->pos);

    doc_node_move_children(span, link);
    pass_rewrite_replace(link, span);
    doc_node_add_class(doc, span, "term");
    return;
  }

  g_autofree char *target = g_strconcat(glossary->meta->id, "#", id, NULL);

  doc_node_set_link(doc, link, target, NULL);
  doc_node_add_class(doc, link, "term");
}

static void
visit(Doc *doc, DocNode *parent, const PassContext *context)
{
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    visit(doc, node, context);
    if (node->kind == DOC_LINK &&
        g_str_has_prefix(node->as.link.target, SCHEME))
      resolve(doc, node, context);
  }
}

void
pass_terms_run(Doc *doc, const PassContext *context)
{
  visit(doc, doc_root_mutable(doc), context);
}
