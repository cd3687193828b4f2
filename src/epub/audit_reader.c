/* epub/audit_reader.c -- rules of cheap readers: what they cannot show, lose or
 * cut off, though the standard allows it. */
/* SPDX-License-Identifier: MIT */

#include "epub/audit.h"
#include "epub/plan.h"
#include "media/media.h"

#include <string.h>

enum {
  PICTURE_WIDTH = 2048, /* px; CrossPoint draws no larger ones */
  PICTURE_HEIGHT = 1536
};

typedef struct {
  EpubAudit *audit;
  const char *file;
  GHashTable *referred; /* ids of this file that a note reference led to */
  unsigned tables;      /* that the element is inside of */
} Reader;

static void
fault(const Reader *reader, const char *text)
{
  epub_audit_fault(reader->audit, reader->file, "%s", text);
}

/* --- pictures --- */

static void
check_picture(EpubAudit *audit, const EpubEntry *entry)
{
  MediaInfo info = { 0 };
  g_autoptr(GError) error = NULL;

  if (g_str_has_suffix(entry->name, ".svg")) {
    epub_audit_fault(audit, entry->name, "an SVG, which cheap readers skip");
    return;
  }
  if (!media_probe_structure(entry->name, entry->bytes, &info, &error)) {
    epub_audit_fault(audit, entry->name, "%s", error->message);
    return;
  }
  if (info.width > PICTURE_WIDTH || info.height > PICTURE_HEIGHT)
    epub_audit_fault(audit, entry->name, "%u x %u px, more than %d x %d",
                     info.width, info.height, PICTURE_WIDTH, PICTURE_HEIGHT);
  if (info.progressive)
    epub_audit_fault(audit, entry->name,
                     "a progressive JPEG, which cheap readers skip");
}

static bool
is_picture(const char *name)
{
  static const char *const suffixes[] = { ".png", ".jpg", ".jpeg",
                                          ".svg", ".gif", ".webp" };

  for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
    if (g_str_has_suffix(name, suffixes[i]))
      return true;
  return false;
}

/* --- documents --- */

/* "IMG_2041.jpg", "image.png": a name, not words. */
static bool
is_file_name(const char *words)
{
  g_autofree char *lower = g_ascii_strdown(words, -1);

  return strchr(words, ' ') == NULL && is_picture(lower);
}

static void
check_image(const Reader *reader, const xmlNode *node)
{
  const char *alt = epub_audit_attribute(node, "alt");
  const char *role = epub_audit_attribute(node, "role");

  if (alt == NULL)
    return; /* said by epub/audit_document.c */
  if (is_file_name(alt))
    fault(reader, "a picture described by the name of its file");
  if (*alt == '\0' && g_strcmp0(role, "presentation") != 0)
    fault(reader, "a picture without description that is not called "
                  "decorative");
}

static void
check_note(const Reader *reader, const xmlNode *node)
{
  const char *id = epub_audit_attribute(node, "id");

  if (id == NULL || !epub_audit_is(node, "aside"))
    fault(reader, "a note that is no aside with an id, and cannot pop up");
  else if (!g_hash_table_contains(reader->referred, id))
    fault(reader, "a note that does not stand behind its reference");
}

/* What pops up must be of a length that Kobo takes. */
static void
check_note_length(const Reader *reader, const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent(node);
  glong length =
      g_utf8_strlen(text != NULL ? g_strstrip((char *)text) : "", -1);

  if (length < EPUB_NOTE_SHORTEST || length > EPUB_NOTE_LONGEST)
    epub_audit_fault(reader->audit, reader->file,
                     "a note to pop up has %ld characters, not %d to %d",
                     length, EPUB_NOTE_SHORTEST, EPUB_NOTE_LONGEST);
  xmlFree(text);
}

static void
find_head(const xmlNode *node, gpointer found)
{
  *(bool *)found |= epub_audit_is(node, "th");
}

static void
check_table(const Reader *reader, const xmlNode *node)
{
  const char *role = epub_audit_attribute(node, "role");
  bool heads = false;

  epub_audit_walk(node, find_head, &heads);
  if (reader->tables > 0)
    fault(reader, "a table in a table, which cheap readers drop");
  else if (!heads && g_strcmp0(role, "presentation") != 0)
    fault(reader, "a table without heads, whose cells nobody can name");
}

static void
note_reference(const Reader *reader, const xmlNode *node)
{
  const char *href = epub_audit_attribute(node, "href");
  const char *hash = href != NULL ? strchr(href, '#') : NULL;

  if (hash != NULL)
    g_hash_table_add(reader->referred, g_strdup(hash + 1));
}

static void
check_node(Reader *reader, const xmlNode *node)
{
  const char *type = epub_audit_attribute(node, "epub:type");
  const char *role = epub_audit_attribute(node, "role");
  bool table = epub_audit_is(node, "table");

  if (epub_audit_is(node, "img"))
    check_image(reader, node);
  if (g_strcmp0(role, "doc-noteref") == 0)
    note_reference(reader, node);
  if (g_strcmp0(role, "doc-footnote") == 0)
    check_note(reader, node);
  if (g_strcmp0(type, "footnote") == 0)
    check_note_length(reader, node);
  if (table)
    check_table(reader, node);
  if (epub_audit_is(node, "svg"))
    fault(reader, "a drawing in the text, whose words cheap readers lose");
  if (epub_audit_attribute(node, "style") != NULL)
    fault(reader, "a style in the text, which the reader cannot overrule");
  reader->tables += table;
  for (const xmlNode *child = node->children; child != NULL;
       child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_node(reader, child);
  reader->tables -= table;
}

static void
check_document(EpubAudit *audit, const char *file)
{
  g_autoptr(GHashTable) referred =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { audit, file, referred, 0 };
  const xmlNode *root = epub_audit_root(audit, file);

  if (root != NULL)
    check_node(&reader, root);
}

void
epub_audit_readers(EpubAudit *audit)
{
  for (guint i = 0; i < audit->epub->archive->entries->len; i++) {
    const EpubEntry *entry =
        g_ptr_array_index(audit->epub->archive->entries, i);

    if (is_picture(entry->name))
      check_picture(audit, entry);
    if (g_str_has_suffix(entry->name, ".css"))
      epub_audit_style(audit, entry);
    if (g_str_has_suffix(entry->name, ".woff2"))
      epub_audit_fault(audit, entry->name,
                       "Kobo knows only TTF, OTF and WOFF fonts");
  }
  for (guint i = 0; i < audit->order->len; i++)
    check_document(audit, g_ptr_array_index(audit->order, i));
}
