/* reader/markdown.c -- Markdown in: libcmark-gfm parses, we keep what it says.
 */
/* SPDX-License-Identifier: MIT */

#include "reader/markdown.h"

#include "reader/prescan.h"

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
