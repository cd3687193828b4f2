/*
 * epub/ncx.h -- toc.ncx, the navigation of EPUB 2, which cheap readers use.
 */
#pragma once

#include "epub/plan.h"

/* After the others: it leads to their files. */
bool epub_ncx_add(EpubPlan *plan, GError **error);
