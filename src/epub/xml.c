/* epub/xml.c -- libxml2's writer, into memory. */
/* SPDX-License-Identifier: MIT */

#include "epub/xml.h"

#include "base/error.h"

#include <libxml/xmlwriter.h>
#include <string.h>

/* What a text cannot hold as it is (XML 1.0, 2.4), and what an attribute cannot
 * (3.3.3). */
#define TEXT_ESCAPED      "<>&\"\r"
#define ATTRIBUTE_ESCAPED "<>&\"\r\n\t"

enum {
  ESCAPED_MAX = 6, /* bytes that a byte may become: "&quot;", "&#xE9;" */
  DECLARATION = 64 /* bytes, at most */
};

struct EpubXml {
  xmlBuffer *buffer;
  xmlTextWriter *writer; /* NULL: bytes are counted */
  gsize count;
  GArray *names;  /* of gsize: lengths of those of open elements, to count */
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

EpubXml *
epub_xml_new_count(void)
{
  EpubXml *xml = g_new0(EpubXml, 1);

  xml->names = g_array_new(FALSE, FALSE, sizeof(gsize));
  xml->count = DECLARATION;
  return xml;
}

void
epub_xml_free(EpubXml *xml)
{
  if (xml == NULL)
    return;
  g_clear_pointer(&xml->writer, xmlFreeTextWriter);
  g_clear_pointer(&xml->buffer, xmlBufferFree);
  g_clear_pointer(&xml->names, g_array_unref);
  g_free(xml);
}

/* --- counting --- */

static void
count_open(EpubXml *xml, const char *name)
{
  gsize length = strlen(name);

  g_array_append_val(xml->names, length);
  xml->count += length + strlen("<>");
}

static void
count_close(EpubXml *xml)
{
  guint last = xml->names->len - 1;

  xml->count += g_array_index(xml->names, gsize, last) + strlen("</>");
  g_array_set_size(xml->names, last);
}

static void
count_text(EpubXml *xml, const char *text, gsize length)
{
  xml->count += length;
  for (gsize at = strcspn(text, TEXT_ESCAPED); at < length;
       at += 1 + strcspn(text + at + 1, TEXT_ESCAPED))
    xml->count += ESCAPED_MAX - 1;
}

/* libxml2 may write any that is not ASCII as a number. */
static void
count_attribute(EpubXml *xml, const char *name, const char *value)
{
  xml->count += strlen(name) + strlen(" =\"\"");
  for (const char *at = value; *at != '\0'; at++)
    xml->count += (guchar)*at >= 0x80 || strchr(ATTRIBUTE_ESCAPED, *at) != NULL
                      ? ESCAPED_MAX
                      : 1;
}

/* --- writing --- */

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
  if (xml->writer == NULL)
    count_open(xml, name);
  else
    check(xml, xmlTextWriterStartElement(xml->writer, BAD_CAST name));
}

void
epub_xml_attribute(EpubXml *xml, const char *name, const char *value)
{
  if (value == NULL)
    return;
  if (xml->writer == NULL)
    count_attribute(xml, name, value);
  else
    check(xml, xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name,
                                           BAD_CAST value));
}

/* Most texts have nothing to escape, and need not be copied to see it. */
void
epub_xml_text(EpubXml *xml, const char *text)
{
  epub_xml_text_range(xml, text, strlen(text));
}

void
epub_xml_text_range(EpubXml *xml, const char *text, gsize length)
{
  if (xml->writer == NULL) {
    count_text(xml, text, length);
  } else if (strcspn(text, TEXT_ESCAPED) >= length) {
    check(xml,
          xmlTextWriterWriteRawLen(xml->writer, BAD_CAST text, (int)length));
  } else {
    g_autofree char *part = g_strndup(text, length);
    check(xml, xmlTextWriterWriteString(xml->writer, BAD_CAST part));
  }
}

void
epub_xml_close(EpubXml *xml)
{
  g_return_if_fail(xml->depth > 0);
  xml->depth--;
  if (xml->writer == NULL)
    count_close(xml);
  else
    check(xml, xmlTextWriterFullEndElement(xml->writer));
}

void
epub_xml_close_empty(EpubXml *xml)
{
  g_return_if_fail(xml->depth > 0);
  xml->depth--;
  if (xml->writer == NULL)
    count_close(xml);
  else
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
  if (xml->writer == NULL)
    xml->count++;
  else
    check(xml, xmlTextWriterWriteRawLen(xml->writer, BAD_CAST "\n", 1));
}

gsize
epub_xml_length(EpubXml *xml)
{
  if (xml->writer == NULL)
    return xml->count;
  check(xml, xmlTextWriterFlush(xml->writer));
  return (gsize)xmlBufferLength(xml->buffer);
}

GBytes *
epub_xml_finish(EpubXml *xml, GError **error)
{
  unsigned open = xml->depth;
  int length;

  g_return_val_if_fail(xml->writer != NULL, NULL);
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
