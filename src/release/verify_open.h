/*
 * release/verify_open.h -- the files of a release, each opened and read once
 * for all the proofs that ask it.
 *
 * Ownership  A VerifyOpen owns what it gives.  Of the PDFs it keeps one, the
 *            last: whoever asks for another gives that up.
 */
#pragma once

#include "epub/inspect.h"
#include "pdf/finished.h"

#include <glib.h>
#include <stdbool.h>

typedef struct VerifyOpen VerifyOpen;

/* `bytes` are the files by name (GBytes); borrowed.  (transfer full) */
VerifyOpen *verify_open_new(GHashTable *bytes);
void verify_open_free(VerifyOpen *open); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(VerifyOpen, verify_open_free)

/* NULL if there is no such file. */
GBytes *verify_open_bytes(const VerifyOpen *open, const char *name);

/* NULL, with `*error` set, if it is no PDF; `error` may be NULL. */
PdfFinished *verify_open_pdf(VerifyOpen *open, const char *name,
                             GError **error);

/* NULL, with `*error` set, if it is no EPUB; `error` may be NULL. */
const EpubReport *verify_open_epub(VerifyOpen *open, const char *name,
                                   GError **error);

/* Of EpubArticle (epub/spoken.h), with or without the page numbers in links;
 * NULL if it is no EPUB. */
const GPtrArray *verify_open_articles(VerifyOpen *open, const char *name,
                                      bool with_pages);
