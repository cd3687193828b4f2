/* release/help.c -- what --help prints. */
/* SPDX-License-Identifier: MIT */

#include "release/help.h"

#include "release/help.inc"

char *
help_text(Command command)
{
  switch (command) {
  case COMMAND_BUILD:
    return g_strconcat(build, sources, common, examples, codes, NULL);
  case COMMAND_CHECK:
    return g_strconcat(check, sources, common, codes, NULL);
  case COMMAND_DUMP:
    return g_strconcat(dump, sources, common, codes, NULL);
  case COMMAND_VERIFY:
    return g_strconcat(verify, common, codes, NULL);
  case COMMAND_NEW:
    return g_strconcat(new_book, common, codes, NULL);
  case COMMAND_EXPLAIN:
    return g_strconcat(explain, common, codes, NULL);
  case COMMAND_COUNT:
    return g_strconcat(overview, codes, NULL);
  }
  g_return_val_if_reached(NULL);
}
