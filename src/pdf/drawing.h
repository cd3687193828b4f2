/*
 * pdf/drawing.h -- drawings in a page: the Form XObjects, patterns and masks
 * that cairo made of them.
 */
#pragma once

#include "pdf/object.h"

/* Makes black gray in everything that the resources of `page` (an index) lead
 * to.  `seen` holds the object numbers done before.  ERROR_LIMIT, with the
 * names of the page's drawings, if q nests too deep (PDF/A-2, 6.1.13). */
bool pdf_drawing_blacken(PdfFinish *finish, int page, GHashTable *seen,
                         GError **error);
