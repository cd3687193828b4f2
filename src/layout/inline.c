/* layout/inline.c -- inline content becomes spans of a paragraph. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_list.h"
#include "doc/page_map.h"
#include "layout/builder.h"

#include <string.h>

/* What the content of an inline node has in common. */
typedef struct {
  const StyleElement *element;
  const Style *style;
  int node;
  int link;
  bool code;
} Inherited;

typedef struct {
  Builder *builder;
  Paragraph *paragraph;
} Maker;

static void add_children(const Maker *maker, const DocNode *parent,
                         const Inherited *inherited);

static Span
span_of(const Inherited *inherited, const DocNode *source)
{
  return (Span){ .style = inherited->style,
                 .node = inherited->node,
                 .link = inherited->link,
                 .code = inherited->code,
                 .source = source };
}

/* No font of ours but that of code has U+2011 (design.md, Fonts): a hyphen at
 * the end of a span stands for it, for no line ends between two spans. */
static void
add_plain(Paragraph *paragraph, const Span *span, const char *text,
          gsize length)
{
  static const char FIRM_HYPHEN[] = "\xe2\x80\x91"; /* U+2011 */
  const char *end = text + length, *begin = text, *found;
  Span part = *span;

  while (!span->code &&
         (found = g_strstr_len(begin, end - begin, FIRM_HYPHEN)) != NULL) {
    g_autofree char *plain =
        g_strdup_printf("%.*s-", (int)(found - begin), begin);
    part.source_offset = span->source_offset + (guint32)(begin - text);
    paragraph_add(paragraph, &part, plain, -1);
    begin = found + strlen(FIRM_HYPHEN);
  }
  part.source_offset = span->source_offset + (guint32)(begin - text);
  paragraph_add(paragraph, &part, begin, end - begin);
}

static bool
is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/* Runs of white space are one space; each stretch between two runs is a span of
 * its own where something was left out, so that offsets stay true. */
static void
add_text(const Maker *maker, const DocNode *node, const Inherited *inherited)
{
  Span span = span_of(inherited, node);
  const char *text = node->as.text, *begin = text;

  for (const char *at = text; *at != '\0'; at++) {
    if (!is_blank(at[0]) || !(is_blank(at[1]) || at[0] != ' '))
      continue;
    span.source_offset = (guint32)(begin - text);
    add_plain(maker->paragraph, &span, begin, (gsize)(at - begin));
    paragraph_add(maker->paragraph, &span, " ", 1);
    while (is_blank(at[1]))
      at++;
    begin = at + 1;
  }
  span.source_offset = (guint32)(begin - text);
  add_plain(maker->paragraph, &span, begin, strlen(begin));
}

static Inherited
enter(const Maker *maker, const Inherited *outer, StyleElement *element,
      const char *name, const char *classes)
{
  Inherited inner = *outer;

  *element = (StyleElement){ outer->element, name, classes };
  inner.element = element;
  inner.style = style_sheet_resolve(maker->builder->context->sheet, element,
                                    outer->style);
  return inner;
}

/* A structure node is needed only where something is said that the paragraph
 * does not say. */
static void
enter_role(const Maker *maker, Inherited *inner, Role role, const char *lang)
{
  Flow *flow = maker->builder->flow;

  inner->node = flow_node_new(flow, inner->node, role);
  if (lang != NULL)
    flow_node(flow, inner->node)->lang = layout_strdup(flow->document, lang);
}

static void
add_styled(const Maker *maker, const DocNode *node, const Inherited *outer,
           const char *name)
{
  StyleElement element;
  Inherited inner = enter(maker, outer, &element, name, node->class_name);

  if (node->lang != NULL)
    enter_role(maker, &inner, ROLE_SPAN, node->lang);
  add_children(maker, node, &inner);
  if (node->kind == DOC_SPAN && doc_node_has_class(node, "label")) {
    /* A label stands clear of what it introduces. */
    Span gap = span_of(outer, NULL);
    paragraph_add(maker->paragraph, &gap, "\xc2\xa0", -1);
  }
}

static void
add_code(const Maker *maker, const DocNode *node, const Inherited *outer)
{
  StyleElement element;
  Inherited inner = enter(maker, outer, &element, "code", node->class_name);

  inner.code = true;
  add_text(maker, node, &inner);
}

static void
add_link(const Maker *maker, const DocNode *node, const Inherited *outer)
{
  StyleElement element;
  Inherited inner = enter(maker, outer, &element, "a", node->class_name);
  g_autofree char *text = doc_node_plain_text(node);
  bool internal = node->as.link.kind == DOC_LINK_INTERNAL;

  if (internal && !builder_has(maker->builder, node->as.link.target)) {
    add_children(maker, node, outer);
    return;
  }

  enter_role(maker, &inner, ROLE_LINK, node->lang);
  inner.link = flow_target_new(
      maker->builder->flow, internal ? NULL : node->as.link.target,
      internal ? node->as.link.target : NULL,
      node->as.link.title != NULL ? node->as.link.title : text);
  add_children(maker, node, &inner);
}

static void
add_image(const Maker *maker, const DocNode *node, const Inherited *outer)
{
  Builder *builder = maker->builder;
  StyleElement element;
  Inherited inner = enter(maker, outer, &element, "img", node->class_name);
  g_autofree char *alt = doc_node_plain_text(node);
  Span span;
  double width, height;

  if (node->as.image.resource == NULL) {
    /* As in the EPUB: its description stands where the picture would. */
    add_children(maker, node, outer);
    return;
  }
  enter_role(maker, &inner, ROLE_FIGURE, NULL);
  flow_node(builder->flow, inner.node)->alt =
      layout_strdup(builder->flow->document, alt);
  builder_image_size(builder, node, inner.style, builder->width, &width,
                     &height);
  span = span_of(&inner, node);
  span.image = node;
  paragraph_add_image(maker->paragraph, &span, width, height);
}

static void
add_note_ref(const Maker *maker, const DocNode *node, const Inherited *outer)
{
  StyleElement element;
  Inherited inner = enter(maker, outer, &element, "noteref", node->class_name);
  char number[16];
  Span span;

  if (node->as.note_ref.note == NULL)
    return;
  g_snprintf(number, sizeof number, "%u",
             node->as.note_ref.note->as.note.number);
  enter_role(maker, &inner, ROLE_REFERENCE, NULL);
  span = span_of(&inner, node);
  span.note = node->as.note_ref.note;
  paragraph_add(maker->paragraph, &span, number, -1);
}

static bool
stands_alone(const DocNode *node)
{
  return doc_node_has_class(node->parent, "card-more");
}

/* "Page 12" in a card, "the words of the link (page 12)" in running text. */
static void
add_page_ref(const Maker *maker, const DocNode *node, const Inherited *outer)
{
  Builder *builder = maker->builder;
  StyleElement element;
  Inherited inner = enter(maker, outer, &element, "pageref", node->class_name);
  const char *number = builder_page_number(builder, node->as.link.target);
  const char *word = page_list_word(builder_lang(builder, node));
  bool elsewhere = builder->context->sheet_paper != NULL && number[0] == '?';
  g_autofree char *text =
      stands_alone(node)
          ? g_strdup_printf("%c%s\xc2\xa0%s", g_ascii_toupper(word[0]),
                            word + 1, number)
          : g_strdup_printf(" (%s\xc2\xa0%s)", word, number);
  Span span;

  /* What is not on this sheet has no page here, only its words. */
  if (elsewhere) {
    if (!stands_alone(node))
      add_children(maker, node, outer);
    return;
  }
  enter_role(maker, &inner, ROLE_LINK, node->lang);
  inner.link = flow_target_new(builder->flow, NULL, node->as.link.target, text);
  if (!stands_alone(node))
    add_children(maker, node, &inner);
  span = span_of(&inner, node);
  span.source_offset = DOC_PAGE_REF_NUMBER;
  paragraph_add(maker->paragraph, &span, text, -1);
}

static const char *
page_of(const char *id, gpointer data)
{
  const char *number = builder_page_number(data, id);

  return number[0] == '?' ? NULL : number;
}

static void
add_stretch(const Maker *maker, const DocNode *list, const Inherited *outer,
            const PageStretch *stretch, unsigned index)
{
  Builder *builder = maker->builder;
  Inherited inner = *outer;
  g_autofree char *contents = g_strdup_printf(
      "%s %s", page_list_word(builder_lang(builder, list)), stretch->text);
  Span span;

  enter_role(maker, &inner, ROLE_LINK, NULL);
  inner.link = flow_target_new(builder->flow, NULL, stretch->target, contents);
  span = span_of(&inner, list);
  span.source_offset = index * PAGE_LIST_STEP;
  paragraph_add(maker->paragraph, &span, stretch->text, -1);
}

/* "3, 12–14": see doc/page_list.h.  What has no page here says nothing. */
static void
add_page_list(const Maker *maker, const DocNode *node, const Inherited *outer)
{
  StyleElement element;
  Inherited inner = enter(maker, outer, &element, "pageref", node->class_name);
  g_autoptr(GPtrArray) stretches =
      page_list_stretches(node, page_of, maker->builder);
  Span between = span_of(&inner, NULL);

  if (stretches->len > 0)
    paragraph_add(maker->paragraph, &between, page_list_lead(node), -1);
  for (guint i = 0; i < stretches->len; i++) {
    if (i > 0)
      paragraph_add(maker->paragraph, &between, ", ", -1);
    add_stretch(maker, node, &inner, g_ptr_array_index(stretches, i), i);
  }
}

static void
add_break(const Maker *maker, const DocNode *node, const Inherited *inherited)
{
  Span span = span_of(inherited, NULL);

  /* A forced line end is U+2028; an ordinary one is a space. */
  paragraph_add(maker->paragraph, &span,
                node->kind == DOC_HARD_BREAK ? "\xe2\x80\xa8" : " ", -1);
}

/* Kinds that only change the style, by the element that names it. */
static const char *const styled[DOC_KIND_COUNT] = {
  [DOC_EMPHASIS] = "em",     [DOC_STRONG] = "strong", [DOC_STRIKE] = "s",
  [DOC_SUPERSCRIPT] = "sup", [DOC_SUBSCRIPT] = "sub", [DOC_KEYBOARD] = "kbd",
  [DOC_SPAN] = "span",
};

typedef void (*InlineFunc)(const Maker *maker, const DocNode *node,
                           const Inherited *inherited);

static const InlineFunc inline_makers[DOC_KIND_COUNT] = {
  [DOC_TEXT] = add_text,         [DOC_SOFT_BREAK] = add_break,
  [DOC_HARD_BREAK] = add_break,  [DOC_CODE] = add_code,
  [DOC_LINK] = add_link,         [DOC_IMAGE] = add_image,
  [DOC_NOTE_REF] = add_note_ref, [DOC_PAGE_REF] = add_page_ref,
};

static void
add_inline(const Maker *maker, const DocNode *node, const Inherited *inherited)
{
  guint first = maker->paragraph->spans->len;

  if (page_list_is(node))
    add_page_list(maker, node, inherited);
  else if (styled[node->kind] != NULL)
    add_styled(maker, node, inherited, styled[node->kind]);
  else if (inline_makers[node->kind] != NULL)
    inline_makers[node->kind](maker, node, inherited);
  else
    g_return_if_reached();
  if (node->id != NULL && first < maker->paragraph->spans->len)
    g_array_index(maker->paragraph->spans, Span, first).anchor = node->id;
}

static void
add_children(const Maker *maker, const DocNode *parent,
             const Inherited *inherited)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next)
    add_inline(maker, node, inherited);
}

void
builder_inlines(Builder *builder, Paragraph *paragraph, const DocNode *parent,
                const StyleElement *element, const Style *style, int node)
{
  Maker maker = { builder, paragraph };
  Inherited inherited = { element, style, node, -1, false };

  add_children(&maker, parent, &inherited);
}

void
builder_text(Builder *builder, Paragraph *paragraph, const char *text,
             const Style *style, int node)
{
  Span span = { .style = style, .node = node, .link = -1 };

  (void)builder;
  add_plain(paragraph, &span, text, strlen(text));
}
