/*
 * base/write.h -- the only file writer: a staging folder, then one rename.
 *
 * A release is written file by file into ".<name>.staging" beside the target
 * folder, each file synced, then the folder takes the target's place in one
 * step (renameat2 RENAME_EXCHANGE, the first time RENAME_NOREPLACE) and the
 * old one is removed.  A lock file ".<name>.lock" beside the target is held by
 * flock() all the while, so it dies with the process.  What an earlier killed
 * run left in staging is removed when the lock is taken.
 *
 * Errors     ERROR_LOCKED, ERROR_CANNOT_WRITE (nothing could be created),
 *            ERROR_IO (a write, sync or rename failed; the old release stands).
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct WriteStage WriteStage;

/* Takes the lock and makes an empty staging folder beside `target`; parents of
 * `target` are made.  (transfer full) */
WriteStage *write_stage_open(const char *target, GError **error);

/* Writes and syncs `relative` ("handouts/a.pdf") in the stage, mode
 * 0666 & ~umask. */
bool write_stage_add(WriteStage *stage, const char *relative, GBytes *bytes,
                     GError **error);

/* Syncs the stage, puts it in the target's place, removes the old release. */
bool write_stage_publish(WriteStage *stage, GError **error);

/* Removes what was not published and gives the lock back.  NULL is fine. */
void write_stage_free(WriteStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(WriteStage, write_stage_free)
