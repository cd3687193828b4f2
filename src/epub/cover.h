/*
 * epub/cover.h -- cover.xhtml, where the book has a picture for it.
 */
#pragma once

#include "epub/plan.h"

/* Adds it and its picture to the plan. */
bool epub_cover_add(EpubPlan *plan, GError **error);
