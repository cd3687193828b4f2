/*
 * pdf/parents.h -- from marked content and links back to their elements, and
 * from ids (PDF 1.7, 14.7.4.4).
 */
#pragma once

#include "pdf/object.h"

/* Writes the parent tree; its number.  Keys: the pages first, then the links.
 */
int pdf_parents_write(PdfFinish *finish);

/* Writes the index of ids; its number, or 0 where there are none. */
int pdf_parents_write_ids(PdfFinish *finish);
