/*
 * release/help.h -- what --help prints.
 */
#pragma once

#include "release/options.h"

/* COMMAND_COUNT: the overview.  (transfer full) */
char *help_text(Command command);
