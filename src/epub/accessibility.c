/* epub/accessibility.c -- accessibility metadata, each claim from a count. */
/* SPDX-License-Identifier: MIT */

#include "epub/accessibility.h"

#include "epub/address.h"

#include <string.h>

#define CONFORMANCE "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"

/* --- counting --- */

static void
count_image(EpubAccessibility *count, const DocNode *node)
{
  g_autofree char *words = NULL;

  if (node->as.image.decorative)
    return;
  if (node->as.image.resource == NULL) {
    count->missing++;
    return;
  }
  words = g_strstrip(doc_node_plain_text(node));
  if (*words != '\0')
    count->described++;
  else
    count->undescribed++;
}

static void
count_node(EpubAccessibility *count, const DocNode *node)
{
  if (node->kind == DOC_IMAGE)
    count_image(count, node);
  count->headings += node->kind == DOC_HEADING;
  count->tables += node->kind == DOC_TABLE;
  count->notes += node->kind == DOC_NOTE;
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    count_node(count, child);
}

EpubAccessibility
epub_accessibility_count(const EpubPlan *plan)
{
  EpubAccessibility count = { 0 };

  for (unsigned i = 0; i < plan->book->articles->len; i++) {
    count.headings++; /* the article's title */
    count.indexes += book_article(plan->book, i)->origin == BOOK_INDEX;
    count_node(&count, doc_root(book_article(plan->book, i)->doc));
  }
  if (plan->options->cover != NULL)
    count.described++;
  return count;
}

/* --- writing --- */

static void
write_meta(EpubXml *xml, const char *refines, const char *property,
           const char *text)
{
  epub_xml_open(xml, "meta");
  epub_xml_attribute(xml, "refines", refines);
  epub_xml_attribute(xml, "property", property);
  epub_xml_text(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* EPUB Accessibility 1.1, section 2.2: modes that are in the book, then sets
 * of modes that are enough to read all of it. */
static void
write_modes(EpubXml *xml, const EpubAccessibility *count)
{
  bool visual = count->described + count->undescribed > 0;

  write_meta(xml, NULL, "schema:accessMode", "textual");
  if (visual)
    write_meta(xml, NULL, "schema:accessMode", "visual");
  if (count->undescribed == 0)
    write_meta(xml, NULL, "schema:accessModeSufficient", "textual");
  if (visual)
    write_meta(xml, NULL, "schema:accessModeSufficient", "textual,visual");
}

static void
write_features(EpubXml *xml, const EpubPlan *plan,
               const EpubAccessibility *count)
{
  bool pages = epub_plan_page_count(plan) > 0;
  const struct {
    bool claimed;
    const char *name;
  } features[] = {
    { count->described > 0 && count->undescribed == 0, "alternativeText" },
    { plan->book->articles->len > 0, "tableOfContents" },
    { count->indexes > 0, "index" },
    { true, "readingOrder" },            /* one spine, one column */
    { true, "displayTransformability" }, /* text that flows, no fixed sizes */
    { count->headings > 0, "structuralNavigation" },
    { pages, "pageBreakMarkers" },
    { pages, "pageNavigation" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(features); i++)
    if (features[i].claimed)
      write_meta(xml, NULL, "schema:accessibilityFeature", features[i].name);
}

static bool
is_evaluated(const EpubPlan *plan, const EpubAccessibility *count)
{
  const BookEvaluation *evaluation = &plan->book->evaluation;

  return evaluation->by != NULL && evaluation->on != NULL &&
         evaluation->report != NULL && count->undescribed == 0 &&
         count->missing == 0;
}

static void
add_deficiencies(GString *text, const EpubAccessibility *count)
{
  unsigned pictures = count->described + count->undescribed;

  if (count->undescribed > 0)
    g_string_append_printf(text, "%u of %u pictures have no description. ",
                           count->undescribed, pictures);
  if (count->missing > 0)
    g_string_append_printf(
        text, "%u pictures are missing; their words stand in their place. ",
        count->missing);
}

/* It is English, whatever the book is. */
static void
write_english(EpubXml *xml, const Book *book, const char *property,
              const char *text)
{
  epub_xml_open(xml, "meta");
  epub_xml_attribute(xml, "property", property);
  if (!g_str_has_prefix(book->lang, "en")) {
    epub_xml_attribute(xml, "xml:lang", "en");
    epub_xml_attribute(xml, "dir", "ltr");
  }
  epub_xml_text(xml, text);
  epub_xml_close(xml);
  epub_xml_line(xml);
}

/* Section 2.2.5: it adds to the other fields, and says what is not good. */
static void
write_summary(EpubXml *xml, const EpubPlan *plan,
              const EpubAccessibility *count)
{
  g_autoptr(GString) text = g_string_new(NULL);

  add_deficiencies(text, count);
  if (count->described > 0 && count->undescribed == 0)
    g_string_append(text, "Every picture that carries meaning is described "
                          "in words. ");
  if (count->tables > 0)
    g_string_append(text, "Tables are plain grids with marked heads. ");
  if (count->notes > 0)
    g_string_append(text, "Notes lead back to their place in the text. ");
  if (epub_plan_page_count(plan) > 0)
    g_string_append(text, "Page numbers are those of the print edition. ");
  if (is_evaluated(plan, count))
    g_string_append(text, "A person has evaluated this edition.");
  else
    g_string_append(text, "No person has evaluated this edition for "
                          "accessibility yet; what is said here was counted "
                          "in the files.");
  write_english(xml, plan->book, "schema:accessibilitySummary", text->str);
}

static void
write_report(EpubXml *xml, const char *report)
{
  g_autofree char *address = epub_address_escape(report);

  if (address == NULL) {
    write_meta(xml, "#conformance", "a11y:certifierReport", report);
    return;
  }
  epub_xml_open(xml, "link");
  epub_xml_attribute(xml, "refines", "#conformance");
  epub_xml_attribute(xml, "rel", "a11y:certifierReport");
  epub_xml_attribute(xml, "href", address);
  epub_xml_close_empty(xml);
  epub_xml_line(xml);
}

static void
write_claim(EpubXml *xml, const BookEvaluation *evaluation)
{
  epub_xml_open(xml, "meta");
  epub_xml_attribute(xml, "id", "conformance");
  epub_xml_attribute(xml, "property", "dcterms:conformsTo");
  epub_xml_text(xml, CONFORMANCE);
  epub_xml_close(xml);
  epub_xml_line(xml);
  write_meta(xml, "#conformance", "a11y:certifiedBy", evaluation->by);
  write_meta(xml, "#conformance", "dcterms:date", evaluation->on);
  write_report(xml, evaluation->report);
}

void
epub_accessibility_write(EpubXml *xml, const EpubPlan *plan)
{
  EpubAccessibility count = epub_accessibility_count(plan);

  write_modes(xml, &count);
  write_features(xml, plan, &count);
  /* This folder writes no sound, no motion and no script. */
  write_meta(xml, NULL, "schema:accessibilityHazard", "none");
  write_summary(xml, plan, &count);
  if (is_evaluated(plan, &count))
    write_claim(xml, &plan->book->evaluation);
}
