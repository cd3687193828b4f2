/* layout/block.c -- blocks of the tree become slices: dispatch and the simple
 * kinds. */
/* SPDX-License-Identifier: MIT */

#include "layout/balance.h"
#include "layout/builder.h"
#include "layout/listing.h"
#include "layout/side.h"

#include <string.h>

static Paragraph *
new_paragraph(const Builder *builder, const DocNode *node)
{
  return paragraph_new(builder->style, builder_lang(builder, node),
                       builder->rtl);
}

/* A block of inlines: enters its own style, sets it, leaves. */
static ParagraphSet
set_inlines(Builder *builder, const DocNode *node, const char *name,
            const char *classes, Role role)
{
  BuilderSaved saved;
  g_autoptr(Paragraph) paragraph = NULL;
  ParagraphSet set;

  builder_enter(builder, &saved, name, classes, role);
  paragraph = new_paragraph(builder, node);
  builder_inlines(builder, paragraph, node, builder->element, builder->style,
                  builder->node);
  balance_container(builder, paragraph);
  set = builder_set(builder, &paragraph);
  builder_leave(builder, &saved);
  return set;
}

static const char *
classes_of(const DocNode *node, const char *word, char **owned)
{
  if (word == NULL)
    return node->class_name;
  if (node->class_name == NULL)
    return word;
  return *owned = g_strconcat(node->class_name, " ", word, NULL);
}

static void
make_paragraph(Builder *builder, const DocNode *node)
{
  g_autofree char *owned = NULL;
  const char *classes =
      classes_of(node, builder->first ? "first" : NULL, &owned);

  builder->first = false;
  set_inlines(builder, node, "p", classes, ROLE_P);
}

/* The article's title is H1, so a heading of level 2 follows it. */
static Role
heading_role(unsigned level)
{
  return (Role)(ROLE_H1 + CLAMP(level, 1, 6) - 1);
}

static void
make_heading(Builder *builder, const DocNode *node)
{
  char name[] = "h2";
  g_autofree char *title = doc_node_plain_text(node);
  FlowHeading heading = { .level = node->as.level };

  name[1] = (char)('0' + CLAMP(node->as.level, 1, 6));
  heading.title = layout_strdup(builder->flow->document, title);
  heading.slice = builder->slices->len;
  builder_anchor(builder, node->id);
  set_inlines(builder, node, name, node->class_name,
              heading_role(node->as.level));
  if (builder_in_text(builder) && builder->slices->len > heading.slice)
    flow_slice(builder->slices, heading.slice)->flex = true;
  if (builder->slices->len > heading.slice &&
      builder->slices == builder->flow->slices)
    g_array_append_val(builder->flow->headings, heading);
  builder->first = true;
}

static void
make_section(Builder *builder, const DocNode *node)
{
  int parent = builder->node;

  builder_anchor(builder, node->id);
  builder->node = flow_node_new(builder->flow, parent, ROLE_SECT);
  builder_blocks(builder, node);
  builder->node = parent;
}

static void
make_container(Builder *builder, const DocNode *node, const char *name,
               const char *classes, Role role)
{
  BuilderSaved saved;

  builder_anchor(builder, node->id);
  builder_enter(builder, &saved, name, classes, role);
  builder->first = true;
  builder_blocks(builder, node);
  builder_leave(builder, &saved);
  builder->first = true; /* what goes on behind a block is not indented */
}

static void
make_callout(Builder *builder, const DocNode *node)
{
  g_autofree char *owned = NULL;

  make_container(builder, node, "callout",
                 classes_of(node, doc_callout_name(node->as.callout), &owned),
                 ROLE_DIV);
}

/* --- rules, terms --- */

static void
make_rule(Builder *builder, const DocNode *node)
{
  BuilderSaved saved;
  const StyleBorder *border;
  double width;

  builder_enter(builder, &saved, "hr", node->class_name, ROLE_COUNT);
  border = &builder->style->border[STYLE_TOP];
  width = builder->style->width > 0 ? builder->style->width : builder->width;
  builder_slice(builder, builder->style->line_height);
  builder_rule(builder, builder->x, builder->style->line_height / 2, width,
               MAX(border->width, 0.5), border->color);
  builder_close(builder);
  saved.framed = false;
  builder_leave(builder, &saved);
}

/* A definition list is an L whose items hold term and definition. */
static void
make_terms(Builder *builder, const DocNode *node)
{
  BuilderSaved saved;
  int list, item = -1;

  builder_anchor(builder, node->id);
  builder_enter(builder, &saved, "dl", node->class_name, ROLE_L);
  list = builder->node;
  flow_node(builder->flow, list)->numbering = "None";
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    bool term = child->kind == DOC_TERM;

    if (item < 0 ||
        (term && child->prev != NULL && child->prev->kind == DOC_DEFINITION))
      item = flow_node_new(builder->flow, list, ROLE_LI);
    builder->node = item;
    if (term) {
      builder_anchor(builder, child->id);
      set_inlines(builder, child, "dt", child->class_name, ROLE_LBL);
    } else {
      make_container(builder, child, "dd", child->class_name, ROLE_LBODY);
    }
  }
  builder_leave(builder, &saved);
}

static void
make_caption(Builder *builder, const DocNode *node)
{
  set_inlines(builder, node, "figcaption", node->class_name, ROLE_CAPTION);
}

static void
make_quote(Builder *builder, const DocNode *node)
{
  make_container(builder, node, "blockquote", node->class_name,
                 ROLE_BLOCKQUOTE);
}

typedef void (*BlockFunc)(Builder *builder, const DocNode *node);

static const BlockFunc block_makers[DOC_KIND_COUNT] = {
  [DOC_SECTION] = make_section,     [DOC_HEADING] = make_heading,
  [DOC_PARAGRAPH] = make_paragraph, [DOC_QUOTE] = make_quote,
  [DOC_CALLOUT] = make_callout,     [DOC_LIST] = builder_list,
  [DOC_TERM_LIST] = make_terms,     [DOC_CODE_BLOCK] = listing_make,
  [DOC_FIGURE] = builder_figure,    [DOC_CAPTION] = make_caption,
  [DOC_TABLE] = builder_table,      [DOC_NOTE] = builder_note,
  [DOC_RULE] = make_rule,
};

/* Headings and text do not share their space with what follows. */
static bool
interrupts_text(const DocNode *node)
{
  return node->kind != DOC_SECTION && node->kind != DOC_HEADING &&
         node->kind != DOC_PARAGRAPH && node->kind != DOC_NOTE;
}

/* --- what keeps together --- */

static bool
leads_in(const DocNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL || node->kind != DOC_PARAGRAPH)
    return false;
  text = doc_node_plain_text(node);
  return g_str_has_suffix(g_strchomp(text), ":");
}

/* One line of text, whatever variant of it is taken but the longer one. */
static bool
is_one_line(const Builder *builder, guint32 first)
{
  guint32 lines = 0;

  for (guint32 i = first; i < builder->slices->len; i++)
    lines += !flow_slice(builder->slices, i)->unused;
  return lines == 1;
}

/* "As follows:" stands with what follows, and the one line that ends a section
 * does not stand alone on a page, where the pages allow it. */
static void
keep(Builder *builder, const DocNode *node, guint32 first)
{
  FlowSlice *slice;

  if (first >= builder->slices->len)
    return;
  slice = flow_slice(builder->slices, first);
  if (slice->before != FLOW_BREAK_ALLOWED)
    return;
  if ((interrupts_text(node) && leads_in(node->prev)) ||
      (node->kind == DOC_PARAGRAPH && node->prev != NULL &&
       (node->next == NULL || node->next->kind == DOC_SECTION) &&
       is_one_line(builder, first)))
    slice->penalty = BUILDER_PARTED;
}

void
builder_block(Builder *builder, const DocNode *node)
{
  bool outermost = builder_in_text(builder);
  guint32 first = builder->slices->len;

  g_return_if_fail(block_makers[node->kind] != NULL);
  block_makers[node->kind](builder, node);
  keep(builder, node, first);
  if (interrupts_text(node))
    builder->first = true; /* what goes on behind it is not indented */
  if (outermost && interrupts_text(node) && builder->slices->len > first)
    builder->block = first + 1;
}

void
builder_blocks(Builder *builder, const DocNode *parent)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    if (side_hangs(builder, node)) {
      side_make(builder, node);
      node = node->next;
    } else {
      builder_block(builder, node);
    }
  }
}

ParagraphSet
builder_own(Builder *builder, const char *name, const char *classes, Role role,
            const char *text)
{
  BuilderSaved saved;
  g_autoptr(Paragraph) paragraph = NULL;
  ParagraphSet set;

  builder_enter(builder, &saved, name, classes, role);
  paragraph = new_paragraph(builder, NULL);
  builder_text(builder, paragraph, text, builder->style, builder->node);
  balance_container(builder, paragraph);
  set = builder_set(builder, &paragraph);
  builder_leave(builder, &saved);
  return set;
}
