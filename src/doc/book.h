/*
 * doc/book.h -- a book: its metadata, its articles, its pictures.
 *
 * content/ makes it (metadata and the articles' raw text), reader/ gives each
 * article its tree, pass/ completes trees and pictures, the writers only read.
 *
 * Ownership  The Book owns everything it points to.
 */
#pragma once

#include "doc/meta.h"
#include "doc/registry.h"
#include "doc/resource.h"
#include "doc/tree.h"

/* What an article's text is made of. */
typedef enum {
  BOOK_WRITTEN,   /* its file */
  BOOK_EMERGENCY, /* the steps of emergency.yaml; always first */
  BOOK_GLOSSARY,  /* the words of glossary.yaml; behind all written ones */
  BOOK_INDEX      /* where articles name words for it; always last */
} BookOrigin;

/* One source file. */
typedef struct {
  Meta *meta;
  BookOrigin origin;
  char *source;       /* relative to the book: "articles/a.md" */
  GBytes *bytes;      /* the whole file; valid text, see base/bytes.h */
  gsize body_offset;  /* where the text begins, behind the front matter */
  unsigned body_line; /* the line of the file that body_offset stands in */
  unsigned part;      /* index into Book.parts */
  Doc *doc;           /* NULL until it is read */
  bool aside; /* read for the ids that others link to: not judged, not made */
} BookArticle;

/* A text that articles take in by {{include ID}}. */
typedef struct {
  char *id;     /* the file's name without its suffix */
  char *source; /* "fragments/a.md" */
  GBytes *bytes;
  Doc *doc; /* NULL until it is read */
} BookFragment;

/* A run of articles under a title of their own in the contents. */
typedef struct {
  char *title; /* NULL: no title, its articles stand at the top level */
} BookPart;

/* Where a translation comes from. */
typedef struct {
  char *id; /* NULL: this is no translation */
  char *edition;
} BookTranslation;

/* What a date may refuse, and what the user took upon himself. */
typedef struct {
  char *today; /* date to judge by, never to print; NULL: judge no date */
  bool allow_unchecked; /* helplines */
  bool allow_overdue;   /* articles past their review-by */
} BookGate;

/* A sentence that names its sources, for a clinician to go through. */
typedef struct {
  const BookArticle *article; /* of this book */
  unsigned line;
  char *sentence;
  GStrv sources; /* ids */
} BookClaim;

/* Printed sheets of an earlier edition that must go. */
typedef struct {
  char *article; /* its id */
  char *edition;
  char *because; /* what differs: "numbers, steps" */
} BookRecall;

/* Who evaluated the EPUB's accessibility; all three are needed for a claim. */
typedef struct {
  char *by;
  char *on; /* date */
  char *report;
} BookEvaluation;

typedef struct {
  bool bare; /* a folder without book.yaml: read leniently */
  char *id;  /* [a-z0-9._-]+: names the outputs */
  char *title;
  char *subtitle;
  char *lang; /* BCP 47, never NULL */
  MetaDirection direction;
  char *edition;
  char *released; /* date, never NULL: the only date an output may show */
  char *previous; /* the last edition's manifest, a file of the book folder */
  char *replaces; /* that edition, once release/ has read the manifest */
  bool draft;
  bool discreet;
  char *report_errors_to;
  char *series;
  unsigned series_position; /* 0: not said */
  char *isbn;
  char *address; /* where the book is found on the web */
  char *author;
  char *publisher;
  char *licence;
  BookTranslation translation;
  BookEvaluation evaluation;
  GStrv fonts;          /* families to embed in the EPUB; never NULL */
  GStrv formats;        /* never NULL */
  GPtrArray *parts;     /* of BookPart */
  GPtrArray *articles;  /* of BookArticle, in reading order */
  GPtrArray *resources; /* of DocResource, in order of first use */
  GPtrArray *spare;     /* of DocResource: checked, and not in use (yet) */
  GPtrArray *fragments; /* of BookFragment, by the bytes of their names */
  Registry *registry;   /* never NULL */
  GPtrArray *claims;    /* of BookClaim; made by pass/claims.c */
  GPtrArray *recalls;   /* of BookRecall; made by release/recall.c */
  BookGate gate;
} Book;

Book *book_new(void);
void book_free(Book *book); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Book, book_free)

BookArticle *book_add_article(Book *book);
BookFragment *book_add_fragment(Book *book);
BookClaim *book_add_claim(Book *book);
BookRecall *book_add_recall(Book *book);

/* The pictures of `other`, which may be this book, become spare ones here. */
void book_take_spare(Book *book, Book *other);

BookPart *book_add_part(Book *book, const char *title); /* title may be NULL */

const BookArticle *book_article(const Book *book, unsigned index);
const BookPart *book_part(const Book *book, unsigned index);

/* By id, or NULL. */
const BookArticle *book_find_article(const Book *book, const char *id);
const BookFragment *book_find_fragment(const Book *book, const char *id);
