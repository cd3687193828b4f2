/* release/safety.c -- what of an article must not be wrong on paper. */
/* SPDX-License-Identifier: MIT */

#include "release/safety.h"

#include "base/hash.h"
#include "base/json.h"

static const char *const names[SAFETY_COUNT] = {
  [SAFETY_NUMBERS] = "numbers",
  [SAFETY_STEPS] = "steps",
  [SAFETY_SENTENCES] = "sentences",
};

const char *
safety_kind_name(SafetyKind kind)
{
  g_return_val_if_fail(kind < SAFETY_COUNT, NULL);
  return names[kind];
}

/* What passes make of the registry and the marks: pass/helplines.c,
 * pass/emergency.c, pass/spans.c. */
static bool
is_kind(const DocNode *node, SafetyKind kind)
{
  switch (kind) {
  case SAFETY_NUMBERS:
    return node->kind == DOC_SPAN && doc_node_has_class(node, "number");
  case SAFETY_STEPS:
    return node->kind == DOC_LIST && (doc_node_has_class(node, "steps") ||
                                      doc_node_has_class(node, "brief"));
  case SAFETY_SENTENCES:
    return doc_node_has_class(node, "safety");
  case SAFETY_COUNT:
    break;
  }
  g_return_val_if_reached(false);
}

/* Neither the number of a source in its list nor that a telephone number is
 * not yet checked is part of what a step says: a sheet whose number somebody
 * has since found right is no wrong sheet. */
static bool
is_about_words(const DocNode *node)
{
  return (node->kind == DOC_LINK && doc_node_has_class(node, "source-ref")) ||
         (node->kind == DOC_SPAN && doc_node_has_class(node, "unchecked"));
}

static void
append_words(GString *text, const DocNode *node)
{
  if (is_about_words(node))
    return;
  if (doc_kind_has_text(node->kind))
    g_string_append(text, node->as.text);
  for (const DocNode *child = node->first; child; child = child->next)
    append_words(text, child);
  if (!doc_kind_is_inline(node->kind))
    g_string_append_c(text, '\n');
}

static void
collect(GString *text, const DocNode *node, SafetyKind kind)
{
  if (is_kind(node, kind)) {
    append_words(text, node);
    g_string_append_c(text, '\n');
    return;
  }
  for (const DocNode *child = node->first; child; child = child->next)
    collect(text, child, kind);
}

char *
safety_hash(const Book *book, const BookArticle *article, SafetyKind kind)
{
  GString *text = g_string_new(NULL);
  const Doc *brief = book->registry->emergency.brief;
  if (article->doc)
    collect(text, doc_root(article->doc), kind);
  if (brief && kind != SAFETY_SENTENCES) /* they stand on its sheet */
    collect(text, doc_root(brief), kind);
  g_autoptr(GBytes) bytes = g_string_free_to_bytes(text);
  return hash_sha256(bytes);
}

static void
append_article(GString *out, const Book *book, const BookArticle *article)
{
  g_string_append_c(out, '{');
  json_append_field(out, "article", article->meta->id);
  for (unsigned kind = 0; kind < SAFETY_COUNT; kind++) {
    g_autofree char *hash = safety_hash(book, article, (SafetyKind)kind);
    json_append_field(out, names[kind], hash);
  }
  g_string_append_c(out, '}');
}

static void
append_recalls(GString *out, const Book *book)
{
  if (book->recalls->len == 0)
    return;
  g_string_append(out, ",\n\"recall\": [");
  for (unsigned i = 0; i < book->recalls->len; i++) {
    const BookRecall *recall = g_ptr_array_index(book->recalls, i);
    g_string_append(out, i ? ",\n  {" : "\n  {");
    json_append_field(out, "article", recall->article);
    json_append_field(out, "edition", recall->edition);
    json_append_field(out, "because", recall->because);
    g_string_append_c(out, '}');
  }
  g_string_append(out, "\n]");
}

void
safety_append(GString *out, const Book *book)
{
  append_recalls(out, book);
  if (book->articles->len == 0)
    return;
  g_string_append(out, ",\n\"safety\": [");
  for (unsigned i = 0; i < book->articles->len; i++) {
    g_string_append(out, i ? ",\n  " : "\n  ");
    append_article(out, book, book_article(book, i));
  }
  g_string_append(out, "\n]");
}
