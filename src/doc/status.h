/*
 * doc/status.h -- how old an article is and how far it can be trusted, in the
 * words that print, EPUB and plain text edition share.
 *
 * Each line is in the article's or the book's language, as far as doc/words.h
 * knows it, its parts divided by a middle dot.  All are (transfer full), and
 * NULL where there is nothing to say.
 */
#pragma once

#include "doc/book.h"

/* "Ada Byron · Updated 22 November 2026 · Reviewed by Elizabeth Blackwell,
 * physician, 3 March 2026" */
char *status_dates(const Meta *meta);

/* "Not yet reviewed by a clinician · Draft · Overdue for review": what readers
 * must know.  A bare folder is not expected to be reviewed. */
char *status_trust(const Meta *meta, const Book *book);

/* "Overdue for review · Phone numbers not yet checked": the same without what
 * the foot of a printed sheet says. */
char *status_doubts(const Meta *meta);

/* "Also known as: naloxone, Narcan" */
char *status_names(const Meta *meta);

/* "Edition 2026.11 · Not yet reviewed by a clinician · Draft" */
char *status_edition(const Book *book);

/* Adds a part to a line; nothing for NULL and "". */
void status_append(GString *line, const char *part);
