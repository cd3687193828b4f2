/*
 * release/command.h -- the commands.
 *
 * A command puts what it has to say to standard output into `out`, what is
 * wrong with the content into `diag`.
 */
#pragma once

#include "release/console.h"
#include "release/options.h"

/* All of the program behind main(): reads the arguments (the program's name
 * first, NULL-terminated), runs the command, prints; gives the exit code. */
int command_run(const char *const *arguments);

bool command_build(const Options *options, const Console *console, Diag *diag,
                   GString *out, GError **error);
bool command_check(const Options *options, const Console *console, Diag *diag,
                   GString *out, GError **error);
bool command_dump(const Options *options, const Console *console, Diag *diag,
                  GString *out, GError **error);
bool command_verify(const Options *options, const Console *console, Diag *diag,
                    GString *out, GError **error);
bool command_new(const Options *options, const Console *console, Diag *diag,
                 GString *out, GError **error);
bool command_explain(const Options *options, const Console *console, Diag *diag,
                     GString *out, GError **error);
