/* pdf/structure_text.c -- a finished PDF as text: its structure tree. */
/* SPDX-License-Identifier: MIT */

#include "pdf/structure_text.h"

#include "pdf/finished.h"

typedef struct {
  const PdfReading *reading;
  GString *out;
} Writer;

static void
append_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text);
  }
  g_string_append_c(out, '"');
}

static void
begin_line(GString *out, unsigned level)
{
  g_string_append_c(out, '\n');
  for (unsigned i = 0; i < level; i++)
    g_string_append(out, "  ");
}

static bool
has_only_marks(const PdfPart *part)
{
  for (guint i = 0; i < part->count; i++)
    if (pdf_part_kid(part, i)->kind != PDF_PART_MARK)
      return false;
  return true;
}

/* The words of consecutive marks from kid `first` on; gives the kid behind. */
static guint
write_words(const Writer *writer, const PdfPart *part, guint first,
            unsigned level)
{
  g_autoptr(GString) words = g_string_new(NULL);
  guint at = first;

  for (; at < part->count; at++) {
    const PdfPart *kid = pdf_part_kid(part, at);
    if (kid->kind != PDF_PART_MARK)
      break;
    g_string_append(words, pdf_reading_words(writer->reading, kid));
  }
  if (has_only_marks(part))
    g_string_append_c(writer->out, ' ');
  else
    begin_line(writer->out, level);
  append_quoted(writer->out, words->str);
  return at;
}

static void
write_key(const Writer *writer, const char *label, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf(writer->out, " %s ", label);
  append_quoted(writer->out, value);
}

static void
write_element(const Writer *writer, const PdfPart *part, unsigned level)
{
  if (level > 0)
    begin_line(writer->out, level);
  g_string_append(writer->out, part->role);
  write_key(writer, "lang", part->lang);
  write_key(writer, "alt", part->alt);
  for (guint i = 0; i < part->count;) {
    const PdfPart *kid = pdf_part_kid(part, i);

    switch (kid->kind) {
    case PDF_PART_MARK:
      i = write_words(writer, part, i, level + 1);
      continue;
    case PDF_PART_LINK:
      begin_line(writer->out, level + 1);
      g_string_append_printf(writer->out, "-> %s", kid->target);
      break;
    case PDF_PART_ELEMENT:
      write_element(writer, kid, level + 1);
      break;
    }
    i++;
  }
}

char *
pdf_structure_text(GBytes *bytes, GError **error)
{
  g_autoptr(PdfFinished) finished = pdf_finished_open(bytes, error);
  const PdfReading *reading = finished != NULL ? finished->reading : NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  Writer writer = { reading, out };

  if (finished == NULL || !pdf_finished_has_reading(finished, error))
    return NULL;
  for (guint i = 0; i < reading->root.count; i++) {
    write_element(&writer, reading->root.kids[i], 0);
    g_string_append_c(out, '\n');
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}
