/* reader/html_flow.c -- HTML blocks with Markdown blocks between them.
 *
 * Elements that only hold blocks (div, details, section, blockquote) may stay
 * open from one HTML block to the next; what stands between their tags is a
 * fragment each. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_node.h"
#include "reader/html_token.h"

#include <string.h>

typedef struct {
  const HtmlElement *element;
  DocNode *parent; /* of what comes next */
  DocPos pos;
} Open;

void
html_flow_begin(HtmlFlow *flow, ReaderContext *context, DocNode *parent)
{
  *flow =
      (HtmlFlow){ context, parent, g_array_new(FALSE, FALSE, sizeof(Open)) };
}

DocNode *
html_flow_parent(const HtmlFlow *flow)
{
  if (flow->open->len == 0)
    return flow->base;
  return g_array_index(flow->open, Open, flow->open->len - 1).parent;
}

static void
report(HtmlFlow *flow, DocPos pos, const char *name, const char *text)
{
  diag_report(flow->context->diag, DIAG_CONTENT,
              reader_context_pos(flow->context, pos), "raw-html", "%s%s", name,
              text);
}

static void
close_last(HtmlFlow *flow)
{
  Open last = g_array_index(flow->open, Open, flow->open->len - 1);

  g_array_set_size(flow->open, flow->open->len - 1);
  if (last.parent != html_flow_parent(flow) && last.parent->first == NULL &&
      last.parent->id == NULL)
    doc_node_unlink(last.parent);
}

static void
close_unfinished(HtmlFlow *flow)
{
  Open last = g_array_index(flow->open, Open, flow->open->len - 1);

  report(flow, last.pos, last.element->name,
         ": this HTML element is not closed where it was opened; put both tags "
         "at the same level");
  close_last(flow);
}

static void
close_element(HtmlFlow *flow, const HtmlElement *element, DocPos pos)
{
  unsigned depth = flow->open->len;

  while (depth > 0 &&
         g_array_index(flow->open, Open, depth - 1).element != element)
    depth--;
  if (depth == 0) {
    report(flow, pos, element->name,
           ": this HTML end tag closes nothing; leave it out");
    return;
  }
  while (flow->open->len > depth)
    close_unfinished(flow);
  close_last(flow);
}

static DocNode *
add_parent(HtmlFlow *flow, const HtmlElement *element, const HtmlToken *tag,
           DocPos pos)
{
  DocNode *parent = html_flow_parent(flow);
  HtmlReader html = { .context = flow->context, .line = pos.line };
  bool quote = element->role == HTML_ROLE_QUOTE;
  DocNode *made =
      doc_node_new(flow->context->doc, quote ? DOC_QUOTE : DOC_SECTION, pos);
  xmlDoc *tree = html_node_parse(flow->context, tag->start, tag->length, pos);
  xmlNode *node = NULL;

  if (tree != NULL)
    node = html_node_find(xmlDocGetRootElement(tree), element->name);
  if (node != NULL)
    html_node_apply(&html, made, node);
  xmlFreeDoc(tree);
  if (element->class_name != NULL)
    doc_node_add_class(flow->context->doc, made, element->class_name);
  if (!quote && made->id == NULL && made->class_name == NULL &&
      made->lang == NULL)
    return parent;
  doc_node_append(parent, made);
  return made;
}

static void
open_element(HtmlFlow *flow, const HtmlElement *element, const HtmlToken *tag,
             DocPos pos)
{
  DocNode *parent = html_flow_parent(flow);
  Open open = { element, parent, pos };

  if (!reader_context_is_full(flow->context, parent, pos))
    open.parent = add_parent(flow, element, tag, pos);
  g_array_append_val(flow->open, open);
}

/* Elements that must stand in one fragment with their content. */
static bool
is_whole(const HtmlElement *element)
{
  if (element == NULL)
    return false;
  return element->role == HTML_ROLE_LIST ||
         element->role == HTML_ROLE_TERM_LIST ||
         element->role == HTML_ROLE_TABLE ||
         element->role == HTML_ROLE_CODE_BLOCK ||
         element->role == HTML_ROLE_FIGURE ||
         element->role == HTML_ROLE_HEADING;
}

static bool
is_holder(const HtmlElement *element)
{
  return element != NULL &&
         (element->role == HTML_ROLE_FLOW || element->role == HTML_ROLE_QUOTE);
}

static DocPos
advance(DocPos pos, const char *from, const char *to)
{
  for (; from < to; from++)
    if (*from == '\n')
      pos = (DocPos){ pos.line + 1, 1 };
    else
      pos.column++;
  return pos;
}

static void
add_piece(HtmlFlow *flow, const char *from, const char *to, DocPos pos)
{
  DocPos start = pos;

  while (from < to && g_ascii_isspace(*from)) {
    start = advance(start, from, from + 1);
    from++;
  }
  if (from < to)
    html_read_fragment(flow->context, html_flow_parent(flow), from,
                       (gsize)(to - from), start);
}

/* <?…?>, a tag that never ends and the like: shown as it stands. */
static void
add_declaration(HtmlFlow *flow, const HtmlToken *token, DocPos pos)
{
  g_autofree char *text = g_strndup(token->start, token->length);
  DocNode *paragraph = reader_context_add(flow->context, html_flow_parent(flow),
                                          DOC_PARAGRAPH, pos);

  if (token->kind == HTML_TOKEN_UNFINISHED)
    report(flow, pos, token->name,
           ": this HTML tag has no > at its end; write it, or write &lt; where "
           "you mean the sign <");
  else
    report(flow, pos, "<! or <?",
           ": this has no place in a book; write &lt; where you mean the sign");
  reader_context_add_text(flow->context, paragraph, text, pos);
}

static bool
is_shown(const HtmlToken *token)
{
  return token->kind == HTML_TOKEN_DECLARATION ||
         token->kind == HTML_TOKEN_UNFINISHED;
}

/* True if the token stands for itself, outside every fragment. */
static bool
is_structure(const HtmlToken *token, const HtmlElement *element,
             unsigned *whole)
{
  bool start = token->kind == HTML_TOKEN_START;

  if (is_shown(token))
    return *whole == 0;
  if (!start && token->kind != HTML_TOKEN_END)
    return false;
  if (is_whole(element)) {
    if (start)
      ++*whole;
    else if (*whole > 0)
      --*whole;
    return false;
  }
  return *whole == 0 && is_holder(element);
}

static void
add_structure(HtmlFlow *flow, const HtmlToken *token,
              const HtmlElement *element, DocPos pos)
{
  if (is_shown(token))
    add_declaration(flow, token, pos);
  else if (token->kind == HTML_TOKEN_START)
    open_element(flow, element, token, pos);
  else
    close_element(flow, element, pos);
}

void
html_flow_add(HtmlFlow *flow, const char *text, DocPos pos)
{
  HtmlTokenizer tokenizer;
  HtmlToken token;
  const char *piece = text;
  unsigned whole = 0; /* elements that are open and must stay in one piece */

  html_tokenizer_init(&tokenizer, text, strlen(text));
  while (html_tokenizer_next(&tokenizer, &token)) {
    const HtmlElement *element = html_element_find(token.name);

    if (!is_structure(&token, element, &whole))
      continue;
    add_piece(flow, piece, token.start, pos);
    pos = advance(pos, piece, token.start);
    add_structure(flow, &token, element, pos);
    piece = token.start + token.length;
    pos = advance(pos, token.start, piece);
  }
  add_piece(flow, piece, text + strlen(text), pos);
}

void
html_flow_end(HtmlFlow *flow)
{
  while (flow->open->len > 0)
    close_unfinished(flow);
  g_array_unref(flow->open);
  flow->open = NULL;
}
