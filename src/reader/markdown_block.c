/* reader/markdown_block.c -- Markdown blocks: lists, quotes, code, headings. */
/* SPDX-License-Identifier: MIT */

#include "reader/html.h"
#include "reader/markdown.h"

#include <string.h>

static DocNode *
add(Markdown *markdown, DocNode *parent, DocKind kind, cmark_node *from)
{
  return reader_context_add(&markdown->context, parent, kind,
                            markdown_pos(markdown, from, parent));
}

static void
read_paragraph(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocNode *paragraph = add(markdown, parent, DOC_PARAGRAPH, from);

  markdown_inlines_read(markdown, paragraph, from);
  if (paragraph->first == NULL)
    doc_node_unlink(paragraph); /* it was a comment */
}

static void
read_heading(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocNode *heading = add(markdown, parent, DOC_HEADING, from);

  heading->as.level = (unsigned)cmark_node_get_heading_level(from);
  markdown_inlines_read(markdown, heading, from);
  if (heading->first != NULL)
    return;
  diag_report(markdown->context.diag, DIAG_WARNING,
              reader_context_pos(&markdown->context, heading->pos),
              "empty-heading",
              "this heading has no words and is left out; write it, or take "
              "away its # signs");
  doc_node_unlink(heading);
}

static void
read_quote(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  markdown_blocks_read(markdown, add(markdown, parent, DOC_QUOTE, from), from);
}

static void
read_list(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocNode *list = add(markdown, parent, DOC_LIST, from);

  list->as.list.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
  list->as.list.tight = cmark_node_get_list_tight(from);
  list->as.list.start = (unsigned)cmark_node_get_list_start(from);
  markdown_blocks_read(markdown, list, from);
}

static void
read_item(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  markdown_blocks_read(markdown, add(markdown, parent, DOC_ITEM, from), from);
}

static void
read_task(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocNode *item = add(markdown, parent, DOC_ITEM, from);

  item->as.task = cmark_gfm_extensions_get_tasklist_item_checked(from)
                      ? DOC_TASK_DONE
                      : DOC_TASK_OPEN;
  markdown_blocks_read(markdown, item, from);
}

static void
mark_literal(Markdown *markdown, cmark_node *from)
{
  int last = cmark_node_get_end_line(from);

  for (int line = cmark_node_get_start_line(from); line <= last; line++)
    if (line >= 1 && (guint)line <= markdown->literal_lines->len)
      g_array_index(markdown->literal_lines, bool, line - 1) = true;
}

/* "```rust,ignore" is in the language rust. */
static void
add_language(Markdown *markdown, DocNode *code, const char *info)
{
  gsize length = strspn(info, "abcdefghijklmnopqrstuvwxyz0123456789_+-"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  g_autofree char *name = NULL;

  if (length == 0)
    return;
  name = g_strdup_printf("language-%.*s", (int)length, info);
  doc_node_add_class(markdown->context.doc, code, name);
}

static void
read_code(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocPos pos = markdown_pos(markdown, from, parent);
  const char *literal = cmark_node_get_literal(from);
  g_autofree char *text =
      reader_context_clean(&markdown->context, literal, true, pos);
  DocNode *code;

  mark_literal(markdown, from);
  if (g_str_has_suffix(text, "\n"))
    text[strlen(text) - 1] = '\0';
  code = doc_node_new_text(markdown->context.doc, DOC_CODE_BLOCK, text, pos);
  add_language(markdown, code, cmark_node_get_fence_info(from));
  doc_node_append(parent, code);
}

static void
read_rule(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  add(markdown, parent, DOC_RULE, from);
}

static const struct {
  const char *type; /* as libcmark-gfm names it */
  void (*read)(Markdown *markdown, DocNode *parent, cmark_node *from);
} blocks[] = {
  { .type = "paragraph", .read = read_paragraph },
  { .type = "heading", .read = read_heading },
  { .type = "list", .read = read_list },
  { .type = "item", .read = read_item },
  { .type = "tasklist", .read = read_task },
  { .type = "block_quote", .read = read_quote },
  { .type = "code_block", .read = read_code },
  { .type = "table", .read = markdown_table_read },
  { .type = "thematic_break", .read = read_rule },
};

static void
read_note(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocNode *note = add(markdown, parent, DOC_NOTE, from);
  unsigned index = markdown->notes_read++;

  if (index < markdown->note_labels->len)
    note->as.note.label = doc_string(
        markdown->context.doc, g_ptr_array_index(markdown->note_labels, index));
  markdown_blocks_read(markdown, note, from);
}

/* What must stay what it is although nothing may be nested in it. */
static void
read_flat(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  g_autofree char *text = markdown_text(from);
  DocPos pos = markdown_pos(markdown, from, parent);

  if (!doc_kind_accepts(parent->kind, DOC_PARAGRAPH))
    parent = reader_context_add(&markdown->context, parent, DOC_ITEM, pos);
  parent = reader_context_add(&markdown->context, parent, DOC_PARAGRAPH, pos);
  reader_context_add_text(&markdown->context, parent, g_strstrip(text), pos);
  if (parent->first == NULL)
    doc_node_unlink(parent);
}

static void
read_block(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  const char *type = cmark_node_get_type_string(from);

  if (cmark_node_get_type(from) == CMARK_NODE_FOOTNOTE_DEFINITION) {
    read_note(markdown, parent, from);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(blocks); i++)
    if (strcmp(blocks[i].type, type) == 0) {
      blocks[i].read(markdown, parent, from);
      return;
    }
  g_return_if_reached();
}

void
markdown_blocks_read(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  HtmlFlow flow;

  html_flow_begin(&flow, &markdown->context, parent);
  for (cmark_node *node = cmark_node_first_child(from); node != NULL;
       node = cmark_node_next(node)) {
    DocNode *into = html_flow_parent(&flow);
    DocPos pos = markdown_pos(markdown, node, into);

    if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
      into = parent; /* notes stand outside of what was left open */
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
      mark_literal(markdown, node);
      html_flow_add(&flow, cmark_node_get_literal(node), pos);
    } else if (reader_context_is_full(&markdown->context, into, pos)) {
      read_flat(markdown, into, node);
    } else {
      read_block(markdown, into, node);
    }
  }
  html_flow_end(&flow);
}
