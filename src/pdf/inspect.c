/* pdf/inspect.c -- reads our finished PDF files back. */
/* SPDX-License-Identifier: MIT */

#include "pdf/inspect.h"

#include "pdf/audit_rule.h"
#include "pdf/label.h"

static const struct {
  void (*ask)(PdfAudit *audit);
  bool needs_tree;
} rules[] = {
  { .ask = pdf_audit_catalog, .needs_tree = true },
  { .ask = pdf_audit_marks, .needs_tree = true },
  { .ask = pdf_audit_links, .needs_tree = true },
  { .ask = pdf_audit_roles, .needs_tree = true },
  { .ask = pdf_audit_tables, .needs_tree = true },
  { .ask = pdf_audit_fonts, .needs_tree = false },
};

static char *
read_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  if (!qpdf_oh_is_dictionary(qpdf, dictionary))
    return NULL;
  qpdf_oh value = qpdf_oh_get_key(qpdf, dictionary, key);
  return qpdf_oh_is_string(qpdf, value)
             ? g_strdup(qpdf_oh_get_utf8_value(qpdf, value))
             : NULL;
}

static bool
is_tagged(qpdf_data qpdf, qpdf_oh root)
{
  qpdf_oh info = qpdf_oh_get_key(qpdf, root, "/MarkInfo");
  qpdf_oh tree = qpdf_oh_get_key(qpdf, root, "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary(qpdf, info) || !qpdf_oh_is_dictionary(qpdf, tree))
    return false;
  qpdf_oh marked = qpdf_oh_get_key(qpdf, info, "/Marked");
  return qpdf_oh_is_bool(qpdf, marked) && qpdf_oh_get_bool_value(qpdf, marked);
}

static void
read_report(const PdfFinished *finished, PdfReport *report)
{
  qpdf_data qpdf = finished->qpdf;
  qpdf_oh root = qpdf_get_root(qpdf);
  g_autoptr(GArray) pages = pdf_file_pages(finished->file);

  report->pages = pages->len;
  report->labels = pdf_label_read(qpdf, report->pages);
  report->tagged = is_tagged(qpdf, root);
  report->lang = read_text(qpdf, root, "/Lang");
  report->title = read_text(
      qpdf, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Info"), "/Title");
}

/* Without a tree that can be read that is the fault. */
static void
audit_all(const PdfFinished *finished, PdfReport *report)
{
  g_autoptr(GArray) parents = pdf_audit_parents(finished->file);
  PdfAudit audit = { .qpdf = finished->qpdf,
                     .file = finished->file,
                     .reading = finished->reading,
                     .parents = parents,
                     .faults = report->faults };

  if (finished->reading == NULL)
    g_ptr_array_add(report->faults, g_strdup(finished->fault->message));
  for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
    if (finished->reading != NULL || !rules[i].needs_tree)
      rules[i].ask(&audit);
  report->fonts = audit.fonts;
  report->fonts_loose = audit.fonts_loose;
}

PdfReport *
pdf_inspect(PdfFinished *finished, GError **error)
{
  g_autoptr(PdfReport) report = g_new0(PdfReport, 1);

  report->faults = g_ptr_array_new_with_free_func(g_free);
  read_report(finished, report);
  audit_all(finished, report);
  return pdf_finished_check(finished, error) ? g_steal_pointer(&report) : NULL;
}

void
pdf_report_free(PdfReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer(&report->labels, g_ptr_array_unref);
  g_clear_pointer(&report->faults, g_ptr_array_unref);
  g_free(report->title);
  g_free(report->lang);
  g_free(report);
}
