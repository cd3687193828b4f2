/* reader/prescan.c -- size, valid text, and marks per letter of a source. */
/* SPDX-License-Identifier: MIT */

#include "reader/prescan.h"

#include "base/bytes.h"

#include <string.h>

enum {
  SIZE_MAX_MIB = 64,
  MARKS_MAX = 32 /* per base letter: Pango is quadratic in them */
};

static DiagPos
pos_of(const ReaderInput *input, const char *at)
{
  DiagPos pos = { input->source, input->first_line, 1 };
  const char *start = input->text;

  for (const char *c = input->text; c < at; c++)
    if (*c == '\n') {
      pos.line++;
      start = c + 1;
    }
  pos.column = (unsigned)(at - start) + 1;
  return pos;
}

static bool
check_size(const ReaderInput *input, Diag *diag)
{
  if (input->length <= (gsize)SIZE_MAX_MIB << 20)
    return true;
  diag_report(diag, DIAG_ERROR, (DiagPos){ input->source, 0, 0 }, "too-large",
              "the text is longer than %d MiB; divide it into articles",
              SIZE_MAX_MIB);
  return false;
}

static bool
check_bytes(const ReaderInput *input, Diag *diag)
{
  gsize offset = 0;

  if (bytes_is_text(input->text, input->length, &offset))
    return true;
  diag_report(diag, DIAG_ERROR, pos_of(input, input->text + offset), "bad-text",
              "this is not UTF-8 text, or a control character; save the file "
              "as UTF-8");
  return false;
}

static bool
is_mark(const char *at)
{
  return (unsigned char)*at >= 0x80 && g_unichar_ismark(g_utf8_get_char(at));
}

static bool
check_marks(const ReaderInput *input, Diag *diag)
{
  const char *end = input->text + input->length;
  unsigned marks = 0;

  for (const char *at = input->text; at < end; at = g_utf8_next_char(at)) {
    marks = is_mark(at) ? marks + 1 : 0;
    if (marks <= MARKS_MAX)
      continue;
    diag_report(diag, DIAG_ERROR, pos_of(input, at), "combining-marks",
                "more than %d combining marks on one letter; leave them out",
                MARKS_MAX);
    return false;
  }
  return true;
}

bool
reader_prescan_text(const ReaderInput *input, Diag *diag)
{
  return check_size(input, diag) && check_bytes(input, diag) &&
         check_marks(input, diag);
}

bool
reader_prescan_markdown(const ReaderInput *input, Diag *diag)
{
  return reader_prescan_text(input, diag) &&
         reader_prescan_paragraphs(input, diag) &&
         reader_prescan_references(input, diag);
}
