/* reader/markdown.c -- Markdown in: libcmark-gfm parses, we keep what it says.
 */
/* SPDX-License-Identifier: MIT */

#include "reader/markdown.h"

#include "reader/prescan.h"

#include <string.h>

static cmark_node *
parse(const ReaderInput *input)
{
  static const char *const extensions[] = { "table", "strikethrough",
                                            "tasklist" };
  cmark_parser *parser;
  cmark_node *root;

  cmark_gfm_core_extensions_ensure_registered();
  parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_FULL_INFO_STRING |
                            CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
  for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++)
    cmark_parser_attach_syntax_extension(
        parser, cmark_find_syntax_extension(extensions[i]));
  cmark_parser_feed(parser, input->text, input->length);
  root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

static int
width(cmark_node *node)
{
  return cmark_node_get_end_column(node) - cmark_node_get_start_column(node);
}

/* The text of "<https://e.org>", or NULL.  The parser counts such a link's
 * columns from the paragraph's start, and its text's from the line's. */
static cmark_node *
autolink_text(cmark_node *node)
{
  cmark_node *text = cmark_node_get_type(node) == CMARK_NODE_LINK
                         ? cmark_node_first_child(node)
                         : NULL;

  if (text == NULL || cmark_node_get_type(text) != CMARK_NODE_TEXT ||
      cmark_node_get_start_line(text) != cmark_node_get_start_line(node) ||
      width(node) != width(text) + 2)
    return NULL;
  return text;
}

static int
start_column(cmark_node *node)
{
  cmark_node *text = autolink_text(node);

  return text != NULL ? cmark_node_get_start_column(text) - 1
                      : cmark_node_get_start_column(node);
}

static int
column_behind(cmark_node *node)
{
  cmark_node *text = autolink_text(node);

  return text != NULL ? cmark_node_get_end_column(text) + 2
                      : cmark_node_get_end_column(node) + 1;
}

DocPos
markdown_pos(const Markdown *markdown, cmark_node *node, const DocNode *parent)
{
  unsigned offset = markdown->context.input->first_line - 1;
  cmark_node *before = cmark_node_previous(node);
  int line = cmark_node_get_start_line(node);
  int column = start_column(node);

  if (line <= 0 && before != NULL && cmark_node_get_end_line(before) > 0) {
    line = cmark_node_get_end_line(before);
    column = column_behind(before);
  }
  if (line <= 0)
    return parent->pos;
  return (DocPos){ (unsigned)line + offset, (unsigned)MAX(column, 1) };
}

char *
markdown_text(cmark_node *node)
{
  GString *text = g_string_new(NULL);
  cmark_iter *iter = cmark_iter_new(node);

  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    cmark_node *at = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(at);

    if (cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER)
      continue;
    bool begins = text->len > 0 && type < CMARK_NODE_TYPE_INLINE &&
                  text->str[text->len - 1] != ' ';
    if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
      continue;
    if (cmark_node_get_literal(at) != NULL)
      g_string_append(text, cmark_node_get_literal(at));
    else if (begins || type == CMARK_NODE_SOFTBREAK ||
             type == CMARK_NODE_LINEBREAK)
      g_string_append_c(text, ' ');
  }
  cmark_iter_free(iter);
  return g_string_free(text, FALSE);
}

const char *
markdown_line(const Markdown *markdown, cmark_node *node, gsize *length)
{
  int line = cmark_node_get_start_line(node);
  gsize start;

  if (line <= 0 || (guint)line >= markdown->lines->len)
    return NULL;
  start = g_array_index(markdown->lines, gsize, line - 1);
  *length = g_array_index(markdown->lines, gsize, line) - start;
  return markdown->context.input->text + start;
}

/* Lines as CommonMark has them: LF, CR LF, CR. */
static GArray *
find_lines(const ReaderInput *input)
{
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(gsize));
  gsize start = 0;

  g_array_append_val(lines, start);
  for (gsize i = 0; i < input->length; i++) {
    bool pair = input->text[i] == '\r' && i + 1 < input->length &&
                input->text[i + 1] == '\n';
    if (pair || (input->text[i] != '\n' && input->text[i] != '\r'))
      continue;
    start = i + 1;
    g_array_append_val(lines, start);
  }
  if (start < input->length)
    g_array_append_val(lines, input->length);
  return lines;
}

static void
read_tree(Markdown *markdown, cmark_node *root)
{
  markdown_notes_collect(markdown, root);
  markdown_blocks_read(markdown, doc_root_mutable(markdown->context.doc), root);
  markdown_notes_check(markdown);
}

Doc *
reader_markdown_read(const ReaderInput *input, Diag *diag)
{
  Markdown markdown = { .context = { .input = input, .diag = diag } };
  cmark_node *root;

  g_return_val_if_fail(input != NULL && diag != NULL, NULL);

  if (!reader_prescan_markdown(input, diag))
    return NULL;
  root = parse(input);
  markdown.context.doc = doc_new(input->source);
  markdown.note_labels = g_ptr_array_new_with_free_func(g_free);
  markdown.lines = find_lines(input);
  markdown.literal_lines = g_array_new(FALSE, TRUE, sizeof(bool));
  g_array_set_size(markdown.literal_lines, markdown.lines->len);
  read_tree(&markdown, root);
  g_ptr_array_unref(markdown.note_labels);
  g_array_unref(markdown.lines);
  g_array_unref(markdown.literal_lines);
  cmark_node_free(root);
  reader_context_check(&markdown.context);
  return markdown.context.doc;
}
