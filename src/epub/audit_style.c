/* epub/audit_style.c -- rules of cheap readers for the style sheet. */
/* SPDX-License-Identifier: MIT */

#include "epub/audit.h"

#include <string.h>

/* em: narrow screens lose their text to larger ones (Kobo's README). */
#define MARGIN_MAX 3.0

/* What some reader gets wrong, or what takes its owner's choice away. */
static const struct {
  const char *word;
  const char *why;
} avoided[] = {
  { "direction:", "readers ask dir=\"\" for it (EPUBCheck CSS-001)" },
  { "unicode-bidi", "readers ask dir=\"\" for it (EPUBCheck CSS-001)" },
  { "display: flex", "cheap readers drop it" },
  { "display: grid", "cheap readers drop it" },
  { "var(", "cheap readers drop it" },
  { "calc(", "cheap readers drop it" },
  { "rgb(", "CrossPoint and KOReader stumble over it" },
  { ".woff2", "Kobo knows only TTF, OTF and WOFF" },
  { "background", "the reader's own colours rule" },
  { "position: fixed", "it hides text" },
};

/* Without comments.  (transfer full) */
static char *
read_rules(const EpubEntry *entry)
{
  gsize length;
  const char *data = g_bytes_get_data(entry->bytes, &length);
  g_autofree char *text = g_strndup(data, length);
  g_auto(GStrv) parts = g_strsplit(text, "/*", -1);
  GString *rules = g_string_new(NULL);

  for (char **part = parts; *part != NULL; part++) {
    const char *end = part == parts ? *part : strstr(*part, "*/");
    if (end != NULL)
      g_string_append(rules, part == parts ? end : end + strlen("*/"));
  }
  return g_string_free(rules, FALSE);
}

/* True if the selectors, "html, body.a p", end in `element`. */
static bool
selects(const char *selectors, const char *element)
{
  g_auto(GStrv) list = g_strsplit(selectors, ",", -1);

  for (char **one = list; *one != NULL; one++) {
    const char *last = strrchr(g_strstrip(*one), ' ');
    const char *name = last != NULL ? last + 1 : *one;
    gsize length = strcspn(name, ".:#[");
    if (length == strlen(element) && strncmp(name, element, length) == 0)
      return true;
  }
  return false;
}

static bool
is_length(const char *value)
{
  static const char *const units[] = { "px", "pt", "em", "mm", "in" };

  for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
    if (g_str_has_suffix(value, units[i]))
      return true;
  return false;
}

static bool
has_big_margin(const char *value)
{
  g_auto(GStrv) sides = g_strsplit(value, " ", -1);

  for (char **side = sides; *side != NULL; side++)
    if (g_str_has_suffix(*side, "em") &&
        g_ascii_strtod(*side, NULL) > MARGIN_MAX)
      return true;
  return false;
}

static const char *
find_fault(bool root, bool picture, const char *property, const char *value)
{
  if (root && strcmp(property, "color") == 0)
    return "the reader's own colours rule";
  if (g_str_has_prefix(property, "margin") && has_big_margin(value))
    return "a margin of many em leaves no room on a small screen";
  if (picture && strcmp(property, "width") == 0 && is_length(value))
    return "the width of a picture is a % of the screen";
  return NULL;
}

static void
check_rule(EpubAudit *audit, const EpubEntry *entry, const char *selectors,
           const char *declarations)
{
  g_auto(GStrv) list = g_strsplit(declarations, ";", -1);
  bool root = selects(selectors, "body") || selects(selectors, "html");
  bool picture = selects(selectors, "img");

  for (char **one = list; *one != NULL; one++) {
    char *colon = strchr(*one, ':');
    const char *why;

    if (colon == NULL)
      continue;
    *colon = '\0';
    why = find_fault(root, picture, g_strstrip(*one), g_strstrip(colon + 1));
    if (why != NULL)
      epub_audit_fault(audit, entry->name, "\"%s\": %s", g_strstrip(*one), why);
  }
}

/* "selectors { declarations" up to each "}"; of an @media rule around it only
 * what follows the last "{" is a declaration. */
static void
check_rules(EpubAudit *audit, const EpubEntry *entry, const char *rules)
{
  g_auto(GStrv) parts = g_strsplit(rules, "}", -1);

  for (char **part = parts; *part != NULL; part++) {
    char *open = strrchr(*part, '{');
    const char *outer;

    if (open == NULL)
      continue;
    *open = '\0';
    outer = strrchr(*part, '{');
    check_rule(audit, entry, outer != NULL ? outer + 1 : *part, open + 1);
  }
}

void
epub_audit_style(EpubAudit *audit, const EpubEntry *entry)
{
  g_autofree char *rules = read_rules(entry);

  for (size_t i = 0; i < G_N_ELEMENTS(avoided); i++)
    if (strstr(rules, avoided[i].word) != NULL)
      epub_audit_fault(audit, entry->name, "\"%s\": %s", avoided[i].word,
                       avoided[i].why);
  check_rules(audit, entry, rules);
}
