/*
 * epub/inspect.h -- reads our finished EPUB files back and proves their rules.
 *
 * Every fault is a line in `faults`: container, mimetype first and stored, all
 * XML well-formed, manifest and files agree, spine and links resolve, ids
 * unique, names safe, no file over 250 KB; what cheap readers cannot show; what
 * is claimed about accessibility against what is there.
 *
 * The words of a page are those a reader sees behind its mark.  Left out are
 * what paper has elsewhere or not at all: numbers and bodies of notes, and what
 * has the class "ebook-only".  Words end before the class "imprint", which is
 * worded otherwise on paper.
 */
#pragma once

#include "epub/finished.h"

#include <glib.h>
#include <stdbool.h>

/* A page of the page list and the words behind its mark. */
typedef struct {
  char *label;
  char *words; /* EPUB_PAGE_WORDS, or up to the next page's; "" if none */
  bool open;   /* what follows them is said differently on paper */
} EpubPageWords;

enum {
  EPUB_PAGE_WORDS = 8
};

typedef struct {
  GPtrArray *names;  /* of char *: the entries, in order */
  GPtrArray *faults; /* of char * */
  char *title;
  char *identifier;
  unsigned articles; /* spine documents */
  GPtrArray *pages;  /* of EpubPageWords, in the order of the page list */
} EpubReport;

/* (transfer full) */
EpubReport *epub_inspect(const EpubFinished *epub);
void epub_report_free(EpubReport *report); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubReport, epub_report_free)
