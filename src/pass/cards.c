/* pass/cards.c -- a topic page lists the articles of its part. */
/* SPDX-License-Identifier: MIT */

#include "doc/words.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

/* Stands where the list shall; without it the list ends the page. */
static const char mark[] = "{{articles}}";

static DocNode *
make(Doc *doc, DocNode *parent, DocKind kind)
{
  DocNode *node = doc_node_new(doc, kind, (DocPos){ 0, 0 });

  doc_node_append(parent, node);
  return node;
}

static DocNode *
make_line(Doc *doc, DocNode *card, const char *class_name)
{
  DocNode *paragraph = make(doc, card, DOC_PARAGRAPH);

  doc_node_add_class(doc, paragraph, class_name);
  return paragraph;
}

static void
make_link(Doc *doc, DocNode *parent, DocKind kind, const char *id,
          const char *words)
{
  DocNode *link = make(doc, parent, kind);

  doc_node_set_link(doc, link, id, NULL);
  link->as.link.kind = DOC_LINK_INTERNAL;
  doc_node_append(link, pass_rewrite_text(doc, words));
}

static void
make_meta(Doc *doc, DocNode *card, const Meta *meta, const char *lang)
{
  g_autoptr(GString) text = g_string_new(meta->author);

  if (meta->updated != NULL) {
    g_autofree char *updated = words_dated(WORDS_UPDATED, meta->updated, lang);
    if (text->len > 0)
      g_string_append(text, " · ");
    g_string_append(text, updated);
  }
  if (text->len > 0)
    doc_node_append(make_line(doc, card, "card-meta"),
                    pass_rewrite_text(doc, text->str));
}

static void
make_card(Doc *doc, DocNode *list, const Meta *meta, const char *lang)
{
  DocNode *card = make(doc, list, DOC_ITEM);

  if (meta->lang != NULL && g_strcmp0(meta->lang, lang) != 0)
    card->lang = doc_string(doc, meta->lang);
  make_link(doc, make_line(doc, card, "card-title"), DOC_LINK, meta->id,
            meta->title != NULL ? meta->title : meta->id);
  make_meta(doc, card, meta, lang);
  if (meta->summary != NULL)
    doc_node_append(make_line(doc, card, "card-summary"),
                    pass_rewrite_text(doc, meta->summary));
  make_link(doc, make_line(doc, card, "card-more"), DOC_PAGE_REF, meta->id,
            words_say(WORDS_READ_MORE, lang));
}

static DocNode *
make_list(Doc *doc, const PassContext *context)
{
  DocNode *list = doc_node_new(doc, DOC_LIST, (DocPos){ 0, 0 });
  const char *lang = context->article->meta->lang;

  doc_node_add_class(doc, list, "cards");
  for (guint i = 0; i < context->book->articles->len; i++) {
    const BookArticle *other = book_article(context->book, i);
    if (other != context->article && other->part == context->article->part)
      make_card(doc, list, other->meta, lang);
  }
  return list->first != NULL ? list : NULL;
}

static bool
is_mark(const DocNode *node)
{
  return node->kind == DOC_PARAGRAPH && node->first != NULL &&
         node->first == node->last && node->first->kind == DOC_TEXT &&
         strcmp(node->first->as.text, mark) == 0;
}

/* The first node below that `accept` likes, or NULL. */
static DocNode *
find(DocNode *parent, bool (*accept)(const DocNode *node))
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    DocNode *found;
    if (doc_kind_is_inline(node->kind))
      return NULL;
    found = accept(node) ? node : find(node, accept);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static bool
is_cards(const DocNode *node)
{
  return node->kind == DOC_LIST && doc_node_has_class(node, "cards");
}

/* Behind the text, before the notes. */
static void
append_list(DocNode *root, DocNode *list)
{
  for (DocNode *node = root->first; node != NULL; node = node->next)
    if (node->kind == DOC_NOTE) {
      doc_node_insert_before(node, list);
      return;
    }
  doc_node_append(root, list);
}

void
pass_cards_run(Doc *doc, const PassContext *context)
{
  DocNode *root = doc_root_mutable(doc);
  DocNode *place = find(root, is_mark);
  DocNode *list;

  if (context->article->meta->kind != META_TOPIC) {
    if (place != NULL)
      diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, place), "no-topic",
                  "only a topic page lists articles; write "
                  "\"kind: topic\" at its top, or take %s away",
                  mark);
    return;
  }
  if (find(root, is_cards) != NULL)
    return;
  list = make_list(doc, context);
  if (list != NULL && place != NULL)
    doc_node_insert_before(place, list);
  else if (list != NULL)
    append_list(root, list);
  if (place != NULL)
    doc_node_unlink(place);
}
