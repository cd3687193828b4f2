/*
 * media/jpeg_trap.h -- where libjpeg's errors land.
 *
 * libjpeg reports by longjmp, and what it has to mend it mends with a warning.
 * A picture that was mended is not the one the author saw, so warnings count as
 * errors here.
 *
 * State      What must live through a longjmp stands in the session that the
 *            work gets, never in local variables.
 */
#pragma once

#include <glib.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>

#include <jpeglib.h> /* needs stdio.h before it */

typedef struct {
  struct jpeg_error_mgr manager; /* first: this address libjpeg hands back */
  jmp_buf landing;
  char text[JMSG_LENGTH_MAX];
} MediaJpegTrap;

/* What a libjpeg object's `err` has to be before it is created. */
struct jpeg_error_mgr *media_jpeg_trap_set(MediaJpegTrap *trap);

/* Calls `work(session)`; false if libjpeg gave up, for the reason in
 * `trap->text`. */
bool media_jpeg_trap_run(MediaJpegTrap *trap, void (*work)(gpointer session),
                         gpointer session);
