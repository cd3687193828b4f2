/*
 * epub/audit.h -- an inspection under way (epub/inspect.h): what its rules
 * share.  Each rule adds a fault and goes on; none trusts another.
 */
#pragma once

#include "epub/finished.h"
#include "epub/inspect.h"

typedef struct {
  EpubReport *report;
  const EpubFinished *epub;
  GHashTable *ids;      /* set of "file#id" */
  GHashTable *manifest; /* item id to file name */
  GHashTable *listed;   /* set of file names in the manifest */
  GHashTable *spine;    /* set of file names */
  GPtrArray *order;     /* of char *: the files of the spine */
  bool names_page_source;
  GPtrArray *marks; /* of char *, "file#id label": page breaks, in order */
  char *package;    /* its file name, or NULL */
  char *navigation; /* file names, or NULL */
  char *ncx;
} EpubAudit;

void epub_audit_fault(EpubAudit *audit, const char *file, const char *format,
                      ...) G_GNUC_PRINTF(3, 4);

/* The root element of an entry that is well-formed XML, or NULL. */
const xmlNode *epub_audit_root(const EpubAudit *audit, const char *file);

/* True for an element of this local name. */
bool epub_audit_is(const xmlNode *node, const char *name);

/* "href", "epub:type"; NULL if there is none. */
const char *epub_audit_attribute(const xmlNode *node, const char *name);

/* The first text inside, or "". */
const char *epub_audit_text(const xmlNode *node);

/* Calls `visit` with every element, parents first. */
void epub_audit_walk(const xmlNode *node,
                     void (*visit)(const xmlNode *node, gpointer data),
                     gpointer data);

/* The first element below `node` of this name, itself included, or NULL. */
const xmlNode *epub_audit_find(const xmlNode *node, const char *name);

/* What `href` in `file` points to, as "file" and fragment (NULL if none).
 * NULL if it leads out of the container.  Both (transfer full). */
char *epub_audit_resolve(const char *file, const char *href, char **fragment);

void epub_audit_package(EpubAudit *audit);
void epub_audit_documents(EpubAudit *audit);
void epub_audit_navigation(EpubAudit *audit);

/* What cheap readers cannot show. */
void epub_audit_readers(EpubAudit *audit);

/* The same of one style sheet. */
void epub_audit_style(EpubAudit *audit, const EpubEntry *entry);

/* What the package claims about accessibility; after the documents. */
void epub_audit_claims(EpubAudit *audit);

/* Fills report->pages. */
void epub_audit_pages(EpubAudit *audit);

/* The nav element of this epub:type below `node`, or NULL. */
const xmlNode *epub_audit_find_nav(const xmlNode *node, const char *type);
