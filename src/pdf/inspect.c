/* pdf/inspect.c -- reads our finished PDF files back. */
/* SPDX-License-Identifier: MIT */

#include "pdf/inspect.h"

#include "pdf/audit.h"
#include "pdf/label.h"
#include "pdf/open.h"

/* The font that has the font file: of a composite font its descendant. */
static qpdf_oh
descendant_of(qpdf_data qpdf, qpdf_oh font)
{
  qpdf_oh kids = qpdf_oh_get_key(qpdf, font, "/DescendantFonts");

  if (!qpdf_oh_is_array(qpdf, kids) ||
      qpdf_oh_get_array_n_items(qpdf, kids) == 0)
    return font;
  qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, 0);
  return qpdf_oh_is_dictionary(qpdf, kid) ? kid : font;
}

static bool
is_embedded(qpdf_data qpdf, qpdf_oh font)
{
  static const char *const keys[] = { "/FontFile", "/FontFile2", "/FontFile3" };
  qpdf_oh subtype = qpdf_oh_get_key(qpdf, font, "/Subtype");

  if (qpdf_oh_is_name_and_equals(qpdf, subtype, "/Type3"))
    return true;
  qpdf_oh descriptor =
      qpdf_oh_get_key(qpdf, descendant_of(qpdf, font), "/FontDescriptor");
  if (!qpdf_oh_is_dictionary(qpdf, descriptor))
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (qpdf_oh_is_stream(qpdf, qpdf_oh_get_key(qpdf, descriptor, keys[i])))
      return true;
  return false;
}

/* A font that pages use: descendants are counted with their parents. */
static bool
is_font(qpdf_data qpdf, qpdf_oh object)
{
  qpdf_oh subtype;

  if (!qpdf_oh_is_dictionary(qpdf, object) ||
      !qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_key(qpdf, object, "/Type"),
                                  "/Font"))
    return false;
  subtype = qpdf_oh_get_key(qpdf, object, "/Subtype");
  return !qpdf_oh_is_name_and_equals(qpdf, subtype, "/CIDFontType0") &&
         !qpdf_oh_is_name_and_equals(qpdf, subtype, "/CIDFontType2");
}

static void
count_fonts(qpdf_data qpdf, PdfReport *report)
{
  int size = qpdf_oh_get_int_value_as_int(
      qpdf, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Size"));

  for (int number = 1; number < size; number++) {
    qpdf_oh object = qpdf_get_object_by_id(qpdf, number, 0);
    if (is_font(qpdf, object)) {
      report->fonts++;
      report->fonts_loose += !is_embedded(qpdf, object);
    }
    qpdf_oh_release_all(qpdf);
  }
}

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
read_report(qpdf_data qpdf, PdfReport *report)
{
  qpdf_oh root = qpdf_get_root(qpdf);
  int pages = qpdf_get_num_pages(qpdf);

  report->pages = (unsigned)MAX(pages, 0);
  report->labels = pdf_label_read(qpdf, report->pages);
  report->tagged = is_tagged(qpdf, root);
  report->lang = read_text(qpdf, root, "/Lang");
  report->title = read_text(
      qpdf, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Info"), "/Title");
  count_fonts(qpdf, report);
}

/* Without a tree that can be read no rule can be asked; that is the fault. */
static void
audit(qpdf_data qpdf, PdfReport *report)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PdfReading) reading = pdf_reading_new(qpdf, &error);
  PdfAudit audit = { qpdf, reading, report->faults };

  if (reading == NULL)
    g_ptr_array_add(report->faults, g_strdup(error->message));
  else
    pdf_audit(&audit);
}

PdfReport *
pdf_inspect(GBytes *bytes, GError **error)
{
  g_auto(PdfOpen) qpdf = pdf_open(bytes, error);
  g_autoptr(PdfReport) report = g_new0(PdfReport, 1);

  if (qpdf == NULL)
    return NULL;
  report->faults = g_ptr_array_new_with_free_func(g_free);
  read_report(qpdf, report);
  audit(qpdf, report);
  return pdf_open_check(qpdf, error) ? g_steal_pointer(&report) : NULL;
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
