/* epub/plan.c -- names, anchors, places: nothing is taken twice. */
/* SPDX-License-Identifier: MIT */

#include "epub/plan.h"

#include "media/media.h"

#include <libxml/tree.h>
#include <string.h>

static const char *const fixed_names[] = { "mimetype",    "package.opf",
                                           "nav.xhtml",   "toc.ncx",
                                           "cover.xhtml", "cover.png",
                                           "title.xhtml", "style.css" };

static void
file_free(gpointer data)
{
  EpubFile *file = data;

  g_free(file->name);
  g_bytes_unref(file->bytes);
  g_free(file);
}

GPtrArray *
epub_files_new(void)
{
  return g_ptr_array_new_with_free_func(file_free);
}

EpubFile *
epub_files_add(GPtrArray *files, EpubFileKind kind, char *name, GBytes *bytes)
{
  EpubFile *file = g_new0(EpubFile, 1);

  file->kind = kind;
  file->name = name;
  file->bytes = bytes;
  g_ptr_array_add(files, file);
  return file;
}

static void
place_free(gpointer data)
{
  EpubPlace *place = data;

  if (place == NULL)
    return;
  g_free(place->anchor);
  g_free(place);
}

static void
piece_free(gpointer data)
{
  EpubPiece *piece = data;

  g_free(piece->file);
  g_free(piece->title_anchor);
  g_ptr_array_unref(piece->nodes);
  g_ptr_array_unref(piece->notes);
  g_free(piece);
}

static void
nodes_free(gpointer data)
{
  g_ptr_array_unref(data);
}

EpubPlan *
epub_plan_new(const Book *book, const EpubOptions *options, Diag *diag)
{
  EpubPlan *plan = g_new0(EpubPlan, 1);

  plan->book = book;
  plan->options = options;
  plan->diag = diag;
  plan->files = epub_files_new();
  plan->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  plan->anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  plan->pictures = g_hash_table_new(NULL, NULL);
  plan->pieces = g_ptr_array_new_with_free_func(piece_free);
  plan->places = g_hash_table_new_full(NULL, NULL, NULL, place_free);
  plan->targets = g_hash_table_new(g_str_hash, g_str_equal);
  plan->backs = g_hash_table_new_full(NULL, NULL, NULL, nodes_free);
  plan->pages_at = page_map_by_node(options->pages);
  plan->pages = g_ptr_array_new_with_free_func(place_free);
  for (size_t i = 0; i < G_N_ELEMENTS(fixed_names); i++)
    g_hash_table_add(plan->names, g_strdup(fixed_names[i]));
  return plan;
}

void
epub_plan_free(EpubPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref(plan->files);
  g_hash_table_unref(plan->names);
  g_hash_table_unref(plan->anchors);
  g_hash_table_unref(plan->pictures);
  g_ptr_array_unref(plan->pieces);
  g_hash_table_unref(plan->targets);
  g_hash_table_unref(plan->places);
  g_hash_table_unref(plan->backs);
  g_hash_table_unref(plan->pages_at);
  g_ptr_array_unref(plan->pages);
  g_free(plan);
}

char *
epub_plan_take_name(EpubPlan *plan, const char *stem, const char *suffix)
{
  char *name = g_strconcat(stem, suffix, NULL);

  for (unsigned i = 2; g_hash_table_contains(plan->names, name); i++) {
    g_free(name);
    name = g_strdup_printf("%s-%u%s", stem, i, suffix);
  }
  g_hash_table_add(plan->names, g_strdup(name));
  return name;
}

/* Namespaces in XML 1.0, section 3: what XHTML asks of an id. */
static char *
name_like(const char *wanted)
{
  char *name = g_strdup(wanted);

  if (xmlValidateNCName(BAD_CAST name, 0) == 0)
    return name;
  g_free(name);
  name = g_strconcat("_", wanted, NULL);
  if (xmlValidateNCName(BAD_CAST name, 0) == 0)
    return name;
  for (char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum(*at) && *at != '-')
      *at = '_';
  return name;
}

char *
epub_plan_take_anchor(EpubPlan *plan, const char *article, const char *wanted)
{
  g_autofree char *name = name_like(wanted);
  char *anchor = g_strdup(name);
  char *key = g_strconcat(article, ".", anchor, NULL);

  for (unsigned i = 2; g_hash_table_contains(plan->anchors, key); i++) {
    g_free(anchor);
    g_free(key);
    anchor = g_strdup_printf("%s-%u", name, i);
    key = g_strconcat(article, ".", anchor, NULL);
  }
  g_hash_table_add(plan->anchors, key);
  return anchor;
}

EpubFile *
epub_plan_add_file(EpubPlan *plan, EpubFileKind kind, char *name,
                   const char *media_type, GBytes *bytes)
{
  EpubFile *file = epub_files_add(plan->files, kind, name, bytes);

  file->media_type = media_type;
  return file;
}

EpubPlace *
epub_plan_add_place(EpubPlan *plan, const DocNode *node, const char *file,
                    char *anchor)
{
  EpubPlace *place = g_new0(EpubPlace, 1);

  place->file = file;
  place->anchor = anchor;
  place->page = EPUB_NO_PAGE;
  g_hash_table_insert(plan->places, (gpointer)(gsize)node, place);
  return place;
}

const EpubPlace *
epub_plan_find_target(const EpubPlan *plan, const char *id)
{
  return g_hash_table_lookup(plan->targets, id);
}

const char *
epub_plan_article_file(const EpubPlan *plan, const BookArticle *article)
{
  const EpubPlace *place =
      g_hash_table_lookup(plan->places, doc_root(article->doc));

  g_return_val_if_fail(place != NULL, NULL);
  return place->file;
}

char *
epub_place_address(const EpubPlace *place, const char *from)
{
  bool here = from != NULL && strcmp(place->file, from) == 0;

  if (place->anchor == NULL)
    return g_strdup(place->file);
  return g_strconcat(here ? "" : place->file, "#", place->anchor, NULL);
}

unsigned
epub_plan_page_count(const EpubPlan *plan)
{
  const PageMap *map = plan->options->pages;

  return map != NULL ? map->entries->len : 0;
}

const char *
epub_plan_page_label(const EpubPlan *plan, unsigned page)
{
  return g_array_index(plan->options->pages->entries, PageMapEntry, page).label;
}

/* SVG becomes PNG: cheap readers know no other vector than none. */
static ResourceKind
shown_kind(const DocResource *resource)
{
  return resource->kind == RESOURCE_SVG ? RESOURCE_PNG : resource->kind;
}

static char *
picture_name(EpubPlan *plan, const DocResource *resource)
{
  const char *dot = strrchr(resource->name, '.');
  gsize length =
      dot != NULL ? (gsize)(dot - resource->name) : strlen(resource->name);
  g_autofree char *stem = g_strndup(resource->name, length);

  return epub_plan_take_name(
      plan, stem, shown_kind(resource) == RESOURCE_PNG ? ".png" : ".jpg");
}

bool
epub_plan_add_pictures(EpubPlan *plan, GError **error)
{
  for (unsigned i = 0; i < plan->book->resources->len; i++) {
    const DocResource *resource = g_ptr_array_index(plan->book->resources, i);
    GBytes *bytes = media_for_screen(resource, MEDIA_SCREEN_LIMIT, error);
    EpubFile *file;

    if (bytes == NULL) {
      g_prefix_error(error, "%s: ", resource->source);
      return false;
    }
    file = epub_plan_add_file(
        plan, EPUB_FILE_PICTURE, picture_name(plan, resource),
        doc_resource_media_type(shown_kind(resource)), bytes);
    g_hash_table_insert(plan->pictures, (gpointer)(gsize)resource, file);
  }
  return true;
}
