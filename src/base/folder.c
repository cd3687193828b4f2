/* base/folder.c -- whole folders of our own making: remove them, sync them. */
/* SPDX-License-Identifier: MIT */

#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Everything in the open folder but "." and ".."; NULL and errno. */
static GPtrArray *
list_entries(int folder)
{
  int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *directory = copy < 0 ? NULL : fdopendir(copy);
  if (!directory) {
    int cause = errno;
    if (copy >= 0)
      close(copy);
    errno = cause;
    return NULL;
  }
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (struct dirent *entry = readdir(directory); entry;
       entry = readdir(directory)) {
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      g_ptr_array_add(names, g_strdup(entry->d_name));
  }
  closedir(directory);
  return names;
}

static int
remove_entries(int folder)
{
  g_autoptr(GPtrArray) names = list_entries(folder);
  if (!names)
    return -1;
  for (unsigned i = 0; i < names->len; i++) {
    if (folder_remove(folder, g_ptr_array_index(names, i)) != 0)
      return -1;
  }
  return 0;
}

int
folder_remove(int parent, const char *name)
{
  if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
    return 0;
  if (errno != EISDIR && errno != EPERM) /* EPERM: POSIX, for a folder */
    return -1;
  int folder =
      openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0)
    return -1;
  int done = remove_entries(folder);
  int cause = errno;
  close(folder);
  errno = cause;
  return done == 0 ? unlinkat(parent, name, AT_REMOVEDIR) : -1;
}

/* Some file systems cannot sync a folder and say EINVAL; then there is nothing
 * more to do. */
static int
sync_folder(int folder)
{
  return fsync(folder) == 0 || errno == EINVAL ? 0 : -1;
}

static int
sync_entries(int folder)
{
  g_autoptr(GPtrArray) names = list_entries(folder);
  if (!names)
    return -1;
  for (unsigned i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
      return -1;
    if (S_ISDIR(status.st_mode) && folder_sync(folder, name) != 0)
      return -1;
  }
  return sync_folder(folder);
}

int
folder_sync(int parent, const char *name)
{
  int folder =
      openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0)
    return -1;
  int done = sync_entries(folder);
  int cause = errno;
  close(folder);
  errno = cause;
  return done;
}
