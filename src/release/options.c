/* release/options.c -- the command line, read and checked. */
/* SPDX-License-Identifier: MIT */

#include "release/options.h"

#include "base/bytes.h"
#include "base/error.h"

#include <string.h>

/* What the words are, before they are checked. */
typedef struct {
  char *format;
  char *only;
  char *article;
  char *paper;
  char *as;
  char *report;
  GStrv places;
} Words;

static void
words_clear(Words *words)
{
  g_free(words->format);
  g_free(words->only);
  g_free(words->article);
  g_free(words->paper);
  g_free(words->as);
  g_free(words->report);
  g_strfreev(words->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Words, words_clear)

const char *
command_name(Command command)
{
  static const char *const names[COMMAND_COUNT] = {
    [COMMAND_BUILD] = "build", [COMMAND_CHECK] = "check",
    [COMMAND_DUMP] = "dump",   [COMMAND_VERIFY] = "verify",
    [COMMAND_NEW] = "new",     [COMMAND_EXPLAIN] = "explain",
  };
  g_return_val_if_fail(command < COMMAND_COUNT, NULL);
  return names[command];
}

Command
command_find(const char *name)
{
  unsigned command = 0;
  while (command < COMMAND_COUNT &&
         strcmp(command_name((Command)command), name) != 0)
    command++;
  return (Command)command;
}

void
options_free(Options *options)
{
  if (!options)
    return;
  g_free(options->place);
  g_free(options->output);
  g_strfreev(options->articles);
  g_strfreev(options->papers);
  g_free(options->as_of);
  g_free(options->styles);
  g_free(options->fonts);
  g_free(options->after);
  g_free(options);
}

/* --- which options a command has --- */

/* G_OPTION_ARG_FILENAME takes the bytes as they are, in every locale. */
static GOptionEntry
word(const char *name, char letter, char **to)
{
  return (GOptionEntry){ .long_name = name,
                         .short_name = letter,
                         .arg = G_OPTION_ARG_FILENAME,
                         .arg_data = to };
}

static GOptionEntry
flag(const char *name, char letter, int *to)
{
  return (GOptionEntry){ .long_name = name,
                         .short_name = letter,
                         .arg = G_OPTION_ARG_NONE,
                         .arg_data = to };
}

static void
add(GOptionContext *context, GOptionEntry entry)
{
  const GOptionEntry entries[] = { entry, { 0 } };
  g_option_context_add_main_entries(context, entries, NULL);
}

typedef struct {
  int help;
  int version;
  int quiet;
  int allow_unchecked;
  int allow_overdue;
  int no_page_list;
} Flags;

static bool
reads_book(Command command)
{
  return command == COMMAND_BUILD || command == COMMAND_CHECK ||
         command == COMMAND_DUMP;
}

static GOptionContext *
describe(Options *options, Words *words, Flags *flags)
{
  GOptionContext *context = g_option_context_new(NULL);
  g_option_context_set_help_enabled(context, FALSE);
  add(context, flag("help", 'h', &flags->help));
  add(context, flag("version", 'V', &flags->version));
  add(context, flag("quiet", 'q', &flags->quiet));
  add(context, word("format", 0, &words->format));
  add(context, (GOptionEntry){ .long_name = G_OPTION_REMAINING,
                               .arg = G_OPTION_ARG_FILENAME_ARRAY,
                               .arg_data = &words->places });
  if (!reads_book(options->command))
    return context;
  add(context, word("as-of", 0, &options->as_of));
  add(context, word("styles", 0, &options->styles));
  add(context, word("fonts", 0, &options->fonts));
  add(context, flag("allow-unchecked", 0, &flags->allow_unchecked));
  add(context, flag("allow-overdue", 0, &flags->allow_overdue));
  if (options->command == COMMAND_CHECK) {
    add(context, word("report", 0, &words->report));
    return context;
  }
  add(context, word("article", 0, &words->article));
  add(context, word("paper", 0, &words->paper));
  if (options->command == COMMAND_DUMP) {
    add(context, word("as", 0, &words->as));
    add(context, word("after", 0, &options->after));
    return context;
  }
  add(context, word("output", 'o', &options->output));
  add(context, word("only", 0, &words->only));
  add(context, flag("no-page-list", 0, &flags->no_page_list));
  return context;
}

/* --- checking the words --- */

static bool usage(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static bool
usage(GError **error, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_autofree char *shown = bytes_printable(text, 400);
  g_set_error(error, HANDBILL_ERROR, ERROR_USAGE, "%s", shown);
  return false;
}

static bool
check_format(Options *options, const char *format, GError **error)
{
  static const char *const names[] = { [DIAG_FORMAT_TEXT] = "text",
                                       [DIAG_FORMAT_JSON] = "json",
                                       [DIAG_FORMAT_SARIF] = "sarif" };
  for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
    if (strcmp(format ? format : "text", names[i]) == 0) {
      options->format = (DiagFormat)i;
      return true;
    }
  }
  return usage(error, "--format %s: write text, json or sarif", format);
}

static bool
check_only(Options *options, const char *only, GError **error)
{
  options->epub = options->pdf = options->text = options->handouts = !only;
  g_auto(GStrv) list = g_strsplit(only ? only : "", ",", -1);
  for (char **name = list; *name; name++) {
    if (strcmp(*name, "epub") == 0)
      options->epub = true;
    else if (strcmp(*name, "pdf") == 0)
      options->pdf = true;
    else if (strcmp(*name, "txt") == 0)
      options->text = true;
    else if (strcmp(*name, "handouts") == 0)
      options->handouts = true;
    else
      return usage(error,
                   "--only %s: write epub, pdf, txt or handouts, or several of "
                   "them: epub,pdf",
                   *name);
  }
  return true;
}

/* "a,b" to a list of [a-z0-9-]+, which may become parts of file names. */
static GStrv
split_names(const char *option, const char *text, GError **error)
{
  g_auto(GStrv) list = g_strsplit(text, ",", -1);
  for (char **name = list; *name; name++) {
    gsize good = strspn(*name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (**name == '\0' || (*name)[good] != '\0') {
      usage(error,
            "%s %s: write names of small letters, digits and hyphens, "
            "separated by commas without spaces",
            option, text);
      return NULL;
    }
    if (g_strv_contains((const char *const *)(name + 1), *name)) {
      usage(error, "%s %s: %s is there twice", option, text, *name);
      return NULL;
    }
  }
  return g_steal_pointer(&list);
}

static bool
check_lists(Options *options, const Words *words, GError **error)
{
  const char *papers = words->paper ? words->paper : "a4,letter";
  options->papers = split_names("--paper", papers, error);
  if (options->papers && words->article)
    options->articles = split_names("--article", words->article, error);
  return options->papers && (!words->article || options->articles);
}

static bool
check_as(Options *options, const char *as, GError **error)
{
  static const char *const names[DUMP_COUNT] = { [DUMP_TREE] = "tree",
                                                 [DUMP_BOXES] = "boxes",
                                                 [DUMP_PAGES] = "pages",
                                                 [DUMP_EPUB] = "epub" };
  unsigned form = 0;
  while (form < DUMP_COUNT && g_strcmp0(names[form], as) != 0)
    form++;
  if (form == DUMP_COUNT && as)
    return usage(error, "--as %s: write tree, boxes, pages or epub", as);
  if (form == DUMP_COUNT)
    return usage(error, "say what to dump: --as tree, boxes, pages or epub");
  options->as = (DumpForm)form;
  if (options->after && options->as != DUMP_TREE)
    return usage(error, "--after %s: this needs --as tree", options->after);
  return true;
}

static bool
check_report(Options *options, const char *report, GError **error)
{
  static const char *const names[CHECK_REPORT_COUNT] = {
    [CHECK_SOURCES] = "sources",
    [CHECK_READABILITY] = "readability",
  };
  if (!report)
    return true;
  for (unsigned i = 1; i < CHECK_REPORT_COUNT; i++) {
    if (strcmp(names[i], report) == 0) {
      options->report = (CheckReport)i;
      return true;
    }
  }
  return usage(error, "--report %s: write sources or readability", report);
}

/* Beside a PDF, whoever has the EPUB must find the pages that others name. */
static bool
check_page_list(const Options *options, GError **error)
{
  if (!options->no_page_list || !options->pdf)
    return true;
  return usage(error, "--no-page-list: an EPUB beside a PDF lists its pages; "
                      "leave the PDF out with --only epub");
}

/* The stamp shows a date, so the date must be said. */
static bool
check_overdue(const Options *options, GError **error)
{
  if (!options->allow_overdue || options->as_of)
    return true;
  return usage(error, "--allow-overdue: say for which day, as --as-of "
                      "2026-11-22");
}

static bool
check_date(const char *date, GError **error)
{
  unsigned year = 0, month = 0, day = 0;
  bool shape = strlen(date) == 10 && date[4] == '-' && date[7] == '-';
  for (unsigned i = 0; shape && i < 10; i++)
    shape = i == 4 || i == 7 || g_ascii_isdigit(date[i]);
  if (shape) {
    year = (unsigned)g_ascii_strtoull(date, NULL, 10);
    month = (unsigned)g_ascii_strtoull(date + 5, NULL, 10);
    day = (unsigned)g_ascii_strtoull(date + 8, NULL, 10);
  }
  if (shape &&
      g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return true;
  return usage(error, "--as-of %s: write a date as 2026-11-22", date);
}

/* What a command asks for that is no folder yet, or none at all. */
static bool
check_word(Options *options, const Words *words, GError **error)
{
  bool given = words->places != NULL;
  if (given && words->places[1])
    return usage(error, "one at a time: \"%s\" is one too many",
                 words->places[1]);
  if (options->command == COMMAND_NEW && !given)
    return usage(error, "say where: handbill new FOLDER");
  options->place = g_strdup(given ? words->places[0] : NULL);
  return true;
}

static bool
check_place(Options *options, const Words *words, GError **error)
{
  if (!reads_book(options->command) && options->command != COMMAND_VERIFY)
    return check_word(options, words, error);
  unsigned count = words->places ? g_strv_length(words->places) : 0;
  const char *what = options->command == COMMAND_VERIFY ? "DIR" : "BOOK";
  if (count > 1)
    return usage(error, "one %s at a time: \"%s\" is one too many", what,
                 words->places[1]);
  if (count == 0 && options->command == COMMAND_VERIFY)
    return usage(error, "say which folder to verify: handbill verify "
                        "dist/BOOK-ID");
  options->place = g_strdup(count ? words->places[0] : "content");
  if (g_file_test(options->place, G_FILE_TEST_IS_DIR))
    return true;
  if (count == 0)
    return usage(error,
                 "there is no folder \"content\" here; say where the book "
                 "is: handbill %s FOLDER",
                 command_name(options->command));
  return usage(error, "\"%s\" is no folder", options->place);
}

static bool
check(Options *options, const Words *words, GError **error)
{
  options->narrowed = words->only || words->article || words->paper;
  if (options->command == COMMAND_DUMP && !check_as(options, words->as, error))
    return false;
  if (options->as_of && !check_date(options->as_of, error))
    return false;
  return check_format(options, words->format, error) &&
         check_report(options, words->report, error) &&
         check_overdue(options, error) &&
         check_only(options, words->only, error) &&
         check_page_list(options, error) &&
         check_lists(options, words, error) &&
         check_place(options, words, error);
}

Options *
options_read(Command command, const char *const *arguments, GError **error)
{
  g_autoptr(Options) options = g_new0(Options, 1);
  g_auto(Words) words = { 0 };
  Flags flags = { 0 };
  options->command = command;
  g_autoptr(GOptionContext) context = describe(options, &words, &flags);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  g_strv_builder_add(builder, "handbill"); /* the parser passes over it */
  g_strv_builder_addv(builder, (const char **)(guintptr)arguments);
  g_auto(GStrv) copy = g_strv_builder_end(builder);
  g_autoptr(GError) wrong = NULL;
  if (!g_option_context_parse_strv(context, &copy, &wrong)) {
    usage(error, "%s; handbill %s --help lists the options", wrong->message,
          command_name(command));
    return NULL;
  }
  options->help = flags.help;
  options->version = flags.version;
  options->quiet = flags.quiet;
  options->allow_unchecked = flags.allow_unchecked;
  options->allow_overdue = flags.allow_overdue;
  options->no_page_list = flags.no_page_list;
  if (options->help || options->version || check(options, &words, error))
    return g_steal_pointer(&options);
  return NULL;
}
