/*
 * base/folder.h -- whole folders of our own making: remove them, sync them.
 *
 * Used by base/write only; both work below an open folder and never follow a
 * symbolic link.  They return 0, or -1 and errno.
 */
#pragma once

/* Removes `name` in `parent` and all below it; a missing one is fine. */
int folder_remove(int parent, const char *name);

/* fsync of the folder `name` in `parent` and of every folder below it; files
 * were synced when they were written. */
int folder_sync(int parent, const char *name);
