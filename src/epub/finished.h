/*
 * epub/finished.h -- a finished EPUB, unpacked and parsed once for all that is
 * asked of it: whether it is right (inspect.h), what it says (spoken.h).
 *
 * Ownership  It owns all.
 * Errors     Those of epub_archive_read().
 */
#pragma once

#include "epub/archive.h"

#include <glib.h>
#include <libxml/tree.h>

typedef struct {
  GBytes *bytes;
  EpubArchive *archive;
  GHashTable *trees; /* entry name to xmlDoc: the XML that is well-formed */
  GPtrArray *faults; /* of char *, "name: why": the XML that is not, over 16
                        MiB, or declares entities */
} EpubFinished;

/* (transfer full) */
EpubFinished *epub_finished_open(GBytes *bytes, GError **error);
void epub_finished_free(EpubFinished *epub); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubFinished, epub_finished_free)

/* The root element of an entry that is well-formed XML, or NULL. */
const xmlNode *epub_finished_root(const EpubFinished *epub, const char *file);
