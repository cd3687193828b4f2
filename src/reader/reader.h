/*
 * reader/reader.h -- source text in, document tree out.
 *
 * A reader is chosen by the file's suffix (table.c).  It gets valid UTF-8
 * (base/bytes.h) and gives a whole tree, whose positions are those of the
 * source file.  What it cannot represent it reports, never drops in silence.
 */
#pragma once

#include "base/diag.h"
#include "doc/tree.h"

typedef struct {
  const char *source; /* file name, for messages and doc_source() */
  const char *text;   /* behind the front matter; not NUL-terminated */
  gsize length;
  unsigned first_line; /* of the file, that `text` begins in */
} ReaderInput;

/* NULL if the input was refused; `diag` then says why.  (transfer full) */
typedef Doc *(*ReaderFunc)(const ReaderInput *input, Diag *diag);

/* By the suffix of `name` (".md", ".html"), or NULL. */
ReaderFunc reader_find(const char *name);

Doc *reader_markdown_read(const ReaderInput *input, Diag *diag);

/* A whole page: the content of its body, by the allow-list of html.h. */
Doc *reader_html_read(const ReaderInput *input, Diag *diag);
