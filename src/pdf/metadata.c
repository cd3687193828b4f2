/* pdf/metadata.c -- what the file says about itself: Info and XMP, in the same
 * words, and the catalogue.
 *
 * PDF/A-2 6.6.2.3 wants every foreign XMP schema described, hence the
 * extension for pdfuaid. */
/* SPDX-License-Identifier: MIT */

#include "pdf/object.h"

#define PRODUCER "handbill " HANDBILL_VERSION

static const char head[] =
    "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";

static const char tail[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

/* `before` TEXT `after`, escaped; nothing if `text` is NULL. */
static void
append_element(GString *out, const char *before, const char *text,
               const char *after)
{
  if (text == NULL)
    return;
  g_autofree char *escaped = g_markup_escape_text(text, -1);
  g_string_append(out, before);
  g_string_append(out, escaped);
  g_string_append(out, after);
}

static const char *
date_of(const LayoutInfo *info)
{
  return info->date != NULL ? info->date : "1980-01-01";
}

static GString *
xmp_of(const LayoutInfo *info)
{
  GString *out = g_string_new(head);

  append_element(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                 info->title, "</rdf:li></rdf:Alt></dc:title>\n");
  append_element(out, "<dc:creator><rdf:Seq><rdf:li>", info->author,
                 "</rdf:li></rdf:Seq></dc:creator>\n");
  append_element(out,
                 "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                 info->subject, "</rdf:li></rdf:Alt></dc:description>\n");
  append_element(out, "<dc:language><rdf:Bag><rdf:li>", info->lang,
                 "</rdf:li></rdf:Bag></dc:language>\n");
  append_element(out, "<xmp:CreateDate>", date_of(info),
                 "T00:00:00Z</xmp:CreateDate>\n");
  append_element(out, "<xmp:ModifyDate>", date_of(info),
                 "T00:00:00Z</xmp:ModifyDate>\n");
  append_element(out, "<xmp:CreatorTool>", PRODUCER, "</xmp:CreatorTool>\n");
  append_element(out, "<pdf:Producer>", PRODUCER, "</pdf:Producer>\n");
  g_string_append(out, tail);
  return out;
}

/* "2026-11-22" to "D:20261122000000Z" */
static char *
pdf_date(const char *date)
{
  GString *out = g_string_new("D:");

  for (; *date != '\0'; date++)
    if (g_ascii_isdigit(*date))
      g_string_append_c(out, *date);
  g_string_append(out, "000000Z");
  return g_string_free(out, FALSE);
}

/* Nothing if `text` is NULL. */
static void
append_key(GString *out, const char *key, const char *text)
{
  if (text == NULL)
    return;
  g_string_append(out, key);
  pdf_append_text(out, text);
}

static void
write_info(PdfFinish *finish, const LayoutInfo *info)
{
  g_autofree char *date = pdf_date(date_of(info));
  int number = pdf_draft_reserve(finish->draft);
  GString *out = pdf_draft_begin(finish->draft, number);

  g_string_append(out, "<<");
  append_key(out, "/Title", info->title);
  append_key(out, "/Author", info->author);
  append_key(out, "/Subject", info->subject);
  append_key(out, "/Creator", PRODUCER);
  append_key(out, "/Producer", PRODUCER);
  append_key(out, "/CreationDate", date);
  append_key(out, "/ModDate", date);
  g_string_append(out, ">>");
  pdf_draft_end(finish->draft);
  pdf_draft_set_info(finish->draft, number);
}

/* Not packed: who looks for XMP in a file need not know PDF. */
static int
write_metadata(PdfFinish *finish, const LayoutInfo *info)
{
  g_autoptr(GString) xmp = xmp_of(info);
  int number = pdf_draft_reserve(finish->draft);

  g_string_append(pdf_draft_begin(finish->draft, number),
                  "<</Type/Metadata/Subtype/XML>>");
  pdf_draft_end(finish->draft);
  pdf_draft_store(finish->draft, number, xmp->str, xmp->len);
  return number;
}

void
pdf_describe(PdfFinish *finish)
{
  const LayoutInfo *info = &finish->document->info;
  g_autoptr(GString) metadata = g_string_new(NULL);
  g_autoptr(GString) lang = g_string_new(NULL);

  pdf_append_reference(metadata, write_metadata(finish, info));
  pdf_finish_set_root(finish, "/Metadata", metadata->str);
  if (info->lang != NULL) {
    pdf_append_bytes(lang, info->lang);
    pdf_finish_set_root(finish, "/Lang", lang->str);
  }
  pdf_finish_set_root(finish, "/MarkInfo", "<</Marked true>>");
  pdf_finish_set_root(finish, "/ViewerPreferences",
                      "<</DisplayDocTitle true>>");
  write_info(finish, info);
}
