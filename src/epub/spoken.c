/* epub/spoken.c -- what a finished EPUB says, article by article. */
/* SPDX-License-Identifier: MIT */

#include "epub/spoken.h"

#include "epub/audit.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <string.h>

typedef struct {
  EpubArticle *article;
  WordList *list; /* the one that is being filled */
  bool opened;    /* the title and the summary are read */
  bool with_pages;
} Reader;

static void read_kids(Reader *reader, const xmlNode *parent);

static void
article_free(gpointer data)
{
  EpubArticle *article = data;

  g_free(article->title);
  g_free(article->file);
  word_list_free(article->words);
  word_list_free(article->notes);
  g_free(article);
}

static bool
has_value(const xmlNode *node, const char *attribute, const char *value)
{
  return g_strcmp0(epub_audit_attribute(node, attribute), value) == 0;
}

/* Elements whose words may be parts of one word. */
static bool
is_inline(const xmlNode *node)
{
  static const char *const names[] = { "a",   "b",    "bdi",    "bdo", "code",
                                       "del", "em",   "i",      "kbd", "q",
                                       "s",   "span", "strong", "sub", "sup" };

  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    if (epub_audit_is(node, names[i]))
      return true;
  return false;
}

/* What the EPUB alone has, or paper says in other words: a handout has the
 * dates in its foot. */
static bool
is_furniture(const Reader *reader, const xmlNode *node)
{
  static const char *const classes[] = { "emergency-link", "card-more" };

  for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
    if (has_value(node, "class", classes[i]))
      return true;
  if (!reader->with_pages && has_value(node, "class", "dates"))
    return true;
  return has_value(node, "role", "doc-backlink");
}

static void
find_backlink(const xmlNode *node, gpointer found)
{
  if (has_value(node, "role", "doc-backlink"))
    *(bool *)found = true;
}

/* The number of a note is its link back, or else its first word. */
static void
read_note(Reader *reader, const xmlNode *note)
{
  Reader inner = *reader;
  guint before = reader->article->notes->words->len;
  bool linked = false;

  inner.list = reader->article->notes;
  epub_audit_walk(note, find_backlink, &linked);
  read_kids(&inner, note);
  word_list_end(inner.list);
  if (!linked && inner.list->words->len > before)
    g_array_remove_index(inner.list->words, before);
}

static unsigned
line_of(const xmlNode *node)
{
  return (unsigned)xmlGetLineNo((xmlNode *)(guintptr)node);
}

/* True if all of the link was read. */
static bool
read_link_without_page(const Reader *reader, const xmlNode *link)
{
  const char *href = epub_audit_attribute(link, "href");
  char *text;

  if (reader->with_pages || !epub_audit_is(link, "a") || href == NULL ||
      strchr(href, ':') != NULL)
    return false;
  text = (char *)xmlNodeGetContent(link);
  word_list_cut_page(text);
  word_list_add(reader->list, text, line_of(link));
  xmlFree(text);
  return true;
}

static void
read_element(Reader *reader, const xmlNode *node)
{
  const char *alt = epub_audit_attribute(node, "alt");
  bool within = is_inline(node);

  reader->article->urgent |= has_value(node, "class", "emergency-link");
  if (is_furniture(reader, node) || read_link_without_page(reader, node) ||
      (!reader->with_pages && has_value(node, "class", "page-list")))
    return;
  if (!within)
    word_list_end(reader->list);
  if (has_value(node, "role", "doc-footnote")) {
    read_note(reader, node);
    return;
  }
  if (alt != NULL)
    word_list_add(reader->list, alt, line_of(node));
  read_kids(reader, node);
  if (!within)
    word_list_end(reader->list);
  if (!reader->opened &&
      (epub_audit_is(node, "h1") || has_value(node, "class", "summary")))
    reader->article->opening = reader->article->words->words->len;
}

static void
read_kids(Reader *reader, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL;
       node = node->next) {
    if (node->type == XML_ELEMENT_NODE)
      read_element(reader, node);
    else if (node->type == XML_TEXT_NODE && node->content != NULL)
      word_list_add(reader->list, (const char *)node->content, line_of(parent));
  }
}

/* --- files --- */

static EpubArticle *
article_new(const xmlNode *section, const char *file)
{
  const xmlNode *heading = epub_audit_find(section, "h1");
  EpubArticle *article = g_new0(EpubArticle, 1);

  article->title = g_strdup(heading != NULL ? epub_audit_text(heading) : file);
  article->file = g_strdup(file);
  article->words = word_list_new();
  article->notes = word_list_new();
  return article;
}

/* An article's first file is named by its title, the others carry its name. */
static void
read_file(GPtrArray *articles, const xmlNode *root, const char *file,
          bool with_pages)
{
  const xmlNode *section =
      root != NULL ? epub_audit_find(root, "section") : NULL;
  Reader reader = { .with_pages = with_pages };

  if (section == NULL)
    return;
  if (epub_audit_attribute(section, "aria-labelledby") != NULL)
    g_ptr_array_add(articles, article_new(section, file));
  else if (articles->len == 0 ||
           epub_audit_attribute(section, "aria-label") == NULL ||
           epub_audit_attribute(section, "epub:type") != NULL)
    return;
  else
    reader.opened = true;
  reader.article = g_ptr_array_index(articles, articles->len - 1);
  reader.list = reader.article->words;
  read_kids(&reader, section);
  word_list_end(reader.article->words);
}

typedef struct {
  const EpubFinished *epub;
  GHashTable *files; /* item id to href */
  GHashTable *read;  /* of these, the hrefs that were read */
  GPtrArray *articles;
  bool with_pages;
} Spine;

static void
read_item(const xmlNode *node, gpointer data)
{
  const Spine *spine = data;
  const char *id = epub_audit_attribute(node, "id");
  const char *file = epub_audit_attribute(node, "href");

  if (epub_audit_is(node, "item") && id != NULL && file != NULL)
    g_hash_table_insert(spine->files, g_strdup(id), g_strdup(file));
}

/* All our files stand beside the package.  A file that the spine names twice,
 * which is a fault, is read once: it may do so a million times. */
static void
read_itemref(const xmlNode *node, gpointer data)
{
  const Spine *spine = data;
  const char *id = epub_audit_attribute(node, "idref");
  const char *file = epub_audit_is(node, "itemref") && id != NULL
                         ? g_hash_table_lookup(spine->files, id)
                         : NULL;

  if (file != NULL && g_hash_table_add(spine->read, g_strdup(file)))
    read_file(spine->articles, epub_finished_root(spine->epub, file), file,
              spine->with_pages);
}

/* The name of the package, or NULL. */
static const char *
find_package(const EpubArchive *archive)
{
  for (guint i = 0; i < archive->entries->len; i++) {
    const EpubEntry *entry = g_ptr_array_index(archive->entries, i);
    if (g_str_has_suffix(entry->name, ".opf"))
      return entry->name;
  }
  return NULL;
}

GPtrArray *
epub_articles_read(const EpubFinished *epub, bool with_pages)
{
  const char *package = find_package(epub->archive);
  const xmlNode *root =
      package != NULL ? epub_finished_root(epub, package) : NULL;
  g_autoptr(GHashTable) files =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) read =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Spine spine = { epub, files, read,
                  g_ptr_array_new_with_free_func(article_free), with_pages };

  epub_audit_walk(root, read_item, &spine);
  epub_audit_walk(root, read_itemref, &spine);
  return spine.articles;
}
