/*
 * epub/package.h -- package.opf: what the book is, and every file (EPUB 3.3,
 * 5).
 */
#pragma once

#include "epub/plan.h"

/* Lists all files of the plan: the last to be added. */
bool epub_package_add(EpubPlan *plan, GError **error);

/* "urn:uuid:..." of the book's id, edition and language.  (transfer full) */
char *epub_package_identifier(const Book *book);
