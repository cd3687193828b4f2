/*
 * style/check.h -- declarations of the sheet that is shipped in the EPUB: they
 * are only checked, for the reading system computes them.
 */
#pragma once

#include "style/token.h"

/* Reads declarations until "}" or the end; reports what cheap readers or
 * EPUBCheck would not take, and goes on. */
void style_check_declarations(StyleTokens *tokens);
