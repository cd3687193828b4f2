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
set_headers(PdfFinish *finish, qpdf_oh attributes, const char *headers)
{
  g_auto(GStrv) ids = g_strsplit(headers, " ", -1);
  qpdf_oh array = qpdf_oh_new_array(finish->qpdf);

  for (char **id = ids; *id != NULL; id++)
    if (**id != '\0')
      qpdf_oh_append_item(finish->qpdf, array,
                          qpdf_oh_new_string(finish->qpdf, *id));
  pdf_set(finish, attributes, "/Headers", array);
}

static void
set_cell(PdfFinish *finish, qpdf_oh element, const LayoutNode *node)
{
  qpdf_oh attributes = qpdf_oh_parse(finish->qpdf, "<</O/Table>>");

  if (node->scope == NULL && node->headers == NULL && node->columns < 2 &&
      node->rows < 2)
    return;
  if (node->scope != NULL)
    pdf_set_name(finish, attributes, "/Scope", node->scope);
  if (node->headers != NULL)
    set_headers(finish, attributes, node->headers);
  if (node->columns > 1)
    pdf_set_integer(finish, attributes, "/ColSpan", (int)node->columns);
  if (node->rows > 1)
    pdf_set_integer(finish, attributes, "/RowSpan", (int)node->rows);
  pdf_set(finish, element, "/A", attributes);
}

static void
set_figure(PdfFinish *finish, qpdf_oh element, const LayoutNode *node)
{
  const double *box = node->bbox;
  qpdf_oh attributes =
      qpdf_oh_parse(finish->qpdf, "<</O/Layout/Placement/Block>>");

  if (node->page < 0)
    return;
  pdf_set(
      finish, attributes, "/BBox",
      pdf_object_rectangle(finish, node->page, box[0], box[1], box[2], box[3]));
  pdf_set(finish, element, "/A", attributes);
}

static void
set_list(PdfFinish *finish, qpdf_oh element, const LayoutNode *node)
{
  qpdf_oh attributes = qpdf_oh_parse(finish->qpdf, "<</O/List>>");

  if (node->numbering == NULL)
    return;
  pdf_set_name(finish, attributes, "/ListNumbering", node->numbering);
  pdf_set(finish, element, "/A", attributes);
}

void
pdf_attribute_set(PdfFinish *finish, qpdf_oh element, const LayoutNode *node)
{
  if (node->role == ROLE_TH || node->role == ROLE_TD)
    set_cell(finish, element, node);
  else if (node->role == ROLE_FIGURE)
    set_figure(finish, element, node);
  else if (node->role == ROLE_L)
    set_list(finish, element, node);
}
