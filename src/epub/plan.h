/*
 * epub/plan.h -- what the EPUB will hold, decided before a word is written:
 * its files, which file and anchor each node of the trees goes to, where the
 * printed pages begin.
 *
 * Order      names and pictures, pieces (epub/split.h), anchors and pages
 *            (epub/anchor.h), then the files are written.
 * Ownership  The plan owns all it points to but the book and the options.
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"
#include "epub/epub.h"

#include <glib.h>
#include <stdbool.h>

enum {
  EPUB_FILE_LIMIT = 250 * 1000, /* bytes: cheap readers give up on more */
  EPUB_ANCHOR_LIMIT = 1024,     /* ids in a file: CrossPoint's table */
  EPUB_NOTE_SHORTEST = 9,       /* characters: Kobo pops up neither shorter */
  EPUB_NOTE_LONGEST = 5000,     /* nor longer notes */
  EPUB_NO_PAGE = -1
};

/* In the order of the finished file. */
typedef enum {
  EPUB_FILE_PACKAGE,
  EPUB_FILE_NAVIGATION,
  EPUB_FILE_NCX,
  EPUB_FILE_STYLE,
  EPUB_FILE_TEXT, /* these make the spine */
  EPUB_FILE_PICTURE,
  EPUB_FILE_FONT
} EpubFileKind;

/* A file of the finished EPUB. */
typedef struct {
  EpubFileKind kind;
  char *name;             /* [a-z0-9._-]+ */
  const char *media_type; /* static */
  const char *properties; /* of its manifest item: "nav"; static, or NULL */
  GBytes *bytes;
} EpubFile;

/* Where something stands in the EPUB. */
typedef struct {
  const char *file; /* borrowed from a piece, or static */
  char *anchor;     /* an NCName, unique in its article; NULL: the file */
  int page;         /* index of the printed page, or EPUB_NO_PAGE */
} EpubPlace;

/* An article, or the part of a long one that fits into a file. */
typedef struct {
  const BookArticle *article;
  char *file;
  unsigned number; /* from 1 */
  bool last;
  GPtrArray *nodes; /* of const DocNode *: its blocks, without notes */
  GPtrArray *notes; /* of const DocNode *: first referred to here */
  char *title_anchor;
} EpubPiece;

typedef struct {
  const Book *book;
  const EpubOptions *options;
  Diag *diag;
  GPtrArray *files;     /* of EpubFile; sorted by kind at the end */
  GHashTable *names;    /* set of file names that are taken */
  GHashTable *anchors;  /* set of "ARTICLE.anchor" that are taken */
  GHashTable *pictures; /* DocResource to EpubFile, borrowed */
  GPtrArray *pieces;    /* of EpubPiece, in reading order */
  GHashTable *places;   /* const DocNode * to EpubPlace */
  GHashTable *targets;  /* id of the tree to EpubPlace, both borrowed */
  GHashTable *backs;    /* DOC_NOTE to GPtrArray of its DOC_NOTE_REFs */
  GHashTable *pages_at; /* const DocNode * to GArray of page indices */
  unsigned front_pages; /* pages before the first with text: title page */
  unsigned back_pages;  /* the first behind the last with text: at the end */
  GPtrArray *pages;     /* of EpubPlace, by index into options->pages */
} EpubPlan;

/* (transfer full) */
EpubPlan *epub_plan_new(const Book *book, const EpubOptions *options,
                        Diag *diag);
void epub_plan_free(EpubPlan *plan); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubPlan, epub_plan_free)

/* `stem` + `suffix`, with a number between them if that is taken; the name is
 * taken from now on.  (transfer full) */
char *epub_plan_take_name(EpubPlan *plan, const char *stem, const char *suffix);

/* An NCName like `wanted` that no other anchor of `article` has; it is taken
 * from now on.  (transfer full) */
char *epub_plan_take_anchor(EpubPlan *plan, const char *article,
                            const char *wanted);

/* No files yet; with the array its files are freed.
 * (transfer full) (element-type EpubFile) */
GPtrArray *epub_files_new(void);

/* Takes `name` and `bytes`. */
EpubFile *epub_files_add(GPtrArray *files, EpubFileKind kind, char *name,
                         GBytes *bytes);

/* Takes `name` and `bytes`; the other strings must be static. */
EpubFile *epub_plan_add_file(EpubPlan *plan, EpubFileKind kind, char *name,
                             const char *media_type, GBytes *bytes);

/* A place for `node`; takes `anchor`. */
EpubPlace *epub_plan_add_place(EpubPlan *plan, const DocNode *node,
                               const char *file, char *anchor);

/* Where the node with this id went, or NULL. */
const EpubPlace *epub_plan_find_target(const EpubPlan *plan, const char *id);

/* The first file of an article. */
const char *epub_plan_article_file(const EpubPlan *plan,
                                   const BookArticle *article);

/* "file#anchor", or "#anchor" seen from the file itself.  `from` may be NULL.
 * (transfer full) */
char *epub_place_address(const EpubPlace *place, const char *from);

unsigned epub_plan_page_count(const EpubPlan *plan);
const char *epub_plan_page_label(const EpubPlan *plan, unsigned page);

/* Pictures of the articles, upright and small enough, as files. */
bool epub_plan_add_pictures(EpubPlan *plan, GError **error);
