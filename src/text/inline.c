/* text/inline.c -- words, links and pictures as plain text. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_list.h"
#include "text/writer.h"

#include <string.h>

/* The word is the book's, for the label is no part of the text around it. */
void
text_writer_label(TextWriter *writer, const char *label)
{
  g_string_append_printf(writer->lines->words, "[%s\u00a0%s] ",
                         page_list_word(writer->book->lang), label);
}

void
text_writer_pages(TextWriter *writer, const DocNode *node, gsize from, gsize to)
{
  for (unsigned i = 0; i < text_pages_count(writer->pages, node); i++) {
    gsize offset = text_pages_offset(writer->pages, node, i);

    if (offset >= from && offset < to)
      text_writer_label(writer, text_pages_label(writer->pages, node, i));
  }
}

void
text_inline_write_children(TextWriter *writer, const DocNode *node)
{
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    text_inline_write(writer, child);
}

/* Line ends and tabs of the source are spaces. */
static void
append_text(TextWriter *writer, const char *text, gsize length)
{
  g_autofree char *part = g_strndup(text, length);

  g_string_append(writer->lines->words, g_strdelimit(part, "\n\t", ' '));
}

static void
write_text(TextWriter *writer, const DocNode *node)
{
  const char *text = node->as.text;
  gsize at = 0;

  for (unsigned i = 0; i < text_pages_count(writer->pages, node); i++) {
    gsize next = MAX(at, text_pages_offset(writer->pages, node, i));

    append_text(writer, text + at, next - at);
    text_writer_label(writer, text_pages_label(writer->pages, node, i));
    at = next;
  }
  append_text(writer, text + at, strlen(text + at));
}

/* --- links --- */

static bool
says_address(const DocNode *link)
{
  g_autofree char *words = doc_node_plain_text(link);
  const char *address = link->as.link.target;
  const char *bare = strchr(address, ':');

  if (g_str_has_prefix(address, "tel:"))
    return true; /* the number is in the words: pass/helplines.c */
  if (bare != NULL)
    bare += 1 + strspn(bare + 1, "/");
  return strstr(words, address) != NULL ||
         (bare != NULL && strstr(words, bare) != NULL);
}

static void
write_link(TextWriter *writer, const DocNode *node)
{
  text_inline_write_children(writer, node);
  if (node->as.link.kind == DOC_LINK_EXTERNAL && !says_address(node))
    g_string_append_printf(writer->lines->words, " <%s>", node->as.link.target);
}

static void
write_page_reference(TextWriter *writer, const DocNode *node)
{
  const char *label = text_pages_find(writer->pages, node->as.link.target);

  text_writer_pages(writer, node, 0, DOC_PAGE_REF_NUMBER);
  text_inline_write_children(writer, node);
  text_writer_pages(writer, node, DOC_PAGE_REF_NUMBER, G_MAXSIZE);
  if (label != NULL)
    g_string_append_printf(writer->lines->words, " (%s\u00a0%s)",
                           page_list_word(doc_node_lang(node)), label);
}

static const char *
label_of(const char *id, gpointer data)
{
  return text_pages_find(data, id);
}

static void
write_page_list(TextWriter *writer, const DocNode *node)
{
  g_autoptr(GPtrArray) stretches =
      page_list_stretches(node, label_of, writer->pages);
  GString *words = writer->lines->words;

  if (stretches->len > 0)
    g_string_append(words, page_list_lead(node));
  for (guint i = 0; i < stretches->len; i++) {
    const PageStretch *stretch = g_ptr_array_index(stretches, i);

    if (i > 0)
      g_string_append(words, ", ");
    text_writer_pages(writer, node, (gsize)i * PAGE_LIST_STEP,
                      (gsize)(i + 1) * PAGE_LIST_STEP);
    g_string_append(words, stretch->text);
  }
}

/* --- others --- */

static void
write_image(TextWriter *writer, const DocNode *node)
{
  if (node->as.image.decorative)
    return;
  g_string_append_c(writer->lines->words, '(');
  text_inline_write_children(writer, node);
  g_string_append_c(writer->lines->words, ')');
}

static void
write_note_reference(TextWriter *writer, const DocNode *node)
{
  if (node->as.note_ref.note != NULL)
    g_string_append_printf(writer->lines->words, "*%u",
                           node->as.note_ref.note->as.note.number);
}

static void
write_break(TextWriter *writer, const DocNode *node)
{
  g_string_append(writer->lines->words,
                  node->kind == DOC_HARD_BREAK ? "\u2028" : " ");
}

/* What bold type says on paper ("Warning"), a colon says here. */
static void
write_span(TextWriter *writer, const DocNode *node)
{
  GString *words = writer->lines->words;

  if (page_list_is(node)) {
    write_page_list(writer, node);
    return;
  }
  if (doc_node_has_class(node, "address"))
    return; /* the whole address stands there */
  text_inline_write_children(writer, node);
  if (doc_node_has_class(node, "label") && words->len > 0 &&
      g_unichar_isalnum(
          g_utf8_get_char(g_utf8_prev_char(words->str + words->len))))
    g_string_append_c(words, ':');
}

typedef void (*WriteFunc)(TextWriter *writer, const DocNode *node);

static const WriteFunc kinds[DOC_KIND_COUNT] = {
  [DOC_TEXT] = write_text,
  [DOC_SOFT_BREAK] = write_break,
  [DOC_HARD_BREAK] = write_break,
  [DOC_CODE] = write_text,
  [DOC_EMPHASIS] = text_inline_write_children,
  [DOC_STRONG] = text_inline_write_children,
  [DOC_STRIKE] = text_inline_write_children,
  [DOC_SUPERSCRIPT] = text_inline_write_children,
  [DOC_SUBSCRIPT] = text_inline_write_children,
  [DOC_KEYBOARD] = text_inline_write_children,
  [DOC_SPAN] = write_span,
  [DOC_LINK] = write_link,
  [DOC_IMAGE] = write_image,
  [DOC_NOTE_REF] = write_note_reference,
  [DOC_PAGE_REF] = write_page_reference,
};

void
text_inline_write(TextWriter *writer, const DocNode *node)
{
  bool places_pages = doc_kind_has_text(node->kind) ||
                      node->kind == DOC_PAGE_REF || page_list_is(node);

  g_return_if_fail(kinds[node->kind] != NULL);
  if (!places_pages)
    text_writer_pages(writer, node, 0, G_MAXSIZE);
  kinds[node->kind](writer, node);
}
