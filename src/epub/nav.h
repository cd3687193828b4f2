/*
 * epub/nav.h -- nav.xhtml, the navigation document (EPUB 3.3, 7).
 */
#pragma once

#include "epub/plan.h"

bool epub_nav_add(EpubPlan *plan, GError **error);
