/*
 * pdf/content.h -- the content stream of a page: cuts out, marked content in.
 *
 * Method     Tags of cairo's own lose images and rules on some versions and
 *            cannot say what PDF/UA needs.  So the painter draws a cut before
 *            each segment (plan.h); cairo keeps painting order, closes text
 *            objects and undoes clips before a cut, hence the cuts divide the
 *            stream exactly, on cairo 1.16 and 1.18.  Here each cut goes out
 *            and the segment is put between BDC and EMC, with an MCID or as an
 *            artifact.
 *            The ground (plan.h) goes out, too.
 * Proof      A cut is a filled rectangle of its size in its colour, and its
 *            number must be the one due.  The colour is one that no box has,
 *            and drawings stand in a Form XObject of their own, so nothing
 *            else can look like a cut.
 * Errors     ERROR_BUG on any doubt: something painted before the first cut, a
 *            cut missing, extra, out of order or not filled, painting in the
 *            cut's colour, an inline image, unbalanced q/Q or q nested more
 *            than 28 deep (PDF/A-2, 6.1.13), marked content or colours where
 *            cairo writes none.  Nothing is guessed.
 * Colour     Pure black becomes DeviceGray, so that no printer mixes it.
 */
#pragma once

#include "pdf/plan.h"

#include <glib.h>
#include <stdbool.h>

enum {
  PDF_STATES = 28 /* of q, one in the other */
};

/* Appends the rewritten stream to `out`, and to `owners` (of int) the leaf of
 * each MCID that was given: number 0 first. */
bool pdf_content_rewrite(const char *in, gsize length, const GArray *segments,
                         GString *out, GArray *owners, GError **error);

/* The stream of a Form XObject or pattern: only the colours.  Sets `*depth` to
 * how deep q nests in it. */
bool pdf_content_blacken(const char *in, gsize length, GString *out,
                         unsigned *depth, GError **error);
