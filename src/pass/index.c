/* pass/index.c -- the index: words of the articles' `index:`, the glossary's
 * words, and the other names of both, with the pages.
 *
 * Each other name says "see" and the word to look under. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "doc/page_list.h"
#include "doc/words.h"
#include "pass/glossary_uses.h"
#include "pass/pass.h"
#include "pass/reference.h"
#include "pass/rewrite.h"

#include <string.h>

#define END_ANCHOR "end"

static const DocPos nowhere = { 0, 0 };

/* --- the ends of articles ---
 *
 * "naloxone" names the pages of the whole article; "naloxone: how to give it"
 * stands under "naloxone" and names the same. */

static DocNode *
last_text(DocNode *node)
{
  if (node->kind == DOC_TEXT)
    return node;
  for (DocNode *child = node->last; child != NULL; child = child->prev) {
    DocNode *found = child->kind == DOC_NOTE ? NULL : last_text(child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The last word in a span of its own. */
static void
mark_end(Doc *doc)
{
  DocNode *text = last_text(doc_root_mutable(doc));
  const char *space = text != NULL ? strrchr(text->as.text, ' ') : NULL;
  DocNode *span;

  if (text == NULL || pass_reference_find(doc_root(doc), END_ANCHOR) != NULL)
    return;
  span = doc_node_new(doc, DOC_SPAN, text->pos);
  doc_node_append(span,
                  doc_node_new_text(doc, DOC_TEXT,
                                    space != NULL ? space + 1 : text->as.text,
                                    text->pos));
  doc_node_set_id(doc, span, END_ANCHOR);
  pass_rewrite_insert_after(text, span);
  if (space == NULL) {
    doc_node_unlink(text);
    return;
  }
  g_autofree char *before =
      g_strndup(text->as.text, (gsize)(space + 1 - text->as.text));
  doc_node_set_text(doc, text, before);
}

/* --- entries --- */

/* A line of the index, and what stands under it. */
typedef struct {
  char *words;
  char *key;                /* of `words`, to find and to sort by */
  GPtrArray *articles;      /* of const BookArticle: that name it */
  const GlossaryEntry *use; /* whose uses it lists, or NULL */
  GPtrArray *see;           /* of char *: other words to look under */
  GPtrArray *entries;       /* of Entry */
} Entry;

static void
entry_free(gpointer data)
{
  Entry *entry = data;

  g_free(entry->words);
  g_free(entry->key);
  g_ptr_array_unref(entry->articles);
  g_ptr_array_unref(entry->see);
  g_ptr_array_unref(entry->entries);
  g_free(entry);
}

static Entry *
entry_find(GPtrArray *entries, const char *words)
{
  g_autofree char *folded = g_utf8_casefold(words, -1);
  g_autofree char *key = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
  Entry *entry;

  for (guint i = 0; i < entries->len; i++) {
    entry = g_ptr_array_index(entries, i);
    if (strcmp(entry->key, key) == 0)
      return entry;
  }
  entry = g_new0(Entry, 1);
  entry->words = g_strdup(words);
  entry->key = g_steal_pointer(&key);
  entry->articles = g_ptr_array_new();
  entry->see = g_ptr_array_new_with_free_func(g_free);
  entry->entries = g_ptr_array_new_with_free_func(entry_free);
  g_ptr_array_add(entries, entry);
  return entry;
}

static int
compare(gconstpointer a, gconstpointer b)
{
  const Entry *const *one = a;
  const Entry *const *other = b;

  return strcmp((*one)->key, (*other)->key);
}

/* --- collecting --- */

static void
add_words(GPtrArray *entries, const BookArticle *article, const char *words)
{
  const char *colon = strstr(words, ": ");
  g_autofree char *head =
      g_strndup(words, colon != NULL ? (gsize)(colon - words) : strlen(words));
  Entry *entry = entry_find(entries, g_strstrip(head));

  if (colon != NULL)
    entry = entry_find(entry->entries, colon + 2);
  g_ptr_array_add(entry->articles, (gpointer)(gsize)article);
}

/* Other names say where to look, but for those that are words themselves. */
static void
add_names(GPtrArray *entries, char *const *names, const char *words)
{
  for (; *names != NULL; names++) {
    Entry *entry = entry_find(entries, *names);
    bool known = g_utf8_collate(*names, words) == 0;

    for (guint i = 0; i < entry->see->len; i++)
      known = known || strcmp(g_ptr_array_index(entry->see, i), words) == 0;
    if (!known)
      g_ptr_array_add(entry->see, g_strdup(words));
  }
}

static void
collect_articles(GPtrArray *entries, const Book *book)
{
  for (unsigned i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);

    for (char **words = article->meta->index; *words != NULL; words++)
      add_words(entries, article, *words);
  }
}

static void
collect_glossary(GPtrArray *entries, const Book *book)
{
  const Registry *registry = book->registry;

  if (pass_glossary_article(book) == NULL)
    return;
  for (unsigned i = 0; i < registry->glossary->len; i++) {
    const GlossaryEntry *word = registry_glossary_entry(registry, i);

    if (word->id == NULL || word->term == NULL)
      continue;
    entry_find(entries, word->term)->use = word;
    add_names(entries, word->also_known_as, word->term);
  }
}

/* --- writing --- */

static void
add_text(Doc *doc, DocNode *parent, const char *text)
{
  doc_node_append(parent, pass_rewrite_text(doc, text));
}

static void
add_article_pages(Doc *doc, DocNode *list, const BookArticle *article)
{
  const DocNode *root = article->doc != NULL ? doc_root(article->doc) : NULL;

  pass_reference_add(doc, list, article->meta->id, NULL);
  if (root == NULL || pass_reference_find(root, END_ANCHOR) == NULL)
    return;
  doc_node_add_class(
      doc, pass_reference_add(doc, list, article->meta->id, END_ANCHOR),
      PAGE_LIST_END);
}

static void
add_pages(Doc *doc, DocNode *line, const Entry *entry, const Book *book)
{
  DocNode *list;

  if (entry->articles->len == 0 && entry->use == NULL)
    return;
  add_text(doc, line, ": ");
  list = pass_reference_list(doc, line, NULL);
  for (guint i = 0; i < entry->articles->len; i++)
    add_article_pages(doc, list, g_ptr_array_index(entry->articles, i));
  if (entry->use == NULL)
    return;
  pass_glossary_add_uses(doc, list, book, entry->use);
  pass_reference_add(doc, list, pass_glossary_article(book)->meta->id,
                     entry->use->id);
}

/* "see tolerance" leads to that line of the index. */
static void
add_see(Doc *doc, DocNode *line, const Entry *entry, const char *lang)
{
  bool also = entry->articles->len > 0 || entry->use != NULL;

  for (guint i = 0; i < entry->see->len; i++) {
    const char *to = g_ptr_array_index(entry->see, i);
    DocNode *emphasis = doc_node_new(doc, DOC_EMPHASIS, nowhere);
    DocNode *link = doc_node_new(doc, DOC_LINK, nowhere);
    g_autofree char *slug = bytes_slug(to, true);
    g_autofree char *target = g_strconcat("#word-", slug, NULL);

    add_text(doc, line, i == 0 ? (also ? "; " : ", ") : "; ");
    add_text(doc, emphasis, words_say(also ? WORDS_SEE_ALSO : WORDS_SEE, lang));
    doc_node_append(line, emphasis);
    add_text(doc, line, " ");
    doc_node_set_link(doc, link, target, NULL);
    add_text(doc, link, to);
    doc_node_append(line, link);
  }
}

static void add_entries(Doc *doc, DocNode *parent, GPtrArray *entries,
                        const PassContext *context, bool nested);

static void
add_entry(Doc *doc, DocNode *list, const Entry *entry,
          const PassContext *context, bool nested)
{
  DocNode *item = doc_node_new(doc, DOC_ITEM, nowhere);
  DocNode *line = doc_node_new(doc, DOC_PARAGRAPH, nowhere);
  g_autofree char *slug = bytes_slug(entry->words, true);
  g_autofree char *anchor = g_strconcat("word-", slug, NULL);

  if (!nested && pass_reference_find(list, anchor) == NULL)
    doc_node_set_id(doc, item, anchor);
  add_text(doc, line, entry->words);
  add_pages(doc, line, entry, context->book);
  add_see(doc, line, entry, context->article->meta->lang);
  doc_node_append(item, line);
  doc_node_append(list, item);
  if (entry->entries->len > 0)
    add_entries(doc, item, entry->entries, context, true);
}

static void
add_entries(Doc *doc, DocNode *parent, GPtrArray *entries,
            const PassContext *context, bool nested)
{
  DocNode *list = doc_node_new(doc, DOC_LIST, nowhere);

  list->as.list.tight = true;
  doc_node_add_class(doc, list, "index");
  doc_node_append(parent, list);
  g_ptr_array_sort(entries, compare);
  for (guint i = 0; i < entries->len; i++)
    add_entry(doc, list, g_ptr_array_index(entries, i), context, nested);
}

static void
make_index(Doc *doc, const PassContext *context)
{
  DocNode *root = doc_root_mutable(doc);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
  Meta *meta = context->article->meta;

  if (root->first != NULL)
    return;
  g_free(meta->title);
  meta->title = g_strdup(words_say(WORDS_INDEX, meta->lang));
  collect_articles(entries, context->book);
  collect_glossary(entries, context->book);
  if (entries->len > 0)
    add_entries(doc, root, entries, context, false);
}

void
pass_index_run(Doc *doc, const PassContext *context)
{
  switch (context->article->origin) {
  case BOOK_INDEX:
    make_index(doc, context);
    return;
  case BOOK_WRITTEN:
    if (context->article->meta->index[0] != NULL)
      mark_end(doc);
    return;
  case BOOK_EMERGENCY:
  case BOOK_GLOSSARY:
    return;
  }
  g_return_if_reached();
}
