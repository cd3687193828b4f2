/* reader/prescan_paragraph.c -- how much work one paragraph is to the parser.
 *
 * Inline parsing never leaves a paragraph, and no paragraph has a blank line:
 * so a run of lines without a blank one bounds it from above. */
/* SPDX-License-Identifier: MIT */

#include "reader/prescan.h"

#include <string.h>

enum {
  MARKERS_MAX = 100,  /* list and quote markers that begin one line */
  COLUMNS_MAX = 1000, /* of a table */
  CELLS_MAX = 1000000 /* of all tables of a source, empty ones included */
};

/* Each gives at most about a quarter of a second. */
static const guint64 delimiter_work_max = 1000000000;  /* lines times bytes */
static const guint64 bracket_work_max = 50000000;      /* pairs */
static const guint64 declaration_work_max = 100000000; /* bytes */

typedef struct {
  const ReaderInput *input;
  Diag *diag;
  unsigned line;
  guint64 cells;

  /* the run of lines */
  guint64 bytes;
  guint64 lines;
  guint64 delimiter_work;
  guint64 images; /* "![" */
  guint64 links;  /* "](" and "][" */
  guint64 declarations;
  unsigned most_columns;  /* of all lines so far */
  unsigned table_columns; /* of all lines like |---|; 0: there is none */
} Scan;

static bool
refuse(Scan *scan, const char *code, const char *text)
{
  diag_report(scan->diag, DIAG_ERROR,
              (DiagPos){ scan->input->source, scan->line, 1 }, code, "%s",
              text);
  return false;
}

static void
begin_run(Scan *scan)
{
  scan->bytes = scan->lines = scan->delimiter_work = 0;
  scan->images = scan->links = scan->declarations = 0;
  scan->most_columns = scan->table_columns = 0;
}

/* Behind the quote and list markers and white space of a line. */
static const char *
skip_markers(const char *at, const char *end, unsigned *markers)
{
  for (*markers = 0; at < end; at++) {
    bool bullet = (*at == '-' || *at == '*' || *at == '+') &&
                  (at + 1 == end || at[1] == ' ' || at[1] == '\t');
    const char *digits = at;

    while (digits < end && g_ascii_isdigit(*digits))
      digits++;
    if (digits > at && digits + 1 < end && (*digits == '.' || *digits == ')') &&
        digits[1] == ' ') {
      at = digits;
      bullet = true;
    }
    if (*at == '>' || bullet)
      (*markers)++;
    else if (*at != ' ' && *at != '\t')
      break;
  }
  return at;
}

static bool
is_thematic_break(const char *at, const char *end)
{
  char mark = '\0';

  for (; at < end; at++) {
    if (*at == ' ' || *at == '\t')
      continue;
    if (mark == '\0')
      mark = *at;
    if (*at != mark || strchr("-*_", mark) == NULL)
      return false;
  }
  return mark != '\0';
}

/* Cells of a line: its bars that are not escaped, the outer ones left out. */
static unsigned
count_columns(const char *at, const char *end)
{
  unsigned bars = 0;
  const char *first = at;

  while (end > at && g_ascii_isspace(end[-1]))
    end--;
  for (; at < end; at++) {
    if (*at == '\\')
      at++;
    else if (*at == '|' && at != first && at + 1 != end)
      bars++;
  }
  return bars + 1;
}

static bool
is_delimiters(const char *at, const char *end)
{
  bool dash = false;
  bool other = false;

  for (; at < end; at++) {
    if (*at == '-')
      dash = true;
    else if (*at == '|' || *at == ':')
      other = true;
    else if (!g_ascii_isspace(*at))
      return false;
  }
  return dash && other;
}

/* The parser looks for the head in the whole paragraph so far.  Whether it
 * then finds one is not asked here: what looks like a table to us may be none
 * to it. */
static bool
scan_delimiters(Scan *scan, unsigned columns)
{
  scan->table_columns = MAX(scan->table_columns, columns);
  scan->delimiter_work += scan->lines * scan->bytes;
  if (scan->delimiter_work <= delimiter_work_max)
    return true;
  return refuse(scan, "table-delimiters",
                "too many lines like |---| in one paragraph, or too many lines "
                "above one; put a blank line before each table");
}

static bool
scan_table(Scan *scan, const char *at, const char *end)
{
  unsigned columns = count_columns(at, end);

  scan->most_columns = MAX(scan->most_columns, columns);
  if (is_delimiters(at, end) && !scan_delimiters(scan, columns))
    return false;
  scan->cells += scan->table_columns;
  if (scan->table_columns > 0 && scan->most_columns > COLUMNS_MAX)
    return refuse(scan, "table-columns",
                  "a table of more than 1000 columns; divide it");
  if (scan->cells > CELLS_MAX)
    return refuse(scan, "table-size",
                  "tables of more than a million cells in one article; divide "
                  "it");
  return true;
}

static void
count_brackets(Scan *scan, const char *at, const char *end)
{
  for (; at + 1 < end; at++) {
    if (*at == '!' && at[1] == '[')
      scan->images++;
    else if (*at == ']' && (at[1] == '(' || at[1] == '['))
      scan->links++;
    else if (*at == '<' && (at[1] == '!' || at[1] == '?'))
      scan->declarations++;
  }
}

static bool
scan_brackets(Scan *scan, const char *at, const char *end)
{
  count_brackets(scan, at, end);
  if (scan->images * scan->links > bracket_work_max)
    return refuse(scan, "link-brackets",
                  "too many links and pictures in one paragraph; divide it by "
                  "blank lines");
  if (scan->declarations * scan->bytes > declaration_work_max)
    return refuse(scan, "html-declarations",
                  "too many <! or <? in one paragraph; write &lt; for a plain "
                  "less-than sign");
  return true;
}

/* A list marker alone is not blank: it may go on with a paragraph. */
static bool
is_blank(const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\t' || *at == '>'))
    at++;
  return at == end;
}

static bool
scan_line(Scan *scan, const char *at, const char *end)
{
  unsigned markers;
  const char *text = skip_markers(at, end, &markers);

  if (markers > MARKERS_MAX && !is_thematic_break(at, end))
    return refuse(scan, "too-deep",
                  "more than 100 list or quote markers at the beginning of a "
                  "line; use fewer levels");
  if (is_blank(at, end)) {
    begin_run(scan);
    return true;
  }
  scan->lines++;
  scan->bytes += (guint64)(end - at) + 1;
  return scan_table(scan, text, end) && scan_brackets(scan, text, end);
}

bool
reader_prescan_paragraphs(const ReaderInput *input, Diag *diag)
{
  Scan scan = { .input = input, .diag = diag, .line = input->first_line };
  const char *end = input->text + input->length;

  for (const char *at = input->text; at < end; scan.line++) {
    const char *newline = at;
    while (newline < end && *newline != '\n' && *newline != '\r')
      newline++;
    if (!scan_line(&scan, at, newline))
      return false;
    at = newline + 1;
    if (at < end && *newline == '\r' && *at == '\n')
      at++;
  }
  return true;
}
