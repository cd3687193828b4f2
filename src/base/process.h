/*
 * base/process.h -- a process that nothing around it reaches.
 *
 * Called once, first thing in main(), before any library looks around.
 */
#pragma once

#include <stdbool.h>

/* Opens /dev/null on each of the descriptors 0 to 2 that is closed, so that no
 * file of ours gets one of their numbers and is written to as a terminal. */
bool process_fill_descriptors(void);

/* Empties the environment: no locale, time zone, font, catalogue or debug
 * setting gets into a library (safety.md, "Same input, same bytes"). */
void process_forget_environment(void);

/* True if standard error is a terminal. */
bool process_has_terminal(void);

/* The folder that the running program lies in, or NULL.  (transfer full) */
char *process_folder(void);

/* The day by this machine's clock, in UTC, as "2026-11-22": it may make a
 * build refuse, and never reaches an output.  (transfer full) */
char *process_today(void);
