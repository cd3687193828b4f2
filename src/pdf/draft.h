/*
 * pdf/draft.h -- a PDF that is being finished: cairo's objects, some of them
 * changed, and new ones, all as text.
 *
 * Shape      An object is a number.  Its text is that of cairo's file until it
 *            is set or begun anew; a stream has bytes besides.
 * Cost       Thousands of elements and links are appended to one string; what
 *            cairo has packed and nobody changed goes through as it is.
 * Written    Streams, then all else in object streams, then a stream of
 *            cross-references (PDF 1.7, 7.5.7 and 7.5.8).  Objects of cairo's
 *            that nothing leads to any more are left out.  The ID is a hash of
 *            the checksums of all streams.
 * Errors     ERROR_IO: what was painted is no PDF.
 */
#pragma once

#include "pdf/file.h"

#include <glib.h>
#include <stdbool.h>

typedef struct PdfDraft PdfDraft;

/* (transfer full) */
PdfDraft *pdf_draft_new(GBytes *painted, GError **error);
void pdf_draft_free(PdfDraft *draft); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfDraft, pdf_draft_free)

/* What cairo wrote: resolves its references; knows no changes. */
PdfFile *pdf_draft_source(PdfDraft *draft);

int pdf_draft_root(const PdfDraft *draft);
void pdf_draft_set_info(PdfDraft *draft, int number);

/* The number of a new object. */
int pdf_draft_reserve(PdfDraft *draft);

/* The object's text is what is appended up to pdf_draft_end(). */
GString *pdf_draft_begin(PdfDraft *draft, int number);
void pdf_draft_end(PdfDraft *draft);

/* The object as it is now; until the next change of any. */
PdfValue pdf_draft_value(PdfDraft *draft, int number);

/* Puts `text` under `key`, "/Annots", of a dictionary or stream; NULL: takes
 * the key away. */
void pdf_draft_set(PdfDraft *draft, int number, const char *key,
                   const char *text);

/* Appends keys and values, "/Tabs/S", to a dictionary, in place of what it has
 * under these keys. */
void pdf_draft_add(PdfDraft *draft, int number, const char *entries);

/* The bytes of a stream, whose text is its dictionary without /Length and
 * /Filter; they are packed, or stored as they are. */
void pdf_draft_pack(PdfDraft *draft, int number, const void *data,
                    gsize length);
void pdf_draft_store(PdfDraft *draft, int number, const void *data,
                     gsize length);

/* ERROR_IO: a stream of cairo's without its bytes.  (transfer full) */
GBytes *pdf_draft_write(PdfDraft *draft, GError **error);
