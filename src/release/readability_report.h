/*
 * release/readability_report.h -- how hard each article is, as a table.
 */
#pragma once

#include "doc/book.h"

/* Two lines an article, as it is and without the words of the glossary, each
 * with the counts and what every formula makes of them. */
void readability_report_append(GString *out, const Book *book);
