/* media/svg_reference.c -- how often a drawing draws what it refers to. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_reference.h"

#include "base/error.h"

#include <string.h>

#define MOST_SHAPES 500000u
#define DEEPEST     200u /* nesting of 100, and as much of references */

/* What is known of an element with an id. */
typedef struct {
  xmlNode *node;
  guint64 cost; /* 0: not counted yet */
  bool open;    /* being counted: a reference to it is a circle */
} Target;

typedef struct {
  GHashTable *by_id;   /* char * to Target * */
  GHashTable *by_node; /* xmlNode * to the same Target * */
  GError **error;
} Count;

static guint64 count_node(Count *count, xmlNode *node, unsigned depth);

static guint64
refuse(Count *count, const xmlNode *node, ErrorCode code, const char *text)
{
  if (count->error != NULL && *count->error == NULL)
    g_set_error(count->error, HANDBILL_ERROR, code, "line %ld: <%s> %s",
                xmlGetLineNo(node), (const char *)node->name, text);
  return MOST_SHAPES + 1;
}

static void
collect(Count *count, xmlNode *node)
{
  xmlChar *id = xmlGetNoNsProp(node, (const xmlChar *)"id");

  if (id != NULL && !g_hash_table_contains(count->by_id, id)) {
    Target *target = g_new0(Target, 1);

    target->node = node;
    g_hash_table_insert(count->by_id, g_strdup((const char *)id), target);
    g_hash_table_insert(count->by_node, node, target);
  }
  xmlFree(id);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect(count, child);
}

static guint64
count_id(Count *count, const char *id, gsize length, unsigned depth)
{
  g_autofree char *key = g_strndup(id, length);
  Target *target = g_hash_table_lookup(count->by_id, key);

  /* What leads nowhere draws nothing. */
  return target != NULL ? count_node(count, target->node, depth + 1) : 0;
}

/* Each "#id" of href="#id" and url(#id). */
static guint64
count_value(Count *count, const char *value, unsigned depth)
{
  const char *at = value;
  guint64 sum = 0;

  if (*value == '#')
    return count_id(count, value + 1, strlen(value + 1), depth);
  while ((at = strstr(at, "url(")) != NULL && sum <= MOST_SHAPES) {
    at += strcspn(at, "#)");
    if (*at != '#')
      continue;
    at++;
    gsize length = strcspn(at, " \t\r\n\"')");
    sum += count_id(count, at, length, depth);
  }
  return sum;
}

/* A colour such as fill="#abc" is no reference. */
static bool
may_refer(const xmlAttr *attribute, const char *value)
{
  return *value != '#' || g_str_equal((const char *)attribute->name, "href");
}

static guint64
count_attributes(Count *count, xmlNode *node, unsigned depth)
{
  guint64 sum = 0;

  for (xmlAttr *at = node->properties; at != NULL; at = at->next) {
    xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);

    if (value != NULL && may_refer(at, (const char *)value))
      sum += count_value(count, (const char *)value, depth);
    xmlFree(value);
  }
  return sum;
}

static guint64
count_content(Count *count, xmlNode *node, unsigned depth)
{
  guint64 sum = 1 + count_attributes(count, node, depth);
  xmlNode *child = node->children;

  for (; child != NULL && sum <= MOST_SHAPES; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      sum += count_node(count, child, depth + 1);
  if (sum > MOST_SHAPES)
    return refuse(count, node, ERROR_LIMIT,
                  "draws over 500,000 shapes: simplify the drawing, or save it "
                  "as PNG");
  return sum;
}

static guint64
count_node(Count *count, xmlNode *node, unsigned depth)
{
  Target *target = g_hash_table_lookup(count->by_node, node);

  if (target != NULL && target->cost > 0)
    return target->cost;
  if (target != NULL && target->open)
    return refuse(count, node, ERROR_REFUSED,
                  "refers to itself in a circle: remove the reference");
  if (depth > DEEPEST)
    return refuse(count, node, ERROR_LIMIT,
                  "stands at the end of over 100 references: simplify the "
                  "drawing");
  if (target != NULL)
    target->open = true;
  guint64 cost = count_content(count, node, depth);
  if (target != NULL) {
    target->open = false;
    target->cost = cost;
  }
  return cost;
}

bool
media_svg_reference_check(xmlNode *root, GError **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(GHashTable) by_id =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) by_node = g_hash_table_new(NULL, NULL);
  Count count = { by_id, by_node, &wrong };

  collect(&count, root);
  count_node(&count, root, 0);
  if (wrong == NULL)
    return true;
  g_propagate_error(error, g_steal_pointer(&wrong));
  return false;
}
