/*
 * style/cascade.h -- the rules of a sheet applied to an element.
 *
 * Rules are kept by the name, or else the first class, of the element they
 * are for.  A style is computed once for each parent and list of rules.
 */
#pragma once

#include "style/declaration.h"
#include "style/selector.h"

typedef struct StyleCascade StyleCascade;

StyleCascade *style_cascade_new(void);          /* (transfer full) */
void style_cascade_free(StyleCascade *cascade); /* NULL is fine */

/* Takes `selector`, refers to `declarations` (of StyleDeclaration). */
void style_cascade_add(StyleCascade *cascade, StyleSelector *selector,
                       GArray *declarations);

/* To be called when all rules are there, before any style is asked for:
 * computes the size that rem is of. */
void style_cascade_settle(StyleCascade *cascade);
double style_cascade_rem(const StyleCascade *cascade); /* pt */

/* See style_sheet_resolve(). */
const Style *style_cascade_resolve(StyleCascade *cascade,
                                   const StyleElement *element,
                                   const Style *parent);

/* The style of something below `parent` with these declarations, the last of
 * each property counting. */
const Style *style_cascade_compute(StyleCascade *cascade, const Style *parent,
                                   GArray *declarations);
