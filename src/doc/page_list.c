/* doc/page_list.c -- the pages that a list of references names. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_list.h"

#include "doc/words.h"

#include <string.h>

typedef struct {
  const char *target;
  const char *first; /* labels */
  const char *last;
} Range;

/* Where the word is not known, what most of Europe would understand. */
const char *
page_list_word(const char *lang)
{
  return lang == NULL || words_knows(lang) ? words_say(WORDS_PAGE, lang) : "p.";
}

bool
page_list_is(const DocNode *node)
{
  return node->kind == DOC_SPAN && doc_node_has_class(node, PAGE_LIST_CLASS);
}

const char *
page_list_lead(const DocNode *list)
{
  return list->first != NULL && list->first->kind == DOC_TEXT
             ? list->first->as.text
             : "";
}

/* 0 for a label that is no number. */
static guint64
number_of(const char *label)
{
  return g_ascii_strtoull(label, NULL, 10);
}

/* True if `label` is on the last page of `range`, or on the next. */
static bool
continues(const Range *range, const char *label)
{
  guint64 number = number_of(label), last = number_of(range->last);

  if (strcmp(range->last, label) == 0)
    return true;
  return number > 0 && last > 0 && number <= last + 1;
}

static void
extend(Range *range, const char *label)
{
  if (number_of(label) >= number_of(range->last))
    range->last = label;
}

static void
add(GArray *ranges, const DocNode *reference, const char *label)
{
  Range *last =
      ranges->len > 0 ? &g_array_index(ranges, Range, ranges->len - 1) : NULL;
  Range range = { reference->as.link.target, label, label };
  bool end = doc_node_has_class(reference, PAGE_LIST_END);

  if (last != NULL && (end || continues(last, label)))
    extend(last, label);
  else if (!end)
    g_array_append_val(ranges, range);
}

static void
stretch_free(gpointer data)
{
  PageStretch *stretch = data;

  g_free(stretch->text);
  g_free(stretch);
}

static PageStretch *
stretch_new(const Range *range)
{
  PageStretch *stretch = g_new0(PageStretch, 1);

  stretch->target = range->target;
  stretch->text =
      strcmp(range->first, range->last) == 0
          ? g_strdup(range->first)
          : g_strdup_printf("%s\u2013%s", range->first, range->last);
  return stretch;
}

GPtrArray *
page_list_stretches(const DocNode *list, PageListLabel label, gpointer data)
{
  GPtrArray *result = g_ptr_array_new_with_free_func(stretch_free);
  g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(Range));

  for (const DocNode *node = list->first; node != NULL; node = node->next) {
    const char *page =
        node->kind == DOC_PAGE_REF ? label(node->as.link.target, data) : NULL;
    if (page != NULL)
      add(ranges, node, page);
  }
  for (guint i = 0; i < ranges->len; i++)
    g_ptr_array_add(result, stretch_new(&g_array_index(ranges, Range, i)));
  return result;
}
