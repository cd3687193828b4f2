/*
 * base/diag.h -- "the content is wrong": messages with file, line, column.
 *
 * Stages report here and go on; whoever started them asks diag_count() at the
 * end.  A message says what is wrong and what to write instead.
 *
 * Ownership  A Diag copies what it is given.
 * Safety     Foreign text is made printable when it is reported: control
 *            characters, bidi controls and invalid UTF-8 as \xNN, at most
 *            200 characters of it per argument are the caller's care.
 * Order      Messages keep the order in which they came.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct Diag Diag;

typedef enum {
  DIAG_NOTE,
  DIAG_WARNING,
  DIAG_ERROR,
  /* What a book must not have and a bare folder may (design.md, law 9): a
   * broken link, a missing description, a character without a glyph.
   * Becomes DIAG_ERROR, or DIAG_WARNING when the Diag is lenient. */
  DIAG_CONTENT
} DiagLevel;

typedef enum {
  DIAG_FORMAT_TEXT, /* file:line:column: level: text [code] */
  DIAG_FORMAT_JSON, /* one array of objects */
  DIAG_FORMAT_SARIF /* SARIF 2.1.0, one run */
} DiagFormat;

/* Line 0: the file as a whole.  file NULL: no file. */
typedef struct {
  const char *file;
  unsigned line;   /* from 1 */
  unsigned column; /* from 1, in bytes */
} DiagPos;

Diag *diag_new(void);
void diag_free(Diag *diag); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diag, diag_free)

/* A bare folder is read leniently. */
void diag_set_lenient(Diag *diag, bool lenient);
bool diag_is_lenient(const Diag *diag);

/* Adds a message.  `code` is a static kebab-case word, such as "broken-link".
 */
void diag_report(Diag *diag, DiagLevel level, DiagPos pos, const char *code,
                 const char *format, ...) G_GNUC_PRINTF(5, 6);

/* How many messages of exactly this level (DIAG_CONTENT is never stored). */
unsigned diag_count(const Diag *diag, DiagLevel level);

/* All messages in the given form, with `minimum` or higher.  (transfer full) */
char *diag_print(const Diag *diag, DiagFormat format, DiagLevel minimum);
