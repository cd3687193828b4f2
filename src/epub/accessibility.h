/*
 * epub/accessibility.h -- what the EPUB may say about its accessibility, each
 * claim from a count (EPUB Accessibility 1.1).
 */
#pragma once

#include "epub/plan.h"
#include "epub/xml.h"

typedef struct {
  unsigned headings;
  unsigned tables;
  unsigned notes;
  unsigned indexes;
  unsigned described;   /* pictures with an alternative text */
  unsigned undescribed; /* pictures without one that are not decorative */
  unsigned missing;     /* pictures that are not in the book */
} EpubAccessibility;

EpubAccessibility epub_accessibility_count(const EpubPlan *plan);

/* The meta elements of the package.  A claim of conformance is written only
 * when the book names who evaluated it, when and in which report, and only if
 * nothing counted here contradicts it. */
void epub_accessibility_write(EpubXml *xml, const EpubPlan *plan);
