/*
 * epub/title.h -- title.xhtml: the title page and its imprint.
 */
#pragma once

#include "epub/plan.h"

bool epub_title_add(EpubPlan *plan, GError **error);
