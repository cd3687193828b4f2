/* epub/epub.c -- a book in, an EPUB out: the order of the work. */
/* SPDX-License-Identifier: MIT */

#include "epub/epub.h"

#include "base/error.h"
#include "epub/anchor.h"
#include "epub/article.h"
#include "epub/container.h"
#include "epub/cover.h"
#include "epub/font.h"
#include "epub/nav.h"
#include "epub/ncx.h"
#include "epub/package.h"
#include "epub/plan.h"
#include "epub/split.h"
#include "epub/title.h"

#include <string.h>

/* The style sheet goes in as it is: style/ has checked it.  Rules of fonts come
 * first. */
static bool
add_style(EpubPlan *plan, GError **error)
{
  g_autofree char *fonts = epub_font_add_all(plan, error);
  GByteArray *all;
  gsize length;
  const guint8 *css;

  if (fonts == NULL || plan->options->css == NULL)
    return fonts != NULL;
  all = g_byte_array_new();
  css = g_bytes_get_data(plan->options->css, &length);
  g_byte_array_append(all, (const guint8 *)fonts, (guint)strlen(fonts));
  g_byte_array_append(all, css, (guint)length);
  epub_plan_add_file(plan, EPUB_FILE_STYLE, g_strdup("style.css"), "text/css",
                     g_byte_array_free_to_bytes(all));
  return true;
}

static bool
add_text(EpubPlan *plan, GError **error)
{
  if (!epub_cover_add(plan, error) || !epub_title_add(plan, error))
    return false;
  for (guint i = 0; i < plan->pieces->len; i++)
    if (!epub_article_add(plan, g_ptr_array_index(plan->pieces, i), error))
      return false;
  return true;
}

static gint
compare_kinds(gconstpointer a, gconstpointer b)
{
  const EpubFile *const *first = a;
  const EpubFile *const *second = b;

  return (gint)(*first)->kind - (gint)(*second)->kind;
}

/* The package lists all other files, so it is written last, and put first. */
static bool
add_package(EpubPlan *plan, GError **error)
{
  g_ptr_array_sort(plan->files, compare_kinds); /* stable */
  if (!epub_package_add(plan, error))
    return false;
  g_ptr_array_sort(plan->files, compare_kinds);
  return true;
}

static bool
have_all_trees(const Book *book, GError **error)
{
  for (unsigned i = 0; i < book->articles->len; i++)
    if (book_article(book, i)->doc == NULL) {
      g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                  "%s: the article was not read",
                  book_article(book, i)->meta->id);
      return false;
    }
  return true;
}

GBytes *
epub_write(const Book *book, const EpubOptions *options, Diag *diag,
           GError **error)
{
  g_autoptr(EpubPlan) plan = NULL;

  g_return_val_if_fail(book != NULL && options != NULL && diag != NULL, NULL);

  if (!have_all_trees(book, error))
    return NULL;
  plan = epub_plan_new(book, options, diag);
  if (!epub_plan_add_pictures(plan, error))
    return NULL;
  epub_anchor_prepare_pages(plan);
  epub_split_articles(plan);
  if (!epub_anchor_place_all(plan, error) || !add_text(plan, error) ||
      !epub_nav_add(plan, error) || !epub_ncx_add(plan, error))
    return NULL;
  if (!add_style(plan, error) || !add_package(plan, error))
    return NULL;
  return epub_container_write(plan->files, error);
}
