/* release/console.c -- what the command says, and where. */
/* SPDX-License-Identifier: MIT */

#include "release/console.h"

#include <stdio.h>

/* ECMA-48: to the start of the line, and erase it. */
#define ERASE_LINE "\r\x1b[K"

void
console_step(const Console *console, const char *what)
{
  if (!console->progress)
    return;
  fputs(ERASE_LINE, stderr);
  fputs(what, stderr);
  fputs(" …", stderr);
  fflush(stderr);
}

void
console_print_messages(const Console *console, const Diag *diag)
{
  if (console->progress)
    fputs(ERASE_LINE, stderr);
  g_autofree char *text = diag_print(diag, console->format,
                                     console->quiet ? DIAG_ERROR : DIAG_NOTE);
  fputs(text, stderr);
  fflush(stderr);
}

bool
console_print(const char *text)
{
  return fputs(text, stdout) >= 0 && fflush(stdout) == 0;
}
