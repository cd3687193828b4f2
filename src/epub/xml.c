/* epub/xml.c -- libxml2's writer, into memory. */
/* SPDX-License-Identifier: MIT */

#include "epub/xml.h"

#include "base/error.h"

#include <libxml/xmlwriter.h>

struct EpubXml {
  xmlBuffer *buffer;
  xmlTextWriter *writer;
  unsigned depth; /* open elements */
  bool failed;
};

/* The writer's calls return the bytes they wrote, or -1. */
static void
check(EpubXml *xml, int result)
{
  if (result < 0)
    xml->failed = true;
}

EpubXml *
epub_xml_new(void)
{
  EpubXml *xml = g_new0(EpubXml, 1);

  xmlInitParser();
  xml->buffer = xmlBufferCreate();
  g_assert(xml->buffer != NULL);
  xmlBufferSetAllocationScheme(xml->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  xml->writer = xmlNewTextWriterMemory(xml->buffer, 0);
  g_assert(xml->writer != NULL);
  check(xml, xmlTextWriterStartDocument(xml->writer, "1.0", "UTF-8", NULL));
  return xml;
}

void
epub_xml_free(EpubXml *xml)
{
  if (xml == NULL)
    return;
  xmlFreeTextWriter(xml->writer);
  xmlBufferFree(xml->buffer);
  g_free(xml);
}

void
epub_xml_doctype_html(EpubXml *xml)
{
  check(xml,
        xmlTextWriterWriteDTD(xml->writer, BAD_CAST "html", NULL, NULL, NULL));
  epub_xml_line(xml);
}

void
epub_xml_open(EpubXml *xml, const char *name)
{
  xml->depth++;
  check(xml, xmlTextWriterStartElement(xml->writer, BAD_CAST name));
}

void
epub_xml_attribute(EpubXml *xml, const char *name, const char *value)
{
  if (value == NULL)
    return;
  check(xml, xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name,
                                         BAD_CAST value));
}

void
epub_xml_text(EpubXml *xml, const char *text)
{
  check(xml, xmlTextWriterWriteString(xml->writer, BAD_CAST text));
}

void
epub_xml_text_range(EpubXml *xml, const char *text, gsize length)
{
  g_autofree char *part = g_strndup(text, length);

  epub_xml_text(xml, part);
}

void
epub_xml_close(EpubXml *xml)
{
  g_return_if_fail(xml->depth > 0);
  xml->depth--;
  check(xml, xmlTextWriterFullEndElement(xml->writer));
}

void
epub_xml_close_empty(EpubXml *xml)
{
  g_return_if_fail(xml->depth > 0);
  xml->depth--;
  check(xml, xmlTextWriterEndElement(xml->writer));
}

void
epub_xml_element(EpubXml *xml, const char *name, const char *text)
{
  epub_xml_open(xml, name);
  epub_xml_text(xml, text);
  epub_xml_close(xml);
}

void
epub_xml_line(EpubXml *xml)
{
  check(xml, xmlTextWriterWriteRaw(xml->writer, BAD_CAST "\n"));
}

gsize
epub_xml_length(EpubXml *xml)
{
  check(xml, xmlTextWriterFlush(xml->writer));
  return (gsize)xmlBufferLength(xml->buffer);
}

GBytes *
epub_xml_finish(EpubXml *xml, GError **error)
{
  unsigned open = xml->depth;
  int length;

  check(xml, xmlTextWriterEndDocument(xml->writer));
  check(xml, xmlTextWriterFlush(xml->writer));
  length = xmlBufferLength(xml->buffer);
  if (xml->failed || open > 0 || length <= 0) {
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                "an XML file of the EPUB was not written whole "
                "(%u elements open)",
                open);
    return NULL;
  }
  return g_bytes_new(xmlBufferContent(xml->buffer), (gsize)length);
}
