/* epub/audit.c -- what the rules of an inspection share. */
/* SPDX-License-Identifier: MIT */

#include "epub/audit.h"

#include "base/path.h"

#include <string.h>

void
epub_audit_fault(EpubAudit *audit, const char *file, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start(arguments, format);
  text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_ptr_array_add(audit->report->faults, g_strconcat(file, ": ", text, NULL));
}

const xmlNode *
epub_audit_root(const EpubAudit *audit, const char *file)
{
  return file != NULL ? epub_finished_root(audit->epub, file) : NULL;
}

bool
epub_audit_is(const xmlNode *node, const char *name)
{
  return strcmp((const char *)node->name, name) == 0;
}

static bool
is_named(const xmlAttr *attribute, const char *name)
{
  const char *colon = strchr(name, ':');
  const char *prefix =
      attribute->ns != NULL ? (const char *)attribute->ns->prefix : NULL;

  if (colon == NULL)
    return prefix == NULL && strcmp((const char *)attribute->name, name) == 0;
  return prefix != NULL && strlen(prefix) == (size_t)(colon - name) &&
         strncmp(prefix, name, strlen(prefix)) == 0 &&
         strcmp((const char *)attribute->name, colon + 1) == 0;
}

const char *
epub_audit_attribute(const xmlNode *node, const char *name)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (is_named(at, name))
      return at->children != NULL && at->children->content != NULL
                 ? (const char *)at->children->content
                 : "";
  return NULL;
}

const char *
epub_audit_text(const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL;
       child = child->next)
    if (child->type == XML_TEXT_NODE && child->content != NULL)
      return (const char *)child->content;
  return "";
}

void
epub_audit_walk(const xmlNode *node,
                void (*visit)(const xmlNode *node, gpointer data),
                gpointer data)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return;
  visit(node, data);
  for (const xmlNode *child = node->children; child != NULL;
       child = child->next)
    epub_audit_walk(child, visit, data);
}

const xmlNode *
epub_audit_find(const xmlNode *node, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  if (epub_audit_is(node, name))
    return node;
  for (const xmlNode *child = node->children; child != NULL;
       child = child->next) {
    const xmlNode *found = epub_audit_find(child, name);
    if (found != NULL)
      return found;
  }
  return NULL;
}

char *
epub_audit_resolve(const char *file, const char *href, char **fragment)
{
  const char *hash = strchr(href, '#');
  gsize length = hash != NULL ? (gsize)(hash - href) : strlen(href);
  g_autofree char *escaped = g_strndup(href, length);
  g_autofree char *relative = g_uri_unescape_string(escaped, NULL);

  *fragment = hash != NULL ? g_uri_unescape_string(hash + 1, NULL) : NULL;
  if (length == 0)
    return g_strdup(file);
  return relative != NULL ? path_resolve(file, relative) : NULL;
}
