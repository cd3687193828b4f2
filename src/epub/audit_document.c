/* epub/audit_document.c -- rules for content documents: size, ids, links,
 * pictures. */
/* SPDX-License-Identifier: MIT */

#include "epub/address.h"
#include "epub/audit.h"
#include "epub/plan.h"

#include <libxml/tree.h>
#include <string.h>

typedef struct {
  EpubAudit *audit;
  const char *file;
  unsigned ids;
} Document;

/* --- first round: ids and page breaks --- */

static void
read_id(Document *document, const char *id)
{
  char *key = g_strconcat(document->file, "#", id, NULL);

  document->ids++;
  if (xmlValidateNCName(BAD_CAST id, 0) != 0)
    epub_audit_fault(document->audit, document->file,
                     "the id \"%s\" is no XML name", id);
  if (!g_hash_table_add(document->audit->ids, key))
    epub_audit_fault(document->audit, document->file,
                     "the id \"%s\" stands twice", id);
}

static void
read_mark(Document *document, const xmlNode *node, const char *id)
{
  const char *label = epub_audit_attribute(node, "aria-label");

  if (node->children != NULL)
    epub_audit_fault(document->audit, document->file,
                     "a page break holds text, which some readers hide");
  if (id == NULL || label == NULL || *label == '\0') {
    epub_audit_fault(document->audit, document->file,
                     "a page break without id or label");
    return;
  }
  g_ptr_array_add(document->audit->marks,
                  g_strconcat(document->file, "#", id, " ", label, NULL));
}

static void
read_element(const xmlNode *node, gpointer data)
{
  Document *document = data;
  const char *id = epub_audit_attribute(node, "id");
  const char *type = epub_audit_attribute(node, "epub:type");

  if (id != NULL)
    read_id(document, id);
  if (g_strcmp0(type, "pagebreak") == 0)
    read_mark(document, node, id);
}

/* --- second round: links --- */

static bool
is_remote(const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme(address);

  return scheme != NULL;
}

static void
check_target(Document *document, const char *address, bool is_page)
{
  EpubAudit *audit = document->audit;
  g_autofree char *fragment = NULL;
  g_autofree char *file =
      epub_audit_resolve(document->file, address, &fragment);
  g_autofree char *key = NULL;

  if (file == NULL || !g_hash_table_contains(audit->listed, file)) {
    epub_audit_fault(audit, document->file,
                     "a link to %s, which is no file of the book", address);
    return;
  }
  /* EPUB 3.3, 5.7: all that is linked is in the spine, also the navigation
   * document when it links to itself. */
  if (is_page && !g_hash_table_contains(audit->spine, file))
    epub_audit_fault(audit, document->file,
                     "a link to %s, which is not in the spine", address);
  if (fragment == NULL)
    return;
  key = g_strconcat(file, "#", fragment, NULL);
  if (!g_hash_table_contains(audit->ids, key))
    epub_audit_fault(audit, document->file,
                     "a link to %s, where nothing has that id", address);
}

static void
check_link(Document *document, const char *address)
{
  g_autofree char *known = epub_address_escape(address);

  if (known != NULL)
    return;
  if (is_remote(address))
    epub_audit_fault(document->audit, document->file,
                     "a link to %s, a scheme that books must not use", address);
  else
    check_target(document, address, true);
}

static void
check_resource(Document *document, const char *address)
{
  if (is_remote(address))
    epub_audit_fault(document->audit, document->file,
                     "%s is not inside the book", address);
  else
    check_target(document, address, false);
}

static bool
is_active(const xmlNode *node)
{
  return epub_audit_is(node, "script") || epub_audit_is(node, "iframe") ||
         epub_audit_is(node, "object") || epub_audit_is(node, "embed") ||
         epub_audit_is(node, "form");
}

static void
check_element(const xmlNode *node, gpointer data)
{
  Document *document = data;
  const char *href = epub_audit_attribute(node, "href");
  const char *src = epub_audit_attribute(node, "src");

  if (href != NULL && epub_audit_is(node, "a"))
    check_link(document, href);
  else if (href != NULL)
    check_resource(document, href);
  if (src != NULL && epub_audit_is(node, "content"))
    check_link(document, src); /* of the NCX */
  else if (src != NULL)
    check_resource(document, src);
  if (epub_audit_is(node, "img") && epub_audit_attribute(node, "alt") == NULL)
    epub_audit_fault(document->audit, document->file,
                     "a picture without alternative text");
  if (is_active(node))
    epub_audit_fault(document->audit, document->file,
                     "the element %s, which books must not use",
                     (const char *)node->name);
}

/* --- the files --- */

static void
read_document(EpubAudit *audit, const EpubEntry *entry)
{
  const xmlNode *root = epub_audit_root(audit, entry->name);
  Document document = { audit, entry->name, 0 };

  if (g_str_has_suffix(entry->name, ".xhtml") &&
      g_bytes_get_size(entry->bytes) > EPUB_FILE_LIMIT)
    epub_audit_fault(audit, entry->name,
                     "%" G_GSIZE_FORMAT " bytes, more than %d",
                     g_bytes_get_size(entry->bytes), EPUB_FILE_LIMIT);
  epub_audit_walk(root, read_element, &document);
  if (g_hash_table_contains(audit->spine, entry->name) &&
      document.ids > EPUB_ANCHOR_LIMIT)
    epub_audit_fault(audit, entry->name, "%u ids, more than %d", document.ids,
                     EPUB_ANCHOR_LIMIT);
}

static void
check_document(EpubAudit *audit, const EpubEntry *entry)
{
  Document document = { audit, entry->name, 0 };

  if (g_str_has_suffix(entry->name, ".xhtml") ||
      g_str_has_suffix(entry->name, ".ncx"))
    epub_audit_walk(epub_audit_root(audit, entry->name), check_element,
                    &document);
}

void
epub_audit_documents(EpubAudit *audit)
{
  const GPtrArray *entries = audit->epub->archive->entries;

  for (guint i = 0; i < entries->len; i++)
    read_document(audit, g_ptr_array_index(entries, i));
  for (guint i = 0; i < entries->len; i++)
    check_document(audit, g_ptr_array_index(entries, i));
}
