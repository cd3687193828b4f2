/* media/jpeg_trap.c -- where libjpeg's errors land. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_trap.h"

static void
on_error(j_common_ptr object)
{
  MediaJpegTrap *trap = (MediaJpegTrap *)(void *)object->err;

  trap->manager.format_message(object, trap->text);
  longjmp(trap->landing, 1);
}

/* Above 0 are traces; -1 is a warning. */
static void
on_message(j_common_ptr object, int level)
{
  if (level < 0)
    on_error(object);
}

static void
on_output(j_common_ptr object)
{
  (void)object; /* nothing is ever printed */
}

struct jpeg_error_mgr *
media_jpeg_trap_set(MediaJpegTrap *trap)
{
  jpeg_std_error(&trap->manager);
  trap->manager.error_exit = on_error;
  trap->manager.emit_message = on_message;
  trap->manager.output_message = on_output;
  return &trap->manager;
}

bool
media_jpeg_trap_run(MediaJpegTrap *trap, void (*work)(gpointer session),
                    gpointer session)
{
  if (setjmp(trap->landing) != 0)
    return false;
  work(session);
  return true;
}
