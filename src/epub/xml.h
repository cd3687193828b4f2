/*
 * epub/xml.h -- an XML file under construction: the one place of this folder
 * that escapes.
 *
 * Shape      open, attributes, then text and children, close.
 * Errors     A failure is kept and told by epub_xml_finish(), so the callers
 *            between need not ask.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct EpubXml EpubXml;

/* Begins with the XML declaration.  (transfer full) */
EpubXml *epub_xml_new(void);

/* Writes nothing, and cannot be finished: it counts the bytes that
 * epub_xml_new() would hold, or a few more.  (transfer full) */
EpubXml *epub_xml_new_count(void);
void epub_xml_free(EpubXml *xml); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubXml, epub_xml_free)

void epub_xml_doctype_html(EpubXml *xml);

void epub_xml_open(EpubXml *xml, const char *name);
void epub_xml_attribute(EpubXml *xml, const char *name,
                        const char *value); /* value NULL: none is written */
void epub_xml_text(EpubXml *xml, const char *text);
void epub_xml_text_range(EpubXml *xml, const char *text, gsize length);

/* With an end tag, also when nothing is inside: readers that take XHTML for
 * HTML would let "<span/>" swallow what follows. */
void epub_xml_close(EpubXml *xml);
void epub_xml_close_empty(EpubXml *xml); /* "<br/>" */

void epub_xml_element(EpubXml *xml, const char *name, const char *text);
void epub_xml_line(EpubXml *xml); /* a line end, where space means nothing */

gsize epub_xml_length(EpubXml *xml); /* bytes until now */

/* ERROR_BUG if a call failed or an element is still open.  (transfer full) */
GBytes *epub_xml_finish(EpubXml *xml, GError **error);
