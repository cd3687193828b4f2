/*
 * release/options.h -- the command line, read and checked.
 *
 * An option that a command has no use for is wrong use, not ignored.
 *
 * Errors     ERROR_USAGE, with what to write instead.
 */
#pragma once

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
  COMMAND_BUILD,
  COMMAND_CHECK,
  COMMAND_DUMP,
  COMMAND_VERIFY,
  COMMAND_NEW,
  COMMAND_EXPLAIN,
  COMMAND_COUNT
} Command;

typedef enum {
  DUMP_TREE,
  DUMP_BOXES,
  DUMP_PAGES,
  DUMP_EPUB,
  DUMP_COUNT
} DumpForm;

/* What check prints besides messages. */
typedef enum {
  CHECK_NO_REPORT,
  CHECK_SOURCES,     /* each claim with its sources */
  CHECK_READABILITY, /* how hard each article is */
  CHECK_REPORT_COUNT
} CheckReport;

typedef struct {
  Command command;
  bool help;    /* --help: nothing else was checked */
  bool version; /* --version: the same */
  bool quiet;
  DiagFormat format;
  char *place;  /* BOOK or DIR, never NULL; of explain the CODE, or NULL */
  char *output; /* -o, or NULL */
  bool epub;    /* what to make */
  bool pdf;
  bool text;
  bool handouts;
  bool no_page_list;    /* the EPUB names no printed pages */
  bool narrowed;        /* by --only, --article or --paper */
  GStrv articles;       /* ids, or NULL: all */
  GStrv papers;         /* names, never NULL */
  char *as_of;          /* date, or NULL */
  bool allow_unchecked; /* helplines: what comes out is a draft */
  bool allow_overdue;   /* articles past their review-by, with as_of only */
  CheckReport report;
  char *styles; /* folder, or NULL: the default one */
  char *fonts;  /* folder, or NULL: the default one */
  DumpForm as;
  char *after; /* name of a pass, or NULL */
} Options;

const char *command_name(Command command); /* "build"; static */

/* COMMAND_COUNT for a word that is none. */
Command command_find(const char *name);

/* `arguments` is what follows the command's name, NULL-terminated.
 * (transfer full) */
Options *options_read(Command command, const char *const *arguments,
                      GError **error);
void options_free(Options *options); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Options, options_free)
