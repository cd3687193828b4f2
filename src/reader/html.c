/* reader/html.c -- HTML in: a fragment of an article, or a page. */
/* SPDX-License-Identifier: MIT */

#include "reader/html.h"

#include "reader/html_guard.h"
#include "reader/html_node.h"
#include "reader/prescan.h"

#include <string.h>

/* Text in, text out: whatever the parser made of the tags. */
static void
check_count(ReaderContext *context, guint64 expected, const DocNode *first,
            DocPos pos)
{
  guint64 count = 0;

  for (const DocNode *node = first; node != NULL; node = node->next)
    count += html_guard_count_tree(node);
  if (count < expected)
    diag_report(context->diag, DIAG_ERROR, reader_context_pos(context, pos),
                "html-text-lost",
                "%" G_GUINT64_FORMAT " letters of this HTML would be lost; "
                "write it in Markdown, or with fewer tags",
                expected - count);
}

static void
read_body(ReaderContext *context, DocNode *parent, xmlNode *body, DocPos pos)
{
  HtmlReader html = { .context = context, .line = pos.line, .space = true };

  html_block_read_all(&html, parent, body->children);
}

void
html_read_fragment(ReaderContext *context, DocNode *parent, const char *text,
                   gsize length, DocPos pos)
{
  DocNode *before = parent->last;
  xmlDoc *tree = html_node_parse(context, text, length, pos);
  xmlNode *body;

  if (tree == NULL)
    return;
  html_guard_report_dropped(context, text, length, pos, false);
  body = html_node_find(xmlDocGetRootElement(tree), "body");
  if (body != NULL)
    read_body(context, parent, body, pos);
  xmlFreeDoc(tree);
  check_count(context, html_guard_count_source(text, length),
              before != NULL ? before->next : parent->first, pos);
}

void
html_read_page(ReaderContext *context, const char *text, gsize length)
{
  DocNode *root = doc_root_mutable(context->doc);
  DocPos pos = { context->input->first_line, 1 };
  xmlDoc *tree = html_node_parse(context, text, length, pos);
  xmlNode *page;
  xmlNode *body;

  if (tree == NULL)
    return;
  html_guard_report_dropped(context, text, length, pos, true);
  page = xmlDocGetRootElement(tree);
  body = html_node_find(page, "body");
  if (body != NULL)
    read_body(context, root, body, pos);
  xmlFreeDoc(tree);
  check_count(context, html_guard_count_source(text, length), root->first, pos);
}

Doc *
reader_html_read(const ReaderInput *input, Diag *diag)
{
  ReaderContext context = { .input = input, .diag = diag };

  g_return_val_if_fail(input != NULL && diag != NULL, NULL);

  if (!reader_prescan_text(input, diag))
    return NULL;
  context.doc = doc_new(input->source);
  html_read_page(&context, input->text, input->length);
  reader_context_check(&context);
  return context.doc;
}
