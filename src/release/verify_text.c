/* release/verify_text.c -- the plain text edition. */
/* SPDX-License-Identifier: MIT */

#include "release/verify_text.h"

#include "base/bytes.h"
#include "text/lines.h"
#include "text/text.h"

#include <string.h>

static void report(const ManifestEntry *entry, unsigned line, Diag *diag,
                   const char *format, ...) G_GNUC_PRINTF(4, 5);

static void
report(const ManifestEntry *entry, unsigned line, Diag *diag,
       const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  diag_report(diag, DIAG_ERROR, (DiagPos){ entry->name, line, 0 }, "text-fault",
              "%s; build it again", text);
}

/* One word may be longer than a line, and code is not broken. */
static bool
may_be_long(const char *line)
{
  return strncmp(line, "    ", 4) == 0 ||
         strchr(line + strspn(line, " -|*.0123456789"), ' ') == NULL;
}

void
verify_text(const ManifestEntry *entry, GBytes *bytes, Diag *diag)
{
  gsize length = 0, bad = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  if (length == 0 || !bytes_is_text(data, length, &bad)) {
    report(entry, 0, diag, "byte %" G_GSIZE_FORMAT " is no text", bad + 1);
    return;
  }
  g_autofree char *text = g_strndup(data, length);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (unsigned i = 0; lines[i]; i++)
    if (text_lines_columns(lines[i], strlen(lines[i])) > TEXT_COLUMNS &&
        !may_be_long(lines[i])) {
      report(entry, i + 1, diag, "a line of more than %d columns",
             TEXT_COLUMNS);
      return;
    }
}

/* Behind "[page 12]", whatever the language's word for a page; NULL if there is
 * none. */
static const char *
find_label(const char *text, const char *label)
{
  g_autofree char *end = g_strdup_printf(" %s]", label);
  for (const char *at = text; (at = strstr(at, end)); at++) {
    const char *open = at;
    while (open > text && open[-1] != ' ' && open[-1] != '\n' && *open != '[')
      open--;
    if (*open == '[')
      return at + strlen(end);
  }
  return NULL;
}

void
verify_text_pages(const ManifestEntry *entry, GBytes *bytes,
                  const GArray *pages, Diag *diag)
{
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autofree char *text = g_strndup(data ? data : "", length);
  const char *at = text;
  for (unsigned i = 0; at && i < pages->len; i++) {
    const char *label = g_array_index(pages, ReleasePage, i).label;
    at = find_label(at, label);
    if (!at)
      report(entry, 0, diag, "printed page %s is not marked in its place",
             label);
  }
}
