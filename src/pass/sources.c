/* pass/sources.c -- "[](source:ID)" becomes a number, and the article ends with
 * the list of what it rests on. */
/* SPDX-License-Identifier: MIT */

#include "doc/words.h"
#include "pass/pass.h"
#include "pass/rewrite.h"
#include "pass/source_ref.h"

#include <string.h>

#define NO_BREAK_SPACE "\u00a0"

static const DocPos nowhere = { 0, 0 };

typedef struct {
  Doc *doc;
  const PassContext *context;
  GPtrArray *cited; /* of Source, in the order of first mention */
} Sources;

const char *
pass_source_ref_id(const DocNode *node)
{
  const char *anchor;

  if (node->kind != DOC_LINK || node->as.link.target == NULL)
    return NULL;
  if (g_str_has_prefix(node->as.link.target, PASS_SOURCE_SCHEME))
    return node->as.link.target + strlen(PASS_SOURCE_SCHEME);
  if (!doc_node_has_class(node, PASS_SOURCE_CLASS))
    return NULL;
  anchor = strpbrk(node->as.link.target, "#.");
  return anchor != NULL && g_str_has_prefix(anchor + 1, PASS_SOURCE_ANCHOR)
             ? anchor + 1 + strlen(PASS_SOURCE_ANCHOR)
             : NULL;
}

static void
report_unknown(Sources *sources, const DocNode *link, const char *id)
{
  const Registry *registry = sources->context->book->registry;
  const char *nearest = registry_nearest_id(registry->sources, id);

  diag_report(sources->context->diag, DIAG_CONTENT,
              pass_pos(sources->doc, link), "unknown-source",
              "sources.yaml has no row \"%.100s\"; %s%s", id,
              nearest != NULL ? "the nearest is " : "write one first",
              nearest != NULL ? nearest : "");
}

static void
note_status(MetaStatus *status, SourceStatus of_source)
{
  switch (of_source) {
  case SOURCE_READ:
    break;
  case SOURCE_SECOND_HAND:
    status->second_hand = true;
    break;
  case SOURCE_UNVERIFIED:
    status->unverified = true;
    break;
  }
}

/* The number of the source in this article, from 1. */
static unsigned
cite(Sources *sources, Source *source)
{
  guint index = 0;

  if (g_ptr_array_find(sources->cited, source, &index))
    return index + 1;
  g_ptr_array_add(sources->cited, source);
  source->cited = true;
  note_status(&sources->context->article->meta->status, source->status);
  return sources->cited->len;
}

/* The space keeps the number with the words before it. */
static void
resolve(Sources *sources, DocNode *link)
{
  const char *id = link->as.link.target + strlen(PASS_SOURCE_SCHEME);
  Source *source = registry_find_source(sources->context->book->registry, id);

  if (source == NULL) {
    report_unknown(sources, link, id);
    doc_node_unlink(link);
    return;
  }

  g_autofree char *words = g_strdup_printf("[%u]", cite(sources, source));
  g_autofree char *target =
      g_strconcat("#" PASS_SOURCE_ANCHOR, source->id, NULL);

  while (link->first != NULL)
    doc_node_unlink(link->first);
  doc_node_append(link, pass_rewrite_text(sources->doc, words));
  doc_node_set_link(sources->doc, link, target, NULL);
  doc_node_add_class(sources->doc, link, PASS_SOURCE_CLASS);
  doc_node_insert_before(link, pass_rewrite_text(sources->doc, NO_BREAK_SPACE));
}

static void
visit(Sources *sources, DocNode *parent)
{
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    if (node->kind == DOC_LINK &&
        g_str_has_prefix(node->as.link.target, PASS_SOURCE_SCHEME))
      resolve(sources, node);
    else
      visit(sources, node);
  }
}

/* --- the list --- */

static const char *
status_words(const char *lang, SourceStatus status)
{
  switch (status) {
  case SOURCE_READ:
    return NULL;
  case SOURCE_SECOND_HAND:
    return words_say(WORDS_SOURCE_SECOND_HAND, lang);
  case SOURCE_UNVERIFIED:
    return words_say(WORDS_SOURCE_UNVERIFIED, lang);
  }
  g_return_val_if_reached(NULL);
}

static void
append_citation(Doc *doc, DocNode *paragraph, const Source *source)
{
  DocNode *text = pass_rewrite_text(
      doc, source->citation != NULL ? source->citation : source->id);
  DocNode *link;

  if (source->address == NULL) {
    doc_node_append(paragraph, text);
    return;
  }
  link = doc_node_new(doc, DOC_LINK, nowhere);
  doc_node_set_link(doc, link, source->address, NULL);
  doc_node_append(link, text);
  doc_node_append(paragraph, link);
}

static void
append_item(Doc *doc, DocNode *list, const Source *source, const char *lang)
{
  DocNode *item = doc_node_new(doc, DOC_ITEM, nowhere);
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, nowhere);
  const char *status = status_words(lang, source->status);
  g_autofree char *anchor = g_strconcat(PASS_SOURCE_ANCHOR, source->id, NULL);
  g_autofree char *ending =
      status != NULL ? g_strdup_printf(" (%s)", status) : NULL;

  doc_node_set_id(doc, item, anchor);
  append_citation(doc, paragraph, source);
  if (ending != NULL)
    doc_node_append(paragraph, pass_rewrite_text(doc, ending));
  doc_node_append(item, paragraph);
  doc_node_append(list, item);
}

static void
append_list(Sources *sources)
{
  Doc *doc = sources->doc;
  DocNode *root = doc_root_mutable(doc);
  DocNode *heading = doc_node_new(doc, DOC_HEADING, nowhere);
  DocNode *list = doc_node_new(doc, DOC_LIST, nowhere);
  const char *lang = doc_node_lang(root);

  heading->as.level = 2;
  doc_node_append(heading,
                  pass_rewrite_text(doc, words_say(WORDS_SOURCES, lang)));
  list->as.list = (DocList){ .ordered = true, .tight = true, .start = 1 };
  doc_node_add_class(doc, list, PASS_SOURCE_LIST);
  for (guint i = 0; i < sources->cited->len; i++)
    append_item(doc, list, g_ptr_array_index(sources->cited, i), lang);
  doc_node_append(root, heading);
  doc_node_append(root, list);
}

void
pass_sources_run(Doc *doc, const PassContext *context)
{
  Sources sources = { doc, context, g_ptr_array_new() };

  visit(&sources, doc_root_mutable(doc));
  if (sources.cited->len > 0)
    append_list(&sources);
  g_ptr_array_unref(sources.cited);
}
