/* base/path.c -- reading below a root, never above it. */
/* SPDX-License-Identifier: MIT */

#include "base/path.h"

#include "base/bytes.h"
#include "base/error.h"
#include "base/hash.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
  FILES_MAX = 100000, /* below one folder that is listed */
  DEPTH_MAX = 64,     /* folders */
  OPEN_FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
};

struct PathRoot {
  int folder; /* file descriptor */
  char *name;
  dev_t device;
};

/* --- roots --- */

static void
set_error(GError **error, const PathRoot *root, const char *relative,
          ErrorCode code, const char *cause)
{
  g_autofree char *path = *relative
                              ? g_build_filename(root->name, relative, NULL)
                              : g_strdup(root->name);
  g_autofree char *shown = bytes_printable(path, 200);
  g_set_error(error, HANDBILL_ERROR, (int)code, "%s: %s", shown, cause);
}

PathRoot *
path_root_open(const char *path, GError **error)
{
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  struct stat status;
  if (folder < 0 || fstat(folder, &status) != 0) {
    g_autofree char *shown = bytes_printable(path, 200);
    g_set_error(error, HANDBILL_ERROR, ERROR_IO, "%s: %s", shown,
                errno == ENOTDIR ? "this is not a folder" : g_strerror(errno));
    if (folder >= 0)
      close(folder);
    return NULL;
  }
  PathRoot *root = g_new0(PathRoot, 1);
  root->folder = folder;
  root->name = g_strdup(path);
  root->device = status.st_dev;
  return root;
}

void
path_root_free(PathRoot *root)
{
  if (!root)
    return;
  close(root->folder);
  g_free(root->name);
  g_free(root);
}

const char *
path_root_name(const PathRoot *root)
{
  return root->name;
}

/* --- names --- */

char *
path_resolve(const char *base, const char *relative)
{
  if (*relative == '\0' || *relative == '/')
    return NULL;
  const char *slash = strrchr(base, '/');
  g_autofree char *folder = g_strndup(base, slash ? (gsize)(slash - base) : 0);
  g_autofree char *joined = g_strconcat(folder, "/", relative, NULL);
  g_auto(GStrv) words = g_strsplit(joined, "/", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new();
  for (char **word = words; *word; word++) {
    if (**word == '\0' || strcmp(*word, ".") == 0)
      continue;
    if (strcmp(*word, "..") != 0)
      g_ptr_array_add(kept, *word);
    else if (kept->len > 0)
      g_ptr_array_set_size(kept, (int)kept->len - 1);
    else
      return NULL;
  }
  if (kept->len == 0)
    return NULL;
  g_ptr_array_add(kept, NULL);
  return g_strjoinv("/", (char **)kept->pdata);
}

/* --- opening --- */

/* For kernels and sandboxes without openat2: one component at a time, none of
 * them a link, all on the root's file system.  `relative` is normal. */
static int
open_stepwise(const PathRoot *root, const char *relative, int flags)
{
  g_auto(GStrv) words = g_strsplit(relative, "/", -1);
  int at = root->folder;
  for (char **word = words; *word; word++) {
    int how = word[1] ? OPEN_FLAGS | O_DIRECTORY : flags;
    int next = openat(at, *word, how);
    int cause = errno;
    struct stat status;
    if (cause == ENOTDIR && /* what O_DIRECTORY says of a link */
        fstatat(at, *word, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISLNK(status.st_mode))
      cause = ELOOP;
    if (at != root->folder)
      close(at);
    if (next >= 0 && fstat(next, &status) == 0 &&
        status.st_dev != root->device) {
      close(next);
      next = -1;
      cause = EXDEV;
    }
    errno = cause;
    if (next < 0)
      return -1;
    at = next;
  }
  return at;
}

/* A file descriptor, or -1 and errno. */
static int
open_beneath(const PathRoot *root, const char *relative, int flags)
{
  struct open_how how = { .flags = (guint64)flags,
                          .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS |
                                     RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV };
  int file = -1;
  do /* EAGAIN: something was renamed meanwhile, openat2(2) */
    file = (int)syscall(SYS_openat2, root->folder, relative, &how, sizeof how);
  while (file < 0 && (errno == EINTR || errno == EAGAIN));
  if (file < 0 && (errno == ENOSYS || errno == EPERM))
    return open_stepwise(root, relative, flags);
  return file;
}

static const char *
open_cause(int number)
{
  switch (number) {
  case ELOOP:
    return "this is a symbolic link, or behind one; put the file itself here";
  case EXDEV:
    return "this leads out of the folder or into another file system";
  case ENOENT:
    return "there is no such file";
  }
  return g_strerror(number);
}

/* NULL, or why this file is not read. */
static const char *
refuse_file(const PathRoot *root, const struct stat *status)
{
  if (!S_ISREG(status->st_mode))
    return "this is not a regular file";
  struct stat folder;
  if (status->st_nlink > 1 &&
      (fstat(root->folder, &folder) != 0 || folder.st_uid != status->st_uid))
    return "this is a hard link to another user's file";
  return NULL;
}

/* Opens a regular file; sets `error` and gives -1 where it cannot. */
static int
open_file(const PathRoot *root, const char *relative, struct stat *status,
          GError **error)
{
  g_autofree char *normal = path_resolve("", relative);
  if (!normal) {
    set_error(error, root, relative, ERROR_IO, "this leads out of the folder");
    return -1;
  }
  int file = open_beneath(root, normal, OPEN_FLAGS);
  if (file < 0) {
    set_error(error, root, relative, ERROR_IO, open_cause(errno));
    return -1;
  }
  const char *cause =
      fstat(file, status) == 0 ? refuse_file(root, status) : g_strerror(errno);
  if (cause) {
    set_error(error, root, relative, ERROR_IO, cause);
    close(file);
    return -1;
  }
  return file;
}

bool
path_root_has(const PathRoot *root, const char *relative)
{
  g_autofree char *normal = path_resolve("", relative);
  if (!normal)
    return false;
  int file = open_beneath(root, normal, OPEN_FLAGS);
  if (file < 0)
    return errno != ENOENT && errno != ENOTDIR;
  struct stat status;
  bool there = fstat(file, &status) != 0 || S_ISREG(status.st_mode);
  close(file);
  return there;
}

/* --- reading --- */

/* Everything up to the end, but never more than `limit` + 1 bytes; NULL and
 * errno if a read fails.  A file may grow while it is read. */
static GByteArray *
read_all(int file, gsize limit, gsize expected)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  gsize length = 0;
  gssize count = 0;
  g_byte_array_set_size(bytes, (guint)MIN(expected, limit) + 1);
  do {
    if (length == bytes->len) /* the file has grown meanwhile */
      g_byte_array_set_size(bytes, bytes->len + 65536);
    count = read(file, bytes->data + length, bytes->len - length);
    if (count > 0)
      length += (gsize)count;
  } while ((count > 0 && length <= limit) || (count < 0 && errno == EINTR));
  int cause = errno;
  g_byte_array_set_size(bytes, (guint)length);
  errno = cause;
  return count < 0 ? NULL : g_steal_pointer(&bytes);
}

static void
refuse_large(const PathRoot *root, const char *relative, gsize limit,
             GError **error)
{
  g_autofree char *most = g_format_size_full(limit, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *text =
      g_strdup_printf("this file is larger than the limit of %s", most);
  set_error(error, root, relative, ERROR_LIMIT, text);
}

GBytes *
path_root_read(const PathRoot *root, const char *relative, gsize limit,
               GError **error)
{
  g_return_val_if_fail(limit < G_MAXUINT / 2, NULL);
  struct stat status;
  int file = open_file(root, relative, &status, error);
  if (file < 0)
    return NULL;
  bool large = (guint64)status.st_size > limit;
  g_autoptr(GByteArray) bytes =
      large ? NULL : read_all(file, limit, (gsize)status.st_size);
  int cause = errno;
  close(file);
  if (large || (bytes && bytes->len > limit)) {
    refuse_large(root, relative, limit, error);
    return NULL;
  }
  if (!bytes) {
    set_error(error, root, relative, ERROR_IO, g_strerror(cause));
    return NULL;
  }
  return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

char *
path_root_sum(const PathRoot *root, const char *relative, gsize limit,
              GError **error)
{
  struct stat status;
  int file = open_file(root, relative, &status, error);
  if (file < 0)
    return NULL;
  bool large = (guint64)status.st_size > limit;
  char *sum = large ? NULL : hash_sha256_file(file);
  int cause = errno;
  close(file);
  if (large)
    refuse_large(root, relative, limit, error);
  else if (!sum)
    set_error(error, root, relative, ERROR_IO, g_strerror(cause));
  return sum;
}

/* --- listing --- */

typedef struct {
  const PathRoot *root;
  GPtrArray *names; /* of the files found */
  bool odd;         /* wanted is what is no file and no folder */
  unsigned seen;    /* files and folders */
} Listing;

static bool list_folder(Listing *listing, const char *folder, unsigned depth,
                        GError **error);

static bool
list_entry(Listing *listing, int directory, const char *folder,
           const char *name, unsigned depth, GError **error)
{
  g_autofree char *relative =
      *folder ? g_strconcat(folder, "/", name, NULL) : g_strdup(name);
  if (!g_utf8_validate(name, -1, NULL)) {
    set_error(error, listing->root, relative, ERROR_IO,
              "this name is not UTF-8; rename the file");
    return false;
  }
  if (listing->seen++ >= FILES_MAX) {
    set_error(error, listing->root, folder, ERROR_LIMIT,
              "more than 100,000 files are below this folder");
    return false;
  }
  struct stat status;
  if (fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    set_error(error, listing->root, relative, ERROR_IO, g_strerror(errno));
    return false;
  }
  bool odd = !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
  if (listing->odd ? odd : S_ISREG(status.st_mode))
    g_ptr_array_add(listing->names, g_steal_pointer(&relative));
  else if (S_ISDIR(status.st_mode) && depth > 0 && strcmp(name, "dist") != 0)
    return list_folder(listing, relative, depth - 1, error);
  return true;
}

static bool
list_folder(Listing *listing, const char *folder, unsigned depth,
            GError **error)
{
  int file = open_beneath(listing->root, *folder ? folder : ".",
                          OPEN_FLAGS | O_DIRECTORY);
  DIR *directory = file < 0 ? NULL : fdopendir(file);
  if (!directory) {
    set_error(error, listing->root, folder, ERROR_IO, open_cause(errno));
    if (file >= 0)
      close(file);
    return false;
  }
  bool done = true;
  errno = 0;
  for (struct dirent *entry = readdir(directory); done && entry;
       errno = 0, entry = readdir(directory)) {
    if (entry->d_name[0] != '.')
      done = list_entry(listing, file, folder, entry->d_name, depth, error);
  }
  if (done && errno != 0) {
    set_error(error, listing->root, folder, ERROR_IO, g_strerror(errno));
    done = false;
  }
  closedir(directory);
  return done;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_names(Listing listing, const char *folder, unsigned depth, GError **error)
{
  g_autofree char *normal = *folder ? path_resolve("", folder) : g_strdup("");
  if (!normal) {
    set_error(error, listing.root, folder, ERROR_IO,
              "this leads out of the folder");
    return NULL;
  }
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  listing.names = names;
  if (!list_folder(&listing, normal, MIN(depth, DEPTH_MAX), error))
    return NULL;
  g_ptr_array_sort(names, compare_names);
  return g_steal_pointer(&names);
}

GPtrArray *
path_root_list(const PathRoot *root, const char *folder, unsigned depth,
               GError **error)
{
  return list_names((Listing){ .root = root }, folder, depth, error);
}

GPtrArray *
path_root_list_odd(const PathRoot *root, const char *folder, GError **error)
{
  return list_names((Listing){ .root = root, .odd = true }, folder, 0, error);
}
