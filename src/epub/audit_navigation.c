/* epub/audit_navigation.c -- rules for contents, NCX and page list: they lead
 * where the text is, in its order. */
/* SPDX-License-Identifier: MIT */

#include "epub/audit.h"

#include <string.h>

const xmlNode *
epub_audit_find_nav(const xmlNode *node, const char *type)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  if (epub_audit_is(node, "nav") &&
      g_strcmp0(epub_audit_attribute(node, "epub:type"), type) == 0)
    return node;
  for (const xmlNode *child = node->children; child != NULL;
       child = child->next) {
    const xmlNode *found = epub_audit_find_nav(child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* --- page list --- */

typedef struct {
  EpubAudit *audit;
  GPtrArray *targets; /* of char *, "file#id label" */
} List;

static void
read_target(List *list, const char *file, const char *href, const char *label)
{
  g_autofree char *fragment = NULL;
  g_autofree char *target = epub_audit_resolve(file, href, &fragment);

  g_ptr_array_add(list->targets, g_strconcat(target != NULL ? target : "", "#",
                                             fragment != NULL ? fragment : "",
                                             " ", label, NULL));
}

static void
read_nav_link(const xmlNode *node, gpointer data)
{
  List *list = data;
  const char *href = epub_audit_attribute(node, "href");

  if (epub_audit_is(node, "a") && href != NULL)
    read_target(list, list->audit->navigation, href, epub_audit_text(node));
}

static void
read_page_target(const xmlNode *node, gpointer data)
{
  List *list = data;
  const xmlNode *text = epub_audit_find(node, "text");
  const xmlNode *content = epub_audit_find(node, "content");

  if (epub_audit_is(node, "pageTarget") && text != NULL && content != NULL &&
      epub_audit_attribute(content, "src") != NULL)
    read_target(list, list->audit->ncx, epub_audit_attribute(content, "src"),
                epub_audit_text(text));
}

static void
compare_pages(EpubAudit *audit, const char *file, const GPtrArray *targets)
{
  const GPtrArray *marks = audit->marks;
  guint count = MAX(targets->len, marks->len);

  for (guint i = 0; i < count; i++) {
    const char *target =
        i < targets->len ? g_ptr_array_index(targets, i) : "nothing";
    const char *mark = i < marks->len ? g_ptr_array_index(marks, i) : "nothing";
    if (strcmp(target, mark) == 0)
      continue;
    epub_audit_fault(audit, file,
                     "page %u of the page list is %s, of the text %s", i + 1,
                     target, mark);
    return;
  }
}

static void
check_pages(EpubAudit *audit, const char *file, const xmlNode *below,
            void (*read)(const xmlNode *node, gpointer data))
{
  g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func(g_free);
  List list = { audit, targets };

  epub_audit_walk(below, read, &list);
  compare_pages(audit, file, targets);
}

/* --- contents --- */

/* Articles are reached from the contents; a split one by its first file. */
static void
check_contents(EpubAudit *audit, const xmlNode *toc)
{
  g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func(g_free);
  List list = { audit, targets };

  if (toc == NULL) {
    epub_audit_fault(audit, audit->navigation, "no contents");
    return;
  }
  epub_audit_walk(toc, read_nav_link, &list);
  if (targets->len == 0)
    epub_audit_fault(audit, audit->navigation, "the contents are empty");
}

static void
read_uid(const xmlNode *node, gpointer data)
{
  EpubAudit *audit = data;

  if (epub_audit_is(node, "meta") &&
      g_strcmp0(epub_audit_attribute(node, "name"), "dtb:uid") == 0 &&
      g_strcmp0(epub_audit_attribute(node, "content"),
                audit->report->identifier) != 0)
    epub_audit_fault(audit, audit->ncx, "dtb:uid is not the book's identifier");
}

void
epub_audit_navigation(EpubAudit *audit)
{
  const xmlNode *root = epub_audit_root(audit, audit->navigation);
  const xmlNode *ncx = epub_audit_root(audit, audit->ncx);

  if (audit->marks->len > 0 && !audit->names_page_source)
    epub_audit_fault(audit, audit->package,
                     "page breaks, but no pageBreakSource");
  if (root != NULL) {
    check_contents(audit, epub_audit_find_nav(root, "toc"));
    check_pages(audit, audit->navigation,
                epub_audit_find_nav(root, "page-list"), read_nav_link);
  }
  if (ncx != NULL) {
    epub_audit_walk(ncx, read_uid, audit);
    check_pages(audit, audit->ncx, ncx, read_page_target);
  }
}
