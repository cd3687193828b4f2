/*
 * epub/article.h -- an article's file: title, summary, dates, text, notes.
 */
#pragma once

#include "epub/plan.h"

bool epub_article_add(EpubPlan *plan, const EpubPiece *piece, GError **error);
