/*
 * layout/builder.h -- what the makers of block kinds share: where they write,
 * in which style, how wide.
 *
 * A maker saves the fields that it changes and puts them back.  Vertical space
 * collapses: the next slice gets the larger of the margins that meet.
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"
#include "layout/flow.h"
#include "layout/paragraph.h"
#include "style/sheet.h"

/* The price of a page's end between what should stand together: a little less
 * than a page that is one line short (page_cost.h). */
#define BUILDER_PARTED 80.0

/* What stays the same for a whole document. */
typedef struct {
  const Book *book;
  bool rtl; /* the book, or the one article of a sheet */
  StyleSheet *sheet;
  Shaper *shaper;
  Hyphenation *hyphenation;
  Diag *diag;
  const StylePage *page;        /* the rule without a name */
  const StylePage *sheet_paper; /* of one article alone; NULL: the reader */
  const char *sheet_article;    /* its id */
  GHashTable *page_numbers; /* id (char *) to label (char *), settled so far */
} LayoutContext;

typedef struct {
  const LayoutContext *context;
  Flow *flow;
  GArray *slices;     /* of the flow: slices or note_slices */
  const char *source; /* file of the article, for messages; or NULL */
  const char *lang;
  bool rtl;

  const StyleElement *element; /* the container */
  const Style *style;
  int node;     /* flow node of the container */
  double x;     /* pt, of the container's content */
  double width; /* pt */

  double space;     /* pt, that waits for the next slice */
  double lead;      /* pt, that stays even at the top of a page */
  FlowBreak before; /* of the next slice */
  bool first;       /* the next paragraph opens a text or follows a heading */
  FlowRange repeat; /* table head that continues over pages */
  guint32 block;    /* first slice of the block that ended last, + 1; or 0 */
} Builder;

/* What builder_enter() changed, for builder_leave(). */
typedef struct {
  const StyleElement *element;
  const Style *style;
  int node;
  double x;
  double width;
  guint32 frame_first; /* slice */
  bool framed;
  StyleElement entered;
} BuilderSaved;

/* Enters a container: its style, margins, padding, borders.  With `role` a
 * structure node is made for it (ROLE_COUNT: none). */
void builder_enter(Builder *builder, BuilderSaved *saved, const char *name,
                   const char *classes, Role role);
void builder_leave(Builder *builder, const BuilderSaved *saved);

/* True if the container is an article itself: its blocks are the text's. */
bool builder_in_text(const Builder *builder);

/* Waits with at least `space` pt for the next slice. */
void builder_space(Builder *builder, double space);

/* A new last slice; the waiting space and break are used up.  Its ranges begin
 * where the flow's arrays end now: append boxes, then call builder_close(). */
FlowSlice *builder_slice(Builder *builder, double height);
void builder_close(Builder *builder);

/* `id` stands at the next slice. */
void builder_anchor(Builder *builder, const char *id);

/* An artifact rectangle in the newest slice. */
void builder_rule(Builder *builder, double x, double y, double width,
                  double height, guint32 color);

/* The language in which a node's text is set. */
const char *builder_lang(const Builder *builder, const DocNode *node);

/* True unless `id` belongs to an article that is not on this sheet. */
bool builder_has(const Builder *builder, const char *id);

/* The number of a page, "?" while it is not known. */
const char *builder_page_number(const Builder *builder, const char *id);

/* Inline content of `parent` in the style of `element`.  (inline.c) */
void builder_inlines(Builder *builder, Paragraph *paragraph,
                     const DocNode *parent, const StyleElement *element,
                     const Style *style, int node);

/* Plain text of the layout's own.  (inline.c) */
void builder_text(Builder *builder, Paragraph *paragraph, const char *text,
                  const Style *style, int node);

/* How many lines, and how wide, a paragraph became. */
typedef struct {
  guint32 first; /* slice */
  unsigned lines;
  double last_end; /* x where the last line ends */
} ParagraphSet;

/* Shapes, breaks and sets a paragraph in the container.  One that has variants
 * is taken: `*paragraph` is then NULL.  (set.c) */
ParagraphSet builder_set(Builder *builder, Paragraph **paragraph);

/* Sets the variants that page_break() chose, and lets the others go. (set.c) */
void set_take_variants(const LayoutContext *context, Flow *flow);

/* Shapes without setting: for tables.  (set.c) */
void builder_shape(Builder *builder, Paragraph *paragraph);

/* What has an id in bytes [start, end) of a paragraph stands at the next slice.
 * (set.c) */
void builder_anchors(Builder *builder, const Paragraph *paragraph,
                     guint32 start, guint32 end);

/* The notes that bytes [start, end) of a paragraph refer to become the newest
 * slice's.  (set.c) */
void builder_note_refs(Builder *builder, const Paragraph *paragraph,
                       guint32 start, guint32 end);

/* All blocks below `parent`.  (block.c) */
void builder_blocks(Builder *builder, const DocNode *parent);
void builder_block(Builder *builder, const DocNode *node);

/* A paragraph of the layout's own: "title", "status".  Returns the slice.
 * (block.c) */
ParagraphSet builder_own(Builder *builder, const char *name,
                         const char *classes, Role role, const char *text);

/* Block kinds in files of their own. */
void builder_list(Builder *builder, const DocNode *node);
void builder_table(Builder *builder, const DocNode *node);
void builder_figure(Builder *builder, const DocNode *node);
void builder_note(Builder *builder, const DocNode *node);

/* The size of a picture in a room `width` wide.  (figure.c) */
void builder_image_size(const Builder *builder, const DocNode *image,
                        const Style *style, double room, double *width,
                        double *height);
