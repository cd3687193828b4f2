/* text/block.c -- paragraphs, lists and callouts as plain text. */
/* SPDX-License-Identifier: MIT */

#include "text/writer.h"

#include <string.h>

gsize
text_block_indent(TextWriter *writer, const char *mark)
{
  TextLines *lines = writer->lines;
  gsize before = lines->prefix->len;

  g_free(lines->mark);
  lines->mark = g_strdup(mark);
  for (glong i = g_utf8_strlen(mark, -1); i > 0; i--)
    g_string_append_c(lines->prefix, ' ');
  return before;
}

void
text_block_outdent(TextWriter *writer, gsize length)
{
  g_string_truncate(writer->lines->prefix, length);
  g_clear_pointer(&writer->lines->mark, g_free);
}

/* The first block of an item follows its mark; a paragraph that begins a page
 * says so first. */
static void
write_paragraph(TextWriter *writer, const DocNode *node)
{
  text_writer_pages(writer, node, 0, G_MAXSIZE);
  text_inline_write_children(writer, node);
  text_lines_flush(writer->lines);
}

static void
write_heading(TextWriter *writer, const DocNode *node)
{
  text_writer_pages(writer, node, 0, G_MAXSIZE);
  text_inline_write_children(writer, node);
  text_lines_gap(writer->lines);
  if (node->as.level <= 2)
    text_lines_flush_title(writer->lines, '-');
  else
    text_lines_flush(writer->lines);
}

static void
write_container(TextWriter *writer, const DocNode *node)
{
  text_writer_pages(writer, node, 0, G_MAXSIZE);
  text_block_write_children(writer, node);
}

/* --- what stands in from the left --- */

static void
write_inset(TextWriter *writer, const DocNode *node, const char *bar)
{
  GString *prefix = writer->lines->prefix;
  gsize before = prefix->len;

  text_writer_pages(writer, node, 0, G_MAXSIZE);
  text_lines_flush(writer->lines);
  text_lines_gap(writer->lines);
  writer->lines->tight = true;
  g_string_append(prefix, bar);
  text_block_write_children(writer, node);
  g_string_truncate(prefix, before);
}

static void
write_quote(TextWriter *writer, const DocNode *node)
{
  write_inset(writer, node, "    ");
}

static void
write_callout(TextWriter *writer, const DocNode *node)
{
  write_inset(writer, node, "| ");
}

static void
write_code_block(TextWriter *writer, const DocNode *node)
{
  const char *line = node->as.text;
  gsize before;

  text_writer_pages(writer, node, 0, G_MAXSIZE);
  text_lines_flush(writer->lines);
  text_lines_gap(writer->lines);
  before = text_block_indent(writer, "    ");
  while (*line != '\0') {
    gsize length = strcspn(line, "\n");

    text_lines_verbatim(writer->lines, line, length);
    line += length + (line[length] == '\n');
  }
  text_block_outdent(writer, before);
}

static void
write_rule(TextWriter *writer, const DocNode *node)
{
  text_writer_pages(writer, node, 0, G_MAXSIZE);
  g_string_append(writer->lines->words, "* * *");
  text_lines_flush(writer->lines);
}

/* --- lists --- */

static char *
mark_of(const DocNode *list, const DocNode *item, unsigned number)
{
  switch (item->as.task) {
  case DOC_TASK_OPEN:
    return g_strdup("[ ] ");
  case DOC_TASK_DONE:
    return g_strdup("[x] ");
  case DOC_TASK_NONE:
    break;
  }
  return list->as.list.ordered ? g_strdup_printf("%u. ", number)
                               : g_strdup("- ");
}

static void
write_list(TextWriter *writer, const DocNode *node)
{
  unsigned number = node->as.list.start;
  bool tight = node->as.list.tight;

  text_writer_pages(writer, node, 0, G_MAXSIZE);
  for (const DocNode *item = node->first; item != NULL; item = item->next) {
    g_autofree char *mark = mark_of(node, item, number++);
    gsize before = text_block_indent(writer, mark);

    if (tight && (item->prev != NULL || node->parent->kind == DOC_ITEM))
      writer->lines->tight = true;
    text_writer_pages(writer, item, 0, G_MAXSIZE);
    text_block_write_children(writer, item);
    text_block_outdent(writer, before);
  }
}

static void
write_definition(TextWriter *writer, const DocNode *node)
{
  gsize before = text_block_indent(writer, "    ");

  writer->lines->tight = true;
  write_container(writer, node);
  text_block_outdent(writer, before);
}

/* --- by kind --- */

/* text/text.c puts notes at the end of their article. */
static void
write_nothing(TextWriter *writer, const DocNode *node)
{
  (void)writer;
  (void)node;
}

typedef void (*WriteFunc)(TextWriter *writer, const DocNode *node);

static const WriteFunc kinds[DOC_KIND_COUNT] = {
  [DOC_DOCUMENT] = write_container,
  [DOC_SECTION] = write_container,
  [DOC_HEADING] = write_heading,
  [DOC_PARAGRAPH] = write_paragraph,
  [DOC_QUOTE] = write_quote,
  [DOC_CALLOUT] = write_callout,
  [DOC_LIST] = write_list,
  [DOC_TERM_LIST] = write_container,
  [DOC_TERM] = write_paragraph,
  [DOC_DEFINITION] = write_definition,
  [DOC_CODE_BLOCK] = write_code_block,
  [DOC_FIGURE] = write_container,
  [DOC_CAPTION] = write_paragraph,
  [DOC_TABLE] = text_table_write,
  [DOC_NOTE] = write_nothing,
  [DOC_RULE] = write_rule,
};

void
text_block_write(TextWriter *writer, const DocNode *node)
{
  g_return_if_fail(kinds[node->kind] != NULL);
  kinds[node->kind](writer, node);
}

void
text_block_write_children(TextWriter *writer, const DocNode *node)
{
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    text_block_write(writer, child);
}
