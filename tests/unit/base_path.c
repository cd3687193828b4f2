/* tests/unit/base_path.c -- reading below a root, never above it. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "base/hash.h"
#include "base/path.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *top; /* holds secret.txt and the root "book" */
  PathRoot *root;
} Place;

static void
put(const Place *place, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename(place->top, name, NULL);
  g_autofree char *folder = g_path_get_dirname(path);
  g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
set_up(Place *place, gconstpointer data)
{
  (void)data;
  place->top = g_dir_make_tmp("handbill-XXXXXX", NULL);
  put(place, "secret.txt", "secret");
  put(place, "book/a.md", "alpha");
  put(place, "book/sub/b.md", "beta");
  put(place, "book/sub/deep/c.md", "gamma");
  put(place, "book/dist/old.md", "not a source");
  put(place, "book/.hidden", "hidden");
  g_autofree char *book = g_build_filename(place->top, "book", NULL);
  place->root = path_root_open(book, NULL);
  g_assert_nonnull(place->root);
}

static void
tear_down(Place *place, gconstpointer data)
{
  (void)data;
  path_root_free(place->root);
  const char *const remove[] = { "rm", "-rf", place->top, NULL };
  g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)remove, NULL,
                             G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                             NULL));
  g_free(place->top);
}

static void
check_resolve(const char *base, const char *relative, const char *expected)
{
  g_autofree char *path = path_resolve(base, relative);
  g_assert_cmpstr(path, ==, expected);
}

static void
test_resolve(void)
{
  check_resolve("a/b.md", "../c.png", "c.png");
  check_resolve("a/b.md", "c.png", "a/c.png");
  check_resolve("b.md", "./x//y/../c.png", "x/c.png");
  check_resolve("", "a", "a");
  check_resolve("a/b.md", "../../c.png", NULL);
  check_resolve("a.md", "..", NULL);
  check_resolve("a/b.md", "..", NULL); /* the root itself is no file */
  check_resolve("a.md", "/etc/passwd", NULL);
  check_resolve("a.md", "", NULL);
  check_resolve("a/b/c.md", "x/../../../../y", NULL);
}

static void
check_refused(const Place *place, const char *name, gsize limit, ErrorCode code,
              const char *words)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(path_root_sum(place->root, name, limit, &error));
  g_clear_error(&error);
  g_assert_null(path_root_read(place->root, name, limit, &error));
  g_assert_error(error, HANDBILL_ERROR, (int)code);
  if (!strstr(error->message, words))
    g_error("\"%s\" does not say \"%s\"", error->message, words);
}

static void
test_read(Place *place, gconstpointer data)
{
  (void)data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes =
      path_root_read(place->root, "sub/../a.md", 5, &error);
  g_assert_no_error(error);
  g_assert_cmpmem(g_bytes_get_data(bytes, NULL), (int)g_bytes_get_size(bytes),
                  "alpha", 5);
  g_autofree char *sum = path_root_sum(place->root, "a.md", 5, &error);
  g_autofree char *kept = hash_sha256(bytes); /* as sha256sum has it: */
  g_assert_cmpstr(
      kept, ==,
      "8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8");
  g_assert_cmpstr(sum, ==, kept);
  check_refused(place, "a.md", 4, ERROR_LIMIT, "a.md: this file is larger");
  check_refused(place, "none.md", 99, ERROR_IO, "there is no such file");
  check_refused(place, "sub", 99, ERROR_IO, "not a regular file");
  check_refused(place, "../secret.txt", 99, ERROR_IO, "out of the folder");
  check_refused(place, "a.md/x", 99, ERROR_IO, "Not a directory");
  g_assert_true(path_root_has(place->root, "sub/b.md"));
  g_assert_false(path_root_has(place->root, "sub"));
  g_assert_false(path_root_has(place->root, "../secret.txt"));
}

static void
test_links(Place *place, gconstpointer data)
{
  (void)data;
  g_autofree char *link = g_build_filename(place->top, "book/link.md", NULL);
  g_autofree char *inner = g_build_filename(place->top, "book/inner", NULL);
  g_autofree char *pipe = g_build_filename(place->top, "book/pipe.md", NULL);
  g_assert_cmpint(symlink("../secret.txt", link), ==, 0);
  g_assert_cmpint(symlink("sub", inner), ==, 0);
  g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
  check_refused(place, "link.md", 99, ERROR_IO, "symbolic link");
  check_refused(place, "inner/b.md", 99, ERROR_IO, "symbolic link");
  g_assert_true(path_root_has(place->root, "link.md")); /* not passed over */
  g_assert_false(path_root_has(place->root, "none.md"));
  g_assert_false(path_root_has(place->root, "a.md/none.md"));
  check_refused(place, "pipe.md", 99, ERROR_IO, "not a regular file");
  g_autoptr(GPtrArray) names = path_root_list(place->root, "", 9, NULL);
  g_assert_cmpuint(names->len, ==, 3); /* neither links nor pipes */
  g_autoptr(GPtrArray) odd = path_root_list_odd(place->root, "", NULL);
  g_ptr_array_add(odd, NULL);
  g_autofree char *passed_over = g_strjoinv(" ", (char **)odd->pdata);
  g_assert_cmpstr(passed_over, ==, "inner link.md pipe.md");
}

static char *
list(const Place *place, const char *folder, unsigned depth)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names =
      path_root_list(place->root, folder, depth, &error);
  g_assert_no_error(error);
  g_ptr_array_add(names, NULL);
  return g_strjoinv(" ", (char **)names->pdata);
}

static void
test_list(Place *place, gconstpointer data)
{
  (void)data;
  put(place, "book/Z.md", "");
  put(place, "book/sub.md", "");
  g_autofree char *flat = list(place, "", 0);
  g_assert_cmpstr(flat, ==, "Z.md a.md sub.md");
  g_autofree char *one = list(place, "", 1);
  g_assert_cmpstr(one, ==, "Z.md a.md sub.md sub/b.md");
  g_autofree char *all = list(place, "", 99);
  g_assert_cmpstr(all, ==, "Z.md a.md sub.md sub/b.md sub/deep/c.md");
  g_autofree char *below = list(place, "sub", 0);
  g_assert_cmpstr(below, ==, "sub/b.md");
  g_autoptr(GError) error = NULL;
  g_assert_null(path_root_list(place->root, "..", 1, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
}

static void
test_bad_name(Place *place, gconstpointer data)
{
  (void)data;
  put(place, "book/bad\xff.md", "");
  g_autoptr(GError) error = NULL;
  g_assert_null(path_root_list(place->root, "", 0, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  g_assert_nonnull(strstr(error->message, "bad\\xff.md: this name"));
}

/* An old kernel, or a sandbox that does not know the call. */
static void
forbid_openat2(void)
{
  struct sock_filter filter[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0), /* the number of the call */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { G_N_ELEMENTS(filter), filter };
  g_assert_cmpint(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), ==, 0);
  g_assert_cmpint(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), ==, 0);
}

static void
test_without_openat2(Place *place, gconstpointer data)
{
  pid_t child = fork();
  if (child == 0) {
    forbid_openat2();
    test_read(place, data);
    test_links(place, data);
    test_list(place, data);
    _exit(0);
  }
  int status = -1;
  g_assert_cmpint(waitpid(child, &status, 0), ==, child);
  g_assert_cmpint(status, ==, 0);
}

static void
test_open(void)
{
  g_autoptr(GError) error = NULL;
  g_assert_null(path_root_open("/nowhere\x1b/at-all", &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  g_assert_nonnull(strstr(error->message, "/nowhere\\x1b/at-all: "));
  g_clear_error(&error);
  g_assert_null(path_root_open("/dev/null", &error));
  g_assert_nonnull(strstr(error->message, "not a folder"));
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/path/resolve", test_resolve);
  g_test_add_func("/path/open", test_open);
  g_test_add("/path/read", Place, NULL, set_up, test_read, tear_down);
  g_test_add("/path/links", Place, NULL, set_up, test_links, tear_down);
  g_test_add("/path/list", Place, NULL, set_up, test_list, tear_down);
  g_test_add("/path/bad-name", Place, NULL, set_up, test_bad_name, tear_down);
  g_test_add("/path/without-openat2", Place, NULL, set_up, test_without_openat2,
             tear_down);
  return g_test_run();
}
