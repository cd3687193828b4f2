/* pass/images.c -- finds pictures, and asks that each has a description. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "doc/words.h"
#include "media/media.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

enum {
  FILE_MAX = 64 << 20 /* bytes */
};

static const char *
suffix_of(ResourceKind kind)
{
  switch (kind) {
  case RESOURCE_PNG:
    return "png";
  case RESOURCE_JPEG:
    return "jpg";
  case RESOURCE_SVG:
    return "svg";
  }
  g_return_val_if_reached("");
}

static bool
is_taken(const Book *book, const char *name)
{
  for (guint i = 0; i < book->resources->len; i++) {
    const DocResource *other = g_ptr_array_index(book->resources, i);
    if (strcmp(other->name, name) == 0)
      return true;
  }
  return false;
}

/* A name that is safe in every archive, and no other picture's. */
static char *
make_name(const Book *book, const char *path, ResourceKind kind)
{
  g_autofree char *base = g_path_get_basename(path);
  g_autofree char *stem = NULL;
  char *dot = strrchr(base, '.');
  char *name;

  if (dot != NULL && dot != base)
    *dot = '\0';
  stem = bytes_slug(base, false);
  name = g_strdup_printf("%s.%s", stem, suffix_of(kind));
  for (unsigned i = 2; is_taken(book, name); i++) {
    g_free(name);
    name = g_strdup_printf("%s-%u.%s", stem, i, suffix_of(kind));
  }
  return name;
}

static const DocResource *
find_resource(const Book *book, const char *path)
{
  for (guint i = 0; i < book->resources->len; i++) {
    const DocResource *resource = g_ptr_array_index(book->resources, i);
    if (strcmp(resource->source, path) == 0)
      return resource;
  }
  return NULL;
}

/* A picture that an earlier reading of the book has checked, with the name that
 * is free now. */
static DocResource *
take_spare(Book *book, const char *path)
{
  for (guint i = 0; i < book->spare->len; i++) {
    DocResource *resource = g_ptr_array_index(book->spare, i);
    if (strcmp(resource->source, path) != 0)
      continue;
    g_free(resource->name);
    resource->name = make_name(book, path, resource->kind);
    g_ptr_array_add(book->resources, g_ptr_array_steal_index(book->spare, i));
    return resource;
  }
  return NULL;
}

static DocResource *
load_resource(const PassContext *context, const char *path, GError **error)
{
  g_autoptr(GBytes) bytes =
      path_root_read(context->root, path, FILE_MAX, error);
  g_autoptr(GBytes) plain = NULL;
  g_autofree char *name = NULL;
  MediaInfo info;
  DocResource *resource;

  if (bytes == NULL || !media_probe_plain(path, bytes, &info, &plain, error))
    return NULL;
  name = make_name(context->book, path, info.kind);
  resource = doc_resource_new(path, name, info.kind, g_steal_pointer(&bytes));
  resource->plain = g_steal_pointer(&plain);
  resource->width = info.width;
  resource->height = info.height;
  resource->orientation = info.orientation;
  g_ptr_array_add(context->book->resources, resource);
  return resource;
}

static bool
has_scheme(const char *target)
{
  gsize colon = strcspn(target, ":/?#");

  return target[colon] == ':' || g_str_has_prefix(target, "//");
}

/* The picture's path in the book, or NULL after a message. */
static char *
resolve(const Doc *doc, const DocNode *image, const PassContext *context)
{
  const char *target = image->as.image.target;
  g_autofree char *plain = g_uri_unescape_string(target, NULL);
  char *path = NULL;

  if (!has_scheme(target))
    path =
        path_resolve(context->article->source, plain != NULL ? plain : target);
  if (path == NULL)
    diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, image),
                "missing-image",
                "\"%.200s\" is not a file of this book; copy the picture into "
                "the book's folder and write its path there",
                target);
  return path;
}

static void
find_picture(const Doc *doc, DocNode *image, const PassContext *context)
{
  g_autofree char *path = resolve(doc, image, context);
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;
  image->as.image.resource = find_resource(context->book, path);
  if (image->as.image.resource == NULL)
    image->as.image.resource = take_spare(context->book, path);
  if (image->as.image.resource != NULL)
    return;
  if (context->root != NULL && path_root_has(context->root, path)) {
    image->as.image.resource = load_resource(context, path, &error);
    if (error != NULL)
      diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, image),
                  "bad-image", "%s", error->message);
    return;
  }
  diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, image),
              "missing-image",
              "there is no file \"%.200s\"; put the picture there, or mend its "
              "name",
              path);
}

static bool
is_file_name(const char *alt)
{
  static const char *const suffixes[] = { ".png", ".jpg", ".jpeg",
                                          ".svg", ".gif", ".webp" };
  g_autofree char *lower = g_ascii_strdown(alt, -1);

  if (strpbrk(alt, " \t") != NULL)
    return false;
  for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
    if (g_str_has_suffix(lower, suffixes[i]))
      return true;
  return false;
}

static void
report_missing_alt(Doc *doc, DocNode *image, const PassContext *context)
{
  const char *lang = doc_node_lang(image);

  diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, image), "missing-alt",
              "this picture has no description; write ![what it shows](%.200s)"
              ", or the title \"decorative\" if it tells nothing",
              image->as.image.target);
  if (diag_is_lenient(context->diag))
    doc_node_append(
        image, pass_rewrite_text(doc, words_say(WORDS_NO_DESCRIPTION, lang)));
}

static void
check_alt(Doc *doc, DocNode *image, const PassContext *context)
{
  g_autofree char *alt = doc_node_plain_text(image);

  g_strstrip(alt);
  if (*alt == '\0')
    report_missing_alt(doc, image, context);
  else if (is_file_name(alt))
    diag_report(context->diag, DIAG_CONTENT, pass_pos(doc, image),
                "file-name-alt",
                "\"%.200s\" is a file's name; write in words what the picture "
                "shows",
                alt);
}

/* The title "decorative" is a mark, and no title. */
static void
read_decorative(Doc *doc, DocNode *image, const PassContext *context)
{
  DocImage *as = &image->as.image;

  if (as->title != NULL && g_ascii_strcasecmp(as->title, "decorative") == 0) {
    as->decorative = true;
    as->title = NULL;
  }
  if (!as->decorative || image->first == NULL)
    return;
  diag_report(context->diag, DIAG_WARNING, pass_pos(doc, image),
              "decorative-alt",
              "a decorative picture is not described; take away the "
              "description or the title \"decorative\"");
  while (image->first != NULL)
    doc_node_unlink(image->first);
}

static void
visit(Doc *doc, DocNode *node, const PassContext *context)
{
  if (node->kind == DOC_IMAGE && node->as.image.resource == NULL) {
    read_decorative(doc, node, context);
    if (!node->as.image.decorative)
      check_alt(doc, node, context);
    find_picture(doc, node, context);
  }
  for (DocNode *child = node->first; child != NULL; child = child->next)
    visit(doc, child, context);
}

void
pass_images_run(Doc *doc, const PassContext *context)
{
  visit(doc, doc_root_mutable(doc), context);
}
