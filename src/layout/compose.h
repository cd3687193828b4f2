/*
 * layout/compose.h -- slices of a flow onto pages of the document: boxes, the
 * structure they join, links, frames, notes at the foot.
 */
#pragma once

#include "layout/page_break.h"

typedef struct {
  LayoutDocument *document;
  GHashTable *places; /* id (char *) to ComposePlace *, filled here */
  GArray *pending;    /* of ComposePending: links that wait for places */
} Composer;

/* Where an id stands. */
typedef struct {
  int page;
  double y;
} ComposePlace;

typedef struct {
  int link;       /* index into document->links */
  const char *id; /* where it leads */
} ComposePending;

Composer *composer_new(LayoutDocument *document);
void composer_free(Composer *composer); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Composer, composer_free)

/* What composing one flow needs to know. */
typedef struct {
  Flow *flow;
  const GArray *cuts; /* of PageCut */
  const PageMeasure *measure;
  int parent;     /* document node that the flow's nodes join */
  int first_page; /* index of the page of the first cut */
  int article;    /* index into Book.articles, or -1 */
  const DocNode
      *root; /* of that article, or NULL: its first page begins here */
  bool rtl;
  double width;     /* pt, of the text block */
  double note_rule; /* pt, width of the rule above the notes; 0: none */
} ComposeFlow;

/* Puts all slices on their pages, which exist already. */
void compose_flow(Composer *composer, const ComposeFlow *job);

/* Gives the links that lead into the document their places. */
void composer_finish(Composer *composer);
