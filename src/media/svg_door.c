/* media/svg_door.c -- the door: a drawing is checked and written anew. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "base/error.h"
#include "media/svg.h"
#include "media/svg_note.h"
#include "media/svg_reference.h"
#include "media/svg_rule.h"
#include "media/svg_scan.h"
#include "media/svg_size.h"

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>

#define SVG_NAMESPACE   "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"

#define DEEPEST       100u
#define MOST_ELEMENTS 20000u
#define SHOWN_VALUE   40 /* characters of a value in a message */

/* Never entities, never the network, never a DTD; long files keep their line
 * numbers.  XML_PARSE_HUGE stays off: its absence bounds texts and depth. */
#define PARSE_FLAGS                                                            \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |                 \
   XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlTextWriter, xmlFreeTextWriter)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlBuffer, xmlBufferFree)

typedef struct {
  xmlTextWriter *out;
  MediaSvgNotes *notes;
  unsigned elements;
  unsigned depth;
  bool broken; /* the writer failed */
  GError **error;
} Door;

static bool write_content(Door *door, xmlNode *node, bool in_text);

static const xmlChar *
xml(const char *text)
{
  return (const xmlChar *)text;
}

static bool
refuse(Door *door, const xmlNode *node, ErrorCode code, const char *text)
{
  g_autofree char *name =
      bytes_printable((const char *)node->name, SHOWN_VALUE);

  g_set_error(door->error, HANDBILL_ERROR, code, "line %ld: <%s>: %s",
              xmlGetLineNo(node), name, text);
  return false;
}

static bool
refuse_value(Door *door, const xmlNode *node, const char *name,
             const char *value)
{
  g_autofree char *shown = bytes_printable(value, SHOWN_VALUE);
  g_autofree char *safe = bytes_printable(name, SHOWN_VALUE);
  g_autofree char *text = g_strdup_printf(
      "%s=\"%s\" is not allowed or out of bounds: change or remove it", safe,
      shown);

  return refuse(door, node, ERROR_REFUSED, text);
}

static void
note(Door *door, const xmlNode *node, const char *format, const char *name)
{
  g_autoptr(GString) what = g_string_new(format);

  g_string_replace(what, "*", name, 1);
  media_svg_note_add(door->notes, xmlGetLineNo(node), what->str);
}

static void
written(Door *door, int result)
{
  door->broken |= result < 0;
}

static void
write_attribute(Door *door, const char *name, const char *value)
{
  written(door, xmlTextWriterWriteAttribute(door->out, xml(name), xml(value)));
}

/* One declaration of style="", appended to `out` if it is kept. */
static bool
take_declaration(Door *door, xmlNode *node, char *text, GString *out)
{
  if (*g_strstrip(text) == '\0')
    return true;
  char *colon = strchr(text, ':');
  if (colon == NULL)
    return refuse_value(door, node, "style", text);
  *colon = '\0';
  const char *name = g_strchomp(text);
  const char *value = g_strchug(colon + 1);
  const MediaSvgAttribute *rule = media_svg_rule_attribute(name);
  if (!media_svg_value_is_local(value))
    return refuse_value(door, node, name, value);
  if (rule == NULL || !rule->property) {
    note(door, node, "property *", name);
    return true;
  }
  if (!media_svg_value_fits(rule->value, value))
    return refuse_value(door, node, name, value);
  g_string_append_printf(out, "%s%s:%s", out->len > 0 ? ";" : "", name, value);
  return true;
}

static bool
write_style(Door *door, xmlNode *node, const char *value)
{
  g_auto(GStrv) declarations = g_strsplit(value, ";", -1);
  g_autoptr(GString) out = g_string_new(NULL);

  for (char **at = declarations; *at != NULL; at++)
    if (!take_declaration(door, node, *at, out))
      return false;
  if (out->len > 0)
    write_attribute(door, "style", out->str);
  return true;
}

/* "href" for what has no namespace, "xlink:href" and "xml:space" for the two
 * vocabularies that SVG 1.1 borrows from, NULL for another.
 * (transfer full) */
static char *
full_name(const xmlAttr *attribute)
{
  const char *name = (const char *)attribute->name;

  if (attribute->ns == NULL)
    return g_strdup(name);
  if (xmlStrEqual(attribute->ns->href, xml(XLINK_NAMESPACE)))
    return g_strconcat("xlink:", name, NULL);
  if (xmlStrEqual(attribute->ns->href, XML_XML_NAMESPACE))
    return g_strconcat("xml:", name, NULL);
  return NULL;
}

static bool
take_attribute(Door *door, xmlNode *node, const char *name, const char *value)
{
  const MediaSvgAttribute *rule = media_svg_rule_attribute(name);

  if (g_ascii_strncasecmp(name, "on", 2) == 0)
    return refuse_value(door, node, name, value);
  if (!media_svg_value_is_local(value))
    return refuse_value(door, node, name, value);
  if (rule == NULL) {
    note(door, node, "attribute *", name);
    return true;
  }
  if (!media_svg_value_fits(rule->value, value))
    return refuse_value(door, node, name, value);
  if (rule->value == SVG_VALUE_STYLE)
    return write_style(door, node, value);
  write_attribute(door, name, value);
  return true;
}

/* The root's size was written already; a link's address is no drawing. */
static bool
is_passed_over(const xmlNode *node, const char *name)
{
  static const char *const sizes[] = { "width", "height", "viewBox",
                                       "x",     "y",      NULL };

  if (node->parent != NULL && node->parent->type == XML_DOCUMENT_NODE)
    return g_strv_contains(sizes, name);
  return xmlStrEqual(node->name, xml("a")) &&
         (g_str_equal(name, "href") || g_str_equal(name, "xlink:href"));
}

static bool
write_attributes(Door *door, xmlNode *node)
{
  bool fits = true;

  for (xmlAttr *at = node->properties; fits && at != NULL; at = at->next) {
    g_autofree char *name = full_name(at);

    if (name == NULL) {
      note(door, node, "attribute * of another vocabulary",
           (const char *)at->name);
      continue;
    }
    if (is_passed_over(node, name))
      continue;
    xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);
    const char *text = value != NULL ? (const char *)value : "";
    fits = take_attribute(door, node, name, text);
    xmlFree(value);
  }
  return fits;
}

static bool
is_text_element(const char *name)
{
  return g_str_equal(name, "text") || g_str_equal(name, "tspan") ||
         g_str_equal(name, "textPath");
}

static bool
write_element(Door *door, xmlNode *node, const char *name)
{
  if (++door->elements > MOST_ELEMENTS)
    return refuse(door, node, ERROR_LIMIT,
                  "the drawing has over 20,000 elements: simplify it, or save "
                  "it as PNG");
  if (door->depth >= DEEPEST)
    return refuse(door, node, ERROR_LIMIT,
                  "elements are nested over 100 deep: ungroup them");
  door->depth++;
  written(door, xmlTextWriterStartElement(door->out, xml(name)));
  bool fits = write_attributes(door, node) &&
              write_content(door, node, is_text_element(name));
  written(door, xmlTextWriterEndElement(door->out));
  door->depth--;
  return fits;
}

static bool
take_element(Door *door, xmlNode *node, bool in_text)
{
  const char *name = (const char *)node->name;
  const MediaSvgElement *rule = media_svg_rule_element(name);

  if (node->ns == NULL || !xmlStrEqual(node->ns->href, xml(SVG_NAMESPACE))) {
    note(door, node, "<*> of another vocabulary", name);
    return true;
  }
  switch (rule->action) {
  case SVG_KEEP:
    return write_element(door, node, name);
  case SVG_GROUP:
    note(door, node, "link <*> (its content stays)", name);
    return write_element(door, node, in_text ? "tspan" : "g");
  case SVG_DROP:
    note(door, node, "<*>", name);
    return true;
  case SVG_REFUSE:
    return refuse(door, node, ERROR_REFUSED, rule->why);
  }
  g_return_val_if_reached(false);
}

static bool
is_blank(const xmlNode *node)
{
  const char *text = (const char *)node->content;

  return text[strspn(text, " \t\r\n")] == '\0';
}

static void
take_text(Door *door, const xmlNode *node, bool in_text)
{
  if (in_text)
    written(door, xmlTextWriterWriteString(door->out, node->content));
  else if (!is_blank(node))
    note(door, node->parent, "text in <*>, which is not drawn,",
         (const char *)node->parent->name);
}

static bool
take_node(Door *door, xmlNode *node, bool in_text)
{
  if (node->type == XML_ELEMENT_NODE)
    return take_element(door, node, in_text);
  if (node->type == XML_ENTITY_REF_NODE)
    return refuse(door, node, ERROR_REFUSED,
                  "entities are not read: write the text itself");
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    take_text(door, node, in_text);
  else if (node->type == XML_PI_NODE)
    note(door, node, "instruction <?*?>", (const char *)node->name);
  return true;
}

static bool
write_content(Door *door, xmlNode *node, bool in_text)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (!take_node(door, child, in_text))
      return false;
  return true;
}

static void
write_number(Door *door, const char *name, double value)
{
  g_autoptr(GString) text = g_string_new(NULL);

  bytes_append_number(text, value, 6);
  write_attribute(door, name, text->str);
}

static void
write_size(Door *door, const MediaSvgSize *size)
{
  g_autoptr(GString) view = g_string_new(NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS(size->view); i++) {
    if (i > 0)
      g_string_append_c(view, ' ');
    bytes_append_number(view, size->view[i], 6);
  }
  write_attribute(door, "xmlns", SVG_NAMESPACE);
  write_attribute(door, "xmlns:xlink", XLINK_NAMESPACE);
  write_attribute(door, "viewBox", view->str);
  write_number(door, "width", size->width);
  write_number(door, "height", size->height);
}

/* Instructions before and after the root, such as <?xml-stylesheet?>. */
static void
note_outside(Door *door, const xmlDoc *document)
{
  for (xmlNode *node = document->children; node != NULL; node = node->next)
    if (node->type == XML_PI_NODE)
      note(door, node, "instruction <?*?>", (const char *)node->name);
}

static bool
write_document(Door *door, xmlNode *root, const MediaSvgSize *size)
{
  note_outside(door, root->doc);
  door->elements = 1;
  door->depth = 1;
  written(door, xmlTextWriterStartDocument(door->out, "1.0", "UTF-8", NULL));
  written(door, xmlTextWriterStartElement(door->out, xml("svg")));
  write_size(door, size);
  bool fits = write_attributes(door, root) && write_content(door, root, false);
  written(door, xmlTextWriterEndDocument(door->out));
  return fits;
}

static xmlDoc *
parse(const char *text, gsize length, GError **error)
{
  g_autoptr(xmlParserCtxt) context = xmlNewParserCtxt();
  xmlDoc *document =
      xmlCtxtReadMemory(context, text, (int)length, NULL, "UTF-8", PARSE_FLAGS);

  if (document != NULL)
    return document;
  const xmlError *wrong = xmlCtxtGetLastError(context);
  g_autofree char *why = g_strdup(
      wrong != NULL && wrong->message != NULL ? wrong->message : "no XML");
  g_autofree char *shown = bytes_printable(g_strchomp(why), SHOWN_VALUE * 4);
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "line %d: the drawing is not well-formed XML: %s; save it again",
              wrong != NULL ? wrong->line : 1, shown);
  return NULL;
}

static bool
is_svg(xmlNode *root, GError **error)
{
  if (root != NULL && xmlStrEqual(root->name, xml("svg")) && root->ns != NULL &&
      xmlStrEqual(root->ns->href, xml(SVG_NAMESPACE)))
    return true;
  g_set_error_literal(error, HANDBILL_ERROR, ERROR_REFUSED,
                      "this is no SVG drawing: its first element must be <svg "
                      "xmlns=\"" SVG_NAMESPACE "\">");
  return false;
}

static GBytes *
write_clean(xmlNode *root, const MediaSvgSize *size, MediaSvgNotes *notes,
            GError **error)
{
  g_autoptr(xmlBuffer) buffer = xmlBufferCreate();
  g_autoptr(xmlTextWriter) out = xmlNewTextWriterMemory(buffer, 0);
  Door door = { .out = out, .notes = notes, .error = error };

  if (!write_document(&door, root, size))
    return NULL;
  if (door.broken || xmlTextWriterFlush(out) < 0) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                        "the drawing cannot be written anew");
    return NULL;
  }
  return g_bytes_new(xmlBufferContent(buffer), (gsize)xmlBufferLength(buffer));
}

static GBytes *
clean(GBytes *bytes, MediaSvgNotes *notes, MediaSvgSize *size, GError **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data(bytes, &length);

  if (!media_svg_scan(text, length, error))
    return NULL;
  g_autoptr(xmlDoc) document = parse(text, length, error);
  if (document == NULL)
    return NULL;
  xmlNode *root = xmlDocGetRootElement(document);
  if (!is_svg(root, error) || !media_svg_size_read(root, size, error))
    return NULL;
  g_autoptr(GBytes) made = write_clean(root, size, notes, error);
  if (made == NULL || !media_svg_reference_check(root, error))
    return NULL;
  return g_steal_pointer(&made);
}

GBytes *
media_svg_clean(GBytes *bytes, unsigned *width, unsigned *height,
                GError **error)
{
  g_autoptr(MediaSvgNotes) notes = media_svg_note_new();
  MediaSvgSize size;
  GBytes *made = clean(bytes, notes, &size, error);

  if (made == NULL)
    return NULL;
  *width = (unsigned)ceil(size.width);
  *height = (unsigned)ceil(size.height);
  return made;
}

GPtrArray *
media_svg_notes(GBytes *bytes)
{
  g_autoptr(MediaSvgNotes) notes = media_svg_note_new();
  MediaSvgSize size;
  g_autoptr(GBytes) made = clean(bytes, notes, &size, NULL);

  if (made == NULL)
    return g_ptr_array_new_with_free_func(g_free);
  return media_svg_note_texts(notes);
}
