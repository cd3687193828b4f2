/* pass/headings.c -- heading levels without gaps below the article's title.
 *
 * The title is the heading of level 1 and comes from the front matter, so a
 * body begins at level 2.  Headings in a quote, a callout or a list govern
 * nothing outside of it: theirs begin below the section they stand in. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

enum {
  LEVEL_MAX = 6
};

/* For each level as written, from 1, what it has become; 0: it is not open. */
typedef struct {
  unsigned base;
  unsigned levels[LEVEL_MAX + 1];
  unsigned shift; /* expected: 1 where the body has headings of level 1 */
} Outline;

static unsigned
current(const Outline *outline)
{
  for (unsigned level = LEVEL_MAX; level > 0; level--)
    if (outline->levels[level] != 0)
      return outline->levels[level];
  return outline->base;
}

/* Closes what `level` ends, and says what `level` becomes. */
static unsigned
enter(Outline *outline, unsigned level)
{
  for (unsigned i = level; i <= LEVEL_MAX; i++)
    outline->levels[i] = 0;
  outline->levels[level] = MIN(current(outline) + 1, LEVEL_MAX);
  return outline->levels[level];
}

static bool
is_same_text(const char *a, const char *b)
{
  g_autofree char *left = bytes_slug(a, true);
  g_autofree char *right = bytes_slug(b, true);

  return strcmp(left, right) == 0;
}

static bool
is_title(const DocNode *node, const PassContext *context)
{
  g_autofree char *text = NULL;

  if (node->kind != DOC_HEADING || node->as.level != 1 ||
      context->article->meta->title == NULL)
    return false;
  text = doc_node_plain_text(node);
  return is_same_text(text, context->article->meta->title);
}

/* In a bare folder most titles are read off the heading: nobody said it twice.
 */
static bool
is_said_twice(const PassContext *context)
{
  return !context->book->bare || !context->article->meta->title_found;
}

/* The body's own title goes; its id, which links may use, goes to what
 * follows. */
static bool
drop_title(Doc *doc, DocNode *parent, const PassContext *context)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->kind == DOC_SECTION && drop_title(doc, node, context))
      return true;
    if (!is_title(node, context))
      continue;
    if (is_said_twice(context))
      diag_report(context->diag, DIAG_NOTE, pass_pos(doc, node),
                  "title-heading",
                  "this heading repeats the article's title and is left out");
    if (node->id != NULL && node->next != NULL && node->next->id == NULL)
      node->next->id = node->id;
    doc_node_unlink(node);
    return true;
  }
  return false;
}

static const DocNode *
find_level_1(const DocNode *parent)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    const DocNode *found =
        node->kind == DOC_SECTION ? find_level_1(node) : NULL;
    if (found != NULL)
      return found;
    if (node->kind == DOC_HEADING && node->as.level == 1)
      return node;
  }
  return NULL;
}

static void
set_level(const Doc *doc, DocNode *heading, Outline *outline,
          const PassContext *context)
{
  unsigned written = heading->as.level;
  unsigned expected = MIN(written + outline->shift, LEVEL_MAX);
  bool sibling = outline->levels[written] != 0; /* said at the first of them */

  heading->as.level = enter(outline, written);
  if (context != NULL && !sibling && heading->as.level != expected)
    diag_report(context->diag, DIAG_NOTE, pass_pos(doc, heading),
                "heading-level",
                "a level is skipped here: level %u is set as level %u", written,
                heading->as.level);
}

/* `context` is NULL within a block that begins anew: there, any first level is
 * right. */
static void
visit(const Doc *doc, DocNode *parent, Outline *outline,
      const PassContext *context)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (doc_kind_is_inline(node->kind))
      return;
    if (node->kind == DOC_HEADING) {
      set_level(doc, node, outline, context);
    } else if (node->kind == DOC_SECTION) {
      visit(doc, node, outline, context);
    } else {
      Outline inner = { .base = MIN(current(outline), LEVEL_MAX - 1) };
      visit(doc, node, &inner, NULL);
    }
  }
}

void
pass_headings_run(Doc *doc, const PassContext *context)
{
  DocNode *root = doc_root_mutable(doc);
  Outline outline = { .base = 1 };
  const DocNode *top;

  drop_title(doc, root, context);
  top = find_level_1(root);
  if (top != NULL) {
    outline.shift = 1;
    diag_report(context->diag, DIAG_NOTE, pass_pos(doc, top), "heading-level",
                "level 1 is the article's title, so all headings are set one "
                "level lower; begin with ##");
  }
  visit(doc, root, &outline, context);
}
