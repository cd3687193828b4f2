/* main.c -- arguments to a command, exit code. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "base/process.h"
#include "release/command.h"

int
main(int count, char **arguments)
{
  (void)count;
  if (!process_fill_descriptors())
    return ERROR_IO;
  process_forget_environment();
  return command_run((const char *const *)arguments);
}
