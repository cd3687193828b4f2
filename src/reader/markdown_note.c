/* reader/markdown_note.c -- footnotes that the parser would lose.
 *
 * libcmark-gfm drops a definition that nothing refers to, and of two with one
 * label the second, and it makes text of a reference without definition.  The
 * lines of the source tell. */
/* SPDX-License-Identifier: MIT */

#include "reader/markdown.h"

#include <string.h>

/* "[^label]:" at the start of a line, behind quote signs and up to three
 * spaces; NULL if there is none.  (transfer full) */
static char *
definition_label(const char *line, gsize length, gsize *column)
{
  const char *end = line + length;
  const char *at = line;
  const char *close;
  unsigned spaces = 0;

  for (; at < end && (*at == ' ' || *at == '>'); at++)
    spaces = *at == ' ' ? spaces + 1 : 0;
  if (end - at < 5 || spaces > 3 || at[0] != '[' || at[1] != '^')
    return NULL;
  close = memchr(at, ']', (gsize)(end - at));
  if (close == NULL || close + 1 >= end || close[1] != ':' || close == at + 2)
    return NULL;
  *column = (gsize)(at - line) + 1;
  return g_strndup(at + 2, (gsize)(close - at - 2));
}

/* The label of a definition stands before its content. */
static char *
label_of(const Markdown *markdown, cmark_node *definition)
{
  gsize length;
  const char *line = markdown_line(markdown, definition, &length);
  const char *open;
  const char *close;

  if (line == NULL)
    return g_strdup("?");
  open = g_strstr_len(line, (gssize)length, "[^");
  if (open == NULL)
    return g_strdup("?");
  close = memchr(open, ']', length - (gsize)(open - line));
  if (close == NULL)
    return g_strdup("?");
  return g_strndup(open + 2, (gsize)(close - open - 2));
}

void
markdown_notes_collect(Markdown *markdown, cmark_node *root)
{
  for (cmark_node *node = cmark_node_first_child(root); node != NULL;
       node = cmark_node_next(node))
    if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
      g_ptr_array_add(markdown->note_labels, label_of(markdown, node));
}

static GHashTable *
used_labels(const Markdown *markdown)
{
  GHashTable *used =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned i = 0; i < markdown->note_labels->len; i++)
    g_hash_table_add(
        used, g_utf8_casefold(g_ptr_array_index(markdown->note_labels, i), -1));
  return used;
}

static void
check_definition(Markdown *markdown, GHashTable *used, GHashTable *seen,
                 const char *label, DiagPos pos)
{
  g_autofree char *folded = g_utf8_casefold(label, -1);

  if (g_hash_table_contains(seen, folded))
    diag_report(markdown->context.diag, DIAG_CONTENT, pos, "duplicate-note",
                "there is a note [^%s] already, this one is lost; give it "
                "another name",
                label);
  else if (!g_hash_table_contains(used, folded))
    diag_report(markdown->context.diag, DIAG_CONTENT, pos, "unused-note",
                "nothing refers to this note, it is lost; write [^%s] in the "
                "text, or take the note away",
                label);
  g_hash_table_add(seen, g_steal_pointer(&folded));
}

static void
check_lines(Markdown *markdown, GHashTable *used, GHashTable *seen)
{
  const ReaderInput *input = markdown->context.input;

  for (guint i = 0; i + 1 < markdown->lines->len; i++) {
    gsize start = g_array_index(markdown->lines, gsize, i);
    gsize end = g_array_index(markdown->lines, gsize, i + 1);
    gsize column = 1;
    g_autofree char *label =
        definition_label(input->text + start, end - start, &column);

    if (label == NULL || g_array_index(markdown->literal_lines, bool, i))
      continue;
    check_definition(
        markdown, used, seen, label,
        (DiagPos){ input->source, input->first_line + i, (unsigned)column });
  }
}

/* "\\[^x]" in the source is meant as plain text. */
static bool
is_escaped(const Markdown *markdown, const char *label)
{
  const ReaderInput *input = markdown->context.input;
  g_autofree char *escaped = g_strconcat("\\[^", label, NULL);

  return memmem(input->text, input->length, escaped, strlen(escaped)) != NULL;
}

static void
check_label(Markdown *markdown, GHashTable *seen, const char *label, DocPos pos)
{
  g_autofree char *folded = g_utf8_casefold(label, -1);

  if (strpbrk(label, " \t[") != NULL || g_hash_table_contains(seen, folded) ||
      is_escaped(markdown, label))
    return;
  diag_report(markdown->context.diag, DIAG_CONTENT,
              reader_context_pos(&markdown->context, pos), "undefined-note",
              "there is no note [^%s]; write a line \"[^%s]: …\", or \\[^ for "
              "plain brackets",
              label, label);
  g_hash_table_add(seen, g_steal_pointer(&folded)); /* once is enough */
}

/* What the parser could not match has become text. */
static void
check_text(Markdown *markdown, GHashTable *seen, const DocNode *text)
{
  const char *at = text->as.text;

  while ((at = strstr(at, "[^")) != NULL) {
    const char *close = strchr(at, ']');
    g_autofree char *label = NULL;
    if (close == NULL)
      return;
    label = g_strndup(at + 2, (gsize)(close - at - 2));
    if (*label != '\0')
      check_label(markdown, seen, label, text->pos);
    at = close;
  }
}

static void
check_tree(Markdown *markdown, GHashTable *seen, const DocNode *node)
{
  if (node->kind == DOC_TEXT)
    check_text(markdown, seen, node);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    check_tree(markdown, seen, child);
}

void
markdown_notes_check(Markdown *markdown)
{
  g_autoptr(GHashTable) used = used_labels(markdown);
  g_autoptr(GHashTable) seen =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  check_lines(markdown, used, seen);
  check_tree(markdown, seen, doc_root(markdown->context.doc));
}
