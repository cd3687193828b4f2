/* base/process.c -- a process that nothing around it reaches. */
/* SPDX-License-Identifier: MIT */

#include "base/process.h"

#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <unistd.h>

bool
process_fill_descriptors(void)
{
  /* open() gives the lowest free number. */
  for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++) {
    if (fcntl(i, F_GETFD) < 0 && open("/dev/null", O_RDWR) != i)
      return false;
  }
  return true;
}

void
process_forget_environment(void)
{
  clearenv();
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("TZ", "UTC0", 1);
}

bool
process_has_terminal(void)
{
  return isatty(STDERR_FILENO) == 1;
}

char *
process_folder(void)
{
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  return program ? g_path_get_dirname(program) : NULL;
}

char *
process_today(void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc();
  return g_date_time_format(now, "%Y-%m-%d");
}
