/* style/font_lock.c -- fonts.lock: which files a folder of fonts must hold. */
/* SPDX-License-Identifier: MIT */
#include "style/font_lock.h"

#include "base/bytes.h"

#include <string.h>

enum {
  LOCK_LIMIT = 256 * 1024, /* bytes */
  HASH_LENGTH = 64         /* hex digits */
};

typedef struct {
  const char *file; /* into text */
  const char *hash;
  unsigned line;
} Entry;

struct FontLock {
  char *path; /* for messages */
  char *text;
  GArray *entries; /* of Entry, in the file's order */
};

void
font_lock_free(FontLock *lock)
{
  if (!lock)
    return;
  g_array_unref(lock->entries);
  g_free(lock->text);
  g_free(lock->path);
  g_free(lock);
}

static const Entry *
find_entry(const FontLock *lock, const char *file)
{
  for (guint i = 0; i < lock->entries->len; i++) {
    const Entry *entry = &g_array_index(lock->entries, Entry, i);
    if (!strcmp(entry->file, file))
      return entry;
  }
  return NULL;
}

static bool
is_hash(const char *text)
{
  return strlen(text) == HASH_LENGTH &&
         strspn(text, "0123456789abcdef") == HASH_LENGTH;
}

/* Cuts `line` at its tabs; the pieces stay in the lock's text. */
static bool
cut_line(char *line, Entry *entry)
{
  char *column[4] = { line, NULL, NULL, NULL };
  for (int i = 1; i < 4; i++) {
    char *tab = strchr(column[i - 1], '\t');
    if (!tab)
      return false;
    *tab = '\0';
    column[i] = tab + 1;
  }
  entry->file = column[0];
  entry->hash = column[3];
  return *column[0] && *column[1] && *column[2] && is_hash(column[3]);
}

static void
read_line(FontLock *lock, char *line, unsigned number, Diag *diag)
{
  if (*line == '#' || *line == '\0')
    return;
  DiagPos pos = { .file = lock->path, .line = number, .column = 1 };
  Entry entry = { .line = number };
  if (!cut_line(line, &entry))
    diag_report(diag, DIAG_ERROR, pos, "font-lock-line",
                "this line is not understood: write file, package and "
                "version, licence and SHA-256, separated by single tabs");
  else if (find_entry(lock, entry.file))
    diag_report(diag, DIAG_ERROR, pos, "font-lock-line",
                "a second line for the same file: take one of them out");
  else
    g_array_append_val(lock->entries, entry);
}

static void
read_lines(FontLock *lock, Diag *diag)
{
  unsigned number = 0;
  for (char *line = lock->text; line;) {
    char *end = strchr(line, '\n');
    if (end)
      *end = '\0';
    read_line(lock, line, ++number, diag);
    line = end ? end + 1 : NULL;
  }
}

static FontLock *
new_lock(const PathRoot *root, GBytes *bytes)
{
  FontLock *lock = g_new0(FontLock, 1);
  gsize size = 0;
  const char *data = g_bytes_get_data(bytes, &size);
  lock->path = g_build_filename(path_root_name(root), "fonts.lock", NULL);
  lock->text = g_strndup(data, size);
  lock->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
  return lock;
}

bool
font_lock_read(const PathRoot *root, FontLock **lock, Diag *diag,
               GError **error)
{
  *lock = NULL;
  if (!path_root_has(root, "fonts.lock")) {
    DiagPos pos = { .file = path_root_name(root) };
    diag_report(diag, DIAG_NOTE, pos, "font-lock-absent",
                "there is no fonts.lock here: the fonts are taken as they "
                "are, and nobody notices when they change");
    return true;
  }
  g_autoptr(GBytes) bytes =
      path_root_read(root, "fonts.lock", LOCK_LIMIT, error);
  if (!bytes)
    return false;
  *lock = new_lock(root, bytes);
  read_lines(*lock, diag);
  return true;
}

bool
font_lock_check(const FontLock *lock, const char *file, const char *sum,
                Diag *diag)
{
  DiagPos pos = { .file = lock->path };
  g_autofree char *name = bytes_printable(file, 200);
  const Entry *entry = find_entry(lock, file);
  if (!entry) {
    diag_report(diag, DIAG_ERROR, pos, "font-unlocked",
                "%s has no line here: take the file out of the folder, or "
                "write its line",
                name);
    return false;
  }
  if (!strcmp(sum, entry->hash))
    return true;
  pos.line = entry->line;
  pos.column = 1;
  diag_report(diag, DIAG_ERROR, pos, "font-changed",
              "%s is not the file of this line (its SHA-256 is %s): get the "
              "file anew, or write the new hash if the change is wanted",
              name, sum);
  return false;
}

void
font_lock_report_missing(const FontLock *lock, const PathRoot *root, Diag *diag)
{
  for (guint i = 0; i < lock->entries->len; i++) {
    const Entry *entry = &g_array_index(lock->entries, Entry, i);
    DiagPos pos = { .file = lock->path, .line = entry->line, .column = 1 };
    if (path_root_has(root, entry->file))
      continue;
    g_autofree char *name = bytes_printable(entry->file, 200);
    diag_report(diag, DIAG_ERROR, pos, "font-missing",
                "there is no file %s: get it anew, or take its line out", name);
  }
}
