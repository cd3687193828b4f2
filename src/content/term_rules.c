/* content/term_rules.c -- terms.tsv becomes rows of the registry. */
/* SPDX-License-Identifier: MIT */

#include "content/term_rules.h"

#include "base/bytes.h"

#include <regex.h>
#include <string.h>

enum {
  COLUMNS_MIN = 5,
  COLUMNS_MAX = 6,
  SHOWN_MAX = 60
};

static const char *const severities[] = {
  [TERM_ERROR] = "error",
  [TERM_WARN] = "warn",
  [TERM_INFO] = "info",
};

static void report(Diag *diag, DiagPos pos, const char *code,
                   const char *format, ...) G_GNUC_PRINTF(4, 5);

static void
report(Diag *diag, DiagPos pos, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  diag_report(diag, DIAG_ERROR, pos, code, "%s", text);
}

static bool
read_severity(const char *word, TermSeverity *severity)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(severities); i++)
    if (strcmp(word, severities[i]) == 0) {
      *severity = (TermSeverity)i;
      return true;
    }
  return false;
}

/* In bytes, from 1. */
static unsigned
column_of(const GStrv cells, unsigned index)
{
  gsize column = 1;

  for (unsigned i = 0; i < index; i++)
    column += strlen(cells[i]) + 1;
  return (unsigned)column;
}

static void
check_pattern(const char *pattern, DiagPos pos, Diag *diag)
{
  regex_t compiled;
  int wrong = regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB);

  if (wrong == 0) {
    regfree(&compiled);
    return;
  }
  report(diag, pos, "bad-pattern",
         "this is no POSIX extended regular expression; write \\( for a "
         "bracket that is meant as such, and close each ( and [");
}

static void
check_row(const Registry *registry, const TermRule *rule, GStrv cells,
          Diag *diag)
{
  DiagPos pos = rule->pos;

  content_registry_file_check_id(registry->terms, rule, "duplicate-term", diag);
  pos.column = column_of(cells, 1);
  check_pattern(rule->avoid, pos, diag);
  pos.column = column_of(cells, 5);
  if (rule->except != NULL)
    check_pattern(rule->except, pos, diag);
}

static void
read_row(Registry *registry, const char *line, DiagPos pos, Diag *diag)
{
  g_auto(GStrv) cells = g_strsplit(line, "\t", -1);
  unsigned count = g_strv_length(cells);
  TermSeverity severity = TERM_ERROR;

  if (count < COLUMNS_MIN || count > COLUMNS_MAX || cells[0][0] == '\0' ||
      cells[1][0] == '\0' || cells[2][0] == '\0') {
    report(diag, pos, "term-columns",
           "a rule has 5 or 6 columns parted by tabs, and this line %u; "
           "write id, avoid, use, severity, source, except",
           count);
    return;
  }
  if (!read_severity(cells[3], &severity)) {
    g_autofree char *shown = bytes_printable(cells[3], SHOWN_MAX);

    pos.column = column_of(cells, 3);
    report(diag, pos, "bad-value",
           "\"%s\" is no severity; write error, warn or info", shown);
    return;
  }

  TermRule *rule = registry_add_term_rule(registry, pos);

  rule->id = g_strdup(cells[0]);
  rule->avoid = g_strdup(cells[1]);
  rule->use = g_strdup(cells[2]);
  rule->severity = severity;
  rule->source = g_strdup(cells[4]);
  if (count == COLUMNS_MAX && cells[5][0] != '\0')
    rule->except = g_strdup(cells[5]);
  check_row(registry, rule, cells, diag);
}

static void
read_lines(const ContentRegistryContext *context, const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

  for (unsigned i = 0; lines[i] != NULL; i++) {
    gsize length = strlen(lines[i]);

    if (length > 0 && lines[i][length - 1] == '\r')
      lines[i][length - 1] = '\0';
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      read_row(context->book->registry, lines[i],
               (DiagPos){ CONTENT_TERM_RULES_FILE, i + 1, 1 }, context->diag);
  }
}

bool
content_term_rules_load(const ContentRegistryContext *context, GError **error)
{
  if (!path_root_has(context->root, CONTENT_TERM_RULES_FILE))
    return true;

  g_autoptr(GBytes) bytes = path_root_read(
      context->root, CONTENT_TERM_RULES_FILE, CONTENT_YAML_BYTES_MAX, error);
  gsize length = 0;
  gsize bad = 0;

  if (bytes == NULL)
    return false;

  const char *data = g_bytes_get_data(bytes, &length);

  if (length > 0 && !bytes_is_text(data, length, &bad)) {
    report(context->diag, (DiagPos){ CONTENT_TERM_RULES_FILE, 0, 0 },
           "not-text",
           "byte %" G_GSIZE_FORMAT " is no text; save the file as UTF-8, "
           "without control characters",
           bad + 1);
    return true;
  }

  g_autofree char *text = g_strndup(length > 0 ? data : "", length);

  read_lines(context, text);
  return true;
}
