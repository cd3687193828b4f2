/* doc/kind.c -- the names and the containment rules of node kinds. */
/* SPDX-License-Identifier: MIT */

#include "doc/kind.h"

#include <glib.h>

typedef enum {
  HOLDS_NOTHING,
  HOLDS_BLOCKS,
  HOLDS_INLINES,
  HOLDS_ONE_KIND,
  HOLDS_TERMS
} Holds;

static const struct {
  const char *name;
  Holds holds;
  DocKind only; /* for HOLDS_ONE_KIND */
} kinds[DOC_KIND_COUNT] = {
  [DOC_DOCUMENT] = { "document", HOLDS_BLOCKS, 0 },
  [DOC_SECTION] = { "section", HOLDS_BLOCKS, 0 },
  [DOC_HEADING] = { "heading", HOLDS_INLINES, 0 },
  [DOC_PARAGRAPH] = { "paragraph", HOLDS_INLINES, 0 },
  [DOC_QUOTE] = { "quote", HOLDS_BLOCKS, 0 },
  [DOC_CALLOUT] = { "callout", HOLDS_BLOCKS, 0 },
  [DOC_LIST] = { "list", HOLDS_ONE_KIND, DOC_ITEM },
  [DOC_ITEM] = { "item", HOLDS_BLOCKS, 0 },
  [DOC_TERM_LIST] = { "term_list", HOLDS_TERMS, 0 },
  [DOC_TERM] = { "term", HOLDS_INLINES, 0 },
  [DOC_DEFINITION] = { "definition", HOLDS_BLOCKS, 0 },
  [DOC_CODE_BLOCK] = { "code_block", HOLDS_NOTHING, 0 },
  [DOC_FIGURE] = { "figure", HOLDS_BLOCKS, 0 },
  [DOC_CAPTION] = { "caption", HOLDS_INLINES, 0 },
  [DOC_TABLE] = { "table", HOLDS_ONE_KIND, DOC_ROW },
  [DOC_ROW] = { "row", HOLDS_ONE_KIND, DOC_CELL },
  [DOC_CELL] = { "cell", HOLDS_INLINES, 0 },
  [DOC_NOTE] = { "note", HOLDS_BLOCKS, 0 },
  [DOC_RULE] = { "rule", HOLDS_NOTHING, 0 },
  [DOC_TEXT] = { "text", HOLDS_NOTHING, 0 },
  [DOC_SOFT_BREAK] = { "soft_break", HOLDS_NOTHING, 0 },
  [DOC_HARD_BREAK] = { "hard_break", HOLDS_NOTHING, 0 },
  [DOC_CODE] = { "code", HOLDS_NOTHING, 0 },
  [DOC_EMPHASIS] = { "emphasis", HOLDS_INLINES, 0 },
  [DOC_STRONG] = { "strong", HOLDS_INLINES, 0 },
  [DOC_STRIKE] = { "strike", HOLDS_INLINES, 0 },
  [DOC_SUPERSCRIPT] = { "superscript", HOLDS_INLINES, 0 },
  [DOC_SUBSCRIPT] = { "subscript", HOLDS_INLINES, 0 },
  [DOC_KEYBOARD] = { "keyboard", HOLDS_INLINES, 0 },
  [DOC_SPAN] = { "span", HOLDS_INLINES, 0 },
  [DOC_LINK] = { "link", HOLDS_INLINES, 0 },
  [DOC_IMAGE] = { "image", HOLDS_INLINES, 0 },
  [DOC_NOTE_REF] = { "note_ref", HOLDS_NOTHING, 0 },
  [DOC_PAGE_REF] = { "page_ref", HOLDS_INLINES, 0 },
};

const char *
doc_kind_name(DocKind kind)
{
  g_return_val_if_fail(kind < DOC_KIND_COUNT, "?");
  return kinds[kind].name;
}

bool
doc_kind_is_inline(DocKind kind)
{
  return kind >= DOC_FIRST_INLINE;
}

bool
doc_kind_has_text(DocKind kind)
{
  return kind == DOC_TEXT || kind == DOC_CODE || kind == DOC_CODE_BLOCK;
}

const char *
doc_callout_name(DocCallout callout)
{
  switch (callout) {
  case DOC_CALLOUT_NOTE:
    return "note";
  case DOC_CALLOUT_TIP:
    return "tip";
  case DOC_CALLOUT_IMPORTANT:
    return "important";
  case DOC_CALLOUT_WARNING:
    return "warning";
  case DOC_CALLOUT_CAUTION:
    return "caution";
  }
  g_return_val_if_reached("?");
}

/* Blocks that stand only in a parent of their own. */
static bool
is_part(DocKind kind)
{
  return kind == DOC_DOCUMENT || kind == DOC_ITEM || kind == DOC_ROW ||
         kind == DOC_CELL || kind == DOC_TERM || kind == DOC_DEFINITION ||
         kind == DOC_CAPTION;
}

bool
doc_kind_accepts(DocKind parent, DocKind child)
{
  g_return_val_if_fail(parent < DOC_KIND_COUNT && child < DOC_KIND_COUNT,
                       false);

  switch (kinds[parent].holds) {
  case HOLDS_NOTHING:
    return false;
  case HOLDS_INLINES:
    return doc_kind_is_inline(child);
  case HOLDS_ONE_KIND:
    return child == kinds[parent].only;
  case HOLDS_TERMS:
    return child == DOC_TERM || child == DOC_DEFINITION;
  case HOLDS_BLOCKS:
    return !doc_kind_is_inline(child) &&
           (!is_part(child) || (child == DOC_CAPTION && parent == DOC_FIGURE));
  }
  g_return_val_if_reached(false);
}
