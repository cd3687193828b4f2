/* base/write.c -- the only file writer: a staging folder, then one rename. */
/* SPDX-License-Identifier: MIT */

#include "base/write.h"

#include "base/bytes.h"
#include "base/error.h"
#include "base/folder.h"
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct WriteStage {
  char *target;  /* as given, for messages */
  char *name;    /* its last component */
  char *staging; /* ".<name>.staging" */
  char *old;     /* ".<name>.old": only where RENAME_EXCHANGE is missing */
  char *lock_name;
  int parent; /* file descriptors, or -1 */
  int lock;
  int stage;
};

enum {
  LOCK_TRIES = 100
};

static bool
fail(GError **error, ErrorCode code, const char *path, const char *what,
     int number)
{
  g_autofree char *shown = bytes_printable(path, 200);
  if (number)
    g_set_error(error, HANDBILL_ERROR, (int)code, "%s: %s: %s", shown, what,
                g_strerror(number));
  else
    g_set_error(error, HANDBILL_ERROR, (int)code, "%s: %s", shown, what);
  return false;
}

/* --- opening --- */

static bool
open_parent(WriteStage *stage, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(stage->target);
  if (g_mkdir_with_parents(folder, 0777) != 0)
    return fail(error, ERROR_CANNOT_WRITE, folder, "cannot make this folder",
                errno);
  stage->parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (stage->parent < 0)
    return fail(error, ERROR_CANNOT_WRITE, folder, "cannot open this folder",
                errno);
  return true;
}

/* The holder unlinks the lock file before it lets go, so a lock counts only
 * while the name still leads to the file that was locked. */
static bool
lock_is_current(const WriteStage *stage)
{
  struct stat held, named;
  return fstat(stage->lock, &held) == 0 &&
         fstatat(stage->parent, stage->lock_name, &named,
                 AT_SYMLINK_NOFOLLOW) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

static int
flock_patiently(int file)
{
  int done = -1;
  do
    done = flock(file, LOCK_EX | LOCK_NB);
  while (done != 0 && errno == EINTR);
  return done;
}

static bool
take_lock(WriteStage *stage, GError **error)
{
  for (unsigned i = 0; i < LOCK_TRIES; i++) {
    int file = openat(stage->parent, stage->lock_name,
                      O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0)
      return fail(error, ERROR_CANNOT_WRITE, stage->target,
                  "cannot make the lock file beside it", errno);
    if (flock_patiently(file) != 0) {
      int cause = errno;
      close(file);
      if (cause != EWOULDBLOCK)
        return fail(error, ERROR_CANNOT_WRITE, stage->target, "cannot lock it",
                    cause);
      break;
    }
    stage->lock = file;
    if (lock_is_current(stage))
      return true;
    close(file);
    stage->lock = -1;
  }
  return fail(error, ERROR_LOCKED, stage->target,
              "another build holds the lock; wait until it has ended", 0);
}

static bool
target_is_there(const WriteStage *stage, struct stat *status)
{
  return fstatat(stage->parent, stage->name, status, AT_SYMLINK_NOFOLLOW) == 0;
}

/* What a killed run left.  It may have died between the two renames of
 * exchange_stepwise(): then the old release is put back. */
static bool
clean_up(WriteStage *stage, GError **error)
{
  struct stat status;
  bool there = target_is_there(stage, &status);
  if (!there &&
      renameat(stage->parent, stage->old, stage->parent, stage->name) != 0 &&
      errno != ENOENT)
    return fail(error, ERROR_CANNOT_WRITE, stage->target,
                "cannot put back the release that an earlier build moved away",
                errno);
  if (there && !S_ISDIR(status.st_mode))
    return fail(error, ERROR_CANNOT_WRITE, stage->target,
                "there is something that is not a folder; move it away or "
                "choose another folder with -o",
                0);
  if (folder_remove(stage->parent, stage->old) != 0 ||
      folder_remove(stage->parent, stage->staging) != 0)
    return fail(error, ERROR_CANNOT_WRITE, stage->target,
                "cannot remove what an earlier build left beside it", errno);
  return true;
}

static bool
make_staging(WriteStage *stage, GError **error)
{
  if (mkdirat(stage->parent, stage->staging, 0777) == 0)
    stage->stage = openat(stage->parent, stage->staging,
                          O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (stage->stage < 0)
    return fail(error, ERROR_CANNOT_WRITE, stage->target,
                "cannot make the staging folder beside it", errno);
  return true;
}

WriteStage *
write_stage_open(const char *target, GError **error)
{
  gsize length = strlen(target);
  while (length > 1 && target[length - 1] == '/')
    length--;
  g_autoptr(WriteStage) stage = g_new0(WriteStage, 1);
  stage->parent = stage->lock = stage->stage = -1;
  stage->target = g_strndup(target, length);
  stage->name = g_path_get_basename(stage->target);
  if (length == 0 || strcmp(stage->name, ".") == 0 ||
      strcmp(stage->name, "..") == 0 || strcmp(stage->name, "/") == 0) {
    fail(error, ERROR_CANNOT_WRITE, target,
         "this is no name for a new folder; write -o FOLDER/NAME", 0);
    return NULL;
  }
  stage->staging = g_strdup_printf(".%s.staging", stage->name);
  stage->old = g_strdup_printf(".%s.old", stage->name);
  stage->lock_name = g_strdup_printf(".%s.lock", stage->name);
  if (!open_parent(stage, error) || !take_lock(stage, error) ||
      !clean_up(stage, error) || !make_staging(stage, error))
    return NULL;
  return g_steal_pointer(&stage);
}

/* --- writing --- */

/* 0, or -1 and errno. */
static int
write_all(int file, const guint8 *bytes, gsize length)
{
  while (length > 0) {
    gssize count = write(file, bytes, length);
    if (count < 0 && errno == EINTR)
      continue;
    if (count == 0)
      errno = EIO;
    if (count <= 0)
      return -1;
    bytes += count;
    length -= (gsize)count;
  }
  return 0;
}

/* The open folder that `relative` lies in, making what is missing; `*name` is
 * set to its last component.  -1 and errno. */
static int
open_folder_of(const WriteStage *stage, const char *relative, const char **name)
{
  int at = fcntl(stage->stage, F_DUPFD_CLOEXEC, 0);
  *name = relative;
  for (const char *slash = strchr(relative, '/'); slash && at >= 0;
       slash = strchr(*name, '/')) {
    g_autofree char *word = g_strndup(*name, (gsize)(slash - *name));
    bool made = mkdirat(at, word, 0777) == 0 || errno == EEXIST;
    int next =
        made ? openat(at, word, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
             : -1;
    int cause = errno;
    close(at);
    errno = cause;
    at = next;
    *name = slash + 1;
  }
  return at;
}

static int
create_file(const WriteStage *stage, const char *relative)
{
  const char *name = NULL;
  int folder = open_folder_of(stage, relative, &name);
  if (folder < 0)
    return -1;
  int file = openat(folder, name,
                    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  int cause = errno;
  close(folder);
  errno = cause;
  return file;
}

bool
write_stage_add(WriteStage *stage, const char *relative, GBytes *bytes,
                GError **error)
{
  g_autofree char *normal = path_resolve("", relative);
  if (!normal)
    return fail(error, ERROR_BUG, relative, "this leads out of the release", 0);
  int file = create_file(stage, normal);
  if (file < 0)
    return fail(error, ERROR_CANNOT_WRITE, normal, "cannot make this file",
                errno);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  bool written = write_all(file, data, length) == 0 && fsync(file) == 0;
  int cause = errno;
  /* Linux closes the file even where it says EINTR; what counts was synced. */
  if (close(file) != 0 && errno != EINTR && written) {
    written = false;
    cause = errno;
  }
  return written || fail(error, ERROR_IO, normal, "cannot write", cause);
}

/* --- publishing --- */

/* Where the file system has no RENAME_EXCHANGE (USB sticks, some network
 * folders): two renames, the first taken back if the second fails, and put
 * right by clean_up() if the process dies in between. */
static int
exchange_stepwise(const WriteStage *stage)
{
  int at = stage->parent;
  if (renameat(at, stage->name, at, stage->old) != 0)
    return -1;
  if (renameat(at, stage->staging, at, stage->name) == 0)
    return 0;
  int cause = errno;
  renameat(at, stage->old, at, stage->name);
  errno = cause;
  return -1;
}

static int
put_in_place(const WriteStage *stage)
{
  int at = stage->parent;
  struct stat status;
  bool there = target_is_there(stage, &status);
  unsigned how = there ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (renameat2(at, stage->staging, at, stage->name, how) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  return there ? exchange_stepwise(stage)
               : renameat(at, stage->staging, at, stage->name);
}

bool
write_stage_publish(WriteStage *stage, GError **error)
{
  if (folder_sync(stage->parent, stage->staging) != 0)
    return fail(error, ERROR_IO, stage->target, "cannot sync the new release",
                errno);
  if (put_in_place(stage) != 0)
    return fail(error, ERROR_IO, stage->target,
                "cannot put the new release in its place", errno);
  if (fsync(stage->parent) != 0 && errno != EINVAL)
    return fail(error, ERROR_IO, stage->target,
                "the new release is in its place, but the disk did not "
                "confirm it",
                errno);
  return true;
}

/* After publishing, the staging name leads to the old release.  `old` is the
 * only copy where exchange_stepwise() could not take its first step back. */
static void
remove_leftovers(const WriteStage *stage)
{
  struct stat status;
  folder_remove(stage->parent, stage->staging);
  if (target_is_there(stage, &status))
    folder_remove(stage->parent, stage->old);
}

void
write_stage_free(WriteStage *stage)
{
  if (!stage)
    return;
  if (stage->stage >= 0)
    remove_leftovers(stage);
  if (stage->lock >= 0)
    unlinkat(stage->parent, stage->lock_name, 0);
  int files[] = { stage->stage, stage->lock, stage->parent };
  for (unsigned i = 0; i < G_N_ELEMENTS(files); i++) {
    if (files[i] >= 0)
      close(files[i]);
  }
  g_free(stage->target);
  g_free(stage->name);
  g_free(stage->staging);
  g_free(stage->old);
  g_free(stage->lock_name);
  g_free(stage);
}
