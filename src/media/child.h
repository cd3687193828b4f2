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

/* True if all went well; else it may put a text into `message`. */
typedef bool (*MediaChildWork)(gpointer data, char *message);

/* Zeroed memory that parent and child see alike; NULL with an error.
 * Freed with media_child_unshare().  (transfer full) */
void *media_child_share(gsize length, GError **error);
void media_child_unshare(void *memory, gsize length); /* NULL is fine */

/* Runs `work(data)` in a child and waits for its end.  `what` names the work in
 * messages: "the drawing". */
bool media_child_run(MediaChildWork work, gpointer data, const char *what,
                     GError **error);
