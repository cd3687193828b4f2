/*
 * pdf/value.h -- an object of a PDF as its file writes it: a slice of text
 * (PDF 1.7, 7.3).
 *
 * Nothing is built: a dictionary is read to the key that is asked for.  Ours
 * are small, and most are read once.
 *
 * Ownership  A value borrows the file's memory (pdf/file.h).
 * Errors     What is asked of a value that is something else, or broken, is
 *            null, 0, or what the caller says.
 */
#pragma once

#include "pdf/token.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
  const char *start; /* NULL: null */
  gsize length;      /* of an object of a file: to the end of what holds it */
} PdfValue;

bool pdf_value_is_null(PdfValue value);
bool pdf_value_is_dictionary(PdfValue value);
bool pdf_value_is_array(PdfValue value);
bool pdf_value_is_string(PdfValue value);
bool pdf_value_is_integer(PdfValue value);
bool pdf_value_is_name(PdfValue value, const char *name); /* "/Link" */

int pdf_value_integer(PdfValue value, int otherwise);

/* The number of the object that "12 0 R" means, or 0. */
int pdf_value_reference(PdfValue value);

/* The length of a name, with its slash; 0 for all else. */
gsize pdf_value_name_length(PdfValue value);

/* A text string as UTF-8; NULL for all else.  (transfer full) */
char *pdf_value_text(PdfValue value);

/* What `key`, "/K", has in a dictionary: a reference as it stands. */
PdfValue pdf_value_key(PdfValue dictionary, const char *key);

/* The same; `key` has `length` bytes. */
PdfValue pdf_value_entry(PdfValue dictionary, const char *key, gsize length);

/* Goes through an array, or the keys and values of a dictionary: begin with
 * pdf_value_items(), then each call gives the next. */
PdfScanner pdf_value_items(PdfValue value);
bool pdf_value_next(PdfScanner *items, PdfValue *item);
