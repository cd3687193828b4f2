/* media/child.c -- work that may crash or hang, in a child process. */
/* SPDX-License-Identifier: MIT */

#include "media/child.h"

#include "base/bytes.h"
#include "base/error.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROCESSOR_TIME 5                         /* s */
#define WALL_TIME      (20 * G_TIME_SPAN_SECOND) /* a busy machine, not a hang */
#define MEMORY         ((gsize)512 << 20)        /* bytes */

enum {
  EXIT_DONE = 0,
  EXIT_FAILED = 1
};

static bool
fail(GError **error, const char *doing)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_IO, "cannot %s: %s", doing,
              g_strerror(errno));
  return false;
}

bool
media_child_share(MediaShared *shared, gsize length, GError **error)
{
  int file = memfd_create("handbill", MFD_CLOEXEC);

  if (file < 0)
    return fail(error, "make memory for a child process");
  void *memory = MAP_FAILED;
  if (ftruncate(file, (off_t)length) == 0)
    memory = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (memory == MAP_FAILED) {
    fail(error, "share memory with a child process");
    close(file);
    return false;
  }
  *shared = (MediaShared){ memory, length, file };
  return true;
}

void
media_child_unshare(MediaShared *shared)
{
  munmap(shared->memory, shared->length);
  close(shared->file);
}

/* What the process has mapped, in bytes: the first number of statm, in
 * pages.  The limit below counts from there, because the parent's size is not
 * the drawing's fault. */
static gsize
mapped(void)
{
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "re");

  if (file == NULL)
    return 0;
  if (fscanf(file, "%lu", &pages) != 1)
    pages = 0;
  fclose(file);
  return pages * (gsize)sysconf(_SC_PAGESIZE);
}

static bool
limit(int resource, gsize value)
{
  const struct rlimit both = { value, value };

  return setrlimit(resource, &both) == 0;
}

bool
media_child_limit_memory(void)
{
  return limit(RLIMIT_AS, mapped() + MEMORY);
}

static bool
confine(pid_t parent)
{
  signal(SIGXFSZ, SIG_IGN); /* such writes fail instead */
  signal(SIGXCPU, SIG_DFL);
  signal(SIGABRT, SIG_DFL);
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
    return false;
  return freopen("/dev/null", "w", stderr) != NULL &&
         prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         limit(RLIMIT_CPU, PROCESSOR_TIME) && limit(RLIMIT_CORE, 0) &&
         limit(RLIMIT_FSIZE, 0) && media_child_limit_memory();
}

static G_NORETURN void
be_child(MediaChildWork work, gpointer data, char *message, pid_t parent)
{
  bool done = confine(parent) && work(data, message);

  _exit(done ? EXIT_DONE : EXIT_FAILED);
}

/* True if the child ended before its time was over. */
static bool
wait_for_end(int child)
{
  gint64 end = g_get_monotonic_time() + WALL_TIME;
  gint64 left = WALL_TIME;
  struct pollfd ends = { .fd = child, .events = POLLIN };
  int ready = 0;

  while (left > 0) {
    ready = poll(&ends, 1, (int)(left / G_TIME_SPAN_MILLISECOND) + 1);
    if (ready > 0 || (ready < 0 && errno != EINTR))
      break;
    left = end - g_get_monotonic_time();
  }
  return ready > 0;
}

/* Kills a child that outstays its time; its wait status. */
static int
reap(pid_t pid)
{
  int child = pidfd_open(pid, 0);
  int status = -1;

  if (child < 0 || !wait_for_end(child))
    kill(pid, SIGKILL);
  if (child >= 0)
    close(child);
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    continue;
  return status;
}

static bool
refuse(GError **error, const char *what, const char *why)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
              "%s %s: make it simpler, or save it as PNG", what, why);
  return false;
}

static bool
judge(int status, const char *what, const char *message, GError **error)
{
  if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE)
    return true;
  if (WIFSIGNALED(status) &&
      (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU))
    return refuse(error, what, "takes more than 5 s to draw");
  if (!WIFEXITED(status) || message[0] == '\0')
    return refuse(error, what,
                  "breaks the program that draws it, or needs over 512 MiB");
  g_autofree char *printable = bytes_printable(message, MEDIA_CHILD_MESSAGE);
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "%s cannot be drawn: %s; save it again or as PNG", what,
              printable);
  return false;
}

bool
media_child_run(MediaChildWork work, gpointer data, char *message,
                const char *what, GError **error)
{
  pid_t parent = getpid();
  pid_t pid = fork();

  if (pid == 0)
    be_child(work, data, message, parent);
  if (pid < 0)
    return fail(error, "start a child process");
  int status = reap(pid);
  message[MEDIA_CHILD_MESSAGE - 1] = '\0';
  return judge(status, what, message, error);
}
