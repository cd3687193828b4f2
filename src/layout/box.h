/*
 * layout/box.h -- what layout makes and the PDF writer paints: pages of
 * positioned boxes, and the structure they belong to.
 *
 * Space      pt, x to the right, y down, from the top left corner of the text
 *            block.  Running heads stand at negative y.  Papers differ only in
 *            where they put the text block (LayoutPaper).
 * Order      Boxes of a page are in painting order, which is reading order but
 *            for bidirectional lines; the order of a node's kids is reading
 *            order always.
 * Structure  Nodes are the PDF structure tree (PDF 1.7, 14.8.4).  A leaf is the
 *            content of one node on one page: each box names its leaf, or is an
 *            artifact.  Boxes of one leaf stand together on a page.
 * Ownership  Everything lives as long as the LayoutDocument; glyph and text
 *            memory lies in its arena.  Fonts belong to style/fonts.
 */
#pragma once

#include "doc/resource.h"
#include "layout/structure.h"

#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>

/* --- boxes --- */

typedef enum {
  BOX_GLYPHS, /* a run of text in one font */
  BOX_RULE,   /* a filled rectangle */
  BOX_DOTS,   /* a dotted rectangle outline */
  BOX_IMAGE
} BoxKind;

/* Why a box is no content (PDF 1.7, 14.8.2.2). */
typedef enum {
  ARTIFACT_HEADER, /* running head: /Type/Pagination/Subtype/Header */
  ARTIFACT_FOOTER, /* page number, foot line */
  ARTIFACT_REPEAT, /* repeated table head: /Type/Pagination */
  ARTIFACT_LAYOUT  /* rules, leaders, frames: /Type/Layout */
} Artifact;

typedef struct {
  guint32 glyph; /* index in the font */
  float x;       /* pt, from the box's x, before x_scale */
  float y;       /* pt, from the baseline, down */
} BoxGlyph;

/* `bytes` of the run's text are shown by `glyphs` glyphs. */
typedef struct {
  guint8 bytes;
  guint8 glyphs;
} BoxCluster;

typedef struct {
  PangoFont *font;        /* borrowed */
  double x_scale;         /* font expansion: 1 is none */
  guint32 color;          /* 0xRRGGBB */
  const char *text;       /* UTF-8 in reading order, what a copy gives */
  unsigned text_length;   /* bytes */
  const BoxGlyph *glyphs; /* in visual order */
  unsigned glyph_count;
  const BoxCluster *clusters; /* in reading order */
  unsigned cluster_count;
  bool backward; /* clusters run from the last glyph to the first */
} BoxGlyphs;

typedef struct {
  BoxKind kind;
  int leaf;          /* index into leaves, or -1: an artifact */
  Artifact artifact; /* where leaf is -1 */
  double x;          /* left */
  double y;          /* BOX_GLYPHS: the baseline; others: the top */
  double width;
  double height; /* BOX_GLYPHS: 0 */
  union {
    BoxGlyphs glyphs;
    guint32 color;            /* BOX_RULE, BOX_DOTS */
    const DocResource *image; /* BOX_IMAGE: drawn upright into the box */
  } as;
} Box;

/* --- pages --- */

typedef struct {
  const char *label; /* "iv", "12" */
  bool verso;        /* a left-hand page (right-hand in RTL) */
  int article;       /* index into Book.articles, or -1 */
  GArray *boxes;     /* of Box */
} LayoutPage;

typedef struct {
  const char *title;
  int level; /* from 1; never more than one deeper than the one before */
  int page;
  double y;
} LayoutBookmark;

/* From `page` on, labels count from `start` in `style`. */
typedef struct {
  int page;
  char style; /* 'r' roman, 'D' decimal */
  int start;
} LayoutLabelRange;

/* The word of an article that begins a page; pages without one are left out. */
typedef struct {
  int page;
  unsigned article; /* index into Book.articles */
  const struct DocNode *node;
  gsize offset; /* bytes into its text */
} LayoutStart;

/* What page breaking did to a page so that its foot is level: a paragraph in
 * one line more or fewer than is best for it, or lines put into the page's
 * gaps. */
typedef struct {
  int page;
  int lines;
  const char *words; /* that the paragraph begins with; NULL: the gaps */
} LayoutTaken;

/* Where a paper puts the text block. */
typedef struct {
  const char *name; /* "a4" */
  double width;     /* pt */
  double height;    /* pt */
  double x_recto;   /* pt, of the text block's left edge */
  double x_verso;
  double y; /* pt, of the text block's top edge */
} LayoutPaper;

/* What the document says about itself; strings borrowed from the book. */
typedef struct {
  const char *title;
  const char *author;  /* or NULL */
  const char *subject; /* or NULL */
  const char *lang;
  const char *date; /* "2026-11-22" */
} LayoutInfo;

typedef struct {
  LayoutInfo info;
  GArray *pages;     /* of LayoutPage */
  GArray *nodes;     /* of LayoutNode; 0 is the ROLE_DOCUMENT */
  GArray *leaves;    /* of LayoutLeaf */
  GArray *links;     /* of LayoutLink */
  GArray *bookmarks; /* of LayoutBookmark */
  GArray *labels;    /* of LayoutLabelRange */
  GArray *starts;    /* of LayoutStart, in page order */
  GArray *taken;     /* of LayoutTaken, in page order */
  GArray *papers;    /* of LayoutPaper: the papers that were asked for */
  struct LayoutArena *arena;
} LayoutDocument;

LayoutDocument *layout_document_new(void);
void layout_document_free(LayoutDocument *document); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LayoutDocument, layout_document_free)

/* Memory that lives as long as the document, not zeroed. */
void *layout_alloc(LayoutDocument *document, gsize bytes);
const char *layout_strdup(LayoutDocument *document, const char *text);

const char *artifact_properties(Artifact a); /* "/Type/Layout"; static */

/* A new node as the last kid of `parent` (-1: the root).  Returns its index. */
int layout_node_new(LayoutDocument *document, int parent, Role role);
void layout_node_add_kid(LayoutDocument *document, int node, KidKind kind,
                         int index);
LayoutNode *layout_node(LayoutDocument *document, int index);
