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

/* What its readers must know about how far an article can be trusted; set by
 * the passes, printed in its status line. */
typedef struct {
  bool unchecked;   /* it prints numbers that nobody has checked */
  bool second_hand; /* claims known only through pages that report them */
  bool unverified;  /* claims that nobody has confirmed */
  bool overdue;     /* for review, on the day that the book is of */
} MetaStatus;

/* One article's front matter. */
typedef struct {
  char *id; /* [a-z0-9-]+, unique in the book */
  char *title;
  bool title_found; /* in the text: the front matter has none */
  MetaKind kind;
  char *summary;
  char *author; /* only where a real one is named */
  char *lang;   /* BCP 47; the book's if not said: never NULL */
  MetaDirection direction;
  char *updated;       /* date */
  MetaReview review;   /* by == NULL: not yet reviewed by a clinician */
  char *review_by;     /* date */
  unsigned max_grade;  /* of reading, that it must not exceed; 0: not said */
  GStrv also_known_as; /* never NULL */
  GStrv index;         /* never NULL */
  GStrv formats;       /* never NULL */
  MetaStatus status;
} Meta;

Meta *meta_new(void);
void meta_free(Meta *meta); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Meta, meta_free)
