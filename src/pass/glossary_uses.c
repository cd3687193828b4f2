/* pass/glossary_uses.c -- the first use of a word in each article leads to the
 * glossary's entry, and the entry back to its uses. */
/* SPDX-License-Identifier: MIT */

/* The author's own link to the word counts as its use; else the word where it
 * first stands in running text, bent or not (pass/glossary_match.h).  A use has
 * the anchor "use-ID". */

#include "pass/glossary_uses.h"

#include "doc/words.h"
#include "pass/glossary_match.h"
#include "pass/pass.h"
#include "pass/reference.h"
#include "pass/rewrite.h"

#include <string.h>

typedef struct {
  Doc *doc;
  const char *glossary; /* id of its article */
  const GlossaryEntry *entry;
} Search;

const BookArticle *
pass_glossary_article(const Book *book)
{
  for (unsigned i = 0; i < book->articles->len; i++)
    if (book_article(book, i)->origin == BOOK_GLOSSARY)
      return book_article(book, i);
  return NULL;
}

char *
pass_glossary_use_anchor(const GlossaryEntry *entry)
{
  return g_strconcat("use-", entry->id, NULL);
}

/* --- links that the author wrote --- */

static bool
leads_to_entry(const Search *search, const DocNode *node)
{
  const char *target = node->kind == DOC_LINK ? node->as.link.target : NULL;
  gsize length = strlen(search->glossary);

  return target != NULL && doc_node_has_class(node, "term") &&
         strncmp(target, search->glossary, length) == 0 &&
         target[length] == '#' &&
         strcmp(target + length + 1, search->entry->id) == 0;
}

static DocNode *
find_link(const Search *search, DocNode *node)
{
  if (leads_to_entry(search, node))
    return node;
  for (DocNode *child = node->first; child != NULL; child = child->next) {
    DocNode *found = child->kind == DOC_NOTE ? NULL : find_link(search, child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* --- words in running text --- */

/* "before [term] after" */
static DocNode *
wrap(const Search *search, DocNode *text, gsize start, gsize end)
{
  g_autofree char *words = g_strdup(text->as.text);
  g_autofree char *term = g_strndup(words + start, end - start);
  DocNode *link = doc_node_new(search->doc, DOC_LINK, text->pos);

  doc_node_append(link,
                  doc_node_new_text(search->doc, DOC_TEXT, term, text->pos));
  pass_rewrite_insert_after(text, link);
  if (words[end] != '\0')
    pass_rewrite_insert_after(
        link, doc_node_new_text(search->doc, DOC_TEXT, words + end, text->pos));
  if (start == 0) {
    doc_node_unlink(text);
    return link;
  }
  g_autofree char *before = g_strndup(words, start);
  doc_node_set_text(search->doc, text, before);
  return link;
}

/* Running text: no heading, no link, no picture's words, no note, no list of
 * articles or sources. */
static bool
holds_running_text(const DocNode *node)
{
  if (node->kind == DOC_HEADING || node->kind == DOC_LINK ||
      node->kind == DOC_PAGE_REF || node->kind == DOC_IMAGE ||
      node->kind == DOC_NOTE || node->kind == DOC_CAPTION ||
      node->kind == DOC_TERM)
    return false;
  return node->kind != DOC_LIST || (!doc_node_has_class(node, "cards") &&
                                    !doc_node_has_class(node, "sources"));
}

static DocNode *
wrap_first(const Search *search, DocNode *node)
{
  gsize start, end;

  if (node->kind == DOC_TEXT &&
      pass_glossary_match_find(search->entry, node->as.text,
                               doc_node_lang(node), &start, &end))
    return wrap(search, node, start, end);
  if (!holds_running_text(node))
    return NULL;
  for (DocNode *child = node->first; child != NULL; child = child->next) {
    DocNode *link = wrap_first(search, child);
    if (link != NULL)
      return link;
  }
  return NULL;
}

static void
mark_use(const Search *search, DocNode *root)
{
  g_autofree char *anchor = pass_glossary_use_anchor(search->entry);
  g_autofree char *target =
      g_strconcat(search->glossary, "#", search->entry->id, NULL);
  DocNode *link = find_link(search, root);

  if (pass_reference_find(root, anchor) != NULL)
    return;
  if (link == NULL)
    link = wrap_first(search, root);
  if (link == NULL)
    return;
  doc_node_set_link(search->doc, link, target, link->as.link.title);
  if (!doc_node_has_class(link, "term"))
    doc_node_add_class(search->doc, link, "term");
  doc_node_set_id(search->doc, link, anchor);
}

static void
mark_uses(Doc *doc, const PassContext *context, const BookArticle *glossary)
{
  const Registry *registry = context->book->registry;

  for (unsigned i = 0; i < registry->glossary->len; i++) {
    Search search = { doc, glossary->meta->id,
                      registry_glossary_entry(registry, i) };
    if (search.entry->id != NULL && search.entry->term != NULL)
      mark_use(&search, doc_root_mutable(doc));
  }
}

/* --- the entries --- */

bool
pass_glossary_add_uses(Doc *doc, DocNode *list, const Book *book,
                       const GlossaryEntry *entry)
{
  g_autofree char *anchor = pass_glossary_use_anchor(entry);
  bool any = false;

  for (unsigned i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);

    if (article->doc == NULL ||
        pass_reference_find(doc_root(article->doc), anchor) == NULL)
      continue;
    pass_reference_add(doc, list, article->meta->id, anchor);
    any = true;
  }
  return any;
}

static void
add_pages(Doc *doc, DocNode *term, const PassContext *context)
{
  const GlossaryEntry *entry =
      registry_find_glossary_entry(context->book->registry, term->id);
  DocNode *definition = term->next;
  DocNode *paragraph, *list;

  if (entry == NULL || definition == NULL || definition->kind != DOC_DEFINITION)
    return;
  paragraph = doc_node_new(doc, DOC_PARAGRAPH, (DocPos){ 0, 0 });
  list = pass_reference_list(
      doc, paragraph,
      words_say(WORDS_PRINT_PAGES, context->article->meta->lang));
  if (!pass_glossary_add_uses(doc, list, context->book, entry))
    return;
  doc_node_add_class(doc, paragraph, "print-pages");
  doc_node_append(definition, paragraph);
}

static bool
has_pages(const DocNode *definition)
{
  return definition != NULL && definition->last != NULL &&
         doc_node_has_class(definition->last, "print-pages");
}

static void
complete_glossary(Doc *doc, const PassContext *context)
{
  DocNode *list = doc_root_mutable(doc)->first;

  if (list == NULL || list->kind != DOC_TERM_LIST)
    return;
  for (DocNode *node = list->first; node != NULL; node = node->next)
    if (node->kind == DOC_TERM && node->id != NULL && !has_pages(node->next))
      add_pages(doc, node, context);
}

void
pass_glossary_uses_run(Doc *doc, const PassContext *context)
{
  const BookArticle *glossary = pass_glossary_article(context->book);

  if (glossary == NULL)
    return;
  if (context->article == glossary)
    complete_glossary(doc, context);
  else if (context->article->origin == BOOK_WRITTEN)
    mark_uses(doc, context, glossary);
}
