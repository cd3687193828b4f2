/* epub/audit_claim.c -- what the package says about accessibility, against what
 * is in the files: no other judge looks. */
/* SPDX-License-Identifier: MIT */

#include "epub/audit.h"

#include <string.h>

typedef struct {
  EpubAudit *audit;
  unsigned headings;
  unsigned indexes;
  unsigned described;   /* pictures with words */
  unsigned undescribed; /* without, and not called decorative */
  unsigned hazards;
  bool textual;
  bool visual;
  bool summary;
} Claims;

static void
fault(const Claims *claims, const char *value, const char *why)
{
  epub_audit_fault(claims->audit, claims->audit->package, "claims %s, but %s",
                   value, why);
}

/* --- what is there --- */

static void
count_picture(Claims *claims, const xmlNode *node)
{
  const char *alt = epub_audit_attribute(node, "alt");
  const char *role = epub_audit_attribute(node, "role");

  if (alt != NULL && *alt != '\0')
    claims->described++;
  else if (g_strcmp0(role, "presentation") != 0)
    claims->undescribed++;
}

static void
count_node(const xmlNode *node, gpointer data)
{
  Claims *claims = data;

  if (epub_audit_is(node, "img"))
    count_picture(claims, node);
  claims->headings += epub_audit_is(node, "h1");
  claims->indexes +=
      g_strcmp0(epub_audit_attribute(node, "role"), "doc-index") == 0;
}

/* --- what is claimed --- */

/* Of features that this program writes; another has nothing to stand on. */
static bool
is_feature_true(const Claims *claims, const char *feature)
{
  const struct {
    const char *name;
    bool counted;
  } features[] = {
    { "alternativeText", claims->described > 0 && claims->undescribed == 0 },
    { "tableOfContents", claims->audit->navigation != NULL },
    { "index", claims->indexes > 0 },
    { "readingOrder", claims->audit->order->len > 0 },
    { "displayTransformability", true }, /* styles: epub/audit_style.c */
    { "structuralNavigation", claims->headings > 0 },
    { "pageBreakMarkers", claims->audit->marks->len > 0 },
    { "pageNavigation", claims->audit->marks->len > 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(features); i++)
    if (strcmp(features[i].name, feature) == 0)
      return features[i].counted;
  return false;
}

static void
check_claim(const xmlNode *node, gpointer data)
{
  Claims *claims = data;
  const char *property = epub_audit_attribute(node, "property");
  const char *value = epub_audit_text(node);

  if (g_strcmp0(property, "schema:accessibilityFeature") == 0 &&
      !is_feature_true(claims, value))
    fault(claims, value, "nothing in the book bears it out");
  if (g_strcmp0(property, "schema:accessModeSufficient") == 0 &&
      strcmp(value, "textual") == 0 && claims->undescribed > 0)
    fault(claims, "that text is sufficient", "a picture has no words");
  if (g_strcmp0(property, "schema:accessMode") == 0) {
    claims->textual |= strcmp(value, "textual") == 0;
    claims->visual |= strcmp(value, "visual") == 0;
  }
  claims->hazards += g_strcmp0(property, "schema:accessibilityHazard") == 0;
  claims->summary |= g_strcmp0(property, "schema:accessibilitySummary") == 0;
}

void
epub_audit_claims(EpubAudit *audit)
{
  const xmlNode *package = epub_audit_root(audit, audit->package);
  Claims claims = { .audit = audit };

  if (package == NULL)
    return; /* said already */
  for (guint i = 0; i < audit->order->len; i++) {
    const xmlNode *root =
        epub_audit_root(audit, g_ptr_array_index(audit->order, i));
    if (root != NULL)
      epub_audit_walk(root, count_node, &claims);
  }
  epub_audit_walk(package, check_claim, &claims);
  if (!claims.textual || claims.hazards != 1 || !claims.summary)
    epub_audit_fault(audit, audit->package,
                     "schema:accessMode textual, one accessibilityHazard and "
                     "an accessibilitySummary are needed");
  if (claims.visual != (claims.described + claims.undescribed > 0))
    fault(&claims, claims.visual ? "accessMode visual" : "no accessMode visual",
          "the pictures say otherwise");
}
