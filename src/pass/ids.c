/* pass/ids.c -- every heading has an id, and every id is unique in the book.
 *
 * "article.anchor": an id with a dot has its article's name already. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "doc/edit.h"
#include "pass/pass.h"

#include <string.h>

typedef struct {
  Doc *doc;
  const PassContext *context;
  const char *article;
  GHashTable *taken; /* of char *, anchors of this article */
  GHashTable *next;  /* slug to the number its next double gets */
} Ids;

static const char *
anchor_of(const char *id)
{
  const char *dot = strrchr(id, '.');

  return dot != NULL ? dot + 1 : NULL;
}

static void
set_id(Ids *ids, DocNode *node, const char *anchor)
{
  g_autofree char *id = g_strconcat(ids->article, ".", anchor, NULL);

  doc_node_set_id(ids->doc, node, id);
  g_hash_table_add(ids->taken, g_strdup(anchor));
}

/* What the author said comes first, so that nothing of ours is in its way. */
static void
take_written(Ids *ids, DocNode *node)
{
  const char *anchor = node->id != NULL ? anchor_of(node->id) : NULL;

  if (anchor != NULL) {
    g_hash_table_add(ids->taken, g_strdup(anchor));
  } else if (node->id != NULL && node->parent != NULL) {
    if (!g_hash_table_contains(ids->taken, node->id)) {
      set_id(ids, node, node->id);
    } else {
      diag_report(ids->context->diag, DIAG_CONTENT, pass_pos(ids->doc, node),
                  "duplicate-id",
                  "the id \"%.100s\" is used above already; write another",
                  node->id);
      node->id = NULL;
    }
  }
  for (DocNode *child = node->first; child != NULL; child = child->next)
    take_written(ids, child);
}

static void
give_id(Ids *ids, DocNode *heading)
{
  g_autofree char *text = doc_node_plain_text(heading);
  g_autofree char *slug = bytes_slug(text, true);
  g_autofree char *anchor = g_strdup(slug);
  guint number = MAX(GPOINTER_TO_UINT(g_hash_table_lookup(ids->next, slug)), 2);

  for (; g_hash_table_contains(ids->taken, anchor); number++) {
    g_free(anchor);
    anchor = g_strdup_printf("%s-%u", slug, number);
  }
  g_hash_table_insert(ids->next, g_steal_pointer(&slug),
                      GUINT_TO_POINTER(number));
  set_id(ids, heading, anchor);
}

static void
give_ids(Ids *ids, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (doc_kind_is_inline(node->kind))
      return;
    if (node->kind == DOC_HEADING && node->id == NULL)
      give_id(ids, node);
    give_ids(ids, node);
  }
}

void
pass_ids_run(Doc *doc, const PassContext *context)
{
  DocNode *root = doc_root_mutable(doc);
  Ids ids = { doc, context, context->article->meta->id, NULL, NULL };

  g_return_if_fail(ids.article != NULL);

  ids.taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  ids.next = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  doc_node_set_id(doc, root, ids.article);
  take_written(&ids, root);
  give_ids(&ids, root);
  g_hash_table_unref(ids.taken);
  g_hash_table_unref(ids.next);
}
