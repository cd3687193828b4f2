/*
 * epub/anchor.h -- which file and anchor each node and printed page goes to.
 *
 * Pages      The mark of a printed page stands before the first word of its
 *            text: inside the paragraph, and before all of a word that a hyphen
 *            divides; before a table that a narrow screen shows as a list,
 *            whose heads it hides (epub/table_list.c).  The first page of an
 *            article is marked before its title.  A page without text of its
 *            own is marked where the next one that has some begins; behind the
 *            last one, at the end of the last file.  Those before the first
 *            article (title, imprint, contents) stand in the title page: the
 *            first before the title, the others behind.
 *
 * Anchors that authors and passes gave stay as they are (but for what XML does
 * not allow in an id); those made here, for notes, captions, titles and pages,
 * step aside for them.
 */
#pragma once

#include "epub/plan.h"

/* True for kinds that others point to even if they have no id in the tree. */
bool epub_anchor_is_made(const DocNode *node);

/* Fills places, targets, notes' references and pages of all pieces.  ERROR_BUG
 * if a printed page begins at a node that is in no piece. */
bool epub_anchor_place_all(EpubPlan *plan, GError **error);

/* Counts the pages before and behind those with text. */
void epub_anchor_prepare_pages(EpubPlan *plan);
