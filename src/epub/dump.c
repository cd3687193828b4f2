/* epub/dump.c -- the EPUB as text, for golden tests and eyes.
 *
 * An element a line, two spaces a level: name, attributes as name="value", and
 * its text behind it when that is all it holds; other texts have a line of
 * their own.  White space that holds a line end is layout, and left out. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/epub.h"
#include "epub/finished.h"

#include <string.h>

static void
append_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf(out, "\\%c", *at);
    else if (*at == '\n')
      g_string_append(out, "\\n");
    else
      g_string_append_c(out, *at);
  g_string_append_c(out, '"');
}

static void
append_name(GString *out, const xmlNs *ns, const xmlChar *name)
{
  if (ns != NULL && ns->prefix != NULL)
    g_string_append_printf(out, "%s:", (const char *)ns->prefix);
  g_string_append(out, (const char *)name);
}

static void
append_attributes(GString *out, const xmlNode *node)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
    g_string_append_c(out, ' ');
    append_name(out, at->ns, at->name);
    g_string_append_c(out, '=');
    append_quoted(
        out, at->children != NULL ? (const char *)at->children->content : "");
  }
}

static bool
is_layout(const xmlNode *node)
{
  const char *text = (const char *)node->content;

  return strchr(text, '\n') != NULL && text[strspn(text, " \t\r\n")] == '\0';
}

static bool
is_text(const xmlNode *node)
{
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

static void
append_node(GString *out, const xmlNode *node, unsigned level)
{
  const xmlNode *only = node->children;

  if (is_text(node) && is_layout(node))
    return;
  g_string_append_printf(out, "%*s", (int)(2 * level), "");
  if (is_text(node)) {
    append_quoted(out, (const char *)node->content);
    g_string_append_c(out, '\n');
    return;
  }
  append_name(out, node->ns, node->name);
  append_attributes(out, node);
  if (only != NULL && only->next == NULL && is_text(only)) {
    g_string_append_c(out, ' ');
    append_quoted(out, (const char *)only->content);
    only = NULL;
  }
  g_string_append_c(out, '\n');
  for (; only != NULL; only = only->next)
    if (is_text(only) || only->type == XML_ELEMENT_NODE)
      append_node(out, only, level + 1);
}

static void
append_entry(GString *out, const EpubFinished *epub, const EpubEntry *entry)
{
  gsize length;
  const char *data = g_bytes_get_data(entry->bytes, &length);

  g_string_append_printf(out, "== %s (%s, %" G_GSIZE_FORMAT " bytes)\n",
                         entry->name, entry->stored ? "stored" : "deflated",
                         length);
  if (epub_entry_is_xml(entry))
    append_node(out, epub_finished_root(epub, entry->name), 0);
  else if (g_str_has_suffix(entry->name, ".css") &&
           g_utf8_validate(data, (gssize)length, NULL))
    g_string_append_len(out, data, (gssize)length);
}

char *
epub_dump(GBytes *bytes, GError **error)
{
  g_autoptr(EpubFinished) epub = epub_finished_open(bytes, error);
  GString *out;

  if (epub == NULL)
    return NULL;
  if (epub->faults->len > 0) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                        g_ptr_array_index(epub->faults, 0));
    return NULL;
  }
  out = g_string_new(NULL);
  for (guint i = 0; i < epub->archive->entries->len; i++)
    append_entry(out, epub, g_ptr_array_index(epub->archive->entries, i));
  return g_string_free(out, FALSE);
}
