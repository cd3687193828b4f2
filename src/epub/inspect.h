/*
 * epub/inspect.h -- reads our finished EPUB files back and proves their rules.
 *
 * Every fault is a line in `faults`: container, mimetype first and stored, all
 * XML well-formed, manifest and files agree, spine and links resolve, ids
 * unique, names safe, no file over 250 KB.
 */
#pragma once

#include <glib.h>

typedef struct {
  GPtrArray *names;  /* of char *: the entries, in order */
  GPtrArray *faults; /* of char * */
  char *title;
  char *identifier;
  unsigned articles; /* spine documents */
} EpubReport;

/* (transfer full); NULL when it is no ZIP at all. */
EpubReport *epub_inspect(GBytes *bytes, GError **error);
void epub_report_free(EpubReport *report); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubReport, epub_report_free)
