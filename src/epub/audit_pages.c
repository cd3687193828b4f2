/* epub/audit_pages.c -- the page list and the words behind its marks. */
/* SPDX-License-Identifier: MIT */

#include "epub/audit.h"

#include "base/bytes.h"

#include <string.h>

typedef struct {
  GString *text;
  unsigned words;
  bool inside; /* of the last word */
  bool full;   /* has its words, or has met what paper words otherwise */
  bool open;
} Stretch;

typedef struct {
  const EpubAudit *audit;
  const char *file;
  GHashTable *stretches; /* "file#id" of a mark to Stretch */
  Stretch *current;      /* behind the last mark, or NULL */
} Walk;

static void
stretch_free(gpointer data)
{
  Stretch *stretch = data;

  g_string_free(stretch->text, TRUE);
  g_free(stretch);
}

static bool
has_class(const xmlNode *node, const char *const *names)
{
  const char *classes = epub_audit_attribute(node, "class");
  g_auto(GStrv) words = g_strsplit(classes != NULL ? classes : "", " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (g_strv_contains(names, *word))
      return true;
  return false;
}

/* A term without letters is taken for a label in a PDF. */
static bool
is_left_out(const xmlNode *node)
{
  static const char *const classes[] = { "noteref", "notes", "ebook-only",
                                         "emergency-link", NULL };

  return has_class(node, classes) || (epub_audit_is(node, "dt") &&
                                      !bytes_has_letter(epub_audit_text(node)));
}

static bool
is_worded_otherwise(const xmlNode *node)
{
  static const char *const classes[] = { "imprint", NULL };

  return has_class(node, classes);
}

/* --- words --- */

/* The text may come in a million pieces: each is counted by itself. */
static void
count_words(Stretch *stretch, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    bool word = !g_unichar_isspace(g_utf8_get_char(text));

    stretch->words += word && !stretch->inside;
    stretch->inside = word;
  }
}

/* The first words, the last of them whole. */
static void
cut_words(GString *text)
{
  unsigned count = 0;
  bool inside = false;

  for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char(at)) {
    bool word = !g_unichar_isspace(g_utf8_get_char(at));

    count += word && !inside;
    inside = word;
    if (count <= EPUB_PAGE_WORDS)
      continue;
    g_string_truncate(text, (gsize)(at - text->str));
    return;
  }
}

static void
read_text(const Walk *walk, const char *text)
{
  Stretch *stretch = walk->current;

  if (stretch == NULL || stretch->full)
    return;
  g_string_append(stretch->text, text);
  count_words(stretch, text);
  stretch->full = stretch->words > EPUB_PAGE_WORDS;
}

static void
read_mark(Walk *walk, const xmlNode *node)
{
  const char *id = epub_audit_attribute(node, "id");
  Stretch *stretch = g_new0(Stretch, 1);

  stretch->text = g_string_new(NULL);
  walk->current = stretch;
  g_hash_table_replace(walk->stretches,
                       g_strconcat(walk->file, "#", id != NULL ? id : "", NULL),
                       stretch);
}

static void
walk_node(Walk *walk, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    read_text(walk, (const char *)node->content);
  if (node->type != XML_ELEMENT_NODE || epub_audit_is(node, "head") ||
      is_left_out(node))
    return;
  if (g_strcmp0(epub_audit_attribute(node, "epub:type"), "pagebreak") == 0)
    read_mark(walk, node);
  else if (walk->current != NULL && !walk->current->full &&
           is_worded_otherwise(node))
    walk->current->full = walk->current->open = true;
  for (const xmlNode *child = node->children; child != NULL;
       child = child->next)
    walk_node(walk, child);
  if (epub_audit_is(node, "br"))
    read_text(walk, " ");
}

static void
walk_spine(Walk *walk)
{
  for (guint i = 0; i < walk->audit->order->len; i++) {
    const xmlNode *root;

    walk->file = g_ptr_array_index(walk->audit->order, i);
    root = epub_audit_root(walk->audit, walk->file);
    if (root != NULL)
      walk_node(walk, root);
  }
}

/* --- the page list --- */

static void
add_page(const Walk *walk, const xmlNode *link)
{
  const char *href = epub_audit_attribute(link, "href");
  g_autofree char *fragment = NULL;
  g_autofree char *file =
      href != NULL
          ? epub_audit_resolve(walk->audit->navigation, href, &fragment)
          : NULL;
  g_autofree char *key = g_strconcat(file != NULL ? file : "", "#",
                                     fragment != NULL ? fragment : "", NULL);
  const Stretch *stretch = g_hash_table_lookup(walk->stretches, key);
  EpubPageWords *page = g_new0(EpubPageWords, 1);

  page->label = g_strdup(epub_audit_text(link));
  page->words = g_strdup("");
  g_ptr_array_add(walk->audit->report->pages, page);
  if (stretch == NULL)
    return; /* a fault of the navigation, said there */
  cut_words(stretch->text);
  g_free(page->words);
  page->words = g_strdup(stretch->text->str);
  page->open = stretch->open;
}

static void
visit_link(const xmlNode *node, gpointer data)
{
  if (epub_audit_is(node, "a"))
    add_page(data, node);
}

void
epub_audit_pages(EpubAudit *audit)
{
  g_autoptr(GHashTable) stretches =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, stretch_free);
  Walk walk = { .audit = audit, .stretches = stretches };
  const xmlNode *root = epub_audit_root(audit, audit->navigation);
  const xmlNode *list =
      root != NULL ? epub_audit_find_nav(root, "page-list") : NULL;

  if (list == NULL)
    return;
  walk_spine(&walk);
  epub_audit_walk(list, visit_link, &walk);
}
