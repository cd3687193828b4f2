/* tests/unit/release_options.c -- the command line, read and checked. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "release/options.h"

#include <string.h>

static Options *
read_words(Command command, const char *words, GError **error)
{
  g_auto(GStrv) arguments = g_strsplit(words, " ", -1);
  if (*words == '\0')
    arguments[0] = NULL;
  return options_read(command, (const char *const *)arguments, error);
}

static Options *
accept(Command command, const char *words)
{
  g_autoptr(GError) error = NULL;
  Options *options = read_words(command, words, &error);
  g_assert_no_error(error);
  g_assert_nonnull(options);
  return options;
}

static void
refuse(Command command, const char *words, const char *remedy)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Options) options = read_words(command, words, &error);
  g_assert_null(options);
  g_assert_error(error, HANDBILL_ERROR, ERROR_USAGE);
  if (!strstr(error->message, remedy))
    g_error("\"%s\" does not say \"%s\"", error->message, remedy);
}

static void
check_list(GStrv list, const char *expected)
{
  g_autofree char *joined = g_strjoinv("+", list);
  g_assert_cmpstr(joined, ==, expected);
}

static void
test_defaults(void)
{
  g_autoptr(Options) options = accept(COMMAND_BUILD, "/");
  g_assert_cmpstr(options->place, ==, "/");
  g_assert_true(options->epub && options->pdf && options->handouts);
  g_assert_false(options->narrowed || options->quiet);
  g_assert_null(options->output);
  g_assert_null(options->articles);
  g_assert_cmpint(options->format, ==, DIAG_FORMAT_TEXT);
  check_list(options->papers, "a4+letter");
}

static void
test_build(void)
{
  g_autoptr(Options) options =
      accept(COMMAND_BUILD, "-o out --only pdf / --paper a4 -q "
                            "--article one,two-2 --as-of 2024-02-29");
  g_assert_cmpstr(options->output, ==, "out");
  g_assert_true(options->pdf && options->narrowed);
  g_assert_false(options->epub || options->handouts);
  g_assert_true(options->quiet);
  check_list(options->papers, "a4");
  check_list(options->articles, "one+two-2");
  g_assert_cmpstr(options->as_of, ==, "2024-02-29");
  g_autoptr(Options) dashes = accept(COMMAND_BUILD, "--format=sarif -- /");
  g_assert_cmpint(dashes->format, ==, DIAG_FORMAT_SARIF);
  g_assert_false(dashes->narrowed);
}

/* A name that is not UTF-8 stays as it is. */
static void
test_bytes(void)
{
  g_autoptr(Options) options = accept(COMMAND_BUILD, "-o \xff / --styles ü");
  g_assert_cmpstr(options->output, ==, "\xff");
  g_assert_cmpstr(options->styles, ==, "ü");
}

static void
test_dump(void)
{
  g_autoptr(Options) options =
      accept(COMMAND_DUMP, "/ --as tree --after links");
  g_assert_cmpint(options->as, ==, DUMP_TREE);
  g_assert_cmpstr(options->after, ==, "links");
  refuse(COMMAND_DUMP, "/", "say what to dump");
  refuse(COMMAND_DUMP, "/ --as soup", "write tree, boxes, pages or epub");
  refuse(COMMAND_DUMP, "/ --as pages --after links", "needs --as tree");
}

static void
test_refuse(void)
{
  refuse(COMMAND_BUILD, "/ --frob", "handbill build --help");
  refuse(COMMAND_BUILD, "/ -o", "-o");
  refuse(COMMAND_BUILD, "/ /tmp", "\"/tmp\" is one too many");
  refuse(COMMAND_BUILD, "/no/such\x1b", "\"/no/such\\x1b\" is no folder");
  refuse(COMMAND_BUILD, "/ --only mobi", "write epub, pdf");
  refuse(COMMAND_BUILD, "/ --only epub,", "write epub, pdf");
  refuse(COMMAND_BUILD, "/ --no-page-list", "leave the PDF out");
  refuse(COMMAND_BUILD, "/ --no-page-list --only epub,pdf", "--only epub");
  refuse(COMMAND_BUILD, "/ --paper a4,", "separated by commas");
  refuse(COMMAND_BUILD, "/ --paper ../a4", "small letters");
  refuse(COMMAND_BUILD, "/ --paper a4,a4", "there twice");
  refuse(COMMAND_BUILD, "/ --as-of 2025-02-29", "2026-11-22");
  refuse(COMMAND_BUILD, "/ --as-of 2025-2-1", "2026-11-22");
  refuse(COMMAND_BUILD, "/ --as-of +025-02-01", "2026-11-22");
  refuse(COMMAND_BUILD, "/ --format xml", "text, json or sarif");
  refuse(COMMAND_VERIFY, "", "which folder to verify");
}

/* An option without a use is no option. */
static void
test_useless(void)
{
  refuse(COMMAND_CHECK, "/ -o out", "check --help");
  refuse(COMMAND_CHECK, "/ --only pdf", "check --help");
  refuse(COMMAND_VERIFY, "/ --paper a4", "verify --help");
  refuse(COMMAND_VERIFY, "/ --styles x", "verify --help");
  refuse(COMMAND_DUMP, "/ --as epub --no-page-list", "dump --help");
  refuse(COMMAND_BUILD, "/ --as tree", "build --help");
}

static void
test_help(void)
{
  g_autoptr(Options) help = accept(COMMAND_VERIFY, "--help");
  g_assert_true(help->help);
  g_autoptr(Options) version = accept(COMMAND_BUILD, "/no/such -V");
  g_assert_true(version->version);
}

static void
test_names(void)
{
  for (unsigned i = 0; i < COMMAND_COUNT; i++)
    g_assert_cmpint(command_find(command_name((Command)i)), ==, i);
  g_assert_cmpint(command_find("built"), ==, COMMAND_COUNT);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/options/defaults", test_defaults);
  g_test_add_func("/options/build", test_build);
  g_test_add_func("/options/bytes", test_bytes);
  g_test_add_func("/options/dump", test_dump);
  g_test_add_func("/options/refuse", test_refuse);
  g_test_add_func("/options/useless", test_useless);
  g_test_add_func("/options/help", test_help);
  g_test_add_func("/options/names", test_names);
  return g_test_run();
}
