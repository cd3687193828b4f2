/*
 * layout/flow.h -- an article as one long column, before it is cut into pages.
 *
 * A flow is a row of slices.  A slice is never cut: a line of text, a table
 * row, a picture.  page_break.h decides which slices share a page, compose.h
 * puts them there.
 *
 * Space      x from the text block's left edge, y from the slice's top, pt.
 * Structure  Flow nodes are LayoutNodes that do not stand in the document yet;
 *            a node joins it when its first content is put on a page, so that
 *            kids stand in reading order and what is not printed is not there.
 * Boxes      A box of a flow has the index of its flow node in `leaf`.
 * Ownership  Glyphs and strings lie in the LayoutDocument's arena.
 */
#pragma once

#include "doc/tree.h"
#include "layout/box.h"
#include "layout/line_break.h"
#include "style/style.h"

typedef enum {
  FLOW_BREAK_ALLOWED,
  FLOW_BREAK_FORBIDDEN,
  FLOW_BREAK_PAGE,
  FLOW_BREAK_RECTO
} FlowBreak;

/* A stretch of one of the flow's arrays. */
typedef struct {
  guint32 first;
  guint32 count;
} FlowRange;

typedef struct {
  double space;    /* pt, above; falls away at the top of a page */
  double lead;     /* pt, above; stays */
  double height;   /* pt */
  double trail;    /* pt, below; stays */
  double baseline; /* pt, of its first line, from its top */
  bool snap;       /* its top stands on the grid */
  FlowBreak before;
  double penalty;   /* of a page that ends before it */
  FlowRange repeat; /* slices that are repeated above it at the top of a page */
  bool hyphenated;  /* its line ends with a hyphen */
  bool unused;      /* set aside for a longer variant: nothing stands here */
  bool flex;        /* the space above it may take one more line */
  guint32 flex_block; /* first slice of a block: the slice behind the block,
                       * whose flex it shares; 0: none */
  FlowRange boxes;
  FlowRange links;
  FlowRange notes;       /* in flow->note_refs: notes that it refers to */
  guint32 note_row;      /* in flow->note_row: the first slice of its notes */
  FlowRange joins;       /* in flow->joins: nodes that join before its boxes */
  const DocNode *source; /* what its first word is copied from, or NULL */
  gsize source_offset;
} FlowSlice;

typedef struct {
  int target; /* into flow->targets */
  int node;
  double x0, y0, x1, y1;
} FlowLink;

enum {
  FLOW_FEWER, /* one line fewer */
  FLOW_BEST,
  FLOW_MORE, /* one line more */
  FLOW_VARIANTS
};

/* A paragraph that may be set in another number of lines.  Its slices are as
 * many as the longest variant has lines; FLOW_BEST stands in them until another
 * is taken (set.c). */
typedef struct {
  guint32 first;                      /* slice */
  guint32 room;                       /* slices */
  LineVariant variant[FLOW_VARIANTS]; /* lines NULL: there is none */
  unsigned chosen;
  unsigned orphans; /* lines */
  unsigned widows;
  Paragraph *paragraph; /* owned */
  LineMeasure measure;
  double x;        /* pt */
  double baseline; /* pt, from a slice's top */
} FlowParagraph;

/* Where a link leads. */
typedef struct {
  const char *uri; /* or NULL */
  const char *id;  /* of a node of the book, or NULL */
  const char *contents;
} FlowTarget;

/* An id and the slice where it stands. */
typedef struct {
  const char *id;
  guint32 slice;
} FlowAnchor;

typedef struct {
  const char *title;
  unsigned level;
  guint32 slice;
} FlowHeading;

/* Lines beside, above and below a run of slices. */
typedef struct {
  guint32 first; /* slice */
  guint32 last;
  double x;
  double width;
  StyleBorder border[4];
} FlowFrame;

/* A footnote: its slices stand in flow->note_slices. */
typedef struct {
  const DocNode *note;
  FlowRange slices;
} FlowNote;

/* A paragraph that stands in another number of lines than its best. */
typedef struct {
  guint32 slice;
  int lines;         /* 1: one more, -1: one fewer */
  const char *words; /* it begins with */
} FlowTaken;

typedef struct {
  LayoutDocument *document; /* borrowed: its arena is used */
  GArray *slices;           /* of FlowSlice */
  GArray *note_slices;      /* of FlowSlice */
  GArray *boxes;            /* of Box */
  GArray *links;            /* of FlowLink */
  GArray *targets;          /* of FlowTarget */
  GArray *nodes;            /* of LayoutNode without kids; parent -1: above */
  GArray *joined;     /* of int: the nodes' indices in the document, or -1 */
  GArray *joins;      /* of int */
  GArray *note_refs;  /* of guint32: index into notes */
  GArray *notes;      /* of FlowNote */
  GArray *note_row;   /* of guint32: note slices, by their references */
  GArray *anchors;    /* of FlowAnchor */
  GArray *headings;   /* of FlowHeading */
  GArray *frames;     /* of FlowFrame */
  GArray *paragraphs; /* of FlowParagraph, by first slice */
  GArray *taken;      /* of FlowTaken */
} Flow;

Flow *flow_new(LayoutDocument *document);
void flow_free(Flow *flow); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Flow, flow_free)

/* A node that will be the kid of `parent` (a flow node, or -1). */
int flow_node_new(Flow *flow, int parent, Role role);
LayoutNode *flow_node(Flow *flow, int index);

int flow_target_new(Flow *flow, const char *uri, const char *id,
                    const char *contents);

/* Puts the slices of all notes in a row, in the order of their references:
 * once, when the flow is whole. */
void flow_row_notes(Flow *flow);

/* Where the notes of the slices before `slice` end in that row. */
guint32 flow_note_row(const Flow *flow, guint32 slice);

/* Lets the paragraphs go: no variant can be taken any more. */
void flow_forget_paragraphs(Flow *flow);

FlowSlice *flow_slice(GArray *slices, guint32 index);
