/* reader/context.c -- what the parts of a reader share while a tree grows. */
/* SPDX-License-Identifier: MIT */

#include "reader/context.h"

#include <string.h>

DiagPos
reader_context_pos(const ReaderContext *context, DocPos pos)
{
  return (DiagPos){ context->input->source, pos.line, pos.column };
}

DocNode *
reader_context_add(ReaderContext *context, DocNode *parent, DocKind kind,
                   DocPos pos)
{
  DocNode *node = doc_node_new(context->doc, kind, pos);

  doc_node_append(parent, node);
  return node;
}

/* What numeric references can smuggle past the check of the source's bytes. */
static bool
is_forbidden(gunichar c, bool lines)
{
  if (c == '\n' || c == '\t')
    return !lines;
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) ||
         (c & 0xfffe) == 0xfffe;
}

static bool
is_clean(const char *text, bool lines)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    if (is_forbidden(g_utf8_get_char(at), lines))
      return false;
  return true;
}

static void
append_clean(GString *out, gunichar c, bool lines, gunichar *bad)
{
  if (!is_forbidden(c, lines)) {
    g_string_append_unichar(out, c);
    return;
  }
  if (c != '\n' && c != '\t' && c != '\r')
    *bad = c;
  g_string_append_unichar(out, c < 0xa0 ? ' ' : 0xfffd);
}

char *
reader_context_clean(ReaderContext *context, const char *text, bool lines,
                     DocPos pos)
{
  g_autofree char *valid = NULL;
  GString *out;
  gunichar bad = 0;

  /* libcmark-gfm makes bytes that are no UTF-8 of &#xFFFE; and &#xFFFF;. */
  if (!g_utf8_validate(text, -1, NULL)) {
    valid = g_utf8_make_valid(text, -1);
    text = valid;
    bad = 0xffff;
  } else if (is_clean(text, lines)) {
    return g_strdup(text);
  }
  out = g_string_new(NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    append_clean(out, g_utf8_get_char(at), lines, &bad);
  if (bad != 0)
    diag_report(context->diag, DIAG_CONTENT, reader_context_pos(context, pos),
                "control-character",
                "the character U+%04X cannot be printed; write another, or "
                "leave it out",
                bad);
  return g_string_free(out, FALSE);
}

void
reader_context_add_text(ReaderContext *context, DocNode *parent,
                        const char *text, DocPos pos)
{
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    return;
  clean = reader_context_clean(context, text, false, pos);
  doc_node_append(parent,
                  doc_node_new_text(context->doc, DOC_TEXT, clean, pos));
}

bool
reader_context_is_full(ReaderContext *context, const DocNode *parent,
                       DocPos pos)
{
  unsigned depth = 0;

  for (; parent != NULL; parent = parent->parent)
    depth++;
  if (depth < READER_DEPTH_MAX)
    return false;
  if (!context->too_deep)
    diag_report(context->diag, DIAG_ERROR, reader_context_pos(context, pos),
                "too-deep",
                "this is nested more than %d deep; use fewer lists, quotes or "
                "brackets within each other",
                READER_DEPTH_MAX);
  context->too_deep = true;
  return true;
}

void
reader_context_check(const ReaderContext *context)
{
#ifndef NDEBUG
  g_autoptr(GString) report = g_string_new(NULL);

  if (!doc_check(context->doc, report))
    g_critical("the reader made a broken tree of %s:\n%s",
               context->input->source, report->str);
#else
  (void)context;
#endif
}
