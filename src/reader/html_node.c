/* reader/html_node.c -- libxml2's tree: made, asked, with its quirks. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_node.h"

#include "reader/html_guard.h"

#include <libxml/xmlerror.h>
#include <string.h>

typedef struct {
  ReaderContext *context;
  DocPos pos;
  bool failed;
} Parse;

/* Errors after which libxml2 leaves text out: nesting, memory or size,
 * characters and encodings.  All others are about tags it could make sense
 * of. */
static bool
loses_text(int code)
{
  return code == XML_ERR_INTERNAL_ERROR || code == XML_ERR_NO_MEMORY ||
         code == XML_ERR_INVALID_CHAR || code == XML_ERR_INVALID_ENCODING ||
         code == XML_IO_ENCODER;
}

#if LIBXML_VERSION >= 21200
static void
on_error(void *data, const xmlError *error)
#else
static void
on_error(void *data, xmlError *error)
#endif
{
  Parse *parse = data;
  DocPos pos = parse->pos;

  if (!loses_text(error->code) || parse->failed)
    return;
  parse->failed = true;
  pos.line += (unsigned)MAX(error->line, 1) - 1;
  diag_report(parse->context->diag, DIAG_ERROR,
              reader_context_pos(parse->context, pos), "html-parser",
              "this HTML cannot be read to its end; make it simpler");
}

xmlDoc *
html_node_parse(ReaderContext *context, const char *text, gsize length,
                DocPos pos)
{
  Parse parse = { context, pos, false };
  xmlDoc *tree;

  if (!html_guard_check(context, text, length, pos))
    return NULL;
  xmlInitParser();
  xmlSetStructuredErrorFunc(&parse, on_error);
  tree = htmlReadMemory(text, (int)length, NULL, "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NONET |
                            HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  xmlSetStructuredErrorFunc(NULL, NULL);
  if (!parse.failed)
    return tree;
  xmlFreeDoc(tree);
  return NULL;
}

xmlNode *
html_node_find(xmlNode *node, const char *name)
{
  for (; node != NULL; node = node->next) {
    xmlNode *found;

    if (node->type != XML_ELEMENT_NODE)
      continue;
    if (strcmp((const char *)node->name, name) == 0)
      return node;
    found = html_node_find(node->children, name);
    if (found != NULL)
      return found;
  }
  return NULL;
}

DocPos
html_node_pos(const HtmlReader *html, const xmlNode *node)
{
  long line = xmlGetLineNo(node);

  return (DocPos){ html->line + (unsigned)MAX(line, 1) - 1, 1 };
}

char *
html_node_attribute(const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
  char *copy = value != NULL ? g_strdup((const char *)value) : NULL;

  xmlFree(value);
  return copy;
}

unsigned
html_node_number(const xmlNode *node, const char *name, unsigned otherwise)
{
  g_autofree char *value = html_node_attribute(node, name);
  guint64 number = 0;

  if (value == NULL ||
      !g_ascii_string_to_unsigned(value, 10, 1, 1000, &number, NULL))
    return otherwise;
  return (unsigned)number;
}

static void
collect_text(const xmlNode *node, GString *text)
{
  for (; node != NULL; node = node->next) {
    if (node->type == XML_TEXT_NODE)
      g_string_append(text, (const char *)node->content);
    else if (node->type == XML_ELEMENT_NODE)
      collect_text(node->children, text);
  }
}

char *
html_node_text(const xmlNode *node)
{
  GString *text = g_string_new(NULL);

  collect_text(node->children, text);
  return g_string_free(text, FALSE);
}

/* Authors' class words live apart from ours. */
static void
apply_classes(HtmlReader *html, DocNode *to, const char *value)
{
  g_auto(GStrv) words = g_strsplit_set(value, " \t\r\n", -1);

  for (char **word = words; *word != NULL; word++) {
    g_autofree char *name = NULL;
    if (**word == '\0')
      continue;
    name = g_strconcat("author-", *word, NULL);
    g_strcanon(name,
               "abcdefghijklmnopqrstuvwxyz0123456789-_"
               "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
               '-');
    doc_node_add_class(html->context->doc, to, name);
  }
}

static bool
is_language(const char *value)
{
  gsize length = strlen(value);

  return length >= 2 && length <= 35 && g_ascii_isalpha(value[0]) &&
         strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                       "0123456789-") == length;
}

static void
apply_attribute(HtmlReader *html, DocNode *to, const xmlNode *node,
                const char *name, const char *value)
{
  Doc *doc = html->context->doc;

  if (strcmp(name, "id") == 0 || strcmp(name, "name") == 0) {
    if (*value != '\0' && strchr(value, '.') == NULL)
      doc_node_set_id(doc, to, value);
  } else if (strcmp(name, "class") == 0) {
    apply_classes(html, to, value);
  } else if ((strcmp(name, "lang") == 0 || strcmp(name, "xml:lang") == 0) &&
             is_language(value)) {
    to->lang = doc_string(doc, value);
  } else if (g_str_has_prefix(name, "on")) {
    diag_report(html->context->diag, DIAG_CONTENT,
                reader_context_pos(html->context, html_node_pos(html, node)),
                "raw-html", "<%s %s=…>: no code runs in a book; leave it out",
                (const char *)node->name, name);
  }
}

void
html_node_apply(HtmlReader *html, DocNode *to, const xmlNode *node)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
    g_autofree char *value = html_node_attribute(node, (const char *)at->name);
    if (value != NULL)
      apply_attribute(html, to, node, (const char *)at->name, value);
  }
}

const HtmlElement *
html_node_element(HtmlReader *html, const xmlNode *node)
{
  const HtmlElement *element = html_element_find((const char *)node->name);

  if (element != NULL)
    return element;
  diag_report(html->context->diag, DIAG_CONTENT,
              reader_context_pos(html->context, html_node_pos(html, node)),
              "raw-html",
              "<%s> has no place in a book; write &lt; where you mean the "
              "sign, or leave the tag out (its text is kept)",
              (const char *)node->name);
  return NULL;
}
