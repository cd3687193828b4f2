/* pass/glossary.c -- the article of the glossary's words is made. */
/* SPDX-License-Identifier: MIT */

#include "doc/words.h"
#include "pass/clone.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

static const DocPos nowhere = { 0, 0 };

/* As a reader looks for them: case does not count. */
static int
compare(gconstpointer a, gconstpointer b)
{
  const GlossaryEntry *const *one = a;
  const GlossaryEntry *const *other = b;
  g_autofree char *left = g_utf8_casefold((*one)->term, -1);
  g_autofree char *right = g_utf8_casefold((*other)->term, -1);

  return strcmp(left, right);
}

/* Borrows the entries.  (transfer full) */
static GPtrArray *
sorted(const Registry *registry)
{
  GPtrArray *entries = g_ptr_array_new();

  for (unsigned i = 0; i < registry->glossary->len; i++) {
    const GlossaryEntry *entry = registry_glossary_entry(registry, i);

    if (entry->id != NULL && entry->term != NULL)
      g_ptr_array_add(entries, (gpointer)(gsize)entry);
  }
  g_ptr_array_sort(entries, compare);
  return entries;
}

static void
append_names(Doc *doc, DocNode *definition, const GlossaryEntry *entry,
             const char *lang)
{
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, nowhere);
  g_autofree char *names = g_strjoinv(", ", entry->also_known_as);
  g_autofree char *line =
      g_strdup_printf("%s %s", words_say(WORDS_ALSO_KNOWN_AS, lang), names);

  if (entry->also_known_as[0] == NULL)
    return;
  doc_node_add_class(doc, paragraph, "also-known-as");
  doc_node_append(paragraph, pass_rewrite_text(doc, line));
  doc_node_append(definition, paragraph);
}

static void
append_article(Doc *doc, DocNode *definition, const GlossaryEntry *entry)
{
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, nowhere);
  DocNode *link = doc_node_new(doc, DOC_LINK, nowhere);
  g_autofree char *target = g_strconcat("page:", entry->article, NULL);

  if (entry->article == NULL)
    return;
  doc_node_add_class(doc, paragraph, "see");
  doc_node_set_link(doc, link, target, NULL);
  doc_node_append(paragraph, link);
  doc_node_append(definition, paragraph);
}

static void
append_entry(Doc *doc, DocNode *list, const GlossaryEntry *entry,
             const char *lang)
{
  DocNode *term = doc_node_new(doc, DOC_TERM, nowhere);
  DocNode *definition = doc_node_new(doc, DOC_DEFINITION, nowhere);

  doc_node_set_id(doc, term, entry->id);
  doc_node_append(term, pass_rewrite_text(doc, entry->term));
  doc_node_append(list, term);
  if (entry->definition.doc != NULL)
    pass_clone_children(doc, definition, doc_root(entry->definition.doc),
                        &entry->definition.pos);
  append_names(doc, definition, entry, lang);
  append_article(doc, definition, entry);
  doc_node_append(list, definition);
}

void
pass_glossary_run(Doc *doc, const PassContext *context)
{
  DocNode *root = doc_root_mutable(doc);
  DocNode *list;

  if (context->article->origin != BOOK_GLOSSARY || root->first != NULL)
    return;

  g_autoptr(GPtrArray) entries = sorted(context->book->registry);

  list = doc_node_new(doc, DOC_TERM_LIST, nowhere);
  for (guint i = 0; i < entries->len; i++)
    append_entry(doc, list, g_ptr_array_index(entries, i),
                 context->article->meta->lang);
  if (list->first != NULL)
    doc_node_append(root, list);
}
