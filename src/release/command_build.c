/* release/command_build.c -- build: read, make, prove, publish. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "base/write.h"
#include "release/command.h"
#include "release/input.h"
#include "release/make.h"
#include "release/manifest.h"
#include "release/summary.h"
#include "release/target.h"
#include "release/translation.h"
#include "release/verify.h"

/* The files and their two lists, as they will be published. */
static VerifySet *
gather(const Input *input, const Options *options, const GPtrArray *files)
{
  VerifySet *set = verify_set_new();
  for (unsigned i = 0; i < files->len; i++) {
    ReleaseFile *file = g_ptr_array_index(files, i);
    verify_set_add(set, file->name, file->bytes);
    verify_set_know(set, file->name, release_file_sum(file));
  }
  g_autoptr(GBytes) manifest =
      manifest_write(input->book, options->as_of, options->narrowed, files);
  g_autoptr(GBytes) sums = manifest_write_sums(files, manifest);
  verify_set_add(set, MANIFEST_NAME, manifest);
  verify_set_add(set, MANIFEST_SUMS, sums);
  return set;
}

/* What we made and cannot stand for is our fault, not the author's. */
static bool
prove(const VerifySet *set, const Console *console, Diag *diag, GError **error)
{
  console_step(console, "Checking what was made");
  if (verify_release(set, diag))
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
              "the files that were made are not right (see above); nothing "
              "was published; please report this as a bug of handbill");
  return false;
}

static bool
publish(WriteStage *stage, const VerifySet *set, const Console *console,
        GError **error)
{
  console_step(console, "Publishing");
  for (unsigned i = 0; i < set->names->len; i++) {
    const char *name = g_ptr_array_index(set->names, i);
    GBytes *bytes = g_hash_table_lookup(set->bytes, name);
    if (!write_stage_add(stage, name, bytes, error))
      return false;
  }
  return write_stage_publish(stage, error);
}

/* The lock is taken before the long work: a second build need not wait to hear
 * that it cannot publish. */
static bool
make_and_publish(const Input *input, const Options *options, const char *target,
                 const Console *console, Diag *diag, GPtrArray *files,
                 GError **error)
{
  translation_check(input->book, target, diag);
  if (!target_check(target, options->place, error))
    return false;
  g_autoptr(WriteStage) stage = write_stage_open(target, error);
  if (!stage || !make_files(input, options, console, diag, files, error))
    return false;
  g_autoptr(VerifySet) set = gather(input, options, files);
  return prove(set, console, diag, error) &&
         publish(stage, set, console, error);
}

static void
append_summary(GString *out, const char *target, const GPtrArray *files,
               const Diag *diag)
{
  summary_append_release(out, target, files);
  g_autoptr(GString) messages = g_string_new(NULL);
  summary_append_messages(messages, diag);
  if (messages->len > 0)
    g_string_append_printf(out, "with %s: see above\n", messages->str);
}

bool
command_build(const Options *options, const Console *console, Diag *diag,
              GString *out, GError **error)
{
  g_autoptr(Input) input = input_load(options, console, diag, error);
  if (!input || !input_load_styles(input, options, console, diag, error) ||
      !input_is_accepted(diag, error))
    return false;
  g_autofree char *target = target_folder(options, input->book);
  g_autoptr(GPtrArray) files = release_file_list_new();
  if (!make_and_publish(input, options, target, console, diag, files, error))
    return false;
  append_summary(out, target, files, diag);
  return true;
}
