/* pdf/attribute.c -- what an element says about itself. */
/* SPDX-License-Identifier: MIT */

#include "pdf/attribute.h"

char *
pdf_attribute_id(const LayoutDocument *document, int node)
{
  const LayoutNode *at = &g_array_index(document->nodes, LayoutNode, node);

  if (at->id != NULL)
    return g_strdup(at->id);
  return at->role == ROLE_NOTE ? g_strdup_printf("note.%d", node) : NULL;
}

static void
append_headers(GString *out, const char *headers)
{
  g_auto(GStrv) ids = g_strsplit(headers, " ", -1);

  g_string_append(out, "/Headers[");
  for (char **id = ids; *id != NULL; id++)
    if (**id != '\0')
      pdf_append_bytes(out, *id);
  g_string_append_c(out, ']');
}

static void
append_cell(GString *out, const LayoutNode *node)
{
  if (node->scope == NULL && node->headers == NULL && node->columns < 2 &&
      node->rows < 2)
    return;
  g_string_append(out, "/A<</O/Table");
  if (node->scope != NULL)
    g_string_append_printf(out, "/Scope/%s", node->scope);
  if (node->headers != NULL)
    append_headers(out, node->headers);
  if (node->columns > 1)
    g_string_append_printf(out, "/ColSpan %u", node->columns);
  if (node->rows > 1)
    g_string_append_printf(out, "/RowSpan %u", node->rows);
  g_string_append(out, ">>");
}

static void
append_figure(GString *out, const PdfFinish *finish, const LayoutNode *node)
{
  const double *box = node->bbox;

  if (node->page < 0)
    return;
  g_string_append(out, "/A<</O/Layout/Placement/Block/BBox");
  pdf_append_rectangle(out, finish, node->page, box[0], box[1], box[2], box[3]);
  g_string_append(out, ">>");
}

void
pdf_attribute_append(GString *out, const PdfFinish *finish,
                     const LayoutNode *node)
{
  if (node->role == ROLE_TH || node->role == ROLE_TD)
    append_cell(out, node);
  else if (node->role == ROLE_FIGURE)
    append_figure(out, finish, node);
  else if (node->role == ROLE_L && node->numbering != NULL)
    g_string_append_printf(out, "/A<</O/List/ListNumbering/%s>>",
                           node->numbering);
}
