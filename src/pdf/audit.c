/* pdf/audit.c -- what the rules for a finished file share. */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit.h"

#include "base/bytes.h"

enum {
  TITLE_MAX = 60, /* characters */
  TITLE_BYTES = 4 * TITLE_MAX,
  FAULTS_MAX = 256 /* nobody reads more, and each costs a way to its article */
};

static void
append_words(const PdfAudit *audit, const PdfPart *part, GString *out)
{
  for (guint i = 0; i < part->count && out->len <= TITLE_BYTES; i++) {
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
  va_list arguments;

  if (audit->faults->len > FAULTS_MAX)
    return;
  if (audit->faults->len == FAULTS_MAX) {
    g_ptr_array_add(audit->faults, g_strdup("and more that is wrong"));
    return;
  }
  g_autofree char *article = part != NULL ? article_of(audit, part) : NULL;
  GString *text = g_string_new(NULL);

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

/* Our parent tree is one flat array, in the order of its keys. */
GArray *
pdf_audit_parents(PdfFile *file)
{
  GArray *parents = g_array_new(FALSE, FALSE, sizeof(PdfValue));
  PdfValue tree = pdf_file_key(file, pdf_file_root(file), "/StructTreeRoot");
  PdfValue numbers = pdf_file_key(file, tree, "/ParentTree"), key, value;
  PdfScanner items = pdf_value_items(pdf_file_key(file, numbers, "/Nums"));

  while (pdf_value_next(&items, &key) && pdf_value_next(&items, &value)) {
    PdfValue none = { NULL, 0 };
    bool due = pdf_value_integer(key, -1) == (int)parents->len;
    if (!due)
      value = none;
    g_array_append_val(parents, value);
  }
  return parents;
}

PdfValue
pdf_audit_parent(const PdfAudit *audit, int key)
{
  if (key < 0 || (guint)key >= audit->parents->len)
    return (PdfValue){ NULL, 0 };
  return g_array_index(audit->parents, PdfValue, key);
}
