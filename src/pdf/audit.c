/* pdf/audit.c -- the rules for a finished file, one after the other. */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit.h"

#include "base/bytes.h"

enum {
  TITLE_MAX = 60 /* characters */
};

static void
append_words(const PdfAudit *audit, const PdfPart *part, GString *out)
{
  for (guint i = 0; i < part->count; i++) {
    const PdfPart *kid = pdf_part_kid(part, i);
    if (kid->kind == PDF_PART_MARK)
      g_string_append(out, pdf_reading_words(audit->reading, kid));
    else if (kid->kind == PDF_PART_ELEMENT)
      append_words(audit, kid, out);
  }
}

/* The H1 of the Sect that holds `part`.  (transfer full) */
static char *
article_of(const PdfAudit *audit, const PdfPart *part)
{
  for (; part != NULL; part = part->parent)
    for (guint i = 0; i < part->count; i++)
      if (pdf_part_is(pdf_part_kid(part, i), "H1")) {
        g_autoptr(GString) words = g_string_new(NULL);
        append_words(audit, pdf_part_kid(part, i), words);
        return bytes_printable(words->str, TITLE_MAX);
      }
  return NULL;
}

void
pdf_audit_fault(PdfAudit *audit, const PdfPart *part, int page,
                const char *format, ...)
{
  g_autofree char *article = part != NULL ? article_of(audit, part) : NULL;
  GString *text = g_string_new(NULL);
  va_list arguments;

  if (part != NULL)
    page = part->page;
  if (page >= 0)
    g_string_append_printf(text, "page %d", page + 1);
  if (article != NULL)
    g_string_append_printf(text, "%sin \"%s\"", page >= 0 ? ", " : "", article);
  if (text->len > 0)
    g_string_append(text, ": ");
  va_start(arguments, format);
  g_string_append_vprintf(text, format, arguments);
  va_end(arguments);
  g_ptr_array_add(audit->faults, g_string_free(text, FALSE));
}

static void
walk(PdfAudit *audit, const PdfPart *part, PdfPartFunc visit, gpointer data)
{
  visit(audit, part, data);
  for (guint i = 0; i < part->count; i++)
    walk(audit, pdf_part_kid(part, i), visit, data);
}

void
pdf_audit_walk(PdfAudit *audit, PdfPartFunc visit, gpointer data)
{
  for (guint i = 0; i < audit->reading->root.count; i++)
    walk(audit, audit->reading->root.kids[i], visit, data);
}

void
pdf_audit(PdfAudit *audit)
{
  g_autoptr(GArray) parents = g_array_new(FALSE, FALSE, sizeof(PdfValue));

  audit->parents = parents;
  pdf_audit_catalog(audit);
  pdf_audit_marks(audit);
  pdf_audit_links(audit);
  pdf_audit_roles(audit);
  pdf_audit_tables(audit);
}
