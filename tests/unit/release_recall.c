/* tests/unit/release_recall.c -- what makes printed sheets of the last edition
 * go, and what does not. */
/* SPDX-License-Identifier: MIT */

#include "release/manifest.h"
#include "release/recall.h"
#include "release_gate.h"

#define LINE(number)                                                           \
  "- {id: h, country: US, name: H, number: " number ", checked: {by: P, on: "  \
  "2026-01-02, how: web}}\n"
#define TEXT                                                                   \
  "---\ntitle: A\n---\n\nCall [](helpline:h). [Do not.]{.safety} Words.\n"
#define FRONT "id: b\ntitle: B\nlang: en\nreleased: 2026-06-01\narticles: [a]\n"

/* The manifest that an edition leaves behind.  (transfer full) */
static char *
manifest_of(const GateFile *files)
{
  Gate gate = gate_open(files, NULL);
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  g_autoptr(GBytes) bytes = manifest_write(gate.input->book, NULL, false, none);
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  char *text = g_strndup(data, length);

  gate_close(&gate);
  return text;
}

static char *
first_manifest(void)
{
  return manifest_of((GateFile[]){ { "book.yaml", FRONT "edition: one\n" },
                                   { "articles/a.md", TEXT },
                                   { "helplines.yaml", LINE("'116 123'") },
                                   { NULL, NULL } });
}

static Gate
open_second(const char *text, const char *helplines, const char *manifest)
{
  const GateFile files[] = { { "book.yaml", FRONT "edition: two\nprevious: "
                                                  "old/MANIFEST.json\n" },
                             { "articles/a.md", text },
                             { "helplines.yaml", helplines },
                             { "old/MANIFEST.json", manifest },
                             { NULL, NULL } };

  return gate_open(files, NULL);
}

static void
check(const char *text, const char *helplines, const char *because)
{
  g_autofree char *manifest = first_manifest();
  Gate gate = open_second(text, helplines, manifest);
  const GPtrArray *recalls = gate.input->book->recalls;

  g_assert_cmpstr(gate.input->book->replaces, ==, "one");
  g_assert_cmpuint(recalls->len, ==, because != NULL ? 1 : 0);
  if (because != NULL) {
    const BookRecall *recall = g_ptr_array_index(recalls, 0);
    g_assert_cmpstr(recall->because, ==, because);
    g_assert_cmpstr(recall->edition, ==, "one");
    g_assert_nonnull(strstr(gate.messages, "warning: destroy printed sheets of "
                                           "edition one of \"A\""));
  } else {
    g_assert_cmpstr(gate.messages, ==, "");
  }
  gate_close(&gate);
}

static void
test_same(void)
{
  check(TEXT, LINE("'116 123'"), NULL);
  check("---\ntitle: A\n---\n\nCall [](helpline:h). [Do not.]{.safety} Other "
        "words.\n",
        LINE("'116 123'"), NULL);
}

static void
test_different(void)
{
  check(TEXT, LINE("'116 124'"), "numbers");
  check("---\ntitle: A\n---\n\nCall [](helpline:h). [Do.]{.safety} Words.\n",
        LINE("'116 123'"), "sentences");
  check("---\ntitle: A\n---\n\nWords.\n", LINE("'116 123'"),
        "numbers, sentences");
}

/* --- the emergency steps, which stand on each sheet --- */

#define STEP(words)                                                            \
  "article: {title: E}\nsteps:\n  - {id: c, text: 'Call [](helpline:h).', "    \
  "brief: '" words " [](helpline:h).', source: s, status: read}\n"
#define SOURCE                                                                 \
  "- {id: s, citation: S, read: 2026-01-02, status: read, supports: [x]}\n"
#define UNCHECKED                                                              \
  "- {id: h, country: US, name: H, number: 116 123, checked: null}\n"

/* The recalls of a second edition, "E: steps, A: steps".  (transfer full) */
static char *
recalls_of(const char *step, const char *helplines)
{
  GateFile files[] = { { "book.yaml", FRONT "draft: true\nedition: one\n" },
                       { "articles/a.md", TEXT },
                       { "helplines.yaml", UNCHECKED },
                       { "sources.yaml", SOURCE },
                       { "emergency.yaml", STEP("Call") },
                       { NULL, NULL },
                       { NULL, NULL } };
  g_autofree char *manifest = manifest_of(files);

  files[0].text = FRONT "draft: true\nedition: two\nprevious: old.json\n";
  files[2].text = helplines;
  files[4].text = step;
  files[5] = (GateFile){ "old.json", manifest };

  Gate gate = gate_open(files, NULL);
  const GPtrArray *recalls = gate.input->book->recalls;
  GString *out = g_string_new(NULL);

  for (unsigned i = 0; i < recalls->len; i++) {
    const BookRecall *recall = g_ptr_array_index(recalls, i);
    g_string_append_printf(out, "%s%s: %s", i > 0 ? ", " : "", recall->article,
                           recall->because);
  }
  gate_close(&gate);
  return g_string_free(out, FALSE);
}

static void
test_steps(void)
{
  g_autofree char *same = recalls_of(STEP("Call"), UNCHECKED);
  g_autofree char *other = recalls_of(STEP("Ring"), UNCHECKED);

  g_assert_cmpstr(same, ==, "");
  g_assert_cmpstr(other, ==, "emergency: steps, a: steps");
}

/* A number that somebody has found right makes no sheet wrong. */
static void
test_checked(void)
{
  g_autofree char *checked = recalls_of(STEP("Call"), LINE("'116 123'"));

  g_assert_cmpstr(checked, ==, "");
}

static void
test_manifest_says_it(void)
{
  g_autofree char *old = first_manifest();
  Gate gate = open_second(TEXT, LINE("'116 124'"), old);
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  g_autoptr(GBytes) bytes = manifest_write(gate.input->book, NULL, false, none);
  g_autoptr(Manifest) manifest = manifest_read(bytes, NULL);

  g_assert_nonnull(manifest);
  g_assert_nonnull(g_strstr_len(
      g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes),
      "\"recall\": [\n  {\"article\": \"a\", \"edition\": \"one\","
      " \"because\": \"numbers\"}\n]"));
  gate_close(&gate);
}

static void
test_no_manifest(void)
{
  const char *const wrong[] = { "no JSON", "{}", "{\"book\": \"b\"}",
                                "{\"book\": \"c\", \"safety\": []}" };

  for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
    Gate gate = open_second(TEXT, LINE("'116 123'"), wrong[i]);
    g_assert_nonnull(strstr(gate.messages, "[previous-manifest]"));
    g_assert_cmpuint(diag_count(gate.diag, DIAG_ERROR), ==, 1);
    gate_close(&gate);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/recall/same", test_same);
  g_test_add_func("/recall/different", test_different);
  g_test_add_func("/recall/steps", test_steps);
  g_test_add_func("/recall/checked", test_checked);
  g_test_add_func("/recall/manifest", test_manifest_says_it);
  g_test_add_func("/recall/no-manifest", test_no_manifest);
  return g_test_run();
}
