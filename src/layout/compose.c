/* layout/compose.c -- slices onto pages. */
/* SPDX-License-Identifier: MIT */

#include "layout/compose.h"

#include "layout/frame.h"

#define NOTE_RULE_HEIGHT 0.5 /* pt */

typedef struct {
  Composer *composer;
  const ComposeFlow *job;
  Flow *flow;
  int page;      /* index */
  int open_node; /* flow node of the leaf that boxes go to; -1: none */
  int open_leaf;
} Page;

Composer *
composer_new(LayoutDocument *document)
{
  Composer *composer = g_new0(Composer, 1);

  composer->document = document;
  composer->places =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  composer->pending = g_array_new(FALSE, FALSE, sizeof(ComposePending));
  return composer;
}

void
composer_free(Composer *composer)
{
  if (composer == NULL)
    return;
  g_hash_table_unref(composer->places);
  g_array_unref(composer->pending);
  g_free(composer);
}

static LayoutPage *
page_of(const Page *page)
{
  return &g_array_index(page->composer->document->pages, LayoutPage,
                        page->page);
}

/* --- structure --- */

/* The node's index in the document; it and what is above it join now, behind
 * all that joined before. */
static int
join(const Page *page, int node)
{
  LayoutDocument *document = page->composer->document;
  const LayoutNode *made;
  LayoutNode *copy;
  GArray *kids;
  int *joined, parent, index;

  if (node < 0)
    return page->job->parent;
  joined = &g_array_index(page->flow->joined, int, node);
  if (*joined >= 0)
    return *joined;
  made = flow_node(page->flow, node);
  parent = join(page, made->parent);
  index = layout_node_new(document, parent, made->role);
  copy = layout_node(document, index);
  kids = copy->kids;
  *copy = *made;
  copy->kids = kids;
  copy->parent = parent;
  *joined = index;
  return index;
}

static int
leaf_for(Page *page, int node)
{
  LayoutDocument *document = page->composer->document;
  LayoutLeaf leaf;

  if (page->open_node == node)
    return page->open_leaf;
  leaf = (LayoutLeaf){ join(page, node), page->page };
  g_array_append_val(document->leaves, leaf);
  page->open_node = node;
  page->open_leaf = (int)document->leaves->len - 1;
  layout_node_add_kid(document, leaf.node, KID_LEAF, page->open_leaf);
  return page->open_leaf;
}

/* --- boxes and links --- */

static void
move_figure(const Page *page, int node, double y)
{
  LayoutNode *figure = layout_node(page->composer->document, join(page, node));
  const LayoutNode *made = flow_node(page->flow, node);

  if (figure->role != ROLE_FIGURE)
    return;
  figure->page = page->page;
  figure->bbox[1] = made->bbox[1] + y;
  figure->bbox[3] = made->bbox[3] + y;
}

static void
put_box(Page *page, const Box *made, double y, bool repeated)
{
  Box box = *made;

  box.y += y;
  if (repeated && box.leaf >= 0) {
    box.leaf = -1;
    box.artifact = ARTIFACT_REPEAT;
  }
  if (box.leaf >= 0) {
    int node = box.leaf;
    box.leaf = leaf_for(page, node);
    if (box.kind == BOX_IMAGE)
      move_figure(page, node, y);
  } else {
    page->open_node = -1;
  }
  g_array_append_val(page_of(page)->boxes, box);
}

static void
put_link(Page *page, const FlowLink *made, double y)
{
  LayoutDocument *document = page->composer->document;
  const FlowTarget *target =
      &g_array_index(page->flow->targets, FlowTarget, made->target);
  LayoutLink link = { .node = join(page, made->node),
                      .page = page->page,
                      .x0 = made->x0,
                      .y0 = made->y0 + y,
                      .x1 = made->x1,
                      .y1 = made->y1 + y,
                      .uri = target->uri,
                      .contents = target->contents };
  int index = (int)document->links->len;

  g_array_append_val(document->links, link);
  layout_node_add_kid(document, link.node, KID_LINK, index);
  if (target->uri == NULL) {
    ComposePending pending = { index, target->id };
    g_array_append_val(page->composer->pending, pending);
  }
}

static void
put_slice(Page *page, const FlowSlice *slice, double y, bool repeated)
{
  const Flow *flow = page->flow;

  for (guint32 i = 0; !repeated && i < slice->joins.count; i++)
    join(page, g_array_index(flow->joins, int, slice->joins.first + i));
  for (guint32 i = 0; i < slice->boxes.count; i++)
    put_box(page, &g_array_index(flow->boxes, Box, slice->boxes.first + i), y,
            repeated);
  for (guint32 i = 0; !repeated && i < slice->links.count; i++)
    put_link(page,
             &g_array_index(flow->links, FlowLink, slice->links.first + i), y);
}

/* --- one page --- */

static void
put_repeated(Page *page, guint32 first)
{
  FlowRange head = flow_slice(page->flow->slices, first)->repeat;
  double y = 0;

  for (guint32 i = 0; i < head.count; i++) {
    const FlowSlice *slice = flow_slice(page->flow->slices, head.first + i);

    put_slice(page, slice, y, true);
    y += slice->height;
  }
}

static void
put_note_rule(Page *page, double y)
{
  Box box = { .kind = BOX_RULE,
              .leaf = -1,
              .artifact = ARTIFACT_LAYOUT,
              .y = y,
              .width = page->job->note_rule,
              .height = NOTE_RULE_HEIGHT };

  if (page->job->rtl)
    box.x = page->job->width - box.width;
  put_box(page, &box, 0, false);
}

/* Notes end at the foot of the text block. */
static void
put_notes(Page *page, const PageCut *cut)
{
  const Flow *flow = page->flow;
  const PageMeasure *measure = page->job->measure;
  double y = measure->height -
             page_notes_height(flow, measure, cut->note_first, cut->note_end);

  if (cut->note_first == cut->note_end)
    return;
  put_note_rule(page, y + page->job->measure->note_gap / 2);
  y += measure->note_gap;
  for (guint32 row = cut->note_first; row < cut->note_end; row++) {
    const FlowSlice *slice = flow_slice(
        flow->note_slices, g_array_index(flow->note_row, guint32, row));

    y += (row > cut->note_first ? slice->space : 0) + slice->lead;
    put_slice(page, slice, y, false);
    y += slice->height + slice->trail;
  }
}

/* The first page begins with the title, which no node holds but the root. */
static bool
name_first_start(Page *page)
{
  LayoutStart start = { page->page, (unsigned)page->job->article,
                        page->job->root, 0 };

  if (page->job->article < 0 || page->page != page->job->first_page)
    return false;
  g_array_append_val(page->composer->document->starts, start);
  return true;
}

static void
name_start(Page *page, const PageCut *cut)
{
  if (name_first_start(page))
    return;
  for (guint32 at = cut->first; page->job->article >= 0 && at < cut->end;
       at++) {
    const FlowSlice *slice = flow_slice(page->flow->slices, at);
    LayoutStart start = { page->page, (unsigned)page->job->article,
                          slice->source, slice->source_offset };

    if (slice->source == NULL)
      continue;
    g_array_append_val(page->composer->document->starts, start);
    return;
  }
}

static void
name_taken(const Page *page, const PageCut *cut)
{
  const GArray *all = page->flow->taken;
  GArray *named = page->composer->document->taken;
  LayoutTaken gaps = { page->page, (int)cut->stretch, NULL };

  if (cut->stretch > 0)
    g_array_append_val(named, gaps);
  for (guint i = 0; i < all->len; i++) {
    const FlowTaken *taken = &g_array_index(all, FlowTaken, i);
    LayoutTaken made = { page->page, taken->lines, taken->words };
    if (taken->slice >= cut->first && taken->slice < cut->end)
      g_array_append_val(named, made);
  }
}

/* The text that a heading must not part from, behind all of its lines; 0: what
 * is behind it does not stand on the grid. */
static guint32
text_below(const Flow *flow, guint32 heading, guint32 end)
{
  for (guint32 at = heading + 1; at < end; at++) {
    const FlowSlice *slice = flow_slice(flow->slices, at);

    if (slice->before != FLOW_BREAK_FORBIDDEN || slice->unused)
      return 0;
    if (slice->snap)
      return at;
  }
  return 0;
}

/* Behind what is off the grid, the way back to it is part of the space above a
 * heading, not of that between it and its text. */
static void
draw_to_text(const Flow *flow, guint32 heading, guint32 text, double *tops)
{
  const FlowSlice *last = flow_slice(flow->slices, text - 1);
  const FlowSlice *next = flow_slice(flow->slices, text);
  double rest = tops[text] - (tops[text - 1] + last->height + last->trail +
                              next->space + next->lead);

  for (guint32 at = heading; rest > 0 && !next->flex && at < text; at++)
    tops[at] += rest;
}

static void
settle_headings(const Flow *flow, const PageCut *cut, double *tops)
{
  for (guint i = 0; i < flow->headings->len; i++) {
    guint32 at = g_array_index(flow->headings, FlowHeading, i).slice;
    guint32 text = at > cut->first ? text_below(flow, at, cut->end) : 0;

    if (text > 0)
      draw_to_text(flow, at, text, tops);
  }
}

static void
put_page(Page *page, const PageCut *cut, double *tops)
{
  PageCursor cursor = page_cursor_of(page->flow, page->job->measure, cut->first,
                                     cut->end, cut->stretch);

  page->open_node = -1;
  if (cut->first < cut->end)
    put_repeated(page, cut->first);
  for (guint32 at = cut->first; at < cut->end; at++)
    tops[at] = page_cursor_add(&cursor, at) +
               (cut->lift > 0 && at >= cut->lifted ? cut->lift : 0);
  settle_headings(page->flow, cut, tops);
  for (guint32 at = cut->first; at < cut->end; at++)
    put_slice(page, flow_slice(page->flow->slices, at), tops[at], false);
  put_notes(page, cut);
  frame_draw(page->flow, cut, tops, page_of(page)->boxes);
  name_start(page, cut);
  name_taken(page, cut);
}

/* --- all pages --- */

static int
page_of_slice(const ComposeFlow *job, guint32 slice)
{
  for (guint i = 0; i < job->cuts->len; i++)
    if (slice < g_array_index(job->cuts, PageCut, i).end)
      return job->first_page + (int)i;
  return job->first_page + (int)job->cuts->len - 1;
}

static void
add_places(Composer *composer, const ComposeFlow *job, const double *tops)
{
  const Flow *flow = job->flow;

  for (guint i = 0; i < flow->anchors->len; i++) {
    const FlowAnchor *anchor = &g_array_index(flow->anchors, FlowAnchor, i);
    ComposePlace *place = g_new(ComposePlace, 1);
    guint32 slice = MIN(anchor->slice, flow->slices->len - 1);

    *place = (ComposePlace){ page_of_slice(job, slice), tops[slice] };
    if (!g_hash_table_contains(composer->places, anchor->id))
      g_hash_table_insert(composer->places, g_strdup(anchor->id), place);
    else
      g_free(place);
  }
}

void
compose_flow(Composer *composer, const ComposeFlow *job)
{
  Page page = { .composer = composer, .job = job, .flow = job->flow };
  g_autofree double *tops = g_new0(double, job->flow->slices->len + 1);

  for (guint i = 0; i < job->cuts->len; i++) {
    page.page = job->first_page + (int)i;
    put_page(&page, &g_array_index(job->cuts, PageCut, i), tops);
  }
  add_places(composer, job, tops);
}

void
composer_finish(Composer *composer)
{
  for (guint i = 0; i < composer->pending->len; i++) {
    const ComposePending *pending =
        &g_array_index(composer->pending, ComposePending, i);
    const ComposePlace *place =
        g_hash_table_lookup(composer->places, pending->id);
    LayoutLink *link =
        &g_array_index(composer->document->links, LayoutLink, pending->link);

    /* A place that is not printed (a sheet alone) leads to the start. */
    link->dest_page = place != NULL ? place->page : 0;
    link->dest_y = place != NULL ? place->y : 0;
  }
}
