/*
 * pdf/attribute.h -- what an element says about itself (PDF 1.7, 14.8.5).
 */
#pragma once

#include "pdf/object.h"

/* The element's id; that of a note without one is made from its index.  NULL
 * if it needs none.  (transfer full) */
char *pdf_attribute_id(const LayoutDocument *document, int node);

/* Appends /A: scope, spans and headers of cells, numbering of lists, place of
 * figures. */
void pdf_attribute_append(GString *out, const PdfFinish *finish,
                          const LayoutNode *node);
