/*
 * pdf/picture.h -- the pictures of a document: each decoded once, kept while
 * pages still need it.
 *
 * JPEG       grey or RGB data that stand upright and are not finer than needed
 *            go into the file as they are, without their metadata; others are
 *            made again by media/.
 * PNG        pixels, at most as fine as needed.
 * SVG        vectors, in a group of its own: a drawing cannot fake a cut.
 *
 * Ownership  Resources are borrowed from the layout.
 * Errors     those of media/, with the picture's name in front.
 */
#pragma once

#include "layout/box.h"

#include <cairo.h>
#include <stdbool.h>

/* Finer pictures are scaled down: what an office printer can show. */
#define PDF_PICTURE_DENSITY (300.0 / 72.0) /* px per pt */

typedef struct PdfPictures PdfPictures;

/* `density`: px per pt that are kept.  (transfer full) */
PdfPictures *pdf_pictures_new(const LayoutDocument *document, double density);
void pdf_pictures_free(PdfPictures *pictures); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfPictures, pdf_pictures_free)

/* Draws into the rectangle x, y, width, height of `cairo`. */
bool pdf_pictures_paint(PdfPictures *pictures, cairo_t *cairo,
                        const DocResource *resource, double x, double y,
                        double width, double height, GError **error);

/* Lets go of pictures that no page after `page` shows. */
void pdf_pictures_end_page(PdfPictures *pictures, unsigned page);
