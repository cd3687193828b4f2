/*
 * pdf/label.h -- reads page labels back (PDF 1.7, 12.4.2).
 */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

/* The label of each of the pages; without /PageLabels 1, 2, 3 ...
 * (transfer full) (element-type utf8) */
GPtrArray *pdf_label_read(qpdf_data qpdf, unsigned pages);

/* A number as style says: 'r' and 'R' roman, 'a' and 'A' letters (z, aa, bb),
 * else decimal.  (transfer full) */
char *pdf_label_number(char style, int number);
