/* epub/block.c -- paragraphs, lists, callouts and figures as XHTML. */
/* SPDX-License-Identifier: MIT */

#include "epub/writer.h"

static void
open_element(EpubWriter *writer, const DocNode *node, const char *name,
             const char *extra)
{
  epub_xml_open(writer->xml, name);
  epub_writer_attributes(writer, node, extra);
}

static void
close_element(EpubWriter *writer)
{
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
}

static void
take_lead(EpubWriter *writer)
{
  if (writer->lead != NULL)
    epub_xml_text(writer->xml, writer->lead);
  writer->lead = NULL;
}

/* An element that holds words: pages that begin at it are marked inside. */
static void
write_words(EpubWriter *writer, const DocNode *node, const char *name,
            const char *extra)
{
  open_element(writer, node, name, extra);
  epub_writer_pages(writer, node, "span");
  take_lead(writer);
  epub_inline_write_children(writer, node);
  close_element(writer);
}

static void
write_blocks(EpubWriter *writer, const DocNode *node, const char *name)
{
  epub_writer_pages(writer, node, "div");
  open_element(writer, node, name, NULL);
  epub_xml_line(writer->xml);
  epub_block_write_children(writer, node);
  close_element(writer);
}

/* Of a tight list: the item itself is the paragraph.  An id or a class still
 * needs an element, and two paragraphs must not run together. */
static void
write_tight_paragraph(EpubWriter *writer, const DocNode *node)
{
  if (node->id != NULL || node->class_name != NULL || node->lang != NULL ||
      (node->prev != NULL && node->prev->kind == DOC_PARAGRAPH)) {
    write_words(writer, node, "p", NULL);
    return;
  }
  epub_writer_pages(writer, node, "span");
  take_lead(writer);
  epub_inline_write_children(writer, node);
}

static void
write_paragraph(EpubWriter *writer, const DocNode *node)
{
  if (writer->tight)
    write_tight_paragraph(writer, node);
  else
    write_words(writer, node, "p", NULL);
}

/* h1 is the article's title. */
static void
write_heading(EpubWriter *writer, const DocNode *node)
{
  const char name[] = { 'h', (char)('0' + CLAMP(node->as.level, 2, 6)), '\0' };

  write_words(writer, node, name, NULL);
}

/* role note: an aside by itself would be a landmark, one too many each. */
static void
write_callout(EpubWriter *writer, const DocNode *node)
{
  g_autofree char *extra =
      g_strconcat("callout ", doc_callout_name(node->as.callout), NULL);

  epub_writer_pages(writer, node, "div");
  open_element(writer, node, "aside", extra);
  epub_xml_attribute(writer->xml, "role", "note");
  epub_xml_line(writer->xml);
  epub_block_write_children(writer, node);
  close_element(writer);
}

/* --- lists --- */

static const char *
task_text(DocTask task)
{
  switch (task) {
  case DOC_TASK_NONE:
    return NULL;
  case DOC_TASK_OPEN:
    return "\u2610\u00a0"; /* ballot box */
  case DOC_TASK_DONE:
    return "\u2611\u00a0"; /* ballot box with check */
  }
  g_return_val_if_reached(NULL);
}

static bool
has_tasks(const DocNode *list)
{
  for (const DocNode *item = list->first; item != NULL; item = item->next)
    if (item->as.task != DOC_TASK_NONE)
      return true;
  return false;
}

static void
write_item(EpubWriter *writer, const DocNode *node)
{
  open_element(writer, node, "li", NULL);
  epub_writer_pages(writer, node, writer->tight ? "span" : "div");
  writer->lead = task_text(node->as.task);
  if (node->first == NULL || node->first->kind != DOC_PARAGRAPH)
    take_lead(writer);
  epub_block_write_children(writer, node);
  close_element(writer);
}

static void
write_list(EpubWriter *writer, const DocNode *node)
{
  const DocList *list = &node->as.list;
  bool outer = writer->tight;

  epub_writer_pages(writer, node, "div");
  open_element(writer, node, list->ordered ? "ol" : "ul",
               has_tasks(node) ? "tasks" : NULL);
  if (list->ordered && list->start != 1) {
    g_autofree char *start = g_strdup_printf("%u", list->start);
    epub_xml_attribute(writer->xml, "start", start);
  }
  epub_xml_line(writer->xml);
  writer->tight = list->tight;
  epub_block_write_children(writer, node);
  writer->tight = outer;
  close_element(writer);
}

/* --- definitions --- */

/* A div holds a term and what it means: a pop-up then shows both. */
static void
write_term_list(EpubWriter *writer, const DocNode *node)
{
  bool open = false;

  epub_writer_pages(writer, node, "div");
  open_element(writer, node, "dl", NULL);
  epub_xml_line(writer->xml);
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    bool begins = child->kind == DOC_TERM &&
                  (child->prev == NULL || child->prev->kind != DOC_TERM);
    if (begins && open)
      close_element(writer);
    if (begins || !open)
      open_element(writer, child, "div", NULL);
    open = true;
    epub_block_write(writer, child);
  }
  if (open)
    close_element(writer);
  close_element(writer);
}

/* The first term's id and classes stand on the div around it. */
static void
write_term(EpubWriter *writer, const DocNode *node)
{
  epub_xml_open(writer->xml, "dt");
  if (node->prev != NULL && node->prev->kind == DOC_TERM)
    epub_writer_attributes(writer, node, NULL);
  epub_writer_pages(writer, node, "span");
  epub_inline_write_children(writer, node);
  close_element(writer);
}

static void
write_definition(EpubWriter *writer, const DocNode *node)
{
  open_element(writer, node, "dd", NULL);
  epub_writer_pages(writer, node, "div");
  epub_block_write_children(writer, node);
  close_element(writer);
}

/* --- code, figures, rules --- */

static void
write_code_block(EpubWriter *writer, const DocNode *node)
{
  open_element(writer, node, "pre", NULL);
  if (writer->direction == META_RTL)
    epub_xml_attribute(writer->xml, "dir", "ltr");
  epub_xml_open(writer->xml, "code");
  epub_writer_text(writer, node);
  epub_xml_close(writer->xml);
  close_element(writer);
}

static const DocNode *
find_child(const DocNode *node, DocKind kind)
{
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    if (child->kind == kind)
      return child;
  return NULL;
}

static void
write_children_of_kind(EpubWriter *writer, const DocNode *node, bool captions)
{
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    if ((child->kind == DOC_CAPTION) == captions)
      epub_block_write(writer, child);
}

/* MuPDF moves figcaption and caption away from their place, so a caption is a
 * paragraph that the figure names; a table's stands before it. */
static void
write_figure(EpubWriter *writer, const DocNode *node)
{
  const DocNode *caption = find_child(node, DOC_CAPTION);
  bool table = find_child(node, DOC_TABLE) != NULL;

  epub_writer_pages(writer, node, "div");
  open_element(writer, node, table ? "div" : "figure", table ? "figure" : NULL);
  if (caption != NULL && !table)
    epub_xml_attribute(writer->xml, "aria-labelledby",
                       epub_writer_anchor(writer, caption));
  epub_xml_line(writer->xml);
  if (caption != NULL && table)
    writer->caption = g_hash_table_lookup(writer->plan->places, caption);
  write_children_of_kind(writer, node, table);
  write_children_of_kind(writer, node, !table);
  writer->caption = NULL;
  close_element(writer);
}

static void
write_caption(EpubWriter *writer, const DocNode *node)
{
  write_words(writer, node, "p", "caption");
}

static void
write_rule(EpubWriter *writer, const DocNode *node)
{
  epub_writer_pages(writer, node, "div");
  open_element(writer, node, "hr", NULL);
  epub_xml_close_empty(writer->xml);
  epub_xml_line(writer->xml);
}

void
epub_block_write_children(EpubWriter *writer, const DocNode *node)
{
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    epub_block_write(writer, child);
}

static void
write_section(EpubWriter *writer, const DocNode *node)
{
  write_blocks(writer, node, "section");
}

static void
write_quote(EpubWriter *writer, const DocNode *node)
{
  write_blocks(writer, node, "blockquote");
}

/* epub/article.c puts notes at the end of their file. */
static void
write_nothing(EpubWriter *writer, const DocNode *node)
{
  (void)writer;
  (void)node;
}

/* loose: paragraphs inside are paragraphs again, also in a tight item. */
static const struct {
  void (*write)(EpubWriter *writer, const DocNode *node);
  bool loose;
} kinds[DOC_KIND_COUNT] = {
  [DOC_DOCUMENT] = { epub_block_write_children, true },
  [DOC_SECTION] = { write_section, true },
  [DOC_HEADING] = { write_heading, false },
  [DOC_PARAGRAPH] = { write_paragraph, false },
  [DOC_QUOTE] = { write_quote, true },
  [DOC_CALLOUT] = { write_callout, true },
  [DOC_LIST] = { write_list, false },
  [DOC_ITEM] = { write_item, false },
  [DOC_TERM_LIST] = { write_term_list, true },
  [DOC_TERM] = { write_term, false },
  [DOC_DEFINITION] = { write_definition, false },
  [DOC_CODE_BLOCK] = { write_code_block, false },
  [DOC_FIGURE] = { write_figure, true },
  [DOC_CAPTION] = { write_caption, false },
  [DOC_TABLE] = { epub_table_write, false },
  [DOC_NOTE] = { write_nothing, false },
  [DOC_RULE] = { write_rule, false },
};

void
epub_block_write(EpubWriter *writer, const DocNode *node)
{
  bool outer = writer->tight;

  g_return_if_fail(kinds[node->kind].write != NULL);
  if (kinds[node->kind].loose)
    writer->tight = false;
  kinds[node->kind].write(writer, node);
  writer->tight = outer;
}
