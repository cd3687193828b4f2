/*
 * media/media.h -- what pictures are: probed before they are decoded, turned
 * upright, scaled.
 *
 * Limits     64 megapixels, 16,384 px a side, a PNG chunk of 8 MiB, 100 scans
 *            of a progressive JPEG (20 at 64 megapixels); more is refused.
 * Errors     ERROR_REFUSED with what is wrong and what to do; ERROR_LIMIT.
 */
#pragma once

#include "doc/resource.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
  ResourceKind kind;
  unsigned width;       /* px, upright */
  unsigned height;      /* px, upright */
  unsigned orientation; /* EXIF, 1 to 8 */
  unsigned components;  /* 1 grey, 3 colour, 4 CMYK */
  bool alpha;
  bool progressive;
} MediaInfo;

/* Checks the whole chunk or segment structure, unpacks the pixels once without
 * keeping them, and takes an SVG through its door (media/svg.h): what is
 * accepted here does not fail in a writer.  `name` gives the suffix that the
 * magic number must agree with. */
bool media_probe(const char *name, GBytes *bytes, MediaInfo *info,
                 GError **error);

/* The same without unpacking pixels, which costs as much as decoding: for a
 * picture that media_probe() has accepted, that media_for_screen() has made, or
 * that lies in a finished file.  What is cut off is found all the same. */
bool media_probe_structure(const char *name, GBytes *bytes, MediaInfo *info,
                           GError **error);

/* media_probe() of a resource to be: `*plain` becomes its `plain`, or NULL
 * where it has none, also as it is larger than e-readers get it.
 * (transfer full) */
bool media_probe_plain(const char *name, GBytes *bytes, MediaInfo *info,
                       GBytes **plain, GError **error);

/* Decoded pixels, upright: premultiplied ARGB32 as cairo has it (native
 * endian), rows of `stride` bytes. */
typedef struct {
  unsigned width;
  unsigned height;
  unsigned stride;
  bool alpha;
  bool grey; /* all pixels are grey and opaque */
  guint8 *data;
} MediaPixels;

MediaPixels *media_decode(const DocResource *resource, GError **error);
void media_pixels_free(MediaPixels *pixels); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MediaPixels, media_pixels_free)

/* At most `limit` px on the longer side, by area averaging; `pixels` itself
 * (with a new owner: the old pointer is taken) where it fits already. */
MediaPixels *media_scale(MediaPixels *pixels, unsigned limit);

/* px on the longer side that e-readers get: CrossPoint shows no more. */
#define MEDIA_SCREEN_LIMIT 1536u

/* An upright baseline copy for the EPUB, at most `limit` px on the longer side:
 * JPEG stays JPEG, PNG stays PNG, SVG becomes PNG of at most twice its size in
 * px, so that lines stay sharp.  Unknown chunks and APP segments are dropped.
 * A JPEG or PNG that is small, upright and baseline (a PNG: not interlaced, at
 * most 8 bits a sample) already keeps its compressed data; of a JPEG that is
 * small and else not so the coefficients are kept (media/jpeg_plain.h), where
 * that can be.  (transfer full) */
GBytes *media_for_screen(const DocResource *resource, unsigned limit,
                         GError **error);

/* As PNG bytes.  (transfer full) */
GBytes *media_encode_png(const MediaPixels *pixels, GError **error);

/* The same for a page that was drawn, which is made opaque: with a palette
 * where its colours are few.  (transfer full) */
GBytes *media_encode_page(MediaPixels *pixels, GError **error);
