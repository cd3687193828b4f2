/* pass/links.c -- every link leads somewhere: out to the web, or to an id. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"
#include "pass/target.h"

#include <string.h>

typedef struct {
  Doc *doc;
  const PassContext *context;
  PassTargets targets;
} Links;

/* The length of "https" in "https://…", or 0. */
static gsize
scheme_length(const char *target)
{
  gsize length = 0;

  if (!g_ascii_isalpha(*target))
    return 0;
  while (g_ascii_isalnum(target[length]) ||
         (target[length] != '\0' && strchr("+.-", target[length]) != NULL))
    length++;
  return target[length] == ':' ? length : 0;
}

static bool
is_scheme(const char *target, const char *scheme)
{
  gsize length = strlen(scheme);

  return scheme_length(target) == length &&
         g_ascii_strncasecmp(target, scheme, length) == 0;
}

static bool
is_external(const char *target)
{
  return is_scheme(target, "http") || is_scheme(target, "https") ||
         is_scheme(target, "mailto") || is_scheme(target, "tel");
}

/* Characters that no address may have are written %XX (RFC 3987, 2.2). */
static char *
encode(const char *target)
{
  GString *out = g_string_new(NULL);

  for (const char *at = target; *at != '\0'; at++) {
    if ((unsigned char)*at <= 0x20 || strchr("\"<>\\^`{|}", *at) != NULL)
      g_string_append_printf(out, "%%%02X", (unsigned char)*at);
    else
      g_string_append_c(out, *at);
  }
  return g_string_free(out, FALSE);
}

/* A link without words shows where it leads. */
static void
fill(Links *links, DocNode *link, const char *words)
{
  if (link->first == NULL)
    doc_node_append(link, pass_rewrite_text(links->doc, words));
}

static void
set_target(Links *links, DocNode *link, DocLinkKind kind, const char *target)
{
  link->as.link.target = doc_string(links->doc, target);
  link->as.link.kind = kind;
}

static void
set_article(Links *links, DocNode *link, const BookArticle *article,
            const char *id)
{
  const char *title = article->meta->title;

  set_target(links, link, DOC_LINK_INTERNAL, id);
  fill(links, link, title != NULL ? title : article->meta->id);
}

/* Its words stay. */
static void
break_link(Links *links, DocNode *link)
{
  fill(links, link, link->as.link.target);
  pass_rewrite_unwrap(link);
}

static void
report(Links *links, const DocNode *link, const char *code, const char *text,
       const char *remedy)
{
  diag_report(links->context->diag, DIAG_CONTENT, pass_pos(links->doc, link),
              code, "the link to \"%.200s\" %s; %s", link->as.link.target, text,
              remedy);
}

static void
report_broken(Links *links, DocNode *link, const char *text,
              const char *nearest, const char *mark)
{
  g_autofree char *remedy =
      nearest != NULL
          ? g_strdup_printf("did you mean \"%s%s\"?", mark, nearest)
          : g_strdup("mend it, or take it away and leave its words");

  report(links, link, "broken-link", text, remedy);
  break_link(links, link);
}

static void
link_anchor(Links *links, DocNode *link, const BookArticle *article,
            const char *anchor)
{
  g_autofree char *id = NULL;
  g_autofree char *nearest = NULL;

  if (*anchor == '\0') {
    set_article(links, link, article, article->meta->id);
    return;
  }
  id = pass_targets_anchor(&links->targets, article, anchor);
  if (id != NULL) {
    set_article(links, link, article, id);
    return;
  }
  nearest = pass_targets_nearest_anchor(article, anchor);
  report_broken(links, link, "finds no heading of that name", nearest, "#");
}

static char *
unescape(const char *text, gsize length)
{
  g_autofree char *part = g_strndup(text, length);
  char *plain = g_uri_unescape_string(part, NULL);

  return plain != NULL ? plain : g_steal_pointer(&part);
}

/* "other.md#anchor", "#anchor", "other". */
static void
link_path(Links *links, DocNode *link, const char *target)
{
  const char *hash = strchrnul(target, '#');
  g_autofree char *path = unescape(target, strcspn(target, "#?"));
  g_autofree char *anchor =
      unescape(*hash == '#' ? hash + 1 : hash, strlen(hash));
  const BookArticle *article = links->context->article;
  g_autofree char *nearest = NULL;

  if (*path != '\0')
    article = pass_targets_article(&links->targets, path);
  else if (*hash == '\0')
    article = NULL;
  if (article != NULL) {
    link_anchor(links, link, article, anchor);
    return;
  }
  nearest = pass_targets_nearest_article(&links->targets, path);
  report_broken(links, link, "finds no article of this book", nearest, "");
}

/* "page:article#anchor" gives a number in print. */
static void
link_page(Links *links, DocNode *link)
{
  DocNode *ref = doc_node_new(links->doc, DOC_PAGE_REF, link->pos);
  const char *target = link->as.link.target;

  doc_node_set_link(links->doc, ref, target, link->as.link.title);
  doc_node_move_children(ref, link);
  pass_rewrite_replace(link, ref);
  link_path(links, ref, target + strlen("page:"));
}

static void
resolve(Links *links, DocNode *link)
{
  const char *target = link->as.link.target;

  if (is_external(target)) {
    g_autofree char *encoded = encode(target);
    fill(links, link, target);
    set_target(links, link, DOC_LINK_EXTERNAL, encoded);
  } else if (is_scheme(target, "page")) {
    link_page(links, link);
  } else if (scheme_length(target) > 0 || g_str_has_prefix(target, "//")) {
    report(links, link, "link-scheme", "is of a kind that a book cannot have",
           "write https:, mailto: or tel:, or take the link away");
    break_link(links, link);
  } else {
    link_path(links, link, target);
  }
}

static void
visit(Links *links, DocNode *parent)
{
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    visit(links, node);
    if (node->kind == DOC_LINK && node->as.link.kind == DOC_LINK_UNRESOLVED)
      resolve(links, node);
  }
}

void
pass_links_run(Doc *doc, const PassContext *context)
{
  Links links = { .doc = doc, .context = context };

  pass_targets_init(&links.targets, context);
  visit(&links, doc_root_mutable(doc));
  pass_targets_clear(&links.targets);
  pass_merge_text_run(doc, context); /* the words of broken links */
}
