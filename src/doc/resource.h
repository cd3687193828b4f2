/*
 * doc/resource.h -- a picture that the book carries.
 *
 * Made once per file by pass/images.c, shared by all articles and outputs.
 * `bytes` are the author's bytes, probed but not decoded; writers that need
 * pixels ask media/, which turns them upright and scales them.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
  RESOURCE_PNG,
  RESOURCE_JPEG,
  RESOURCE_SVG
} ResourceKind;

typedef struct DocResource DocResource;

struct DocResource {
  char *source; /* relative to the book: "articles/images/a.jpg" */
  char *name;   /* safe and unique in the book, [a-z0-9._-]+: "a.jpg" */
  ResourceKind kind;
  GBytes *bytes;
  GBytes *plain;   /* the same picture, upright and as e-readers want it, if the
                      probe made it at once (media/media.h); or NULL */
  unsigned width;  /* px, upright (orientation applied) */
  unsigned height; /* px, upright */
  unsigned orientation; /* EXIF 1 to 8; 1 if none is said */
};

/* Takes `bytes`' reference.  (transfer full) */
DocResource *doc_resource_new(const char *source, const char *name,
                              ResourceKind kind, GBytes *bytes);
void doc_resource_free(DocResource *resource); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocResource, doc_resource_free)

const char *doc_resource_media_type(ResourceKind kind); /* "image/png" */
