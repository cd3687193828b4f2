/*
 * release/console.h -- what the command says, and where.
 *
 * Messages and progress go to standard error, results to standard output.
 * Progress is one line that is rewritten, on a terminal only.
 */
#pragma once

#include "base/diag.h"

#include <stdbool.h>

typedef struct {
  DiagFormat format;
  bool quiet;    /* errors only */
  bool progress; /* standard error is a terminal that may be rewritten */
} Console;

/* What is being done now: "laying out the pages". */
void console_step(const Console *console, const char *what);

/* Takes the progress line away and prints all messages. */
void console_print_messages(const Console *console, const Diag *diag);

/* Prints `text` to standard output; false if that failed. */
bool console_print(const char *text);
