/*
 * text/lines.h -- words into lines of TEXT_COLUMNS columns.
 *
 * A paragraph is collected in `words`, then set by text_lines_flush(): broken
 * at spaces only, each line behind the prefix, the first one with the mark in
 * its place ("- ").  Widths are columns of a terminal: wide letters are two.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
  GString *out;
  GString *words;  /* of the paragraph to come */
  GString *prefix; /* of every line: "    ", "| " */
  char *mark;      /* instead of the end of the prefix, once; or NULL */
  bool tight;      /* no blank line before the next paragraph */
} TextLines;

TextLines *text_lines_new(void);
void text_lines_free(TextLines *lines); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextLines, text_lines_free)

/* Sets what is collected; nothing if that is nothing. */
void text_lines_flush(TextLines *lines);

/* The same, underlined with `rule`. */
void text_lines_flush_title(TextLines *lines, char rule);

/* One line as it is, behind the prefix. */
void text_lines_verbatim(TextLines *lines, const char *line, gsize length);

/* A blank line before what follows, but at the beginning. */
void text_lines_gap(TextLines *lines);

unsigned text_lines_columns(const char *text, gsize length);
