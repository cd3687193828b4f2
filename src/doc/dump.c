/* doc/dump.c -- the tree as text, one node a line. */
/* SPDX-License-Identifier: MIT */

#include "doc/dump.h"

#include "base/bytes.h"
#include "doc/resource.h"

#include <string.h>

/* Without what a terminal might obey. */
static void
append_plain(GString *out, const char *text, gsize length)
{
  g_autofree char *piece = g_strndup(text, length);
  g_autofree char *shown = bytes_printable(piece, G_MAXSIZE);

  g_string_append(out, shown);
}

static void
append_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  while (*text != '\0') {
    gsize plain = strcspn(text, "\"\\\n\t");

    append_plain(out, text, plain);
    text += plain;
    if (*text == '\0')
      break;
    g_string_append_c(out, '\\');
    g_string_append_c(out, *text == '\n' ? 'n' : *text == '\t' ? 't' : *text);
    text++;
  }
  g_string_append_c(out, '"');
}

static void
append_word(GString *out, const char *word)
{
  g_string_append_c(out, ' ');
  g_string_append(out, word);
}

static void
append_string(GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  if (name != NULL)
    append_word(out, name);
  g_string_append_c(out, ' ');
  append_quoted(out, text);
}

static const char *
link_kind_name(DocLinkKind kind)
{
  switch (kind) {
  case DOC_LINK_UNRESOLVED:
    return "unresolved";
  case DOC_LINK_EXTERNAL:
    return "external";
  case DOC_LINK_INTERNAL:
    return "internal";
  }
  g_return_val_if_reached("?");
}

static void
append_list(GString *out, const DocList *list)
{
  if (list->ordered)
    g_string_append_printf(out, " ordered %u", list->start);
  else
    append_word(out, "bullet");
  if (list->tight)
    append_word(out, "tight");
}

static void
append_task(GString *out, DocTask task)
{
  switch (task) {
  case DOC_TASK_NONE:
    return;
  case DOC_TASK_OPEN:
    append_word(out, "open");
    return;
  case DOC_TASK_DONE:
    append_word(out, "done");
    return;
  }
}

static void
append_align(GString *out, DocAlign align)
{
  switch (align) {
  case DOC_ALIGN_NONE:
    return;
  case DOC_ALIGN_LEFT:
    append_word(out, "align=left");
    return;
  case DOC_ALIGN_CENTER:
    append_word(out, "align=center");
    return;
  case DOC_ALIGN_RIGHT:
    append_word(out, "align=right");
    return;
  }
}

static void
append_cell(GString *out, const DocCell *cell)
{
  if (cell->header)
    append_word(out, "header");
  if (cell->columns != 1)
    g_string_append_printf(out, " columns=%u", cell->columns);
  if (cell->rows != 1)
    g_string_append_printf(out, " rows=%u", cell->rows);
  append_align(out, cell->align);
}

static void
append_row(GString *out, bool header)
{
  if (header)
    append_word(out, "header");
}

static void
append_image(GString *out, const DocImage *image)
{
  append_string(out, NULL, image->target);
  append_string(out, "title", image->title);
  if (image->decorative)
    append_word(out, "decorative");
  if (image->resource != NULL)
    g_string_append_printf(out, " %s %ux%u", image->resource->name,
                           image->resource->width, image->resource->height);
}

static void
append_note_ref(GString *out, const DocNoteRef *ref)
{
  append_string(out, NULL, ref->label);
  if (ref->note != NULL)
    g_string_append_printf(out, " number=%u nth=%u", ref->note->as.note.number,
                           ref->nth);
}

static void
append_link(GString *out, const DocLink *link)
{
  append_word(out, link_kind_name(link->kind));
  append_string(out, NULL, link->target);
  append_string(out, "title", link->title);
}

static void
append_target(GString *out, const DocNode *node)
{
  if (node->kind == DOC_IMAGE)
    append_image(out, &node->as.image);
  else
    append_link(out, &node->as.link);
}

static void
append_note(GString *out, const DocNote *note)
{
  append_string(out, NULL, note->label);
  if (note->number > 0)
    g_string_append_printf(out, " number=%u", note->number);
}

/* What the kind alone has. */
static void
append_details(GString *out, const DocNode *node)
{
  switch (node->kind) {
  case DOC_HEADING:
    g_string_append_printf(out, " %u", node->as.level);
    return;
  case DOC_CALLOUT:
    append_word(out, doc_callout_name(node->as.callout));
    return;
  case DOC_LIST:
    append_list(out, &node->as.list);
    return;
  case DOC_ITEM:
    append_task(out, node->as.task);
    return;
  case DOC_ROW:
    append_row(out, node->as.header);
    return;
  case DOC_CELL:
    append_cell(out, &node->as.cell);
    return;
  case DOC_NOTE:
    append_note(out, &node->as.note);
    return;
  case DOC_TEXT:
  case DOC_CODE:
  case DOC_CODE_BLOCK:
    append_string(out, NULL, node->as.text);
    return;
  case DOC_LINK:
  case DOC_PAGE_REF:
  case DOC_IMAGE:
    append_target(out, node);
    return;
  case DOC_NOTE_REF:
    append_note_ref(out, &node->as.note_ref);
    return;
  case DOC_DOCUMENT:
  case DOC_SECTION:
  case DOC_PARAGRAPH:
  case DOC_QUOTE:
  case DOC_TERM_LIST:
  case DOC_TERM:
  case DOC_DEFINITION:
  case DOC_FIGURE:
  case DOC_CAPTION:
  case DOC_TABLE:
  case DOC_RULE:
  case DOC_SOFT_BREAK:
  case DOC_HARD_BREAK:
  case DOC_EMPHASIS:
  case DOC_STRONG:
  case DOC_STRIKE:
  case DOC_SUPERSCRIPT:
  case DOC_SUBSCRIPT:
  case DOC_KEYBOARD:
  case DOC_SPAN:
  case DOC_KIND_COUNT:
    return;
  }
}

static void
append_attribute(GString *out, const char *mark, const char *value)
{
  if (value == NULL)
    return;
  append_word(out, mark);
  append_plain(out, value, strlen(value));
}

/* What every kind may have: "#id .class .class lang=de". */
static void
append_attributes(GString *out, const DocNode *node)
{
  append_attribute(out, "#", node->id);
  if (node->class_name != NULL) {
    g_auto(GStrv) words = g_strsplit(node->class_name, " ", -1);
    for (char **word = words; *word != NULL; word++)
      append_attribute(out, ".", *word);
  }
  append_attribute(out, "lang=", node->lang);
}

static void
dump_node(const DocNode *node, bool positions, unsigned depth, GString *out)
{
  for (unsigned i = 0; i < depth; i++)
    g_string_append(out, "  ");
  if (positions)
    g_string_append_printf(out, "%u:%u ", node->pos.line, node->pos.column);
  g_string_append(out, doc_kind_name(node->kind));
  append_details(out, node);
  append_attributes(out, node);
  g_string_append_c(out, '\n');
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    dump_node(child, positions, depth + 1, out);
}

void
doc_dump(const Doc *doc, bool positions, GString *out)
{
  g_return_if_fail(doc != NULL && out != NULL);
  dump_node(doc_root(doc), positions, 0, out);
}
