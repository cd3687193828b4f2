/* pass/addresses.c -- a short address behind a link that does not show where it
 * leads: paper and many e-readers have no browser. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

#define CLASS "address"

static bool
is_web(const char *target)
{
  return g_str_has_prefix(target, "http://") ||
         g_str_has_prefix(target, "https://");
}

/* "example.org" of "https://www.example.org/a?b"; the number or address behind
 * "tel:" and "mailto:"; NULL for none.  (transfer full) */
static char *
short_address(const char *target)
{
  const char *at = strchr(target, ':');
  gsize length;

  if (at == NULL)
    return NULL;
  at += 1 + strspn(at + 1, "/");
  if (is_web(target) && g_str_has_prefix(at, "www."))
    at += strlen("www.");
  length = is_web(target) ? strcspn(at, "/?#:") : strcspn(at, "?");
  return length > 0 ? g_strndup(at, length) : NULL;
}

/* What of a text may be said: letters and figures in one case. */
static char *
bare(const char *text)
{
  GString *out = g_string_new(NULL);

  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_unichar_tolower(g_utf8_get_char(text));
    if (g_unichar_isalnum(c) || c == '@')
      g_string_append_unichar(out, c);
  }
  return g_string_free(out, FALSE);
}

/* "0800 111" says "tel:+44800111": the figures behind the country. */
static bool
says(const DocNode *link, const char *address)
{
  g_autofree char *words = doc_node_plain_text(link);
  g_autofree char *said = bare(words);
  g_autofree char *wanted = bare(address);
  bool number = g_str_has_prefix(link->as.link.target, "tel:");

  if (strstr(said, wanted) != NULL)
    return true;
  while (number && *said == '0')
    memmove(said, said + 1, strlen(said));
  return number && *said != '\0' && strspn(said, "0123456789") > 2 &&
         g_str_has_suffix(wanted, said);
}

static bool
has_address(const DocNode *link)
{
  return link->next != NULL && link->next->kind == DOC_SPAN &&
         doc_node_has_class(link->next, CLASS);
}

static void
add_address(Doc *doc, DocNode *link)
{
  g_autofree char *address = short_address(link->as.link.target);
  DocNode *span;

  if (address == NULL || has_address(link) || says(link, address))
    return;
  g_autofree char *text = g_strdup_printf(" (%s)", address);
  span = doc_node_new(doc, DOC_SPAN, link->pos);
  doc_node_add_class(doc, span, CLASS);
  doc_node_append(span, pass_rewrite_text(doc, text));
  pass_rewrite_insert_after(link, span);
}

/* Headings stay short: what they link to is said in the text. */
static void
visit(Doc *doc, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->kind == DOC_LINK && node->as.link.kind == DOC_LINK_EXTERNAL)
      add_address(doc, node);
    else if (node->kind != DOC_HEADING && node->kind != DOC_TERM)
      visit(doc, node);
  }
}

void
pass_addresses_run(Doc *doc, const PassContext *context)
{
  /* Nobody asked for words of ours in a bare folder. */
  if (!context->book->bare)
    visit(doc, doc_root_mutable(doc));
}
