/* epub/xhtml.c -- what all XHTML files of the EPUB have around their text. */
/* SPDX-License-Identifier: MIT */

#include "epub/xhtml.h"

#include "doc/words.h"

#include <string.h>

static void
write_empty(EpubXml *xml, const char *name, const char *key, const char *value)
{
  epub_xml_open(xml, name);
  epub_xml_attribute(xml, key, value);
  epub_xml_close_empty(xml);
  epub_xml_line(xml);
}

static void
write_style_link(EpubXml *xml)
{
  epub_xml_open(xml, "link");
  epub_xml_attribute(xml, "rel", "stylesheet");
  epub_xml_attribute(xml, "type", "text/css");
  epub_xml_attribute(xml, "href", "style.css");
  epub_xml_close_empty(xml);
  epub_xml_line(xml);
}

void
epub_xhtml_open(EpubXml *xml, const EpubPlan *plan, const char *title,
                const char *lang, MetaDirection direction)
{
  epub_xml_doctype_html(xml);
  epub_xml_open(xml, "html");
  epub_xml_attribute(xml, "xmlns", "http://www.w3.org/1999/xhtml");
  epub_xml_attribute(xml, "xmlns:epub", "http://www.idpf.org/2007/ops");
  epub_xml_attribute(xml, "lang", lang);
  epub_xml_attribute(xml, "xml:lang", lang);
  epub_xml_attribute(xml, "dir", direction == META_RTL ? "rtl" : "ltr");
  epub_xml_line(xml);
  epub_xml_open(xml, "head");
  epub_xml_line(xml);
  write_empty(xml, "meta", "charset", "utf-8");
  epub_xml_element(xml, "title", title);
  epub_xml_line(xml);
  if (plan->options->css != NULL)
    write_style_link(xml);
  epub_xml_close(xml);
  epub_xml_line(xml);
  epub_xml_open(xml, "body");
  epub_xml_line(xml);
}

void
epub_xhtml_close(EpubXml *xml)
{
  epub_xml_close(xml);
  epub_xml_line(xml);
  epub_xml_close(xml);
}

bool
epub_xhtml_add(EpubPlan *plan, EpubFileKind kind, const char *name,
               const char *media_type, EpubXml *xml, GError **error)
{
  GBytes *bytes = epub_xml_finish(xml, error);

  epub_xml_free(xml);
  if (bytes == NULL) {
    g_prefix_error(error, "%s: ", name);
    return false;
  }
  epub_plan_add_file(plan, kind, g_strdup(name), media_type, bytes);
  return true;
}

void
epub_xhtml_words(EpubXml *xml, const char *text, const char *around)
{
  const char *lang = words_lang(around);

  if (words_knows(around)) {
    epub_xml_text(xml, text);
    return;
  }
  epub_xml_open(xml, "span");
  epub_xml_attribute(xml, "lang", lang);
  epub_xml_attribute(xml, "xml:lang", lang);
  epub_xml_attribute(xml, "dir", "ltr");
  epub_xml_text(xml, text);
  epub_xml_close(xml);
}

void
epub_xhtml_paragraph(EpubXml *xml, const char *class_name, const char *text)
{
  if (text == NULL)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", class_name);
  epub_xml_text(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

void
epub_xhtml_words_paragraph(EpubXml *xml, const char *class_name,
                           const char *words, const char *around)
{
  if (words == NULL)
    return;
  epub_xml_open(xml, "p");
  epub_xml_attribute(xml, "class", class_name);
  epub_xhtml_words(xml, words, around);
  epub_xml_close(xml);
  epub_xml_line(xml);
}
