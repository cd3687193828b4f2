/* epub/anchor.c -- which file and anchor each node and printed page goes to. */
/* SPDX-License-Identifier: MIT */

#include "epub/anchor.h"

#include "base/error.h"

#include <string.h>

typedef struct {
  EpubPlan *plan;
  const EpubPiece *piece;
  int page;           /* that the node before was on */
  GPtrArray *pending; /* of EpubPlace: begin with the next leaf */
} Walk;

bool
epub_anchor_is_made(const DocNode *node)
{
  return node->kind == DOC_NOTE || node->kind == DOC_NOTE_REF ||
         node->kind == DOC_CAPTION;
}

/* --- printed pages --- */

void
epub_anchor_prepare_pages(EpubPlan *plan)
{
  unsigned count = epub_plan_page_count(plan);
  const PageMap *map = plan->options->pages;

  if (count == 0)
    return;
  plan->front_pages = page_map_front(map);
  plan->back_pages = count;
  while (plan->back_pages > plan->front_pages &&
         page_map_mark(map, plan->back_pages - 1) == NULL)
    plan->back_pages--;
  g_ptr_array_set_size(plan->pages, (int)count);
}

static void
place_page(EpubPlan *plan, unsigned page, const char *file, const char *article)
{
  EpubPlace *place = g_new0(EpubPlace, 1);
  g_autofree char *wanted =
      g_strconcat("page-", epub_plan_page_label(plan, page), NULL);

  place->file = file;
  place->anchor = epub_plan_take_anchor(plan, article, wanted);
  place->page = (int)page;
  g_ptr_array_index(plan->pages, page) = place;
}

static void
place_pages_at(Walk *walk, const DocNode *node)
{
  const GArray *pages = g_hash_table_lookup(walk->plan->pages_at, node);

  for (guint i = 0; pages != NULL && i < pages->len; i++)
    place_page(walk->plan, g_array_index(pages, unsigned, i), walk->piece->file,
               walk->piece->article->meta->id);
}

static void
place_back_pages(EpubPlan *plan)
{
  const EpubPiece *last =
      plan->pieces->len > 0
          ? g_ptr_array_index(plan->pieces, plan->pieces->len - 1)
          : NULL;

  for (guint i = plan->back_pages; last != NULL && i < plan->pages->len; i++)
    place_page(plan, i, last->file, last->article->meta->id);
}

/* --- the pages that targets are on --- */

/* Those that begin with the node's first character. */
static void
turn_to_first_page(Walk *walk, const DocNode *node, bool whole)
{
  const GArray *pages = g_hash_table_lookup(walk->plan->pages_at, node);

  for (guint i = 0; pages != NULL && i < pages->len; i++) {
    unsigned page = g_array_index(pages, unsigned, i);
    const PageMapEntry *entry =
        &g_array_index(walk->plan->options->pages->entries, PageMapEntry, page);
    if (whole || entry->node != node || entry->offset == 0)
      walk->page = (int)page;
  }
}

static void
settle(Walk *walk)
{
  for (guint i = 0; i < walk->pending->len; i++) {
    EpubPlace *place = g_ptr_array_index(walk->pending, i);
    place->page = walk->page;
  }
  g_ptr_array_set_size(walk->pending, 0);
}

static void
find_pages(Walk *walk, const DocNode *node)
{
  EpubPlace *place = g_hash_table_lookup(walk->plan->places, node);

  if (place != NULL)
    g_ptr_array_add(walk->pending, place);
  turn_to_first_page(walk, node, false);
  if (node->first == NULL) {
    settle(walk);
    turn_to_first_page(walk, node, true);
  }
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    find_pages(walk, child);
}

/* --- anchors --- */

static void
place_authored(Walk *walk, const DocNode *node)
{
  const char *dot = node->id != NULL ? strchr(node->id, '.') : NULL;

  if (node->id != NULL) {
    char *anchor =
        epub_plan_take_anchor(walk->plan, walk->piece->article->meta->id,
                              dot != NULL ? dot + 1 : node->id);
    EpubPlace *place =
        epub_plan_add_place(walk->plan, node, walk->piece->file, anchor);
    g_hash_table_insert(walk->plan->targets, (gpointer)(gsize)node->id, place);
  }
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    place_authored(walk, child);
}

static char *
made_name(const DocNode *node)
{
  const DocNode *note;

  if (node->kind == DOC_NOTE)
    return g_strdup_printf("note-%u", node->as.note.number);
  if (node->kind == DOC_CAPTION)
    return g_strdup("caption");
  note = node->as.note_ref.note;
  return g_strdup_printf("noteref-%u-%u",
                         note != NULL ? note->as.note.number : 0,
                         node->as.note_ref.nth);
}

static void
add_back(EpubPlan *plan, const DocNode *reference)
{
  const DocNode *note = reference->as.note_ref.note;
  GPtrArray *backs = g_hash_table_lookup(plan->backs, note);

  if (backs == NULL) {
    backs = g_ptr_array_new();
    g_hash_table_insert(plan->backs, (gpointer)(gsize)note, backs);
  }
  g_ptr_array_add(backs, (gpointer)(gsize)reference);
}

static void
place_made(Walk *walk, const DocNode *node)
{
  if (epub_anchor_is_made(node) &&
      g_hash_table_lookup(walk->plan->places, node) == NULL) {
    g_autofree char *wanted = made_name(node);
    char *anchor = epub_plan_take_anchor(
        walk->plan, walk->piece->article->meta->id, wanted);
    epub_plan_add_place(walk->plan, node, walk->piece->file, anchor);
  }
  if (node->kind == DOC_NOTE_REF && node->as.note_ref.note != NULL)
    add_back(walk->plan, node);
  place_pages_at(walk, node);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    place_made(walk, child);
}

static void
walk_piece(Walk *walk, void (*visit)(Walk *, const DocNode *))
{
  const EpubPiece *piece = walk->piece;

  for (guint i = 0; i < piece->nodes->len; i++)
    visit(walk, g_ptr_array_index(piece->nodes, i));
  for (guint i = 0; i < piece->notes->len; i++)
    visit(walk, g_ptr_array_index(piece->notes, i));
}

static void
walk_pieces(Walk *walk, void (*visit)(Walk *, const DocNode *))
{
  for (guint i = 0; i < walk->plan->pieces->len; i++) {
    walk->piece = g_ptr_array_index(walk->plan->pieces, i);
    walk_piece(walk, visit);
  }
}

/* --- articles --- */

/* A link to the article opens its first file at the top. */
static void
place_roots(Walk *walk)
{
  for (guint i = 0; i < walk->plan->pieces->len; i++) {
    EpubPiece *piece = g_ptr_array_index(walk->plan->pieces, i);
    const DocNode *root = doc_root(piece->article->doc);

    if (piece->number > 1)
      continue;
    walk->piece = piece;
    g_hash_table_insert(
        walk->plan->targets,
        root->id != NULL ? (gpointer)(gsize)root->id : piece->article->meta->id,
        epub_plan_add_place(walk->plan, root, piece->file, NULL));
    place_pages_at(walk, root);
  }
}

static void
name_titles(EpubPlan *plan)
{
  for (guint i = 0; i < plan->pieces->len; i++) {
    EpubPiece *piece = g_ptr_array_index(plan->pieces, i);
    piece->title_anchor =
        epub_plan_take_anchor(plan, piece->article->meta->id, "title");
  }
}

static void
find_all_pages(Walk *walk)
{
  walk->page = (int)walk->plan->front_pages - 1;
  for (guint i = 0; i < walk->plan->pieces->len; i++) {
    walk->piece = g_ptr_array_index(walk->plan->pieces, i);
    if (walk->piece->number == 1) {
      const DocNode *root = doc_root(walk->piece->article->doc);
      g_ptr_array_add(walk->pending,
                      g_hash_table_lookup(walk->plan->places, root));
      turn_to_first_page(walk, root, true);
    }
    walk_piece(walk, find_pages);
  }
  settle(walk);
}

static bool
have_all_pages(const EpubPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->pages->len; i++)
    if (g_ptr_array_index(plan->pages, i) == NULL) {
      g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                  "printed page %s begins at no text of the EPUB",
                  epub_plan_page_label(plan, i));
      return false;
    }
  return true;
}

bool
epub_anchor_place_all(EpubPlan *plan, GError **error)
{
  Walk walk = { plan, NULL, EPUB_NO_PAGE, NULL };
  g_autoptr(GPtrArray) pending = g_ptr_array_new();

  walk.pending = pending;
  for (unsigned i = 0; i < plan->front_pages; i++)
    place_page(plan, i, "title.xhtml", "/title");
  walk_pieces(&walk, place_authored);
  name_titles(plan);
  place_roots(&walk);
  walk_pieces(&walk, place_made);
  place_back_pages(plan);
  if (epub_plan_page_count(plan) > 0)
    find_all_pages(&walk);
  return have_all_pages(plan, error);
}
