/* epub/finished.c -- a finished EPUB, unpacked and parsed once. */
/* SPDX-License-Identifier: MIT */

#include "epub/finished.h"

#include <libxml/parser.h>

enum {
  XML_MAX = 16 << 20, /* bytes */
  OPTIONS = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
            XML_PARSE_COMPACT
};

/* "<!DOCTYPE html>" is all that is needed, and all that is harmless. */
static bool
has_declarations(const xmlDoc *tree)
{
  return tree->intSubset != NULL && (tree->intSubset->children != NULL ||
                                     tree->intSubset->ExternalID != NULL ||
                                     tree->intSubset->SystemID != NULL);
}

static char *
last_fault(xmlParserCtxt *parser)
{
  const xmlError *last = xmlCtxtGetLastError(parser);
  g_autofree char *text = NULL;

  if (last == NULL || last->message == NULL)
    return g_strdup("not well-formed");
  text = g_utf8_make_valid(last->message, -1);
  return g_strdup_printf("not well-formed, line %d: %s", last->line,
                         g_strchomp(text));
}

/* NULL, with `*fault` set to what is wrong.  Both (transfer full). */
static xmlDoc *
parse(xmlParserCtxt *parser, const EpubEntry *entry, char **fault)
{
  gsize length;
  const char *data = g_bytes_get_data(entry->bytes, &length);
  xmlDoc *tree;

  if (length > XML_MAX) {
    *fault = g_strdup("an XML file over 16 MiB");
    return NULL;
  }
  tree = xmlCtxtReadMemory(parser, length > 0 ? data : "", (int)length, NULL,
                           NULL, OPTIONS);
  if (tree == NULL) {
    *fault = last_fault(parser);
    return NULL;
  }
  if (has_declarations(tree)) {
    xmlFreeDoc(tree);
    *fault = g_strdup("declares a DTD");
    return NULL;
  }
  return tree;
}

static void
free_tree(gpointer data)
{
  xmlFreeDoc(data);
}

/* One parser for all: it knows the names of elements already. */
static void
parse_entries(EpubFinished *epub)
{
  xmlParserCtxt *parser = xmlNewParserCtxt();

  g_assert(parser != NULL);
  for (guint i = 0; i < epub->archive->entries->len; i++) {
    const EpubEntry *entry = g_ptr_array_index(epub->archive->entries, i);
    g_autofree char *fault = NULL;
    xmlDoc *tree =
        epub_entry_is_xml(entry) ? parse(parser, entry, &fault) : NULL;

    if (tree != NULL)
      g_hash_table_insert(epub->trees, entry->name, tree);
    if (fault != NULL)
      g_ptr_array_add(epub->faults,
                      g_strconcat(entry->name, ": ", fault, NULL));
  }
  xmlFreeParserCtxt(parser);
}

EpubFinished *
epub_finished_open(GBytes *bytes, GError **error)
{
  EpubArchive *archive = epub_archive_read(bytes, error);
  EpubFinished *epub;

  if (archive == NULL)
    return NULL;
  xmlInitParser();
  epub = g_new0(EpubFinished, 1);
  epub->bytes = g_bytes_ref(bytes);
  epub->archive = archive;
  epub->trees = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_tree);
  epub->faults = g_ptr_array_new_with_free_func(g_free);
  parse_entries(epub);
  return epub;
}

void
epub_finished_free(EpubFinished *epub)
{
  if (epub == NULL)
    return;
  g_hash_table_unref(epub->trees);
  g_ptr_array_unref(epub->faults);
  epub_archive_free(epub->archive);
  g_bytes_unref(epub->bytes);
  g_free(epub);
}

const xmlNode *
epub_finished_root(const EpubFinished *epub, const char *file)
{
  xmlDoc *tree = g_hash_table_lookup(epub->trees, file);

  return tree != NULL ? xmlDocGetRootElement(tree) : NULL;
}
