/*
 * pdf/drawing.h -- drawings in a page: the Form XObjects, patterns and masks
 * that cairo made of them.
 */
#pragma once

#include "pdf/object.h"

/* Makes black gray in everything that the resources of `page` (an object
 * number) lead to.  `seen` holds the object numbers done before.  ERROR_BUG
 * if q nests too deep. */
bool pdf_drawing_blacken(PdfFinish *finish, int page, GHashTable *seen,
                         GError **error);
