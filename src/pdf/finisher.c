/* pdf/finisher.c -- cairo's file in; tagged, described, archival file out. */
/* SPDX-License-Identifier: MIT */

#include "pdf/finisher.h"

#include "base/error.h"
#include "pdf/object.h"
#include "pdf/painter.h"
#include "pdf/pdf.h"

static bool
read_painted(PdfFinish *finish, GBytes *painted, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data(painted, &length);

  qpdf_silence_errors(finish->qpdf);
  qpdf_set_suppress_warnings(finish->qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery(finish->qpdf, QPDF_FALSE);
  qpdf_read_memory(finish->qpdf, "pages", data, length, NULL);
  return pdf_finish_check(finish, "reading the painted pages", error);
}

static bool
run_steps(PdfFinish *finish, GError **error)
{
  static bool (*const steps[])(PdfFinish *, GError **) = {
    pdf_repair_objects, pdf_finish_pages,   pdf_structure_start,
    pdf_annotate_links, pdf_structure_fill, pdf_index_parents,
    pdf_index_ids,      pdf_outline,        pdf_label_pages,
    pdf_describe,       pdf_color_profile,
  };

  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    if (!steps[i](finish, error))
      return false;
  return true;
}

static GBytes *
write_out(PdfFinish *finish, GError **error)
{
  qpdf_data qpdf = finish->qpdf;

  qpdf_init_write_memory(qpdf);
  qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
  qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
  qpdf_force_pdf_version(qpdf, "1.7");
  qpdf_write(qpdf);
  if (!pdf_finish_check(finish, "writing", error))
    return NULL;
  return g_bytes_new(qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
}

static GPtrArray *
owners_new(guint pages)
{
  GPtrArray *owners =
      g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < pages; i++)
    g_ptr_array_add(owners, g_array_new(FALSE, FALSE, sizeof(int)));
  return owners;
}

GBytes *
pdf_finisher_finish(const LayoutDocument *document, const LayoutPaper *paper,
                    const PdfPlan *plan, GBytes *painted, GError **error)
{
  g_autoptr(GPtrArray) owners = owners_new(document->pages->len);
  g_autofree PdfLeafMarks *marks =
      g_new0(PdfLeafMarks, document->leaves->len + 1);
  g_autofree bool *kept = g_new0(bool, document->nodes->len + 1);
  g_autofree int *pages = g_new0(int, document->pages->len + 1);
  g_autofree int *nodes = g_new0(int, document->nodes->len + 1);
  g_autofree int *links = g_new0(int, document->links->len + 1);
  PdfFinish finish = {
    .qpdf = qpdf_init(),
    .document = document,
    .paper = paper,
    .plan = plan,
    .owners = owners,
    .marks = marks,
    .kept = kept,
    .pages = pages,
    .nodes = nodes,
    .links = links,
  };
  GBytes *finished = NULL;

  if (read_painted(&finish, painted, error) && run_steps(&finish, error))
    finished = write_out(&finish, error);
  qpdf_cleanup(&finish.qpdf);
  return finished;
}

GBytes *
pdf_write(const LayoutDocument *document, const LayoutPaper *paper,
          GError **error)
{
  g_autoptr(PdfPlan) plan = pdf_plan_new(document, error);
  g_autoptr(GBytes) painted = NULL;

  if (plan == NULL)
    return NULL;
  painted = pdf_painter_paint(document, paper, plan, error);
  return painted != NULL
             ? pdf_finisher_finish(document, paper, plan, painted, error)
             : NULL;
}
