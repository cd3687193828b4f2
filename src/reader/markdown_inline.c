/* reader/markdown_inline.c -- Markdown inlines: text, emphasis, links. */
/* SPDX-License-Identifier: MIT */

#include "reader/html.h"
#include "reader/markdown.h"

#include <string.h>

static void
read_text(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  reader_context_add_text(&markdown->context, parent,
                          cmark_node_get_literal(from),
                          markdown_pos(markdown, from, parent));
}

static void
read_code(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocPos pos = markdown_pos(markdown, from, parent);
  g_autofree char *text = reader_context_clean(
      &markdown->context, cmark_node_get_literal(from), false, pos);

  doc_node_append(
      parent, doc_node_new_text(markdown->context.doc, DOC_CODE, text, pos));
}

static DocNode *
add(Markdown *markdown, DocNode *parent, DocKind kind, cmark_node *from)
{
  return reader_context_add(&markdown->context, parent, kind,
                            markdown_pos(markdown, from, parent));
}

static void
read_soft_break(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  add(markdown, parent, DOC_SOFT_BREAK, from);
}

static void
read_hard_break(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  add(markdown, parent, DOC_HARD_BREAK, from);
}

static void
read_emphasis(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  markdown_inlines_read(markdown, add(markdown, parent, DOC_EMPHASIS, from),
                        from);
}

static void
read_strong(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  markdown_inlines_read(markdown, add(markdown, parent, DOC_STRONG, from),
                        from);
}

static void
read_strike(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  markdown_inlines_read(markdown, add(markdown, parent, DOC_STRIKE, from),
                        from);
}

/* The parser says "no title" by an empty one. */
static void
set_link(Markdown *markdown, DocNode *node, cmark_node *from)
{
  const char *title = cmark_node_get_title(from);

  if (title != NULL && *title == '\0')
    title = NULL;
  doc_node_set_link(markdown->context.doc, node, cmark_node_get_url(from),
                    title);
}

static void
read_link(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocNode *link = add(markdown, parent, DOC_LINK, from);

  set_link(markdown, link, from);
  markdown_inlines_read(markdown, link, from);
}

/* An alternative text is read out, so only its words count. */
static void
read_image(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  DocNode *image = add(markdown, parent, DOC_IMAGE, from);
  g_autofree char *text = markdown_text(from);

  set_link(markdown, image, from);
  reader_context_add_text(&markdown->context, image, g_strstrip(text),
                          image->pos);
}

static void
read_note_ref(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  const char *literal = cmark_node_get_literal(from);
  guint64 number = g_ascii_strtoull(literal, NULL, 10);
  DocNode *ref = add(markdown, parent, DOC_NOTE_REF, from);

  if (number >= 1 && number <= markdown->note_labels->len)
    literal = g_ptr_array_index(markdown->note_labels, number - 1);
  ref->as.note_ref.label = doc_string(markdown->context.doc, literal);
}

static const struct {
  const char *type; /* as libcmark-gfm names it */
  void (*read)(Markdown *markdown, DocNode *parent, cmark_node *from);
} inlines[] = {
  { .type = "text", .read = read_text },
  { .type = "softbreak", .read = read_soft_break },
  { .type = "linebreak", .read = read_hard_break },
  { .type = "code", .read = read_code },
  { .type = "emph", .read = read_emphasis },
  { .type = "strong", .read = read_strong },
  { .type = "strikethrough", .read = read_strike },
  { .type = "link", .read = read_link },
  { .type = "image", .read = read_image },
};

static void
read_inline(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  const char *type = cmark_node_get_type_string(from);

  if (cmark_node_get_type(from) == CMARK_NODE_FOOTNOTE_REFERENCE) {
    read_note_ref(markdown, parent, from);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(inlines); i++)
    if (strcmp(inlines[i].type, type) == 0) {
      inlines[i].read(markdown, parent, from);
      return;
    }
  g_return_if_reached();
}

static void
read_flat(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  g_autofree char *text = markdown_text(from);

  reader_context_add_text(&markdown->context, parent, text,
                          markdown_pos(markdown, from, parent));
}

void
markdown_inlines_read(Markdown *markdown, DocNode *parent, cmark_node *from)
{
  HtmlSpans spans;

  html_spans_begin(&spans, &markdown->context, parent);
  for (cmark_node *node = cmark_node_first_child(from); node != NULL;
       node = cmark_node_next(node)) {
    DocNode *into = html_spans_parent(&spans);
    DocPos pos = markdown_pos(markdown, node, into);

    if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE)
      html_spans_add(&spans, cmark_node_get_literal(node), pos);
    else if (cmark_node_first_child(node) != NULL &&
             reader_context_is_full(&markdown->context, into, pos))
      read_flat(markdown, into, node);
    else
      read_inline(markdown, into, node);
  }
  html_spans_end(&spans);
}
