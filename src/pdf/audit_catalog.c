/* pdf/audit_catalog.c -- rules for what the whole file says of itself. */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit_rule.h"

#include <stdlib.h>
#include <string.h>

static bool
is_true(qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  if (!qpdf_oh_is_dictionary(qpdf, dictionary))
    return false;
  qpdf_oh value = qpdf_oh_get_key(qpdf, dictionary, key);
  return qpdf_oh_is_bool(qpdf, value) && qpdf_oh_get_bool_value(qpdf, value);
}

static void
check_switches(PdfAudit *audit, qpdf_oh root)
{
  qpdf_data qpdf = audit->qpdf;

  if (!is_true(qpdf, qpdf_oh_get_key(qpdf, root, "/MarkInfo"), "/Marked"))
    pdf_audit_fault(audit, NULL, -1, "the file does not say that it is tagged");
  if (!is_true(qpdf, qpdf_oh_get_key(qpdf, root, "/ViewerPreferences"),
               "/DisplayDocTitle"))
    pdf_audit_fault(audit, NULL, -1,
                    "viewers would show the file's name, not its title");
  if (!qpdf_oh_is_array(qpdf, qpdf_oh_get_key(qpdf, root, "/OutputIntents")))
    pdf_audit_fault(audit, NULL, -1,
                    "no output intent says what the colours are");
  if (qpdf_is_encrypted(qpdf))
    pdf_audit_fault(audit, NULL, -1, "the file is encrypted");
}

/* Nothing happens by itself, and nothing else is inside (PDF/A-2, 6.5 and
 * 6.8). */
static void
check_actions(PdfAudit *audit, qpdf_oh root)
{
  static const char *const keys[] = { "/OpenAction", "/AA", "/AcroForm",
                                      "/Requirements", "/Collection" };
  static const char *const names[] = { "/JavaScript", "/EmbeddedFiles",
                                       "/AlternatePresentations" };
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh tree = qpdf_oh_get_key(qpdf, root, "/Names");

  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (qpdf_oh_has_key(qpdf, root, keys[i]))
      pdf_audit_fault(audit, NULL, -1, "the file has %s, which is forbidden",
                      keys[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (qpdf_oh_is_dictionary(qpdf, tree) &&
        qpdf_oh_has_key(qpdf, tree, names[i]))
      pdf_audit_fault(audit, NULL, -1, "the file has %s, which is forbidden",
                      names[i]);
}

/* --- XMP --- */

static char *
read_metadata(const PdfAudit *audit, qpdf_oh root)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh stream = qpdf_oh_get_key(qpdf, root, "/Metadata");
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;
  char *text = NULL;

  if (qpdf_oh_is_stream(qpdf, stream) &&
      qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_all, &filtered, &data,
                              &length) == QPDF_SUCCESS)
    text = g_strndup((const char *)data, length);
  free(data);
  return text;
}

static void
check_title(PdfAudit *audit, const char *metadata)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh info = qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Info");
  qpdf_oh title = qpdf_oh_is_dictionary(qpdf, info)
                      ? qpdf_oh_get_key(qpdf, info, "/Title")
                      : qpdf_oh_new_null(qpdf);

  if (!qpdf_oh_is_string(qpdf, title))
    return; /* the report says that there is none */
  g_autofree char *escaped =
      g_markup_escape_text(qpdf_oh_get_utf8_value(qpdf, title), -1);
  g_autofree char *element = g_strconcat(">", escaped, "</rdf:li>", NULL);
  if (strstr(metadata, element) == NULL)
    pdf_audit_fault(audit, NULL, -1,
                    "the title in Info is not the one in the XMP metadata");
}

static void
check_metadata(PdfAudit *audit, qpdf_oh root)
{
  static const char *const claims[] = {
    "<pdfaid:part>2</pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
  };
  g_autofree char *metadata = read_metadata(audit, root);

  if (metadata == NULL) {
    pdf_audit_fault(audit, NULL, -1, "the file has no XMP metadata");
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(claims); i++)
    if (strstr(metadata, claims[i]) == NULL)
      pdf_audit_fault(audit, NULL, -1, "the XMP metadata does not say %s",
                      claims[i]);
  check_title(audit, metadata);
}

void
pdf_audit_catalog(PdfAudit *audit)
{
  qpdf_oh root = qpdf_get_root(audit->qpdf);

  check_switches(audit, root);
  check_actions(audit, root);
  check_metadata(audit, root);
  qpdf_oh_release_all(audit->qpdf);
}
