/*
 * doc/registry.h -- the book's data beside its articles: helplines, sources,
 * words, rules of language, the steps of an emergency.
 *
 * Plain data, filled by content/ from helplines.yaml, sources.yaml,
 * glossary.yaml, emergency.yaml and terms.tsv, read by the passes and writers.
 * A file that is not there leaves its part empty.
 *
 * Ownership  The Registry owns all.  Strings are NULL where nothing was said.
 *            A row's pos.file is a static string.
 * Dates      ISO 8601, "2026-11-22".
 */
#pragma once

#include "base/diag.h"
#include "doc/tree.h"

/* What each row begins with. */
typedef struct {
  DiagPos pos;
  char *id;
} RegistryRow;

/* A text in Markdown.  `doc` is what reader/ made of it; NULL until then. */
typedef struct {
  DiagPos pos; /* where the text begins */
  char *markdown;
  Doc *doc;
} RegistryText;

typedef enum {
  HELPLINE_CALL,
  HELPLINE_TEXT,
  HELPLINE_CALL_OR_TEXT
} HelplineReach;

/* Who looked at the operator's own page; by == NULL: nobody yet. */
typedef struct {
  char *by;
  char *on; /* date */
  char *how;
} HelplineCheck;

typedef struct {
  DiagPos pos;
  char *id;
  char *country;
  char *name;
  char *number; /* as it is printed; NULL only where `conflict` */
  HelplineReach reach;
  char *hours;
  bool always;    /* its operator says 24/7: only then may a text say so */
  bool emergency; /* stands before all other numbers */
  bool conflict;  /* sources differ: never printed */
  char *source;   /* id of a Source */
  HelplineCheck checked;
  char *expires; /* date */
  char *note;
  bool printed; /* by an article; set by pass/helplines.c */
} Helpline;

typedef enum {
  SOURCE_READ,
  SOURCE_SECOND_HAND, /* known only through a page that reports it */
  SOURCE_UNVERIFIED
} SourceStatus;

typedef struct {
  DiagPos pos;
  char *id;
  char *citation;
  char *address; /* or NULL */
  char *read;    /* date */
  SourceStatus status;
  GStrv supports; /* the claims and figures that it stands for; never NULL */
  bool cited;     /* by an article; set by pass/sources.c */
} Source;

typedef struct {
  DiagPos pos;
  char *id;
  char *term;
  RegistryText definition;
  GStrv forms;         /* the term as sentences bend it; never NULL */
  GStrv also_known_as; /* words people search for; never NULL */
  char *article;       /* id of the article that says more, or NULL */
} GlossaryEntry;

typedef enum {
  TERM_ERROR,
  TERM_WARN,
  TERM_INFO
} TermSeverity;

/* A word to avoid.  The patterns are POSIX extended regular expressions, as
 * written in terms.tsv; content/ has checked that they compile. */
typedef struct {
  DiagPos pos;
  char *id;
  char *avoid;
  char *use;
  TermSeverity severity;
  char *source;
  char *except; /* NULL, a pattern, or "first-aka", alone or with patterns
                 * behind "|" */
} TermRule;

typedef struct {
  DiagPos pos;
  char *id;
  RegistryText text;
  RegistryText brief; /* the same in a few words */
  char *source;       /* id of a Source */
  SourceStatus status;
} EmergencyStep;

typedef struct {
  char *title; /* NULL: the book has no emergency.yaml */
  RegistryText intro;
  GPtrArray *steps; /* of EmergencyStep, in the order that they are done */
  RegistryText after;
  char *brief_title; /* above the short form; or NULL */
  Doc *brief;        /* the short form, a panel, for each printed sheet; NULL
                      * until pass/emergency_brief.c has made it */
} Emergency;

typedef struct {
  GPtrArray *helplines; /* of Helpline */
  GPtrArray *sources;   /* of Source */
  GPtrArray *glossary;  /* of GlossaryEntry */
  GPtrArray *terms;     /* of TermRule */
  Emergency emergency;
} Registry;

Registry *registry_new(void);
void registry_free(Registry *registry); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Registry, registry_free)

/* An empty row at the end; its id is the caller's to set. */
Helpline *registry_add_helpline(Registry *registry, DiagPos pos);
Source *registry_add_source(Registry *registry, DiagPos pos);
GlossaryEntry *registry_add_glossary_entry(Registry *registry, DiagPos pos);
TermRule *registry_add_term_rule(Registry *registry, DiagPos pos);
EmergencyStep *registry_add_emergency_step(Registry *registry, DiagPos pos);

/* By position; the array's len says how many there are. */
const Helpline *registry_helpline(const Registry *registry, unsigned index);
const Source *registry_source(const Registry *registry, unsigned index);
const GlossaryEntry *registry_glossary_entry(const Registry *registry,
                                             unsigned index);
const TermRule *registry_term_rule(const Registry *registry, unsigned index);
const EmergencyStep *registry_emergency_step(const Registry *registry,
                                             unsigned index);

/* By id, or NULL.  Not const: the passes mark what they print or cite. */
Helpline *registry_find_helpline(const Registry *registry, const char *id);
Source *registry_find_source(const Registry *registry, const char *id);
GlossaryEntry *registry_find_glossary_entry(const Registry *registry,
                                            const char *id);

/* Of any of the registry's arrays of rows: the first of that id, or NULL. */
gpointer registry_find_row(const GPtrArray *rows, const char *id);

/* The id that the author may have meant, or NULL where none is near. */
const char *registry_nearest_id(const GPtrArray *rows, const char *id);

const char *source_status_name(SourceStatus status); /* "second-hand"; static */
