/* release/command.c -- arguments to a command, and what comes of it. */
/* SPDX-License-Identifier: MIT */

#include "release/command.h"

#include "base/bytes.h"
#include "base/error.h"
#include "base/process.h"
#include "release/help.h"

#include <string.h>

typedef bool (*CommandFunc)(const Options *options, const Console *console,
                            Diag *diag, GString *out, GError **error);

static const CommandFunc commands[COMMAND_COUNT] = {
  [COMMAND_BUILD] = command_build, [COMMAND_CHECK] = command_check,
  [COMMAND_DUMP] = command_dump,   [COMMAND_VERIFY] = command_verify,
  [COMMAND_NEW] = command_new,     [COMMAND_EXPLAIN] = command_explain,
};

static const struct {
  ErrorCode exit_code;
  const char *code; /* of the message */
} codes[] = {
  { .exit_code = ERROR_REFUSED, .code = "refused" },
  { .exit_code = ERROR_USAGE, .code = "wrong-use" },
  { .exit_code = ERROR_BUG, .code = "bug" },
  { .exit_code = ERROR_LIMIT, .code = "limit-exceeded" },
  { .exit_code = ERROR_CANNOT_WRITE, .code = "cannot-write" },
  { .exit_code = ERROR_IO, .code = "read-or-write-failed" },
  { .exit_code = ERROR_LOCKED, .code = "locked" },
};

/* Makes the error a message, so that each form of messages has it.  Gives the
 * exit code; an error of a library that nobody translated is our fault. */
static int
report_error(Diag *diag, const GError *error)
{
  unsigned row = 0;
  while (row < G_N_ELEMENTS(codes) &&
         !g_error_matches(error, HANDBILL_ERROR, (int)codes[row].exit_code))
    row++;
  int exit_code =
      row < G_N_ELEMENTS(codes) ? (int)codes[row].exit_code : ERROR_BUG;
  diag_report(diag, DIAG_ERROR, (DiagPos){ NULL, 0, 0 },
              row < G_N_ELEMENTS(codes) ? codes[row].code : "bug", "%s",
              error->message);
  return exit_code;
}

static int
run(const Options *options)
{
  Console console = { .format = options->format,
                      .quiet = options->quiet,
                      .progress = !options->quiet &&
                                  options->format == DIAG_FORMAT_TEXT &&
                                  process_has_terminal() };
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  int exit_code = 0;
  if (!commands[options->command](options, &console, diag, out, &error))
    exit_code = report_error(diag, error);
  else if (diag_count(diag, DIAG_ERROR) > 0)
    exit_code = ERROR_REFUSED;
  console_print_messages(&console, diag);
  bool wanted = !options->quiet || options->command == COMMAND_DUMP;
  if (wanted && !console_print(out->str) && exit_code == 0)
    exit_code = ERROR_IO;
  return exit_code;
}

static int
print(char *text)
{
  bool done = console_print(text);
  g_free(text);
  return done ? 0 : ERROR_IO;
}

static int
refuse(const GError *error)
{
  const Console console = { .format = DIAG_FORMAT_TEXT };
  g_autoptr(Diag) diag = diag_new();
  int exit_code = report_error(diag, error);
  console_print_messages(&console, diag);
  return exit_code;
}

static int
refuse_word(const char *word)
{
  g_autofree char *shown = bytes_printable(word, 80);
  g_autoptr(GError) error = g_error_new(
      HANDBILL_ERROR, ERROR_USAGE,
      "\"%s\" is no command; write build, check, dump, verify, new or "
      "explain, or handbill --help",
      shown);
  return refuse(error);
}

int
command_run(const char *const *arguments)
{
  const char *word = arguments[0] ? arguments[1] : NULL;
  if (!word || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 ||
      strcmp(word, "help") == 0)
    return print(help_text(COMMAND_COUNT));
  if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
    return print(g_strdup("handbill " HANDBILL_VERSION "\n"));
  Command command = command_find(word);
  if (command == COMMAND_COUNT)
    return refuse_word(word);
  g_autoptr(GError) error = NULL;
  g_autoptr(Options) options = options_read(command, arguments + 2, &error);
  if (!options)
    return refuse(error);
  if (options->help)
    return print(help_text(command));
  if (options->version)
    return print(g_strdup("handbill " HANDBILL_VERSION "\n"));
  return run(options);
}
