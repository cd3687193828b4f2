/*
 * doc/tree.h -- the document tree, for reading.
 *
 * Readers build it, passes rewrite it, writers render it; everything else
 * in src/ stands on one side of it.  To change a tree, include doc/edit.h.
 *
 * Shape      A Doc owns one tree, its root of kind DOC_DOCUMENT: one article.
 *            A block holds blocks or inlines, an inline holds inlines, none
 *            holds both.  doc_kind_accepts() states the rule, doc_check()
 *            tests it.
 * Ownership  Nodes and their strings live exactly as long as their Doc; none
 *            is ever freed by itself.
 * Access     Read the fields directly.  const DocNode * promises to leave the
 *            whole subtree alone, which C cannot see: so only reader/ and
 *            pass/ may include doc/edit.h (src/LAYERS).
 * Depth      Readers cap nesting at DOC_DEPTH_MAX, so everyone may recurse.
 * Errors     Nothing here fails at run time.  A wrong kind or a NULL is a bug
 *            in the caller and trips g_return_if_fail().
 */
#pragma once

#include "doc/kind.h"

#include <glib.h>

enum {
  DOC_DEPTH_MAX = 100
};

typedef struct Doc Doc;
typedef struct DocNode DocNode;
typedef struct DocResource DocResource; /* doc/resource.h */

/* Where a node began in its source.  Line 0: made by a pass. */
typedef struct {
  unsigned line;   /* from 1 */
  unsigned column; /* from 1, in bytes */
} DocPos;

typedef enum {
  DOC_TASK_NONE,
  DOC_TASK_OPEN,
  DOC_TASK_DONE
} DocTask;

typedef enum {
  DOC_ALIGN_NONE,
  DOC_ALIGN_LEFT,
  DOC_ALIGN_CENTER,
  DOC_ALIGN_RIGHT
} DocAlign;

typedef struct {
  bool ordered;
  bool tight; /* no blank lines between the items */
  unsigned start;
} DocList;

typedef enum {
  DOC_LINK_UNRESOLVED, /* as read */
  DOC_LINK_EXTERNAL,   /* target is an http, https, mailto or tel address */
  DOC_LINK_INTERNAL    /* target is the id of a node of this book */
} DocLinkKind;

/* An id that is unique in the book is "ARTICLE" for an article's root and
 * "ARTICLE.anchor" below it, so an id alone tells its article: neither part
 * has a dot. */
typedef struct {
  const char *target; /* as written until pass/links.c resolves it */
  const char *title;  /* or NULL */
  DocLinkKind kind;
} DocLink;

typedef struct {
  const char *target;          /* as written */
  const char *title;           /* or NULL */
  const DocResource *resource; /* NULL until pass/images.c has found it, and
                                * where there is none (a message says so) */
  bool decorative;             /* said by the author: title "decorative" */
} DocImage;

typedef struct {
  bool header;      /* a header cell */
  unsigned columns; /* spanned; at least 1 */
  unsigned rows;    /* spanned; at least 1 */
  DocAlign align;
} DocCell;

typedef struct {
  const char *label; /* as written */
  unsigned number;   /* from 1 in its article; 0 until pass/notes.c */
} DocNote;

typedef struct {
  const char *label;   /* as written */
  const DocNode *note; /* NULL until pass/notes.c */
  unsigned nth;        /* which reference to that note this is, from 1 */
} DocNoteRef;

struct DocNode {
  DocKind kind;
  DocPos pos;

  DocNode *parent;
  DocNode *prev;
  DocNode *next;
  DocNode *first; /* child */
  DocNode *last;  /* child */

  const char *id; /* anchor; NULL, or unique in the book after pass/ids.c */
  const char
      *class_name;  /* NULL, or words separated by single spaces, for styles */
  const char *lang; /* BCP 47, where it differs from the parent's; or NULL */

  union {
    const char *text;    /* DOC_TEXT, DOC_CODE, DOC_CODE_BLOCK */
    unsigned level;      /* DOC_HEADING: 1 to 6 */
    DocCallout callout;  /* DOC_CALLOUT */
    DocList list;        /* DOC_LIST */
    DocTask task;        /* DOC_ITEM */
    DocLink link;        /* DOC_LINK, DOC_PAGE_REF */
    DocImage image;      /* DOC_IMAGE */
    bool header;         /* DOC_ROW: a header row */
    DocCell cell;        /* DOC_CELL */
    DocNote note;        /* DOC_NOTE */
    DocNoteRef note_ref; /* DOC_NOTE_REF */
  } as;
};

/* The document */

const char *doc_source(const Doc *doc); /* its file name, for messages */
const DocNode *doc_root(const Doc *doc);
void doc_free(Doc *doc); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Doc, doc_free)

/* Its nodes */

/* The text below `node`, each break as one space.  (transfer full) */
char *doc_node_plain_text(const DocNode *node);

/* True if `word` is one of the node's class words. */
bool doc_node_has_class(const DocNode *node, const char *word);

/* The node's language: its own or the nearest ancestor's; NULL if none says. */
const char *doc_node_lang(const DocNode *node);

/* Tests links and containment.  Appends a line per fault to `report`, which
 * may be NULL.  Debug builds run it after each reader and each pass. */
bool doc_check(const Doc *doc, GString *report);
