/*
 * epub/archive.h -- a finished EPUB, unpacked in memory, within limits.
 *
 * Limits     10,000 entries, 256 MiB an entry, 1 GiB in all, 200 bytes out of
 *            one byte in (past the first MiB); bytes are counted as they come,
 *            what headers say is not believed.
 * Errors     ERROR_REFUSED: no ZIP, or broken; ERROR_LIMIT.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
  char *name;
  bool stored; /* not deflated */
  GBytes *bytes;
} EpubEntry;

typedef struct {
  GPtrArray *entries; /* of EpubEntry, in the file's order */
  GHashTable *names;  /* name to the first EpubEntry that has it */
} EpubArchive;

/* (transfer full) */
EpubArchive *epub_archive_read(GBytes *bytes, GError **error);
void epub_archive_free(EpubArchive *archive); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubArchive, epub_archive_free)

const EpubEntry *epub_archive_find(const EpubArchive *archive,
                                   const char *name);

/* True for .opf, .ncx, .xhtml and .xml. */
bool epub_entry_is_xml(const EpubEntry *entry);
