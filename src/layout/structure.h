/*
 * layout/structure.h -- the structure that boxes belong to: the PDF structure
 * tree (PDF 1.7, 14.8.4).
 *
 * Shape      A leaf is the content of one node on one page; a link is a
 *            clickable rectangle.  A node's kids are nodes, leaves and links,
 *            in reading order.
 * Ownership  All live in the arrays of a LayoutDocument (box.h) and name each
 *            other by index.
 */
#pragma once

#include <glib.h>

typedef enum {
  ROLE_DOCUMENT,
  ROLE_PART,
  ROLE_SECT,
  ROLE_DIV,
  ROLE_H1,
  ROLE_H2,
  ROLE_H3,
  ROLE_H4,
  ROLE_H5,
  ROLE_H6,
  ROLE_P,
  ROLE_L,
  ROLE_LI,
  ROLE_LBL,
  ROLE_LBODY,
  ROLE_TABLE,
  ROLE_THEAD,
  ROLE_TBODY,
  ROLE_TR,
  ROLE_TH,
  ROLE_TD,
  ROLE_CAPTION,
  ROLE_FIGURE,
  ROLE_NOTE,
  ROLE_REFERENCE,
  ROLE_LINK,
  ROLE_TOC,
  ROLE_TOCI,
  ROLE_BLOCKQUOTE,
  ROLE_CODE,
  ROLE_SPAN,
  ROLE_COUNT
} Role;

typedef enum {
  KID_NODE,
  KID_LEAF,
  KID_LINK
} KidKind;

typedef struct {
  KidKind kind;
  int index; /* into nodes, leaves or links */
} Kid;

typedef struct {
  Role role;
  int parent;            /* index into nodes; -1: the root */
  const char *alt;       /* or NULL */
  const char *lang;      /* or NULL: as the parent's */
  const char *id;        /* ROLE_NOTE and TH that TDs refer to; or NULL */
  const char *headers;   /* ROLE_TD: ids separated by spaces; or NULL */
  const char *numbering; /* ROLE_L: "Disc", "Decimal", "None"; or NULL */
  const char *scope;     /* ROLE_TH: "Column", "Row"; or NULL */
  unsigned columns;      /* ROLE_TH, ROLE_TD: spanned; 0 or 1: one */
  unsigned rows;
  int page;       /* ROLE_FIGURE: where its box is; else -1 */
  double bbox[4]; /* ROLE_FIGURE: x0 y0 x1 y1, as boxes are */
  GArray *kids;   /* of Kid, in reading order */
} LayoutNode;

typedef struct {
  int node;
  int page;
} LayoutLeaf;

/* A clickable rectangle.  It is a kid of its ROLE_LINK node. */
typedef struct {
  int node;
  int page;
  double x0, y0, x1, y1;
  const char *uri; /* or NULL: a place in this document */
  int dest_page;
  double dest_y;
  const char *contents; /* what it says, never NULL */
} LayoutLink;

const char *role_name(Role role); /* "H1"; static */
