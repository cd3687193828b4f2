/* pdf/finisher.c -- cairo's file in; tagged, described, archival file out. */
/* SPDX-License-Identifier: MIT */

#include "pdf/finisher.h"

#include "base/error.h"
#include "pdf/object.h"
#include "pdf/painter.h"
#include "pdf/pdf.h"

static bool
run_steps(PdfFinish *finish, GError **error)
{
  pdf_repair_objects(finish);
  if (!pdf_finish_pages(finish, error) || !pdf_structure_start(finish, error) ||
      !pdf_annotate_links(finish, error))
    return false;
  pdf_structure_fill(finish);
  pdf_label_pages(finish);
  pdf_describe(finish);
  return pdf_outline(finish, error) && pdf_color_profile(finish, error);
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
  g_autoptr(PdfDraft) draft = pdf_draft_new(painted, error);
  if (draft == NULL)
    return NULL;
  g_autoptr(GPtrArray) owners = owners_new(document->pages->len);
  g_autoptr(GArray) pages = pdf_file_pages(pdf_draft_source(draft));
  g_autofree PdfLeafMarks *marks =
      g_new0(PdfLeafMarks, document->leaves->len + 1);
  g_autofree bool *kept = g_new0(bool, document->nodes->len + 1);
  g_autofree int *nodes = g_new0(int, document->nodes->len + 1);
  g_autofree int *links = g_new0(int, document->links->len + 1);
  PdfFinish finish = {
    .draft = draft,
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

  return run_steps(&finish, error) ? pdf_draft_write(draft, error) : NULL;
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
