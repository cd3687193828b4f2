/*
 * media/child.h -- work that may crash or hang, in a child process of its own.
 *
 * The child has 5 s of processor time, 512 MiB of memory beyond what the parent
 * has mapped, cannot enlarge a file, dies with the parent and writes nothing to
 * its standard error.  Results come back through shared memory.
 *
 * Order      The child has only the thread that made it.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

#define MEDIA_CHILD_MESSAGE 200 /* bytes, with the closing NUL */

/* Memory that parent and child see alike, and whoever maps `file`. */
typedef struct {
  void *memory;
  gsize length;
  int file;
} MediaShared;

/* Zeroed, `length` over 0; undone by media_child_unshare(). */
bool media_child_share(MediaShared *shared, gsize length, GError **error);
void media_child_unshare(MediaShared *shared);

/* True if all went well; else it may put a text into `message`. */
typedef bool (*MediaChildWork)(gpointer data, char *message);

/* Runs `work(data, message)` in a child and waits for its end.  `message` has
 * MEDIA_CHILD_MESSAGE zeroed, shared bytes; `what` names the work in messages:
 * "the drawing". */
bool media_child_run(MediaChildWork work, gpointer data, char *message,
                     const char *what, GError **error);

/* In a child that has become another program: the limit counts from here. */
bool media_child_limit_memory(void);
