/* tests/unit/base_write.c -- staging, one rename, a lock: old or new, whole. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "base/write.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *top;
  char *target;
} Place;

static void
set_up(Place *place, gconstpointer data)
{
  (void)data;
  place->top = g_dir_make_tmp("handbill-XXXXXX", NULL);
  place->target = g_build_filename(place->top, "out", "book", NULL);
}

static void
tear_down(Place *place, gconstpointer data)
{
  (void)data;
  const char *const remove[] = { "rm", "-rf", place->top, NULL };
  g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)remove, NULL,
                             G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                             NULL));
  g_free(place->top);
  g_free(place->target);
}

static void
add(WriteStage *stage, const char *name, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  write_stage_add(stage, name, bytes, &error);
  g_assert_no_error(error);
}

static void
publish(const Place *place, const char *name, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WriteStage) stage = write_stage_open(place->target, &error);
  g_assert_no_error(error);
  add(stage, name, text);
  write_stage_publish(stage, &error);
  g_assert_no_error(error);
}

static void
check_file(const Place *place, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename(place->target, name, NULL);
  g_autofree char *text = NULL;
  g_file_get_contents(path, &text, NULL, NULL);
  g_assert_cmpstr(text, ==, expected);
}

/* Beside the target nothing is left. */
static void
check_alone(const Place *place)
{
  g_autofree char *folder = g_path_get_dirname(place->target);
  g_autoptr(GDir) directory = g_dir_open(folder, 0, NULL);
  for (const char *name = g_dir_read_name(directory); name;
       name = g_dir_read_name(directory))
    g_assert_cmpstr(name, ==, "book");
}

static void
test_publish(Place *place, gconstpointer data)
{
  (void)data;
  publish(place, "handouts/a.pdf", "one");
  check_file(place, "handouts/a.pdf", "one");
  check_alone(place);
  publish(place, "b.pdf", "two");
  check_file(place, "b.pdf", "two");
  check_file(place, "handouts/a.pdf", NULL); /* the old release is gone */
  check_alone(place);
}

static void
test_abandon(Place *place, gconstpointer data)
{
  (void)data;
  publish(place, "a", "old");
  WriteStage *stage = write_stage_open(place->target, NULL);
  add(stage, "a", "new");
  write_stage_free(stage);
  check_file(place, "a", "old");
  check_alone(place);
}

static void
test_mode(Place *place, gconstpointer data)
{
  (void)data;
  mode_t before = umask(0027);
  publish(place, "sub/a", "x");
  umask(before);
  struct stat status;
  g_autofree char *file = g_build_filename(place->target, "sub/a", NULL);
  g_assert_cmpint(stat(file, &status), ==, 0);
  g_assert_cmpuint(status.st_mode & 0777, ==, 0640);
  g_assert_cmpint(stat(place->target, &status), ==, 0);
  g_assert_cmpuint(status.st_mode & 0777, ==, 0750);
}

static void
test_lock(Place *place, gconstpointer data)
{
  (void)data;
  g_autoptr(GError) error = NULL;
  WriteStage *first = write_stage_open(place->target, NULL);
  add(first, "a", "first");
  g_assert_null(write_stage_open(place->target, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_LOCKED);
  g_assert_true(write_stage_publish(first, NULL)); /* its stage still stands */
  write_stage_free(first);
  check_file(place, "a", "first");
  publish(place, "a", "second");
  check_file(place, "a", "second");
}

/* A run that is killed leaves its stage; the next one takes the lock at once,
 * cleans up and publishes. */
static void
test_killed(Place *place, gconstpointer data)
{
  (void)data;
  publish(place, "a", "old");
  pid_t child = fork();
  if (child == 0) {
    WriteStage *stage = write_stage_open(place->target, NULL);
    add(stage, "stale", "half");
    raise(SIGKILL);
  }
  int status = 0;
  g_assert_cmpint(waitpid(child, &status, 0), ==, child);
  g_assert_true(WIFSIGNALED(status));
  check_file(place, "a", "old");
  g_autofree char *stale =
      g_build_filename(place->top, "out", ".book.staging", "stale", NULL);
  g_assert_true(g_file_test(stale, G_FILE_TEST_EXISTS));
  publish(place, "a", "new");
  check_file(place, "a", "new");
  check_file(place, "stale", NULL);
  check_alone(place);
}

/* Killed between the two renames of a file system without exchange. */
static void
test_put_back(Place *place, gconstpointer data)
{
  (void)data;
  publish(place, "a", "old");
  g_autofree char *old = g_build_filename(place->top, "out", ".book.old", NULL);
  g_assert_cmpint(g_rename(place->target, old), ==, 0);
  WriteStage *stage = write_stage_open(place->target, NULL);
  write_stage_free(stage);
  check_file(place, "a", "old");
  check_alone(place);
}

static void
test_disk_full(Place *place, gconstpointer data)
{
  (void)data;
  publish(place, "a", "old");
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit before, small = { .rlim_cur = 4096, .rlim_max = RLIM_INFINITY };
  getrlimit(RLIMIT_FSIZE, &before);
  small.rlim_max = before.rlim_max;
  WriteStage *stage = write_stage_open(place->target, NULL);
  g_autofree char *large = g_malloc0(100000);
  g_autoptr(GBytes) bytes = g_bytes_new(large, 100000);
  g_autoptr(GError) error = NULL;
  setrlimit(RLIMIT_FSIZE, &small);
  bool done = write_stage_add(stage, "a", bytes, &error);
  setrlimit(RLIMIT_FSIZE, &before);
  g_assert_false(done);
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  write_stage_free(stage);
  check_file(place, "a", "old");
  check_alone(place);
}

static void
check_refused(const char *target, const char *words)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(write_stage_open(target, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_CANNOT_WRITE);
  if (!strstr(error->message, words))
    g_error("\"%s\" does not say \"%s\"", error->message, words);
}

static void
test_refuse(Place *place, gconstpointer data)
{
  (void)data;
  g_autofree char *file = g_build_filename(place->top, "file", NULL);
  g_autofree char *below = g_build_filename(file, "book", NULL);
  g_autofree char *link = g_build_filename(place->top, "link", NULL);
  g_assert_true(g_file_set_contents(file, "mine", -1, NULL));
  g_assert_cmpint(symlink(".", link), ==, 0);
  check_refused(file, "not a folder");
  check_refused(link, "not a folder");
  check_refused(below, "cannot make this folder");
  check_refused(".", "no name for a new folder");
  check_refused("a/..", "no name for a new folder");
  check_refused("/", "no name for a new folder");
  g_autoptr(GError) error = NULL;
  g_autoptr(WriteStage) stage = write_stage_open(place->target, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static("x", 1);
  g_assert_false(write_stage_add(stage, "../x", bytes, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_BUG);
  g_clear_error(&error);
  add(stage, "twice", "x");
  g_assert_false(write_stage_add(stage, "twice", bytes, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_CANNOT_WRITE);
}

static void
add_test(const char *name, void (*run)(Place *place, gconstpointer data))
{
  g_test_add(name, Place, NULL, set_up, run, tear_down);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  add_test("/write/publish", test_publish);
  add_test("/write/abandon", test_abandon);
  add_test("/write/mode", test_mode);
  add_test("/write/lock", test_lock);
  add_test("/write/killed", test_killed);
  add_test("/write/put-back", test_put_back);
  add_test("/write/disk-full", test_disk_full);
  add_test("/write/refuse", test_refuse);
  return g_test_run();
}
