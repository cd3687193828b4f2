/* pdf/audit_role.c -- which element may be in which, headings without a skip,
 * descriptions, languages, ids (PDF 1.7, 14.8.4; PDF/UA-1, 7). */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit_rule.h"

#include <string.h>

/* Where a role may stand, and what may stand in it; NULL: anything. */
typedef struct {
  const char *role;
  const char *parents;
  const char *kids;
} Rule;

static const Rule rules[] = {
  { .role = "Document", .parents = "nothing" },
  { .role = "Part", .parents = "Document Part" },
  { .role = "Sect", .parents = "Document Part Sect Div" },
  { .role = "Div" },
  { .role = "H1" },
  { .role = "H2" },
  { .role = "H3" },
  { .role = "H4" },
  { .role = "H5" },
  { .role = "H6" },
  { .role = "P" },
  { .role = "L", .kids = "L LI Caption" },
  { .role = "LI", .parents = "L", .kids = "Lbl LBody" },
  { .role = "Lbl", .parents = "LI Note TOCI" },
  { .role = "LBody", .parents = "LI" },
  { .role = "Table", .kids = "THead TBody TFoot TR Caption" },
  { .role = "THead", .parents = "Table", .kids = "TR" },
  { .role = "TBody", .parents = "Table", .kids = "TR" },
  { .role = "TR", .parents = "Table THead TBody", .kids = "TH TD" },
  { .role = "TH", .parents = "TR" },
  { .role = "TD", .parents = "TR" },
  { .role = "Caption", .parents = "Table Figure Div L TOC" },
  { .role = "Figure" },
  { .role = "Note" },
  { .role = "Reference" },
  { .role = "Link" },
  { .role = "TOC", .kids = "TOC TOCI Caption" },
  { .role = "TOCI", .parents = "TOC" },
  { .role = "BlockQuote" },
  { .role = "Code" },
  { .role = "Span" },
};

typedef struct {
  int heading;     /* level of the last one; 0: none yet */
  GHashTable *ids; /* id to object number */
} Walk;

static const Rule *
find_rule(const char *role)
{
  for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
    if (strcmp(rules[i].role, role) == 0)
      return &rules[i];
  return NULL;
}

static bool
allows(const char *roles, const char *role)
{
  gsize length = strlen(role);

  for (const char *at = strstr(roles, role); at != NULL;
       at = strstr(at + 1, role))
    if ((at == roles || at[-1] == ' ') &&
        (at[length] == ' ' || at[length] == '\0'))
      return true;
  return false;
}

static void
check_nesting(PdfAudit *audit, const PdfPart *part, const Rule *rule)
{
  const char *outer = part->parent != NULL ? part->parent->role : "nothing";

  if (rule->parents != NULL && !allows(rule->parents, outer))
    pdf_audit_fault(audit, part, -1,
                    "%s stands in %s, which is no place for it", part->role,
                    *outer != '\0' ? outer : "no element");
  for (guint i = 0; rule->kids != NULL && i < part->count; i++) {
    const PdfPart *kid = pdf_part_kid(part, i);
    const char *role = kid->kind == PDF_PART_ELEMENT ? kid->role : "content";
    if (!allows(rule->kids, role))
      pdf_audit_fault(audit, part, -1, "%s holds %s, which has no place there",
                      part->role, role);
  }
}

static void
check_parent(PdfAudit *audit, const PdfPart *part)
{
  if (part->parent != NULL && part->above != part->parent->object)
    pdf_audit_fault(audit, part, -1, "%s calls another element its parent",
                    part->role);
}

static void
check_heading(PdfAudit *audit, const PdfPart *part, Walk *walk)
{
  int level = part->role[1] - '0';

  if (level > walk->heading + 1)
    pdf_audit_fault(audit, part, -1, "%s follows H%d: a level is left out",
                    part->role, walk->heading);
  walk->heading = level;
}

static bool
has_link(const PdfPart *part)
{
  for (guint i = 0; i < part->count; i++) {
    const PdfPart *kid = pdf_part_kid(part, i);
    if (kid->kind == PDF_PART_LINK ||
        (kid->kind == PDF_PART_ELEMENT && has_link(kid)))
      return true;
  }
  return false;
}

static bool
is_language(const char *lang)
{
  if (!g_ascii_isalpha(lang[0]) || !g_ascii_isalpha(lang[1]))
    return false;
  for (const char *at = lang; *at != '\0'; at++)
    if (!g_ascii_isalnum(*at) && *at != '-')
      return false;
  return true;
}

static void
check_attributes(PdfAudit *audit, const PdfPart *part)
{
  bool figure = pdf_part_is(part, "Figure");

  if (figure && (part->alt == NULL || *part->alt == '\0'))
    pdf_audit_fault(audit, part, -1, "a picture has no description");
  if (figure && !part->has_box)
    pdf_audit_fault(audit, part, -1, "a picture does not say where it is");
  if (part->lang != NULL && !is_language(part->lang))
    pdf_audit_fault(audit, part, -1, "%s has \"%s\" for a language", part->role,
                    part->lang);
  if (pdf_part_is(part, "Note") && part->id == NULL)
    pdf_audit_fault(audit, part, -1, "a note has no id");
  if (pdf_part_is(part, "Link") && !has_link(part))
    pdf_audit_fault(audit, part, -1, "a Link that nobody can follow");
}

static void
check_id(PdfAudit *audit, const PdfPart *part, GHashTable *ids)
{
  if (part->id != NULL &&
      !g_hash_table_insert(ids, (gpointer)(guintptr)part->id,
                           GINT_TO_POINTER(part->object)))
    pdf_audit_fault(audit, part, -1, "the id \"%s\" stands twice", part->id);
}

static void
visit(PdfAudit *audit, const PdfPart *part, gpointer data)
{
  Walk *walk = data;
  const Rule *rule;

  if (part->kind != PDF_PART_ELEMENT)
    return;
  rule = find_rule(part->role);
  if (rule == NULL)
    pdf_audit_fault(audit, part, -1, "%s is no role that we write", part->role);
  else
    check_nesting(audit, part, rule);
  check_parent(audit, part);
  if (part->role[0] == 'H' && g_ascii_isdigit(part->role[1]))
    check_heading(audit, part, walk);
  check_attributes(audit, part);
  check_id(audit, part, walk->ids);
}

/* --- /IDTree --- */

static void
check_index(PdfAudit *audit, GHashTable *ids)
{
  PdfFile *file = audit->file;
  PdfValue tree = pdf_file_key(file, pdf_file_root(file), "/StructTreeRoot");
  PdfValue index = pdf_file_key(file, tree, "/IDTree"), id, element;
  PdfScanner names = pdf_value_items(pdf_file_key(file, index, "/Names"));
  guint found = 0, count = 0;

  for (; pdf_value_next(&names, &id) && pdf_value_next(&names, &element);
       count++) {
    g_autofree char *text = pdf_value_text(pdf_file_resolve(file, id));
    gpointer known = text != NULL ? g_hash_table_lookup(ids, text) : NULL;
    found +=
        known != NULL && GPOINTER_TO_INT(known) == pdf_value_reference(element);
  }
  if (found != g_hash_table_size(ids) || count != found)
    pdf_audit_fault(audit, NULL, -1, "the index of ids has %u of %u ids right",
                    found, g_hash_table_size(ids));
}

void
pdf_audit_roles(PdfAudit *audit)
{
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  Walk walk = { .ids = ids };

  if (audit->reading->root.count != 1 ||
      !pdf_part_is(audit->reading->root.kids[0], "Document"))
    pdf_audit_fault(audit, NULL, -1, "the structure tree is not one Document");
  pdf_audit_walk(audit, visit, &walk);
  check_index(audit, ids);
}
