/*
 * doc/meta.h -- what a book and an article say about themselves.
 *
 * Plain data, filled by content/ from book.yaml and front matter, read by
 * everyone.  Strings are owned by the struct; NULL where the author said
 * nothing.  Dates are ISO 8601, "2026-11-22".
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
  META_ARTICLE,
  META_TOPIC, /* lists the articles of its part */
  META_FORM   /* to fill in on paper */
} MetaKind;

typedef enum {
  META_LTR,
  META_RTL
} MetaDirection;

typedef struct {
  char *by;
  char *on; /* date */
  char *role;
} MetaReview;

/* One article's front matter. */
typedef struct {
  char *id; /* [a-z0-9-]+, unique in the book */
  char *title;
  MetaKind kind;
  char *summary;
  char *author;  /* only where a real one is named */
  char *lang;    /* BCP 47; the book's if not said: never NULL */
  MetaDirection direction;
  char *updated;     /* date */
  MetaReview review; /* by == NULL: not yet reviewed by a clinician */
  char *review_by;   /* date */
  GStrv also_known_as; /* never NULL */
  GStrv index;         /* never NULL */
  GStrv formats;       /* never NULL */
} Meta;

Meta *meta_new(void);
void meta_free(Meta *meta); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Meta, meta_free)
