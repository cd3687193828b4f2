/* pdf/tree.c -- is the layout's structure one that can be written? */
/* SPDX-License-Identifier: MIT */

#include "pdf/tree.h"

#include "base/error.h"
#include "pdf/attribute.h"

typedef struct {
  const PdfFinish *finish;
  const LayoutDocument *document;
  guint8 *leaves; /* how often each is a kid, at most 2 */
  guint8 *links;
  guint8 *nodes;
} Uses;

static const LayoutNode *
node_at(const LayoutDocument *document, int index)
{
  return &g_array_index(document->nodes, LayoutNode, index);
}

static bool
fault(GError **error, const char *what, int index)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_BUG, "structure: %s %d", what,
              index);
  return false;
}

/* The node that says it holds this kid; -2 if there is no such kid. */
static int
holder_of(const LayoutDocument *document, Kid kid)
{
  switch (kid.kind) {
  case KID_NODE:
    if (kid.index >= 0 && (guint)kid.index < document->nodes->len)
      return node_at(document, kid.index)->parent;
    break;
  case KID_LEAF:
    if (kid.index >= 0 && (guint)kid.index < document->leaves->len)
      return g_array_index(document->leaves, LayoutLeaf, kid.index).node;
    break;
  case KID_LINK:
    if (kid.index >= 0 && (guint)kid.index < document->links->len)
      return g_array_index(document->links, LayoutLink, kid.index).node;
    break;
  }
  return -2;
}

static bool
count_kid(const Uses *uses, int node, Kid kid, GError **error)
{
  guint8 *const counts[] = {
    [KID_NODE] = uses->nodes,
    [KID_LEAF] = uses->leaves,
    [KID_LINK] = uses->links,
  };

  if (holder_of(uses->document, kid) != node)
    return fault(error, "a kid that belongs elsewhere is in node", node);
  if (counts[kid.kind][kid.index]++ > 0)
    return fault(error, "a kid stands twice in node", node);
  return true;
}

static bool
count_kids(const Uses *uses, GError **error)
{
  for (guint i = 0; i < uses->document->nodes->len; i++) {
    const LayoutNode *node = node_at(uses->document, (int)i);
    if (node->parent >= (int)i)
      return fault(error, "a node stands before its parent: node", (int)i);
    for (guint k = 0; k < node->kids->len; k++)
      if (!count_kid(uses, (int)i, g_array_index(node->kids, Kid, k), error))
        return false;
  }
  return true;
}

static bool
check_uses(const Uses *uses, GError **error)
{
  const LayoutDocument *document = uses->document;

  for (guint i = 0; i < document->leaves->len; i++)
    if (uses->finish->marks[i].count > 0 && uses->leaves[i] == 0)
      return fault(error, "painted content is in no node: leaf", (int)i);
  for (guint i = 0; i < document->links->len; i++)
    if (uses->links[i] == 0)
      return fault(error, "a clickable place is in no node: link", (int)i);
  for (guint i = 0; i < document->nodes->len; i++)
    if (uses->nodes[i] == 0 && node_at(document, (int)i)->parent >= 0)
      return fault(error, "its parent does not know of node", (int)i);
  return true;
}

static bool
check_kids(const PdfFinish *finish, GError **error)
{
  const LayoutDocument *document = finish->document;
  g_autofree guint8 *leaves = g_malloc0(document->leaves->len + 1);
  g_autofree guint8 *links = g_malloc0(document->links->len + 1);
  g_autofree guint8 *nodes = g_malloc0(document->nodes->len + 1);
  Uses uses = { finish, document, leaves, links, nodes };

  return count_kids(&uses, error) && check_uses(&uses, error);
}

static void
keep_upwards(PdfFinish *finish, int node)
{
  while (node >= 0 && !finish->kept[node]) {
    finish->kept[node] = true;
    node = node_at(finish->document, node)->parent;
  }
}

static bool
is_grid(const LayoutNode *node)
{
  return node->role == ROLE_TR || node->role == ROLE_TH ||
         node->role == ROLE_TD ||
         (node->kids->len > 0 &&
          (node->role == ROLE_THEAD || node->role == ROLE_TBODY));
}

static void
decide_kept(PdfFinish *finish)
{
  const LayoutDocument *document = finish->document;

  for (guint i = 0; i < document->leaves->len; i++)
    if (finish->marks[i].count > 0)
      keep_upwards(finish, g_array_index(document->leaves, LayoutLeaf, i).node);
  for (guint i = 0; i < document->links->len; i++)
    keep_upwards(finish, g_array_index(document->links, LayoutLink, i).node);
  finish->kept[0] = true;
  for (guint i = 0; i < document->nodes->len; i++) {
    const LayoutNode *node = node_at(document, (int)i);
    if (node->parent >= 0 && finish->kept[node->parent] && is_grid(node))
      finish->kept[i] = true;
  }
}

static bool
check_headers(GHashTable *ids, const LayoutNode *node, int index,
              GError **error)
{
  if (node->headers == NULL)
    return true;
  g_auto(GStrv) headers = g_strsplit(node->headers, " ", -1);
  for (char **id = headers; *id != NULL; id++)
    if (**id != '\0' && !g_hash_table_contains(ids, *id))
      return fault(error, "a header is missing that is named by cell", index);
  return true;
}

static bool
check_descriptions(const PdfFinish *finish, GError **error)
{
  const LayoutDocument *document = finish->document;
  g_autoptr(GHashTable) ids =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < document->nodes->len; i++) {
    const LayoutNode *node = node_at(document, (int)i);
    char *id = pdf_attribute_id(document, (int)i);
    if (id != NULL && !g_hash_table_add(ids, id))
      return fault(error, "an id is used twice, again by node", (int)i);
    if (!pdf_text_fits(node->alt)) {
      g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
                  "page %d: the description of a picture is longer than a PDF "
                  "may hold (32,767 bytes)",
                  node->page + 1);
      return false;
    }
    if (node->role == ROLE_FIGURE && finish->kept[i] &&
        (node->alt == NULL || *node->alt == '\0'))
      return fault(error, "a figure has no description: node", (int)i);
  }
  for (guint i = 0; i < document->nodes->len; i++)
    if (!check_headers(ids, node_at(document, (int)i), (int)i, error))
      return false;
  return true;
}

bool
pdf_tree_check(PdfFinish *finish, GError **error)
{
  if (finish->document->nodes->len == 0)
    return fault(error, "nodes in the layout:", 0);
  if (!check_kids(finish, error))
    return false;
  decide_kept(finish);
  return check_descriptions(finish, error);
}
