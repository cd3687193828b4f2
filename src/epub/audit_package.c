/* epub/audit_package.c -- rules for the package document (EPUB 3.3, 5). */
/* SPDX-License-Identifier: MIT */

#include "epub/audit.h"

#include <string.h>

/* --- metadata --- */

typedef struct {
  EpubAudit *audit;
  const char *unique; /* id of the unique identifier */
  unsigned modified;
  bool language;
  bool claim;
  bool certified;
} Metadata;

static bool
is_blank(const char *text)
{
  return text[strspn(text, " \t\r\n")] == '\0';
}

/* CCYY-MM-DDThh:mm:ssZ */
static bool
is_modified(const char *text)
{
  static const char shape[] = "0000-00-00T00:00:00Z";

  if (strlen(text) != strlen(shape))
    return false;
  for (size_t i = 0; shape[i] != '\0'; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i])
      return false;
  return true;
}

static void
read_property(Metadata *metadata, const xmlNode *node, const char *property)
{
  if (strcmp(property, "dcterms:modified") == 0) {
    metadata->modified++;
    if (!is_modified(epub_audit_text(node)))
      epub_audit_fault(metadata->audit, metadata->audit->package,
                       "dcterms:modified is no UTC time to the second");
  }
  metadata->claim |= strcmp(property, "dcterms:conformsTo") == 0;
  metadata->certified |= strcmp(property, "a11y:certifiedBy") == 0;
  if (strcmp(property, "pageBreakSource") == 0)
    metadata->audit->names_page_source = true;
}

/* ISO 639-2 codes of languages that have one of two letters; cheap readers know
 * no others.  Those of large languages, where a mistake is likely. */
static bool
is_long_language(const char *tag)
{
  static const char *const codes[] = {
    "ara", "ben", "chi", "ces", "cze", "dan", "deu", "dut", "ell", "eng",
    "est", "fas", "fin", "fra", "fre", "ger", "gre", "heb", "hin", "hun",
    "ind", "ita", "jpn", "kor", "lav", "lit", "nld", "nor", "per", "pol",
    "por", "ron", "rum", "rus", "slk", "slo", "spa", "swa", "swe", "tha",
    "tur", "ukr", "urd", "vie", "zho", NULL
  };
  g_autofree char *primary = g_ascii_strdown(tag, (gssize)strcspn(tag, "-"));

  return g_strv_contains(codes, primary);
}

static void
check_language(EpubAudit *audit, const char *tag)
{
  if (strchr(tag, '_') != NULL || is_long_language(tag))
    epub_audit_fault(audit, audit->package,
                     "the language \"%s\" has a tag of two letters that all "
                     "readers know",
                     tag);
}

static void
read_metadata(const xmlNode *node, gpointer data)
{
  Metadata *metadata = data;
  EpubReport *report = metadata->audit->report;
  const char *property = epub_audit_attribute(node, "property");
  const char *id = epub_audit_attribute(node, "id");

  if (epub_audit_is(node, "title") && report->title == NULL)
    report->title = g_strdup(epub_audit_text(node));
  if (epub_audit_is(node, "language") && !is_blank(epub_audit_text(node))) {
    metadata->language = true;
    check_language(metadata->audit, epub_audit_text(node));
  }
  if (epub_audit_is(node, "identifier") && report->identifier == NULL &&
      g_strcmp0(id, metadata->unique) == 0)
    report->identifier = g_strdup(epub_audit_text(node));
  if (property != NULL)
    read_property(metadata, node, property);
}

static void
check_metadata(EpubAudit *audit, const xmlNode *root)
{
  const EpubReport *report = audit->report;
  Metadata metadata = { .audit = audit,
                        .unique =
                            epub_audit_attribute(root, "unique-identifier") };

  epub_audit_walk(epub_audit_find(root, "metadata"), read_metadata, &metadata);
  if (report->title == NULL || is_blank(report->title))
    epub_audit_fault(audit, audit->package, "no dc:title");
  if (report->identifier == NULL || is_blank(report->identifier))
    epub_audit_fault(audit, audit->package,
                     "no dc:identifier of the id in unique-identifier");
  if (!metadata.language)
    epub_audit_fault(audit, audit->package, "no dc:language");
  if (metadata.modified != 1)
    epub_audit_fault(audit, audit->package,
                     "%u dcterms:modified, one is needed", metadata.modified);
  if (metadata.claim && !metadata.certified)
    epub_audit_fault(audit, audit->package,
                     "dcterms:conformsTo without a11y:certifiedBy");
}

/* --- manifest --- */

static bool
has_word(const char *words, const char *word)
{
  g_auto(GStrv) list = g_strsplit(words != NULL ? words : "", " ", -1);

  return g_strv_contains((const char *const *)list, word);
}

static void
read_properties(EpubAudit *audit, const xmlNode *node, const char *file)
{
  const char *properties = epub_audit_attribute(node, "properties");
  const char *type = epub_audit_attribute(node, "media-type");

  if (has_word(properties, "nav")) {
    if (audit->navigation != NULL)
      epub_audit_fault(audit, audit->package,
                       "two items are the navigation document");
    else
      audit->navigation = g_strdup(file);
  }
  if (g_strcmp0(type, "application/x-dtbncx+xml") == 0 && audit->ncx == NULL)
    audit->ncx = g_strdup(file);
  if (type == NULL)
    epub_audit_fault(audit, audit->package, "%s has no media-type", file);
}

static void
read_item(const xmlNode *node, gpointer data)
{
  EpubAudit *audit = data;
  const char *id = epub_audit_attribute(node, "id");
  const char *href = epub_audit_attribute(node, "href");
  g_autofree char *fragment = NULL;
  g_autofree char *file = NULL;

  if (!epub_audit_is(node, "item"))
    return;
  if (id == NULL || href == NULL) {
    epub_audit_fault(audit, audit->package, "an item without id or href");
    return;
  }
  file = epub_audit_resolve(audit->package, href, &fragment);
  if (file == NULL || epub_archive_find(audit->epub->archive, file) == NULL) {
    epub_audit_fault(audit, audit->package, "the file %s is missing", href);
    return;
  }
  if (g_hash_table_contains(audit->listed, file))
    epub_audit_fault(audit, audit->package, "%s is listed twice", file);
  read_properties(audit, node, file);
  g_hash_table_insert(audit->manifest, g_strdup(id), g_strdup(file));
  g_hash_table_add(audit->listed, g_steal_pointer(&file));
}

static bool
is_listable(const EpubAudit *audit, const char *name)
{
  return strcmp(name, "mimetype") != 0 && strcmp(name, audit->package) != 0 &&
         !g_str_has_prefix(name, "META-INF/");
}

static void
check_manifest(EpubAudit *audit, const xmlNode *root)
{
  epub_audit_walk(epub_audit_find(root, "manifest"), read_item, audit);
  for (guint i = 0; i < audit->epub->archive->entries->len; i++) {
    const EpubEntry *entry =
        g_ptr_array_index(audit->epub->archive->entries, i);
    bool listed = g_hash_table_contains(audit->listed, entry->name);
    if (is_listable(audit, entry->name) && !listed)
      epub_audit_fault(audit, entry->name, "is not in the manifest");
    if (!is_listable(audit, entry->name) && listed)
      epub_audit_fault(audit, entry->name, "must not be in the manifest");
  }
  if (audit->navigation == NULL)
    epub_audit_fault(audit, audit->package, "no navigation document");
}

/* --- spine --- */

static void
read_itemref(const xmlNode *node, gpointer data)
{
  EpubAudit *audit = data;
  const char *id = epub_audit_attribute(node, "idref");
  const char *file;

  if (!epub_audit_is(node, "itemref"))
    return;
  file = id != NULL ? g_hash_table_lookup(audit->manifest, id) : NULL;
  if (file == NULL) {
    epub_audit_fault(audit, audit->package,
                     "the spine names %s, which is no item",
                     id != NULL ? id : "nothing");
    return;
  }
  if (!g_str_has_suffix(file, ".xhtml"))
    epub_audit_fault(audit, audit->package, "%s in the spine is no XHTML",
                     file);
  if (!g_hash_table_add(audit->spine, g_strdup(file)))
    epub_audit_fault(audit, audit->package, "%s is twice in the spine", file);
  else
    g_ptr_array_add(audit->order, g_strdup(file));
  audit->report->articles++;
}

static void
check_spine(EpubAudit *audit, const xmlNode *root)
{
  const xmlNode *spine = epub_audit_find(root, "spine");
  const char *toc = spine != NULL ? epub_audit_attribute(spine, "toc") : NULL;

  epub_audit_walk(spine, read_itemref, audit);
  if (audit->report->articles == 0)
    epub_audit_fault(audit, audit->package, "the spine is empty");
  if (audit->ncx == NULL || toc == NULL ||
      g_strcmp0(g_hash_table_lookup(audit->manifest, toc), audit->ncx) != 0)
    epub_audit_fault(audit, audit->package,
                     "the spine names no NCX, which cheap readers need");
}

void
epub_audit_package(EpubAudit *audit)
{
  const xmlNode *root = epub_audit_root(audit, audit->package);

  if (root == NULL)
    return; /* said already: missing or not well-formed */
  check_metadata(audit, root);
  check_manifest(audit, root);
  check_spine(audit, root);
}
