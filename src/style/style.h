/*
 * style/style.h -- computed styles: what layout reads.
 *
 * Every length is in pt, every choice an enum; nothing is left to look up.
 * What is inherited and what a property's first value is stands in
 * property.inc.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
  STYLE_ALIGN_START,
  STYLE_ALIGN_END,
  STYLE_ALIGN_CENTER,
  STYLE_ALIGN_JUSTIFY
} StyleAlign;

typedef enum {
  STYLE_BREAK_AUTO,
  STYLE_BREAK_AVOID,
  STYLE_BREAK_PAGE,
  STYLE_BREAK_RECTO
} StyleBreak;

typedef enum {
  STYLE_LIST_NONE,
  STYLE_LIST_DISC,
  STYLE_LIST_DASH,
  STYLE_LIST_CIRCLE,
  STYLE_LIST_DECIMAL,
  STYLE_LIST_RUN_IN, /* all items in one paragraph, numbered */
  STYLE_LIST_COLUMNS /* items beside each other, each under its number */
} StyleList;

typedef enum {
  STYLE_CASE_NONE,
  STYLE_CASE_UPPER
} StyleCase;

typedef enum {
  STYLE_RAISE_NONE,
  STYLE_RAISE_SUPER,
  STYLE_RAISE_SUB
} StyleRaise;

typedef enum {
  STYLE_LINE_NONE,
  STYLE_LINE_UNDER,
  STYLE_LINE_THROUGH
} StyleLine;

typedef enum {
  STYLE_BORDER_NONE,
  STYLE_BORDER_SOLID,
  STYLE_BORDER_DOTTED
} StyleBorderKind;

typedef enum {
  STYLE_TOP,
  STYLE_RIGHT,
  STYLE_BOTTOM,
  STYLE_LEFT
} StyleSide; /* left is where a line of the text starts: right in RTL */

typedef struct {
  StyleBorderKind kind;
  double width;  /* pt */
  guint32 color; /* 0xRRGGBB */
} StyleBorder;

typedef struct {
  /* inherited */
  const char *font_family; /* "Literata, Noto Naskh Arabic": interned */
  double font_size;        /* pt */
  int font_weight;         /* 100 to 900 */
  bool italic;
  bool small_caps;
  bool tabular_figures; /* font-variant-numeric: tabular-nums */
  StyleCase text_transform;
  double letter_spacing; /* pt */
  double line_height;    /* pt */
  double line_factor;    /* line_height as a multiple of font_size, for the
                            elements below; 0: they take line_height as it is */
  guint32 color;         /* 0xRRGGBB */
  StyleAlign text_align;
  double text_indent; /* pt, of first lines */
  bool hyphens;
  bool balance;          /* text-wrap: lines of about the same length */
  bool keep_white_space; /* white-space: pre-wrap */
  unsigned orphans;      /* lines */
  unsigned widows;       /* lines */
  StyleList list_style;

  /* not inherited */
  double margin[4];  /* pt, by StyleSide; may be negative at the left */
  double padding[4]; /* pt */
  StyleBorder border[4];
  double width;       /* pt; 0: as wide as there is room */
  double width_share; /* of the room, 0 to 1; 0: not said */
  double max_height;  /* pt, of pictures; 0: no limit */
  StyleBreak break_before;
  StyleBreak break_after; /* AVOID: keep with next */
  StyleBreak break_inside;
  StyleRaise raise;    /* vertical-align */
  StyleLine text_line; /* text-decoration */
  const char *page;    /* the @page rule to use from here on, or NULL */
  const char *leader;  /* leader: "." in contents lines, or NULL */
  bool span_hang;      /* hang: margin -- stands in the left margin */
} Style;

/* What a margin box prints. */
typedef enum {
  STYLE_CONTENT_NONE,
  STYLE_CONTENT_TITLE,   /* string(article): the article's title */
  STYLE_CONTENT_SECTION, /* string(section): the last heading on the page */
  STYLE_CONTENT_BOOK,    /* string(book): the book's title */
  STYLE_CONTENT_FOLIO,   /* counter(page): the page label */
  STYLE_CONTENT_EDITION, /* string(edition): edition, status and dates */
  STYLE_CONTENT_ARTICLE  /* counter(article): its number in the book */
} StyleContent;

/* Where: inside is the side of the binding. */
typedef enum {
  STYLE_BOX_TOP_INSIDE,
  STYLE_BOX_TOP_CENTER,
  STYLE_BOX_TOP_OUTSIDE,
  STYLE_BOX_BOTTOM_INSIDE,
  STYLE_BOX_BOTTOM_CENTER,
  STYLE_BOX_BOTTOM_OUTSIDE,
  STYLE_BOX_MIDDLE_OUTSIDE, /* a mark at the edge, lower with each article */
  STYLE_BOX_COUNT
} StyleBoxPlace;

typedef struct {
  StyleContent content;
  const Style *style;
  double offset; /* pt, from the text block's edge to the baseline; of the box
                  * outside: to its near side */
} StyleMarginBox;

/* One @page rule, with what "@page" without a name says where it is silent.
 * Paper rules (a4, letter, a5) say size and margins; the rule without a name
 * says the text block and the grid; named rules (title, contents, first, ...)
 * say margin boxes and how far down the text begins. */
typedef struct {
  double width;         /* pt, of the paper; 0: not a paper */
  double height;        /* pt */
  double margin_top;    /* pt, from the paper's edge to the text block */
  double margin_inside; /* pt, of a recto: on its left in LTR */
  double block_width;   /* pt, text-block: W H */
  double block_height;  /* pt */
  double grid;          /* pt, distance of baselines; 0: none */
  double sink;          /* pt, empty room above the first line */
  bool one_sided;       /* sides: one -- no mirrored margins */
  StyleMarginBox box[STYLE_BOX_COUNT];
} StylePage;
