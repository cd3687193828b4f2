/*
 * epub/font.h -- the fonts that a book asks to embed (book.yaml, `fonts:`),
 * cut down to the characters it has.
 *
 * Off by default: the reader's own fonts rule, and cheap readers know few
 * formats.  TTF, as the set has it; no obfuscation.
 */
#pragma once

#include "epub/plan.h"

/* Adds the faces and gives the rules of the style sheet that name them, ""
 * where none is asked for.  After all texts are written.  A family that the set
 * lacks is an error of the content.  (transfer full) */
char *epub_font_add_all(EpubPlan *plan, GError **error);
