/* tests/unit/doc_page_list.c -- pages that a list of references names. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "doc/page_list.h"

#include <string.h>

static const DocPos nowhere = { 0, 0 };

/* Targets are labels here; "?" is a page that is not known. */
static const char *
label(const char *id, gpointer data)
{
  (void)data;
  return id[0] == '?' ? NULL : id;
}

/* "1 5- 7": a page, one that a range ends with, a page. */
static char *
say(const char *text)
{
  g_autoptr(Doc) doc = doc_new("x.md");
  DocNode *list = doc_node_new(doc, DOC_SPAN, nowhere);
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  g_autoptr(GString) out = g_string_new(NULL);

  doc_node_add_class(doc, list, PAGE_LIST_CLASS);
  for (char **word = words; *word != NULL; word++) {
    bool end = g_str_has_suffix(*word, "-");
    DocNode *reference = doc_node_new(doc, DOC_PAGE_REF, nowhere);

    if (end)
      (*word)[strlen(*word) - 1] = '\0';
    doc_node_set_link(doc, reference, *word, NULL);
    if (end)
      doc_node_add_class(doc, reference, PAGE_LIST_END);
    doc_node_append(list, reference);
  }
  g_assert_true(page_list_is(list));
  g_autoptr(GPtrArray) stretches = page_list_stretches(list, label, NULL);
  for (guint i = 0; i < stretches->len; i++) {
    const PageStretch *stretch = g_ptr_array_index(stretches, i);
    g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", stretch->text);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
test_stretches(void)
{
  static const struct {
    const char *references;
    const char *said;
  } cases[] = {
    { "3", "3" },           { "3 12", "3, 12" },
    { "3 3 3", "3" },       { "3 4 5 9", "3\u20135, 9" },
    { "3 7-", "3\u20137" }, { "3 7- 5 9", "3\u20137, 9" },
    { "3 3-", "3" },        { "ii 1 5-", "ii, 1\u20135" },
    { "? 4", "4" },         { "?", "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *said = say(cases[i].references);
    g_assert_cmpstr(said, ==, cases[i].said);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/doc/page-list/stretches", test_stretches);
  return g_test_run();
}
