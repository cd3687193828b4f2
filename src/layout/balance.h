/*
 * layout/balance.h -- lines of about the same length, for titles
 * (text-wrap: balance).
 */
#pragma once

#include "layout/builder.h"

/* Makes the container as narrow as can be without one more line of the
 * paragraph, if its style asks for it; before builder_set(), and
 * builder_leave() makes it wide again. */
void balance_container(Builder *builder, Paragraph *paragraph);
